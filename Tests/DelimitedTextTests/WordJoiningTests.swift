// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import DelimitedText

@Suite struct WordJoiningTests {
  /// The cells of the rows after twelve plain ones.
  private func cells(_ rows: [String], header: String, plain: String) throws -> [[String]] {
    let lines = [header] + Array(repeating: plain, count: 12) + rows
    var settings = FormatSettings()
    settings.delimiter = UInt8(ascii: " ")
    let bytes = Array(lines.joined(separator: "\n").utf8)
    let table = try DelimitedTable(bytes: bytes, settings: settings)
    var found: [[String]] = []
    table.forEachRecord { record in
      found.append((0..<record.fieldCount).map { record.text($0) })
    }
    return Array(found.dropFirst(12))
  }

  @Test(arguments: [
    ("K1 Meyer und Soehne 12,50 01.02.2024", ["K1", "Meyer und Soehne", "12,50", "01.02.2024"]),
    ("K2 Weiss  & Co. 3 01.02.2024", ["K2", "Weiss  & Co.", "3", "01.02.2024"]),
    ("K3 24\" Rad 3 01.02.2024", ["K3", "24\" Rad", "3", "01.02.2024"]),
    ("K4 3M Deutschland 3 01.02.2024", ["K4", "3M Deutschland", "3", "01.02.2024"]),
    ("K5 Meyer 3 01.02.2024", ["K5", "Meyer", "3", "01.02.2024"]),
    ("K6 \"Meyer und Soehne\" 3 01.02.2024", ["K6", "Meyer und Soehne", "3", "01.02.2024"]),
    ("K7 Meyer und Soehne 3 gestern", ["K7", "Meyer", "und", "Soehne", "3", "gestern"]),
    ("K8 Meyer 3 4 01.02.2024", ["K8", "Meyer 3", "4", "01.02.2024"]),
    ("K9 Meyer 3 01.02.2024 ", ["K9", "Meyer", "3", "01.02.2024", ""]),
  ])
  func joinsWordsWhereOneColumnFits(_ row: String, _ expected: [String]) throws {
    let found = try cells([row], header: "Konto Name Betrag Tag", plain: "K0 Alpha 1,50 01.01.2024")
    #expect(found == [expected])
  }

  @Test func leavesRowsAloneThatFitInTwoWays() throws {
    let rows = ["K1 Meyer Bad Homburg 3", "K2 Nina Meyer Ulm 4", "K3 Alte Post Bad Ems 5"]
    let found = try cells(rows, header: "Konto Name Ort Betrag", plain: "K0 Alpha Ulm 1")
    #expect(found.map(\.count) == [5, 5, 6])
  }

  @Test func needsRowsToLearnFrom() throws {
    var settings = FormatSettings()
    settings.delimiter = UInt8(ascii: " ")
    let text = "Konto Name Betrag\nK1 Alpha 1\nK2 Beta Gamma 2\n"
    let table = try DelimitedTable(bytes: Array(text.utf8), settings: settings)
    var counts: [Int] = []
    table.forEachRecord { counts.append($0.fieldCount) }
    #expect(counts == [3, 4])
  }

  @Test func leavesOtherDelimitersAlone() throws {
    let rows = Array(repeating: "K1,Alpha,1.5", count: 12) + ["K2,Beta, Gamma,2.5"]
    let text = (["Konto,Name,Betrag"] + rows).joined(separator: "\n")
    let table = try DelimitedTable(bytes: Array(text.utf8), settings: FormatSettings())
    var counts: [Int] = []
    table.forEachRecord { counts.append($0.fieldCount) }
    #expect(counts == Array(repeating: 3, count: 12) + [4])
  }
}
