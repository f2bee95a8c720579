// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// Numbers texts from 0 on so that equal ones have one number, however their accents are composed.
struct EqualTexts {
  private var numbers = TextNumbers()
  /// Texts beyond ASCII, which may be equal without having the same bytes.
  private var composed: [String: Int32] = [:]
  /// Per text the number of the first one that equals it.
  private var firsts: [Int32] = []

  /// How many numbers there are; some may belong to no text of their own.
  var count: Int { firsts.count }

  /// The number of a text.
  mutating func number(adding text: Span<UInt8>) -> Int32 {
    let (number, isNew) = numbers.number(adding: text)
    guard isNew else { return firsts[number] }
    var first = Int32(number)
    if text.indices.contains(where: { text[$0] >= 0x80 }) {
      let text = numbers.text(number)
      first = composed[text] ?? first
      composed[text] = first
    }
    firsts.append(first)
    return first
  }

  /// Appends the bytes of the first text of this number.
  func append(_ number: Int32, to bytes: inout [UInt8]) {
    numbers.withBytes(of: Int(number)) { text in
      for offset in text.indices { bytes.append(text[offset]) }
    }
  }

  /// The first text of this number.
  func text(_ number: Int32) -> String { numbers.text(Int(number)) }
}
