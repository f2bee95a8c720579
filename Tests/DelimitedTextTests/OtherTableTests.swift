// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import DelimitedText

/// Files with a second table below the first.
@Suite struct OtherTableTests {
  private static let first = "Kunde;Ort;Umsatz\nk1;Ulm;100\nk2;Bonn;200\n"

  private func starts(
    _ text: String,
    _ configure: (inout FormatSettings) -> Void = { _ in }
  ) throws -> (data: [[String]], starts: [OtherTableStart]) {
    let found = try table(text, configure)
    var starts: [OtherTableStart] = []
    found.forEachRecord { record in
      if let start = record.otherTable, starts.last != start { starts.append(start) }
      let isOther = record.kind == .otherTable || record.kind == .blank
      #expect(record.otherTable == nil ? record.kind != .otherTable : isOther)
    }
    return (found.data, starts)
  }

  @Test(
    arguments: [
      ("more columns", "Kunde;Ort;Umsatz;Land\nk1;Ulm;7;DE\n", 4, 4),
      ("fewer columns", "Land;Ziel\nDE;50\nAT;60\n", 4, 4),
      ("after a blank line", "\nGebiet;Leiter;Ziel\nNord;Meier;50\n", 5, 5),
      ("with a title", "\nZiele 2025\nGebiet;Leiter;Ziel\nNord;Meier;50\n", 5, 6),
      ("padded by a spreadsheet", ";;\nZiele;;\n;;\nLeiter;Ziel;\nMeier;50;\nBeck;60;\n", 5, 7),
      ("names of the first", "\nKunde;Ort;Umsatz 2026\nk1;Ulm;7\n", 5, 5),
    ]
  )
  func beginWhereAHeaderStands(
    _ label: String,
    _ second: String,
    _ line: Int,
    _ headerLine: Int
  ) throws {
    let found = try starts(Self.first + second)
    #expect(found.data == [["k1", "Ulm", "100"], ["k2", "Bonn", "200"]], "\(label)")
    #expect(found.starts.map(\.line) == [line], "\(label)")
    #expect(found.starts.map(\.headerLine) == [headerLine], "\(label)")
    let next = try table(Self.first + second) { $0.table = 2 }
    #expect(next.format.headerLine == headerLine, "\(label)")
    #expect(next.header.filter { !$0.isEmpty } == found.starts[0].names, "\(label)")
    #expect(next.data.allSatisfy { $0.contains { $0.contains("0") || $0 == "7" } }, "\(label)")
    #expect(next.preambleLines + next.rows.count == (try table(Self.first + second)).rows.count)
  }

  @Test(
    arguments: [
      ("a row of texts", "Meier;Ulm;keine Angabe\nk3;Hof;5\n"),
      ("a short row of texts", "Meier;Ulm\nk3;Hof;5\n"),
      ("a long row of texts", "Meier;Soehne;Ulm;offen\nk3;Hof;5\n"),
      ("two short rows", "Meier;Ulm\nBeck;7\nk3;Hof;5\n"),
      ("a remark after a blank line", "\nHinweis;siehe unten;\nk3;Hof;5\n"),
      ("a group's name after a blank line", "\nNord;;\nk3;Hof;5\n"),
      ("a footer", "\nErstellt von;Meier\n"),
      ("a blank line", "\nk3;Hof;5\n"),
      ("the header again", "\nKunde;Ort;Umsatz\nk3;Hof;5\n"),
      ("a total", "\nSumme;;305\n"),
    ]
  )
  func beginNowhereElse(_ label: String, _ rest: String) throws {
    let found = try starts(Self.first + rest)
    #expect(found.starts.isEmpty, "\(label)")
    #expect(found.data.count >= 2 + rest.split(separator: "\n").count { $0.hasSuffix(";5") })
  }

  @Test func endWhereTheHeaderReturns() throws {
    let text = Self.first + "Kunde;Ort;Umsatz;Land\nk1;Ulm;7;DE\n\n" + Self.first
    let found = try starts(text)
    #expect(found.data.count == 4)
    #expect(found.starts.count == 1)
    #expect(try starts(text) { $0.table = 1 }.data.count == 2)
    #expect(try starts(text) { $0.table = 2 }.data == [["k1", "Ulm", "7", "DE"]])
    #expect(try starts(text) { $0.table = 3 }.data.count == 2)
  }

