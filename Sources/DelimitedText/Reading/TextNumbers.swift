// SPDX-License-Identifier: Apache-2.0

/// Numbers distinct texts by their bytes, in the order of first appearance.
///
/// Open addressing; what is short stands in the table itself, so that most texts are found with one
/// look at memory. The hash decides only where a text is found, never its number.
package struct TextNumbers: Sendable {
  /// A place of the table; free where `number` is -1.
  private struct Slot {
    /// The bytes of a short text, the hash of a longer one.
    var key: UInt64 = 0
    /// The length of the text; that of a very long one is cut.
    var length: UInt32 = 0
    var number: Int32 = -1
  }

  /// How many distinct texts there are.
  package var count: Int { ends.count - 1 }

  /// All texts, one after the other, and where each ends.
  private var arena: [UInt8] = []
  private var ends: [Int] = [0]
  /// The number of slots is a power of two; at most half of them are taken.
  private var slots = [Slot](repeating: Slot(), count: 64)

  /// Starts without texts.
  package init() {}

  /// The number of a text; nil when it is new.
  ///
  /// - Complexity: O(length of the text)
  package func number(of text: Span<UInt8>) -> Int? {
    let number = slots[place(of: text, TextWords.key(of: text))].number
    return number < 0 ? nil : Int(number)
  }

  /// The number of a text, the next free one when it is new.
  ///
  /// - Complexity: O(length of the text), amortised.
  package mutating func number(adding text: Span<UInt8>) -> (number: Int, isNew: Bool) {
    let key = TextWords.key(of: text)
    let place = place(of: text, key)
    guard slots[place].number < 0 else { return (Int(slots[place].number), false) }
    let new = count
    TextWords.append(text, to: &arena)
    ends.append(arena.count)
    slots[place] = Slot(key: key, length: UInt32(clamping: text.count), number: Int32(new))
    if count * 2 > slots.count { grow() }
    return (new, true)
  }

  /// Whether something stands where a text belongs first.
  func isTaken(by text: Span<UInt8>) -> Bool {
    slots[firstPlace(TextWords.key(of: text), UInt32(clamping: text.count))].number >= 0
  }

  /// Calls `body` with the bytes of the text of this number.
  package func withBytes<Answer>(of number: Int, _ body: (Span<UInt8>) -> Answer) -> Answer {
    body(arena.span.extracting(ends[number]..<ends[number + 1]))
  }

  /// The text of this number.
  package func text(_ number: Int) -> String {
    withBytes(of: number) { bytes in decodedText(of: bytes) }
  }

  /// The place of a text that is known, or the free one for it.
  private func place(of text: Span<UInt8>, _ key: UInt64) -> Int {
    let length = UInt32(clamping: text.count)
    var place = firstPlace(key, length)
    while slots[place].number >= 0 {
      let slot = slots[place]
      if slot.key == key, slot.length == length, isEqual(Int(slot.number), text) { return place }
      place = (place + 1) & (slots.count - 1)
    }
    return place
  }

  /// Whether a text with the key and length of a known one is the same.
  private func isEqual(_ number: Int, _ text: Span<UInt8>) -> Bool {
    if text.count <= TextWords.keyLength { return true }
    let start = ends[number]
    guard ends[number + 1] - start == text.count else { return false }
    return TextWords.isEqual(text, arena, from: start)
  }

  private func firstPlace(_ key: UInt64, _ length: UInt32) -> Int {
    Int(truncatingIfNeeded: TextWords.hash(ofKey: key, length: length)) & (slots.count - 1)
  }

  private mutating func grow() {
    let known = slots
    slots = .inLargePages(repeating: Slot(), count: known.count * 2)
    for slot in known where slot.number >= 0 {
      var place = firstPlace(slot.key, slot.length)
      while slots[place].number >= 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = slot
    }
  }
}
