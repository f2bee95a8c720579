// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// Numbers account ids in the order of their first appearance.
///
/// Ids that Unicode holds equal are one id. Those of ASCII letters and digits, which nearly all are,
/// differ in their bytes and are looked up by them; the first other id makes strings decide.
struct IdentifierIndex {
  private var ascii = TextInterner()
  /// Ids from the first one on that is not ASCII.
  private var further: [String] = []
  /// All ids, once there is one that is not ASCII.
  private var numbers: [String: Int] = [:]

  /// Takes over the ids that plain rows have, before the first id.
  mutating func share(_ texts: KnownTexts) { ascii.share(texts) }

  /// How many ids there are.
  var count: Int { ascii.count + further.count }

  /// The id of a number.
  subscript(number: Int) -> String {
    number < ascii.count ? ascii.texts[number] : further[number - ascii.count]
  }

  /// The number of an id, the next free one when it is new.
  mutating func number(of id: String) -> Int {
    number(of: WrittenText(text: id, number: nil))
  }

  /// The number of an id as a plain row has it, the next free one when it is new.
  mutating func number(of written: WrittenText) -> Int {
    let id = written.text
    if numbers.isEmpty {
      if id.utf8.span.isASCII { return ascii.index(of: written) }
      for number in 0..<ascii.count { numbers[ascii.texts[number]] = number }
    }
    if let known = numbers[id] { return known }
    numbers[id] = count
    further.append(id)
    return count - 1
  }

  /// The number of an id, nil when it is new.
  func known(_ id: String) -> Int? { numbers.isEmpty ? ascii.number(of: id) : numbers[id] }
}
