// SPDX-License-Identifier: Apache-2.0

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

  /// Per account the texts, most frequent first, ties by their bytes; empty texts left out.
  mutating func ranked(accounts: Int, texts: [String]) -> [[String]] {
    flush()
    var found = [[(text: Int32, count: Int)]](repeating: [], count: accounts)
    for (entry, count) in counts where !texts[Int(entry.text)].isEmpty {
      found[Int(entry.account)].append((entry.text, count))
    }
    return found.map { entries in
      entries.sorted {
        $0.count != $1.count
          ? $0.count > $1.count
          : texts[Int($0.text)].isBytewiseLess(than: texts[Int($1.text)])
      }.map { texts[Int($0.text)] }
    }
  }

  private mutating func flush() {
    guard let run else { return }
    counts[run, default: 0] += runLength
    self.run = nil
  }
}
