// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Testing

@testable import Accounts

/// Spoilt rows count where one reading alone fits, and are rejected elsewhere.
@Suite struct RepairedRowTests {
  private static let rows = (0..<12).map { index in
    "k\(100 + index);\(String(repeating: "Abc ", count: index % 6 + 1))AG;\(10 + index).01.2025;"
      + "\(index),50\n"
  }.joined()
  private static let header = "Kunde;Name;Tag;Umsatz\n"

  private func read(
    _ rows: String,
    _ configure: (inout SourceMapping) throws -> Void = { _ in }
  ) throws -> SourceLedger {
    try ledger(Self.header + Self.rows + rows + Self.rows) {
      $0.period = .column(ColumnReference("Tag"))
      $0.format.decimal = .comma
      try configure(&$0)
    }
  }

  @Test func addUpAndAreSaid() throws {
    let row = "k900;Meier; Soehne;31.01.2025;1000,00\nk901;Beck;31.01.20252000,00\n"
    let found = try read(row)
    #expect(found.counts == [26, 0, 0, 0])
    #expect(try found.control().parsed == 2 * 720_000 + 30_000_000)
    let said = found.findings.filter { $0.code == "K-D167" }
    #expect(said.map(\.line) == [14, 15] && said.allSatisfy { $0.severity == .warning })
    #expect(said[0].message.german.contains("der Text in Spalte 'Name' enthält"))
    #expect(said[1].message.english.contains("between columns 'Tag' and 'Umsatz' is missing"))
    let off = try read(row) { $0.format.repairsRows = false }
    #expect(off.counts == [24, 0, 2, 0] && off.rejectCodes == ["K-D003@14", "K-D003@15"])
  }

  @Test func areReconciledWithTheTotalOfTheFile() throws {
    let found = try read("k900;Meier; Soehne;31.01.2025;1000,00\n") {
      $0.controlTotals = ["revenue": ExactDecimal(1144, scale: 0)]
    }
    #expect(try found.control().difference == 0)
  }

  @Test func saysWhyARowIsNotRepaired() throws {
    let found = try read("k900;Meier;31.01.2025;1;000,00\nk900;31.01.2025\n")
    #expect(found.counts == [24, 0, 2, 0])
    let messages = found.rejects.map(\.finding.message.english)
    #expect(messages[0].contains("it is not certain which columns they belong to"))
    #expect(messages[1].contains("is there an unquoted delimiter in a text?"))
  }

  /// The last column may be empty, so the amount may lack its decimals.
  @Test func doubtsAnEmptyFieldBehindFieldsThatDoNotFit() throws {
    let rows = Self.rows.replacing("\n", with: ";\n")
    let found = try ledger(
      "Kunde;Name;Tag;Umsatz;Notiz\n\(rows)k900;Meier;31.01.2025;12;50;\n"
        + "k901;Beck;31.01.2025;12,50;;\n"
    ) { $0.format.decimal = .comma }
    #expect(found.counts == [14, 0, 0, 0])
    #expect(found.findings.filter { $0.code == "K-D169" }.map(\.line) == [14])
  }

  /// Threads and batches see the same rows.
  @Test(arguments: [1, 2])
  func countWhateverReadsThem(_ threads: Int) throws {
    let many = String(repeating: Self.rows, count: 2000)
    let text = Self.header + many + "k900;Meier; Soehne;31.01.2025;1000,00\n" + many
    let mapping = mapping {
      $0.period = .column(ColumnReference("Tag"))
      $0.format.decimal = .comma
    }
    let reader = try SourceFileReader(
      file: "a.csv",
      mapping: mapping,
      table: try DelimitedTable(bytes: Array(text.utf8), settings: mapping.format),
      programmeCurrency: "EUR"
    )
    let found = reader.read(audits: true, threads: threads).ledger
    #expect(found.counts == [48_001, 0, 0, 0])
    #expect(try found.control().parsed == 4000 * 720_000 + 10_000_000)
    #expect(found.findings.filter { $0.code == "K-D167" }.map(\.line) == [24_002])
  }

  /// Every row stays one of used, set aside, rejected and structure, whatever is done to it.
  @Test(arguments: 0..<40)
  func loseNoRow(_ seed: Int) throws {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let lines = (Self.rows + Self.rows).split(separator: "\n").map { line in
      guard next(6) == 0 else { return String(line) }
      var bytes = Array(line.utf8)
      let sign: [UInt8] = [59, 59, 44, 9, 32, 34, 48, 65]
      for _ in 0...next(2) {
        let place = next(bytes.count)
        switch next(3) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(sign[next(sign.count)], at: place)
        default: bytes[place] = sign[next(sign.count)]
        }
      }
      return String(decoding: bytes, as: UTF8.self)
    }
    let text = Self.rows + lines.joined(separator: "\n") + "\n"
    let found = try ledger(Self.header + text) {
      $0.period = .column(ColumnReference("Tag"))
      $0.format.decimal = .comma
      $0.format.delimiter = UInt8(ascii: ";")
      $0.format.headerRow = 1
    }
    let table = try table(Self.header + text) {
      $0.delimiter = UInt8(ascii: ";")
      $0.headerRow = 1
    }
    var records = 0
    table.forEachRecord { _ in records += 1 }
    #expect(found.counts.reduce(0, +) == records, "seed \(seed)")
    let said = found.findings.count { $0.code == "K-D167" }
    #expect(found.rows.used + found.rows.rejected <= 36 && said <= 24, "seed \(seed)")
  }

  @Test func stopAtNamesThatMayBeThoseOfTheirNeighbours() throws {
    let rows = (10..<30).map { "\($0).01.2025;\($0):30;\($0);k\($0);\n" }.joined()
    let shifted = try ledger("Tag Zeit;Umsatz;Kunde;Bemerkung\n" + rows)
    #expect(shifted.blocking.map(\.code) == ["K-D168"])
    let named = try ledger("Tag Zeit;Umsatz;Kunde;Bemerkung\n" + rows) {
      $0.format.names = ["Tag", "Zeit", "Umsatz", "Kunde", "Bemerkung"]
    }
    #expect(named.blocking.isEmpty && named.rows.used == 20)
    let missing = try ledger("Kunde;Umsatz\n" + String(repeating: "x;k1;500\n", count: 12))
    #expect(missing.blocking.map(\.code) == ["K-D168"])
    let trailing = try ledger("Kunde;Umsatz\n" + String(repeating: "k1;500;\n", count: 12))
    #expect(trailing.blocking.isEmpty && trailing.rows.used == 12)
  }
}