  @Test func beginAtARepeatedHeaderOnlyWhereATableIsChosen() throws {
    let text = Self.first + "Kunde;Ort;Umsatz\nk3;Hof;300\n"
    #expect(try starts(text).data.count == 3)
    #expect(try starts(text) { $0.table = 1 }.data.count == 2)
    #expect(try starts(text) { $0.table = 2 }.data == [["k3", "Hof", "300"]])
    #expect(throws: DelimitedTextError.tableMissing(3, found: 2)) {
      try starts(text) { $0.table = 3 }
    }
    #expect(throws: DelimitedTextError.tableMissing(2, found: 1)) {
      try starts(Self.first) { $0.table = 2 }
    }
  }

  /// The place depends on neither windows nor code pages.
  @Test(arguments: [TextEncoding.utf8, .windows1252])
  func beginFarDownInALongFile(_ encoding: TextEncoding) throws {
    let rows = String(repeating: "k1;Köln;100\n", count: 100_000)
    let text = "Kunde;Ort;Umsatz\n" + rows + "\nLänge;Höhe\n1;2\n" + "3;4\n"
    var bytes = Array(text.utf8)
    if encoding == .windows1252 {
      bytes = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    }
    var settings = FormatSettings()
    settings.table = 2
    let found = try DelimitedTable(bytes: bytes, settings: settings)
    #expect(found.header == ["Länge", "Höhe"] && found.data == [["1", "2"], ["3", "4"]])
    #expect(found.format.encoding == encoding && found.format.headerLine == 100_003)
    #expect(found.preambleLines == 100_002)
  }

  @Test func staysCheapWhereEveryLineIsSuspicious() throws {
    let lines = (0..<50_000).map { "Name \($0);Ort" }.joined(separator: "\n")
    let found = try table(Self.first + lines) { $0.headerRow = 1 }
    #expect(found.rows.count == 50_002)
  }
}

/// Names of columns that the settings give.
@Suite struct NamedColumnTests {
  @Test func replaceThoseOfTheHeader() throws {
    let found = try table("ab;c\nx;200;300\ny;500;600\n") { $0.names = ["a", "b", "c"] }
    #expect(found.header == ["a", "b", "c"])
    #expect(found.data == [["x", "200", "300"], ["y", "500", "600"]])
    let fewer = try table("ab;c\nx;200;300\ny;500;600\n") { $0.names = ["a"] }
    #expect(fewer.header == ["a", "", ""])
  }

  @Test func nameColumnsOfFilesWithoutAHeader() throws {
    let found = try table("1;2\n3;4\n") {
      $0.headerRow = 0
      $0.names = ["a", ""]
    }
    #expect(found.header == ["a", ""] && found.data.count == 2)
  }

  @Test func leaveARepeatedHeaderOne() throws {
    let found = try table("x;y\n1;2\nx;y\n3;4\n") { $0.names = ["a", "b"] }
    #expect(found.data == [["1", "2"], ["3", "4"]])
  }

  @Test(
    arguments: [
      ("a name missing", "a;b\n", "x;1;500\n", 1), ("delimiters at the ends", "a;b\n", "x;1;\n", 0),
      ("as many", "a;b;c\n", "x;1;500\n", 0), ("few rows", "a;b\n", "", 0),
    ]
  )
  func areMissed(_ label: String, _ header: String, _ row: String, _ missing: Int) throws {
    let rows = row.isEmpty ? "x;1;500\n" : String(repeating: row, count: 12)
    #expect(try table(header + rows).missingNames == missing, "\(label)")
    #expect(try table(header + rows) { $0.names = ["a", "b", "c"] }.missingNames == 0)
  }

  @Test func seeNamesOverTheWrongColumns() throws {
    let rows = (10..<30).map { "\($0).01.2025;\($0):30;\($0);k\($0);\n" }.joined()
    let found = try table("Tag Zeit;Menge;Kunde;Bemerkung\n" + rows)
    #expect(found.surplusFields == 1)
    #expect(found.shiftedColumn(among: [1]) == 1)
    #expect(found.shiftedColumn(among: [2]) == nil)
    #expect(try table("Tag;Zeit;Menge;Kunde;\n" + rows).shiftedColumn(among: [1]) == nil)
    let amounts = (10..<30).map { "k\($0);\($0 == 12 ? "12,x" : "\($0),50");\($0),25;\n" }.joined()
    let trailing = try table("Kunde;Umsatz;DB\n" + amounts)
    #expect(trailing.surplusFields == 1 && trailing.shiftedColumn(among: [1, 2]) == nil)
  }
}
