// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import DelimitedText

/// Texts are numbered alike, whether they ascend or not.
@Suite struct ColumnTextsTests {
  @Test(arguments: [
    [], [""], ["a", "a", "b", "b", "bb", "c"], ["a", "b", "a", "c", "b"], ["b", "a", "b", "a"],
    ["ä", "a", "ä", "z", ""], (0..<9_000).map { "K\($0 + 10_000)" } + ["K10003", "x", "K18999"],
    (0..<9_000).map { "K\($0 * 7_919 % 9_973)" } + ["K0", "a text of more than a few bytes"],
  ])
  func numbersTextsInTheOrderOfTheirFirstRow(_ texts: [String]) {
    var (column, plain) = (ColumnTexts(), TextInterner())
    let numbers = texts.map { text in
      column.ask(for: text.utf8.span)
      return column.index(of: text)
    }
    #expect(numbers == texts.map { plain.index(of: $0) })
    #expect(column.texts == plain.texts)
    column.close()
    #expect(column.texts == plain.texts)
  }
}
