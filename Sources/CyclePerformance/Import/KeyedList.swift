// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// Which element of a list has which key, each with its first row.
///
/// Keys are found in the list of the elements' ids, so that none is kept twice: what asks names the
/// list, which must be the same every time and only grow.
struct KeyedList {
  /// A hash table: the high half of a key's hash above the index of its element plus one, or 0 for
  /// free; the number of slots is a power of two, of which at most half are taken.
  private var slots = [UInt64](repeating: 0, count: 64)
  private var count = 0
  /// The rows of the elements, up to the last one with a key.
  private var rows: [KeyedRows.Row] = []

  /// The index of the element with `key` in the list whose ids are `ids`, nil when there is none.
  func index(of key: String, in ids: TextList) -> Int? {
    place(of: key.utf8.span, TextWords.hash(of: key.utf8.span), in: ids).known
  }

  /// Takes `key` for the element that comes next in the list, unless an earlier one has it.
  mutating func claim(_ key: String, by row: KeyedRows.Row, in ids: TextList) -> KeyedRows.Claim {
    if (count + 1) * 2 > slots.count { grow(ids) }
    let hash = TextWords.hash(of: key.utf8.span)
    let (known, slot) = place(of: key.utf8.span, hash, in: ids)
    if let known { return .again(index: known, row: rows[known]) }
    slots[slot] = Self.entry(hash, ids.count)
    count += 1
    while rows.count < ids.count { rows.append(KeyedRows.Row(file: 0, row: -1)) }
    rows.append(row)
    return .first
  }

  /// The index of a known key, or the free slot for it.
  private func place(
    of key: Span<UInt8>,
    _ hash: UInt64,
    in ids: TextList
  ) -> (known: Int?, slot: Int) {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let known = Int(slots[slot] & 0xFFFF_FFFF) - 1
      if (slots[slot] ^ hash) >> 32 == 0, ids.isText(at: known, key) { return (known, slot) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return (nil, slot)
  }

  private mutating func grow(_ ids: TextList) {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 2)
    for entry in old where entry != 0 {
      let index = Int(entry & 0xFFFF_FFFF) - 1
      let hash = ids.hash(at: index)
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = entry
    }
  }

  private static func entry(_ hash: UInt64, _ index: Int) -> UInt64 {
    hash & 0xFFFF_FFFF_0000_0000 | UInt64(UInt32(truncatingIfNeeded: index + 1))
  }
}
