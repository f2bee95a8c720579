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

  /// How many ids there are.
  var count: Int { ascii.count + further.count }

  /// The id of a number.
  subscript(number: Int) -> String {
    number < ascii.count ? ascii.texts[number] : further[number - ascii.count]
  }

  /// The number of an id, the next free one when it is new.
  mutating func number(of id: String) -> Int {
    if numbers.isEmpty {
      if id.utf8.allSatisfy({ $0 < 128 }) { return ascii.index(of: id) }
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
