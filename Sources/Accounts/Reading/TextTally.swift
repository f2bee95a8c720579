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
  /// Account and text of each place, 0 where it is free, with the account's number plus one.
  private var keys = [UInt64](repeating: 0, count: 64)
  private var counts = [Int32](repeating: 0, count: 64)
  private var taken = 0

  /// Counts one occurrence.
  mutating func add(account: Int, text: Int) {
    let key = UInt64(account + 1) << 32 | UInt64(UInt32(truncatingIfNeeded: text))
    let place = place(of: key)
    counts[place] &+= 1
    guard keys[place] == 0 else { return }
    keys[place] = key
    taken += 1
    if taken * 2 > keys.count { grow() }
  }

  private func place(of key: UInt64) -> Int {
    let mask = keys.count - 1
    let product = key.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    var place = Int(truncatingIfNeeded: product.low ^ product.high) & mask
    while keys[place] != 0, keys[place] != key { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let known = zip(keys, counts)
    keys = [UInt64](repeating: 0, count: keys.count * 2)
    counts = [Int32](repeating: 0, count: keys.count)
    for (key, count) in known where key != 0 {
      let place = place(of: key)
      (keys[place], counts[place]) = (key, count)
    }
  }

  /// Per account the texts with their counts, by their bytes; empty texts left out.
  func counted(accounts: Int, texts: [String]) -> [[CountedText]] {
    var found = [[CountedText]](repeating: [], count: accounts)
    for (key, count) in zip(keys, counts) where key != 0 {
      let text = texts[Int(key & 0xFFFF_FFFF)]
      guard !text.isEmpty else { continue }
      found[Int(key >> 32) - 1].append(CountedText(text: text, rows: Int(count)))
    }
    for account in found.indices where found[account].count > 1 {
      found[account].sort { $0.text.isBytewiseLess(than: $1.text) }
    }
    return found
  }
}
