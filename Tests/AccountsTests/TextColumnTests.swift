// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Accounts

@Suite struct TextColumnTests {
  @Test(
    arguments: [
      [], [nil], ["a"], ["a", nil, "b", "a", ""], ["\u{E9}", "e\u{301}", nil],
    ] as [[String?]]
  )
  func readsLikeAnArray(texts: [String?]) {
    let column = TextColumn(texts)
    #expect(column.map { $0.map { Array($0.utf8) } } == texts.map { $0.map { Array($0.utf8) } })
    #expect(column.answers { $0?.utf8.count } == texts.map { $0?.utf8.count })
    var other = TextColumn(missing: texts.count, of: ["unused"])
    for (account, text) in texts.enumerated() { other.set(text, of: account) }
    #expect(other == column)
  }

  @Test func asksOncePerText() {
    var asked: [String?] = []
    let column: TextColumn = ["x", "y", "x", nil, "x"]
    let lengths = column.answers { text in
      asked.append(text)
      return text?.count ?? 0
    }
    #expect(lengths == [1, 1, 1, 0, 1])
    #expect(asked == [nil, "x", "y"])
  }
}
