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
  private struct Entry: Hashable {
    var account: Int32
    var text: Int32
  }

  private var counts: [Entry: Int] = [:]
  private var run: Entry?
  private var runLength = 0

  /// Counts one occurrence.
  mutating func add(account: Int, text: Int) {
    let entry = Entry(account: Int32(account), text: Int32(text))
    if entry == run {
      runLength += 1
      return
    }
    flush()
    run = entry
    runLength = 1
  }

  /// Per account the texts with their counts, by their bytes; empty texts left out.
  mutating func counted(accounts: Int, texts: [String]) -> [[CountedText]] {
    flush()
    var found = [[CountedText]](repeating: [], count: accounts)
    for (entry, count) in counts where !texts[Int(entry.text)].isEmpty {
      found[Int(entry.account)].append(CountedText(text: texts[Int(entry.text)], rows: count))
    }
    for account in found.indices where found[account].count > 1 {
      found[account].sort { $0.text.isBytewiseLess(than: $1.text) }
    }
    return found
  }

  private mutating func flush() {
    guard let run else { return }
    counts[run, default: 0] += runLength
    self.run = nil
  }
}
