// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import DelimitedText

/// Rows of another number of fields than the header, read where one reading alone fits.
@Suite struct RowRepairTests {
  /// Account, name, country, day, amount: a number, free text, a code, a day and a number.
  private static let header = "Kunde;Name;Land;Tag;Umsatz\n"
  private static let names = [
    "Adler", "Beck GmbH", "C. Conrad", "Drei Eichen AG", "Elbe", "Funk & Sohn", "Gut KG",
    "Haus am See", "Iller", "Jung, Kurt", "Kern", "Lech und Donau",
  ]
  private static var rows: String {
    names.enumerated().map { index, name in
      "\(1001 + index);\(name);\(index % 3 == 0 ? "AT" : "DE");\(10 + index).01.2025;\(index),5\(index % 10)\n"
    }.joined()
  }

  private func reading(
    _ row: String,
    _ configure: (inout FormatSettings) -> Void = { _ in }
  ) throws -> (texts: [String], repair: RowRepair?, isUndecided: Bool) {
    let found = try table(Self.header + Self.rows + row + "\n" + Self.rows, configure)
    var readings: [([String], RowRepair?, Bool)] = []
    found.forEachRecord { record in
      if record.line == 14 {
        let texts = (0..<record.fieldCount).map { record.text($0) }
        readings.append((texts, record.repair, record.isUndecided))
      } else {
        #expect(record.repair == nil && !record.isUndecided, "line \(record.line)")
      }
    }
    return try #require(readings.first)
  }

  private static let right = ["1050", "Meier; Soehne", "DE", "31.01.2025", "12,50"]

  @Test(
    arguments: [
      ("text", "1050;Meier; Soehne;DE;31.01.2025;12,50", RowRepair.delimiterInText(column: 1)),
      ("text of three", "1050;Meier; Soehne; Co;DE;31.01.2025;12,50", .delimiterInText(column: 1)),
      ("empty in front", ";1050;Meier;DE;31.01.2025;12,50", .emptyFieldLeftOut(column: 0)),
      ("empty amid", "1050;Meier;DE;;31.01.2025;12,50", .emptyFieldLeftOut(column: 3)),
      ("empty beside text", "1050;;Meier;DE;31.01.2025;12,50", .emptyFieldLeftOut(column: 1)),
      ("code and day", "1050;Meier;DE31.01.2025;12,50", .delimiterMissing(column: 3)),
      (
        "code and day, a blank between", "1050;Meier;DE 31.01.2025;12,50",
        .delimiterMissing(column: 3)
      ),
      ("day and number", "1050;Meier;DE;31.01.202512,50", .delimiterMissing(column: 4)),
      ("tabulators", "1050\tMeier\tDE\t31.01.2025\t12,50", .otherDelimiter(9, textColumn: nil)),
      ("bars", "1050|Meier | Co|DE|31.01.2025|12,50", .otherDelimiter(124, textColumn: 1)),
    ]
  )
  func readsTheOnlyReading(_ label: String, _ row: String, _ repair: RowRepair) throws {
    let found = try reading(row)
    #expect(found.repair == repair, "\(label): \(found.texts)")
    #expect(found.texts.count == 5 && found.texts.first == "1050", "\(label)")
    #expect(found.texts.last == "12,50", "\(label)")
    #expect(!found.isUndecided)
    let off = try reading(row) { $0.repairsRows = false }
    #expect(off.repair == nil && off.texts.count != 5, "\(label)")
  }

  @Test func keepsTheTextAsItStands() throws {
    #expect(try reading("1050;Meier; Soehne;DE;31.01.2025;12,50").texts == Self.right)
    let codePage = try reading("1050;Müller; Söhne;DE;31.01.2025;12,50")
    #expect(codePage.texts[1] == "Müller; Söhne")
  }

