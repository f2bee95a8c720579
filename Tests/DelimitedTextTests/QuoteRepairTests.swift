// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Testing

/// Quotes inside fields that are not doubled.
@Suite struct QuoteRepairTests {
  private func rows(_ quoted: String, count: Int) -> String {
    "id,text,more\n" + String(repeating: "1,\(quoted),\"x, y\"\n", count: count)
  }

  @Test(arguments: [
    ("quote", "\"24\\\" wheel\"", "24\" wheel"), ("quote at the end", "\"24\\\"\"", "24\""),
    ("backslash at the end", "\"C:\\\\\"", "C:\\"), ("comma", "\"5\\\", 6\\\"\"", "5\", 6\""),
    ("other backslash", "\"a\\b \\\"c\\\"\"", "a\\b \"c\""),
  ])
  func readsQuotesAfterABackslash(_ label: String, _ cell: String, _ text: String) throws {
    let found = try table(rows("\"a \\\", b\"", count: 3) + "1,\(cell),\"x\"\n")
    #expect(found.data.last == ["1", text, "x"], "\(label)")
    #expect(
      found.format.evidence.map(\.english).contains("quotes inside fields stand after a backslash")
    )
  }

  @Test(arguments: [
    ("in the middle", "\"5\" x, y\"", "5\" x, y"),
    ("before the closing one", "\"a, 5\"\"", "a, 5\""),
    ("doubled after all", "\"say \"\"hi\"\" now, 5\" x\"", "say \"hi\" now, 5\" x"),
  ])
  func readsUnmarkedQuotesWhereManyRowsProveTheColumns(
    _ label: String,
    _ cell: String,
    _ text: String
  ) throws {
    let found = try table(rows(cell, count: 12))
    #expect(found.data.allSatisfy { $0 == ["1", text, "x, y"] }, "\(label)")
    #expect(found.rows.allSatisfy { !$0.isMalformed }, "\(label)")
  }

  @Test func marksUnmarkedQuotesOfFewRows() throws {
    #expect(try table(rows("\"5\" x, y\"", count: 3)).rows.allSatisfy(\.isMalformed))
  }

  @Test func keepsAStrayQuoteThatCostsNoColumn() throws {
    let found = try table(rows("plain", count: 20) + "2,\"stray,z\n")
    #expect(found.data.last == ["2", "\"stray", "z"])
    #expect(found.rows.map(\.isMalformed) == Array(repeating: false, count: 20) + [true])
  }

  @Test func readsBlanksAsDelimiterOnlyBetweenQuotedTexts() throws {
    let found = try table("id name city\n1 \"A B\" \"C D\"\n2 \"E F\" \"G H\"\n")
    #expect(found.data == [["1", "A B", "C D"], ["2", "E F", "G H"]])
    #expect(try table("Kunde Name\nMüller GmbH\nMeier AG\n").header == ["Kunde Name"])
  }
}
