// SPDX-License-Identifier: Apache-2.0

/// The texts of one column that occur for each account, with how many rows have them.
///
/// Nearly every account has one text, which costs two short numbers; the others stand beside, so
/// that millions of accounts need no list each.
package struct AccountTexts: Sendable {
  /// A text of an account beyond its first.
  private struct Further {
    var account: Int32
    var text: Int32
    var rows: Int32
  }

  /// The distinct texts of the column.
  package let texts: [String]
  /// The number of the empty text, -1 where it does not occur.
  private let emptyNumber: Int32
  /// Per account the number of a text, -1 without any.
  private let first: [Int32]
  private let rows: [Int32]
  /// By account, then text.
  private let further: [Further]

  /// No texts for `count` accounts.
  init(none count: Int) { self.init([], accounts: count, first: [], rows: [], further: [:]) }

  /// Takes what a ``TextTally`` counted.
  init(
    _ texts: [String],
    accounts: Int,
    first: [Int32],
    rows: [Int32],
    further: [UInt64: Int32]
  ) {
    self.texts = texts
    emptyNumber = texts.firstIndex(of: "").map { Int32($0) } ?? -1
    let missing = accounts - first.count
    self.first = missing > 0 ? first + [Int32](repeating: -1, count: missing) : first
    self.rows = missing > 0 ? rows + [Int32](repeating: 0, count: missing) : rows
    self.further = further.sorted { $0.key < $1.key }.map { key, count in
      Further(account: Int32(key >> 32), text: Int32(key & 0xFFFF_FFFF), rows: count)
    }
  }

  /// Whether an account may have several texts.
  private func hasFurther(_ account: Int) -> Bool {
    guard !further.isEmpty else { return false }
    let place = start(of: account)
    return place < further.count && Int(further[place].account) == account
  }

  private func start(of account: Int) -> Int {
    var (low, high) = (0, further.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(further[middle].account) < account { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The number of an account's text, -1 without any or with an empty one, for accounts with at most
  /// one text: nil for those with several.
  func only(_ account: Int) -> Int32? {
    guard !hasFurther(account) else { return nil }
    return first[account] == emptyNumber ? -1 : first[account]
  }

  /// The texts of an account by their bytes; empty texts left out.
  subscript(account: Int) -> [CountedText] {
    guard first[account] >= 0 else { return [] }
    var found = [(first[account], rows[account])]
    if !further.isEmpty {
      for entry in further[start(of: account)...] {
        guard Int(entry.account) == account else { break }
        found.append((entry.text, entry.rows))
      }
    }
    return found.map { CountedText(text: texts[Int($0)], rows: Int($1)) }
      .filter { !$0.text.isEmpty }
      .sorted { $0.text.isBytewiseLess(than: $1.text) }
  }
}