  @Test(
    arguments: [
      ("a number in parts", "1050;Meier;DE;31.01.2025;1;234,50"),
      ("a surplus number", "1050;Meier;DE;31.01.2025;12,50;7"),
      ("a number beside the text", "1050;Meier;17;DE;31.01.2025;12,50"),
      ("a day beside the text", "1050;Meier;01.01.2025;DE;31.01.2025;12,50"),
      ("a quoted part", "1050;Meier;\"Soehne\";DE;31.01.2025;12,50"),
      ("two missing", "1050;Meier;DE12,50"),
      ("number and text", "1050Meier;DE;31.01.2025;12,50"),
      ("a field missing", "1050;Meier;DE;12,50"),
      ("no code to the right", "1050;Meier; Soehne;Deutschland;31.01.2025;12,50"),
      ("a decimal comma as delimiter", "1050,Meier,DE,31.01.2025,12,50"),
      ("number of another style", "1050\tMeier\tDE\t31.01.2025\t12.50"),
      ("a number that may be two", "1050\tMeier\tDE\t31.01.2025\t1.234"),
      ("words", "Stand der Daten vom 31.01.2025"),
      ("a footer", "Erstellt: 31.01.2025; Meier"),
      ("a total", "Summe;;;;;99,50"),
    ]
  )
  func leavesEverythingElse(_ label: String, _ row: String) throws {
    let found = try reading(row)
    #expect(found.repair == nil, "\(label): \(found.texts)")
  }

  /// Whether `Meier` or `Berlin` is cut in two, nobody knows.
  @Test func leavesATextBetweenTwoFreeColumns() throws {
    let towns = ["Ulm", "Bad Tölz", "Jena", "Hof", "Frankfurt (Oder)", "Köln", "Au"]
    let rows = (0..<14).map {
      "\(1001 + $0);\(Self.names[$0 % 12]);\(towns[$0 % 7]) \($0);\($0),50\n"
    }
    let found = try table(
      "Kunde;Name;Ort;Umsatz\n" + rows.joined() + "1050;Meier; Soehne;Hof an der Saale;1,50\n"
    )
    var seen = 0
    found.forEachRecord { record in
      guard record.line == 16 else { return }
      seen += 1
      #expect(record.isUndecided && record.repair == nil && record.fieldCount == 5)
    }
    #expect(seen == 1)
  }

  /// The comma may be part of the amount; no text may swallow the thousands.
  @Test(arguments: ["1050,Meier,1,234.50", "1050,Meier,5,1,234.50", "1050,Meier, Co,5,1,234.50"])
  func neverCutsANumber(_ row: String) throws {
    let rows = (0..<20).map {
      "\(1001 + $0),\(Self.names[$0 % 12].prefix(4)) \($0)x,\($0),\($0).50\n"
    }
    let found = try table("account,name,count,amount\n" + rows.joined() + row + "\n")
    found.forEachRecord { record in #expect(record.repair == nil, "\(record.rawText())") }
  }

  @Test func needsRowsThatShowTheColumns() throws {
    let few = Self.rows.split(separator: "\n").prefix(9).map { $0 + "\n" }.joined()
    let row = "1050;Meier; Soehne;DE;31.01.2025;12,50\n"
    let found = try table(Self.header + few + row)
    found.forEachRecord { record in #expect(record.repair == nil && !record.isUndecided) }
    let spoilt = try table(Self.header + Self.rows + String(repeating: row, count: 12)) {
      $0.delimiter = UInt8(ascii: ";")
      $0.headerRow = 1
    }
    #expect(spoilt.data.count == 24)
    spoilt.forEachRecord { record in #expect(record.repair == nil) }
  }

  /// A delimiter at the end of every line is no empty field too many.
  @Test func leavesFilesWithDelimitersAtTheEndsOfLines() throws {
    let rows = Self.rows.replacing("\n", with: ";\n")
    let found = try table(Self.header + rows + "k-9;Meier;DE;x;1,50;\n" + rows)
    found.forEachRecord { record in #expect(record.repair == nil) }
    let spoilt = try table(Self.header + rows + "1050;Meier; Soehne;DE;31.01.2025;12,50;\n" + rows)
    #expect(spoilt.data[12] == Self.right)
    #expect(spoilt.data.count { $0.count == 6 } == 24)
  }

  @Test func readsTheSameWhereverTheRowStands() throws {
    let row = "1050;Meier; Soehne;DE;31.01.2025;12,50\n"
    let many = String(repeating: Self.rows, count: 3000)
    let found = try table(Self.header + many + row + many)
    var repaired: [Int] = []
    found.forEachRecord { if $0.repair != nil { repaired.append($0.line) } }
    #expect(repaired == [36_002])
  }

  @Test func staysCheapOnHostileRows() throws {
    let wide = String(repeating: ";", count: 100_000)
    let words = String(repeating: "a ", count: 50_000)
    let found = try table(
      Self.header + Self.rows + "\(wide)x\n\(words);1\n1;\(words)\n" + Self.rows
    )
    #expect(found.rows.count == 27)
    found.forEachRecord { record in #expect(record.repair == nil) }
  }
}
