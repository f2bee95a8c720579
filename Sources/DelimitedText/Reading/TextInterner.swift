// SPDX-License-Identifier: Apache-2.0

/// Gives each distinct text of a column a number, in the order of first appearance.
///
/// Open addressing over the trimmed bytes of the fields; a text is decoded once, when it is first
/// seen. The hash decides only where a text is stored, never its number.
package struct TextInterner: Sendable {
  /// The distinct texts, by number.
  package private(set) var texts: [String] = []

  private var arena: [UInt8] = []
  private var ends: [Int] = [0]
  private var hashes: [UInt64] = []
  /// A hash table: the high half of a hash above the number of the text plus one, or 0 for free.
  ///
  /// The number of slots is a power of two; at most half of them are taken.
  private var slots = [UInt64](repeating: 0, count: 64)

  /// Starts without texts.
  package init() {}

  /// How many distinct texts there are.
  package var count: Int { texts.count }

  /// The number of the text in a field, the next free one when it is new.
  ///
  /// - Complexity: O(length of the text), amortised.
  package mutating func index(of record: borrowing Record, column: Int) -> Int {
    record.withContent(column) { cell in index(of: cell) }
  }

  /// The number of the text in a field; nil when it is new and `limit` texts are known already.
  ///
  /// - Complexity: O(length of the text), amortised.
  package mutating func index(
    of record: borrowing Record,
    column: Int,
    limit: Int
  ) -> Int? {
    record.withContent(column) { cell in
      let (known, slot, hash) = place(of: cell)
      if let known { return known }
      return count < limit ? add(cell, hash, at: slot) : nil
    }
  }

  /// The number of `text`, the next free one when it is new; the text is taken as it is.
  package mutating func index(of text: String) -> Int { index(of: text.utf8.span) }

  /// The number of `text`, nil when it is new; the text is taken as it is.
  package func number(of text: String) -> Int? { place(of: text.utf8.span).known }

  private mutating func index(of cell: Span<UInt8>) -> Int {
    let (known, slot, hash) = place(of: cell)
    return known ?? add(cell, hash, at: slot)
  }

  /// The number of a text that is known, or the free slot for it.
  private func place(of cell: Span<UInt8>) -> (known: Int?, slot: Int, hash: UInt64) {
    let hash = TextWords.hash(of: cell)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let known = Int(slots[slot] & 0xFFFF_FFFF) - 1
      if (slots[slot] ^ hash) >> 32 == 0, isEqual(known, cell) { return (known, slot, hash) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return (nil, slot, hash)
  }

  private mutating func add(_ cell: Span<UInt8>, _ hash: UInt64, at slot: Int) -> Int {
    let new = texts.count
    texts.append(decodedText(of: cell))
    hashes.append(hash)
    for offset in cell.indices { arena.append(cell[offset]) }
    ends.append(arena.count)
    slots[slot] = Self.entry(hash, new)
    if texts.count * 2 > slots.count { grow() }
    return new
  }

  private func isEqual(_ index: Int, _ cell: Span<UInt8>) -> Bool {
    let start = ends[index]
    guard ends[index + 1] - start == cell.count else { return false }
    return TextWords.isEqual(cell, arena, from: start)
  }

  private mutating func grow() {
    slots = [UInt64](repeating: 0, count: slots.count * 2)
    for (index, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Self.entry(hash, index)
    }
  }

  private static func entry(_ hash: UInt64, _ index: Int) -> UInt64 {
    hash & 0xFFFF_FFFF_0000_0000 | UInt64(UInt32(truncatingIfNeeded: index + 1))
  }
}
