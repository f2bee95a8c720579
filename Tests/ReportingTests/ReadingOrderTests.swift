// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Reporting

@Suite struct ReadingOrderTests {
  @Test(arguments: [
    ["O1", "O2", "O10"], ["A/1/2", "A/1/10", "A/2/1"], ["1.2", "1.10", "2"], ["", "0", "a"],
    ["KR 09", "KR 9", "KR 10"], ["Q1", "Q1a", "Q1ä"],
    ["9", "18446744073709551616", "99999999999999999999999"],
  ])
  func numbersWithinTextsCountAsNumbers(_ texts: [String]) {
    #expect(texts.reversed().sorted { $0.readsBefore($1) } == texts)
  }

  @Test func numbersWithZerosInFrontComeInOneOrderWhateverTheFirst() {
    let texts = ["KR 9", "KR 09", "KR 009", "KR 9a", "KR 10"]
    let sorted = texts.sorted { $0.readsBefore($1) }
    #expect(texts.shuffled().sorted { $0.readsBefore($1) } == sorted)
    #expect(sorted == ["KR 009", "KR 09", "KR 9", "KR 9a", "KR 10"])
  }

  @Test func noTextComesBeforeItself() {
    for text in ["", "7", "O10", "ä"] { #expect(!text.readsBefore(text)) }
  }
}
