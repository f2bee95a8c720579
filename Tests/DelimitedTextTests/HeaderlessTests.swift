// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Testing

/// Files without a header, and headers that look like data.
@Suite struct HeaderlessTests {
  private func headerless(_ text: String) throws -> DelimitedTable {
    try table(text) { $0.headerRow = 0 }
  }

  @Test(arguments: [
    ("plain", "k1;5\nk2;6\n", [["k1", "5"], ["k2", "6"]]),
    ("sep=", "sep=;\nk1;5\nk2;6\n", [["k1", "5"], ["k2", "6"]]),
    ("byte order mark", "\u{FEFF}k1;5\nk2;6\n", [["k1", "5"], ["k2", "6"]]),
    ("quoted over lines", "\"k\n1\";5\nk2;6\n", [["k\n1", "5"], ["k2", "6"]]),
    ("its own numbers", "1;2\n3;4\n1;2\n", [["1", "2"], ["3", "4"], ["1", "2"]]),
    ("repeated row", "k1;5\nk1;5\n", [["k1", "5"], ["k1", "5"]]),
    ("one row", "k1;5", [["k1", "5"]]),
  ])
  func takesEveryRowForData(_ label: String, _ text: String, _ rows: [[String]]) throws {
    let found = try headerless(text)
    #expect(found.header == ["1", "2"], "\(label)")
    #expect(found.data == rows, "\(label)")
    #expect(found.format.lineOfHeader == nil)
    #expect(!found.headerLooksLikeData)
    #expect(found.column(named: "2", occurrence: 1) == 1)
  }

  @Test func takesTheUsualNumberOfFields() throws {
    let found = try headerless("Bericht\n\nk1;5;x\nk2;6;y\n")
    #expect(found.header == ["1", "2", "3"])
    #expect(found.rows.map(\.line) == [1, 2, 3, 4])
    #expect(throws: DelimitedTextError.noHeader) { try headerless("\n\n") }
  }

  @Test(arguments: [
    ("ids, months, amounts", "10001;Eins;01/2025;1.234,50\n10002;Zwei;02/2025;99,10\n", true),
    ("days and amounts", "31.01.2025;AB;5,50\n28.02.2025;CD;1200\n01.03.2025;EF;3,99\n", true),
    ("a gap", "10001;;1.234,50\n10002;Zwei;99,10\n", true),
    ("header", "Kunde;Name;Umsatz\n10001;Eins;1.234,50\n10002;Zwei;99,10\n", false),
    ("years", "Kunde;2023;2024;2025\nEins;5,10;6,20;7,30\nZwei;1200;1300;1400\n", false),
    ("months", "Kunde;01/2025;02/2025\nEins;5,10;6,20\nZwei;1200;1300\n", false),
    ("month ends", "Kunde;31.01.2025;28.02.2025\nEins;5,10;6,20\nZwei;1200;1300\n", false),
    ("texts alone", "Berlin;Mitte\nHamburg;Altona\nKiel;Gaarden\n", false),
    ("one figure", "Eins;1.234,50\nZwei;99,10\n", false),
    ("nothing below", "10001;Eins;1.234,50\n", false),
  ])
  func noticesAHeaderThatLooksLikeData(_ label: String, _ text: String, _ isData: Bool) throws {
    #expect(try table(text).headerLooksLikeData == isData, "\(label)")
    #expect(try table(text) { $0.headerRow = 1 }.headerLooksLikeData == false, "\(label)")
  }
}
