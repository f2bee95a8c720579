// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// Which element of a list has which key, each with its first row.
///
/// Keys are found in the list of the elements' ids, so that none is kept twice: what asks names the
/// list, which must be the same every time and only grow. As long as every element has a key and
/// the keys ascend, as those of an export by id do, the list itself is all it takes; the first key
/// out of order makes a table.
struct KeyedList {
  /// A hash table: the high half of a key's hash above the index of its element plus one, or 0 for
  /// free; a power of two of slots, at most half of them taken, and none while the keys ascend.
  private var slots: [UInt64] = []
  private var count = 0
  /// The rows of the elements, up to the last one with a key.
  private var rows: [KeyedRows.Row] = []
  /// How many keys are to be expected.
  private var expected = 0

  /// Makes room for so many more keys.
  mutating func reserve(_ more: Int) {
    expected = rows.count + more
    rows.reserveCapacity(expected)
  }

  /// The index of the element with `key` in the list whose ids are `ids`, nil when there is none.
  func index(of key: String, in ids: TextList) -> Int? { index(of: key.utf8.span, in: ids) }

  /// The same for the bytes of a key.
  func index(of key: Span<UInt8>, in ids: TextList) -> Int? {
    guard slots.isEmpty else { return place(of: key, TextWords.hash(of: key), in: ids).known }
    return isBehindAll(key, in: ids) ? nil : ids.index(ofAscending: key, before: count)
  }

  /// Whether the id of the element at `index` is its key, as that of the first element with it is.
  func isKey(at index: Int) -> Bool { index < rows.count && rows[index].row >= 0 }

  /// Takes `key` for the element that comes next in the list, unless an earlier one has it.
  mutating func claim(_ key: String, by row: KeyedRows.Row, in ids: TextList) -> KeyedRows.Claim {
    let found = find(key.utf8.span, in: ids)
    if let known = found.known { return .again(index: known, row: rows[known]) }
    take(found, by: row, in: ids)
    return .first
  }

  private mutating func add(_ row: KeyedRows.Row, in ids: TextList) {
    count += 1
    while rows.count < ids.count { rows.append(KeyedRows.Row(file: 0, row: -1)) }
    rows.append(row)
  }

  /// Whether `key` comes after all keys, which ascend.
  private func isBehindAll(_ key: Span<UInt8>, in ids: TextList) -> Bool {
    count == 0 || ids.isText(at: count - 1, before: key)
  }
}

// MARK: - In two steps

extension KeyedList {
  /// Where a key is, or where it belongs.
  struct Found {
    /// The index of the element that has it, nil when none has.
    fileprivate(set) var known: Int?
    fileprivate var hash: UInt64
    fileprivate var slot: Int
  }

  /// Looks for the bytes of a key; `hash` is theirs where it is known.
  mutating func find(_ key: Span<UInt8>, hash: UInt64? = nil, in ids: TextList) -> Found {
    if slots.isEmpty {
      if isBehindAll(key, in: ids) {
        if ids.count == count { return Found(hash: 0, slot: -1) }
      } else if let known = ids.index(ofAscending: key, before: count) {
        return Found(known: known, hash: 0, slot: -1)
      }
      fill(ids)
    }
    if (count + 1) * 2 > slots.count { grow(ids) }
    let hash = hash ?? TextWords.hash(of: key)
    let (known, slot) = place(of: key, hash, in: ids)
    return Found(known: known, hash: hash, slot: slot)
  }

  /// Takes a key that nobody has, as it was found just now, for the element that comes next.
  mutating func take(_ found: Found, by row: KeyedRows.Row, in ids: TextList) {
    if found.slot >= 0 { slots[found.slot] = Self.entry(found.hash, ids.count) }
    add(row, in: ids)
  }

  /// Whether something stands where a key with this hash belongs first; asking makes it near.
  func isTaken(_ hash: UInt64) -> Bool {
    !slots.isEmpty && slots[Int(truncatingIfNeeded: hash) & (slots.count - 1)] != 0
  }
}

// MARK: - The table

extension KeyedList {
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

  /// Makes the table of the keys so far, which are those of the first elements.
  private mutating func fill(_ ids: TextList) {
    var size = 64
    while size < max(count + 1, expected) * 2 { size *= 2 }
    slots = .inLargePages(repeating: 0, count: size)
    for index in 0..<count { put(Self.entry(ids.hash(at: index), index), ids.hash(at: index)) }
  }

  private mutating func grow(_ ids: TextList) {
    let old = slots
    slots = .inLargePages(repeating: 0, count: old.count * 2)
    for entry in old where entry != 0 {
      put(entry, ids.hash(at: Int(entry & 0xFFFF_FFFF) - 1))
    }
  }

  private mutating func put(_ entry: UInt64, _ hash: UInt64) {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = entry
  }

  private static func entry(_ hash: UInt64, _ index: Int) -> UInt64 {
    hash & 0xFFFF_FFFF_0000_0000 | UInt64(UInt32(truncatingIfNeeded: index + 1))
  }
}
