// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Testing

/// The list output of ERP systems, with columns by position.
@Suite struct ListLayoutTests {
  private static let rule = "-----------------------------------------\n"
  private static let header = "|Debitor|Name 1         |      Umsatz|ME |\n"

  @Test func readsBarsAndQuotesInTextsByPosition() throws {
    let table = try table(
      "22.11.2026      Offene Posten           1\n" + Self.rule + Self.header + Self.rule
        + "|0001001|Müller GmbH    |    1.234,56|EUR|\n"
        + "|0001002|A|B Handel     |      -12,00|EUR|\n"
        + "|0001003|\"Die Kiste\" KG |        5,00|EUR|\n"
        + "|0001004|5\" Rohre | 3\"  |        7,50|EUR|\n" + Self.rule
    )
    #expect(table.header == ["", "Debitor", "Name 1", "Umsatz", "ME", ""])
    #expect(
      table.data.map { Array($0[1...3]) } == [
        ["0001001", "Müller GmbH", "1.234,56"], ["0001002", "A|B Handel", "-12,00"],
        ["0001003", "\"Die Kiste\" KG", "5,00"], ["0001004", "5\" Rohre | 3\"", "7,50"],
      ]
    )
    #expect(
      table.format.evidence.map(\.english).contains("list with columns by the position of '|'")
    )
    #expect(table.rows.map(\.line) == [4, 5, 6, 7, 8, 9])
  }

  @Test func takesPageTitlesForStructureAndKeepsFooters() throws {
    let row = "|0001001|Müller GmbH    |    1.234,56|EUR|\n"
    let page = "22.11.2026      Offene Posten           2\nWerk 0001\n"
    let table = try table(
      Self.rule + Self.header + Self.rule + row + Self.rule + "\n" + page + Self.rule + Self.header
        + Self.rule + row + Self.rule + "Ende der Liste\n"
    )
    #expect(
      table.rows.map(\.kind) == [
        .separator, .data, .separator, .blank, .separator, .separator, .separator,
        .repeatedHeader, .separator, .data, .separator, .data,
      ]
    )
    #expect(table.rows.last?.raw == "Ende der Liste")
  }

  @Test func leavesALineThatDoesNotFitToItsReader() throws {
    let table = try table(
      Self.header + Self.rule + "|1      |a              |        1,00|EUR|\n"
        + "|2      |b              |        2,00|EUR|\n"
    )
    #expect(table.data.count == 2)
    let wide = try DelimitedTextTests.table(
      Self.header + Self.rule
        + String(repeating: "|1      |a              |        1,00|EUR|\n", count: 2000)
        + "|2      |b|\n"
    )
    #expect(wide.data.count == 2001)
    #expect(wide.data.last?.count == 4)
    let long = try DelimitedTextTests.table(
      Self.header + Self.rule
        + String(repeating: "|1      |a              |        1,00|EUR|\n", count: 2000)
        + "|2      |b|c            |        2,00|EUR|3|\n"
    )
    #expect(long.data.last == ["", "2", "b", "c", "2,00", "EUR", "3", ""])
  }

  @Test(arguments: [
    ("no rule of dashes", "|a|b|c|\n|1|2|3|\n"),
    ("lines of different length", "|a|b|c|\n-------\n|10|2|3|\n|1|2|3|\n"),
    ("no bars at the ends", "a|b|c\n-----\n1|2|3\n"),
  ])
  func takesOtherTextsAsDelimited(_ label: String, _ text: String) throws {
    let table = try table(text)
    #expect(table.format.delimiter == UInt8(ascii: "|"), "\(label)")
    #expect(table.format.evidence.allSatisfy { !$0.english.contains("list") }, "\(label)")
  }

  @Test func obeysTheSettings() throws {
    let text = Self.header + Self.rule + "|1      |a;b            |        1,00|EUR|\n"
    let evidence = try table(text) { $0.delimiter = UInt8(ascii: ";") }.format.evidence.map(
      \.english
    )
    #expect(evidence.contains("delimiter ';' set"))
  }
}
