// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// One text per account, or none: reads like an array of `String?`, but keeps what many accounts
/// have in common once.
public struct TextColumn: Sendable {
  /// The texts; one may stand here more than once, and one that no account has.
  package private(set) var texts: [String]
  /// Per account the number of its text, -1 where it is missing.
  package private(set) var numbers: [Int32]

  /// The texts of a sequence, in its order.
  public init(_ elements: some Sequence<String?>) {
    (texts, numbers) = ([], [])
    var known = TextNumbers()
    for element in elements {
      guard let element else {
        numbers.append(-1)
        continue
      }
      let (number, isNew) = known.number(adding: element.utf8.span)
      if isNew { texts.append(element) }
      numbers.append(Int32(number))
    }
  }

  /// No texts for so many accounts, which may get some of these by their numbers.
  init(missing count: Int, of texts: [String]) {
    self.texts = texts
    numbers = Array(repeating: -1, count: count)
  }

  /// Gives an account the text of this number; -1 is none.
  mutating func set(number: Int32, of account: Int) { numbers[account] = number }

  /// Gives an account a text that need not be among those known.
  mutating func set(_ text: String?, of account: Int) {
    guard let text else {
      numbers[account] = -1
      return
    }
    numbers[account] = Int32(texts.count)
    texts.append(text)
  }

  /// What `answer` says about the text of each account; it is asked once per text.
  package func answers<Answer>(_ answer: (String?) -> Answer) -> [Answer] {
    let (none, known) = (answer(nil), texts.map { answer($0) })
    return numbers.map { $0 < 0 ? none : known[Int($0)] }
  }
}

extension TextColumn: RandomAccessCollection {
  /// 0.
  public var startIndex: Int { 0 }
  /// How many accounts there are.
  public var endIndex: Int { numbers.count }

  /// The text of one account, nil where it is missing.
  public subscript(account: Int) -> String? {
    let number = numbers[account]
    return number < 0 ? nil : texts[Int(number)]
  }
}

extension TextColumn: Equatable {
  /// Whether all accounts have equal texts.
  public static func == (a: TextColumn, b: TextColumn) -> Bool { a.elementsEqual(b) }
}

extension TextColumn: ExpressibleByArrayLiteral {
  /// The texts as listed.
  public init(arrayLiteral elements: String?...) { self.init(elements) }
}
