// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Accounts

@Suite struct ExactColumnTests {
  private let values: [Int128?] = [
    0, nil, -5, Int128(Int64.max), Int128(Int64.max) + 1, Int128(Int64.min), Int128.max, nil,
  ]

  @Test func readsLikeAnArray() {
    var column = ExactColumn(values)
    #expect(Array(column) == values)
    #expect(column.count == values.count)
    #expect(
      column == [
        0, nil, -5, 9_223_372_036_854_775_807, Int128(Int64.max) + 1, Int128(Int64.min), .max, nil,
      ]
    )
    for (row, value) in values.reversed().enumerated() { column[row] = value }
    #expect(Array(column) == Array(values.reversed()))
  }

  @Test func forgetsWhatIsReplaced() {
    var column = ExactColumn([Int128.max])
    column[0] = nil
    #expect(column == ExactColumn(missing: 1))
    column[0] = 1
    #expect(column == [1])
    #expect(ExactColumn(missing: 0).isEmpty)
  }
}

@Suite struct BytewiseOrderTests {
  @Test func sortsLikeTheTextsThemselves() {
    var state: UInt64 = 3
    var texts = ["", "ä", "a", "aa", "a\u{0}", "A0000001", "A00000010", "A0000000"]
    for _ in 0..<2000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let tail = String(state >> 40, radix: 36)
      texts.append(state & 1 == 0 ? "Konto-10" + tail : tail)
    }
    let expected = texts.indices.sorted { a, b in
      if texts[a].isBytewiseLess(than: texts[b]) { return true }
      return !texts[b].isBytewiseLess(than: texts[a]) && a < b
    }
    #expect(BytewiseOrder(of: texts).indices == expected, "seed 3")
    let sorted = expected.map { texts[$0] }
    #expect(BytewiseOrder(of: sorted).indices == Array(sorted.indices))
    #expect(BytewiseOrder(of: []).indices.isEmpty)
  }
}

@Suite struct AccountTextsTests {
  @Test func countsTextsPerAccount() {
    var tally = TextTally()
    for (account, text) in [(0, 1), (0, 2), (0, 2), (2, 0), (2, 1), (3, 0), (0, 0), (5, 2)] {
      tally.add(account: account, text: text)
    }
    let texts = tally.counted(accounts: 7, texts: ["", "b", "a"])
    #expect(texts[0] == [CountedText(text: "a", rows: 2), CountedText(text: "b", rows: 1)])
    #expect(texts[1].isEmpty && texts[3].isEmpty && texts[6].isEmpty)
    #expect(texts[2] == [CountedText(text: "b", rows: 1)])
    #expect(texts.only(5).map { texts.texts[Int($0)] } == "a")
    #expect(texts.only(1) == -1 && texts.only(3) == -1)
    #expect(texts.only(0) == nil && texts.only(2) == nil, "they may have several")
    #expect(AccountTexts(none: 2)[1].isEmpty)
  }
}
