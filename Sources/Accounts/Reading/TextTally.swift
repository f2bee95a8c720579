// SPDX-License-Identifier: Apache-2.0

/// A text and how many rows have it.
package struct CountedText: Sendable, Equatable {
  var text: String
  var rows: Int
}

extension [CountedText] {
  /// Adds the counts of `others`; both are and stay sorted by the texts' bytes.
  mutating func merge(_ others: [CountedText]) {
    guard !isEmpty, !others.isEmpty else {
      if isEmpty { self = others }
      return
    }
    var merged: [CountedText] = []
    for text in (self + others).sorted(by: { $0.text.isBytewiseLess(than: $1.text) }) {
      if merged.last?.text == text.text {
        merged[merged.count - 1].rows += text.rows
      } else {
        merged.append(text)
      }
    }
    self = merged
  }

  /// The most frequent text, ties by their bytes; nil without any.
  var mostFrequent: String? {
    self.min { a, b in
      a.rows != b.rows ? a.rows > b.rows : a.text.isBytewiseLess(than: b.text)
    }?.text
  }
}

/// Counts which texts occur for each account, so that the choice between spellings does not depend
/// on the order of rows.
struct TextTally {
  /// Per account its first text, -1 without one.
  private var first: [Int32] = []
  /// Per account how many rows have its first text.
  private var rows: [Int32] = []
  /// By account and text the rows of the other texts.
  private var further: [UInt64: Int32] = [:]

  /// Counts one occurrence.
  mutating func add(account: Int, text: Int) {
    let text = Int32(truncatingIfNeeded: text)
    while account >= first.count {
      first.append(-1)
      rows.append(0)
    }
    if first[account] < 0 { first[account] = text }
    guard first[account] == text else {
      let key = UInt64(account) << 32 | UInt64(UInt32(bitPattern: text))
      further[key, default: 0] &+= 1
      return
    }
    rows[account] &+= 1
  }

  /// Per account the texts with their counts.
  func counted(accounts: Int, texts: [String]) -> AccountTexts {
    AccountTexts(texts, accounts: accounts, first: first, rows: rows, further: further)
  }
}
