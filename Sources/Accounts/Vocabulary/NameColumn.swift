// SPDX-License-Identifier: Apache-2.0

/// The name of each account, empty where there is none: reads like an array of `String`, but keeps
/// what many accounts have in common once.
public struct NameColumn: Sendable {
  /// The names; one may stand here more than once, and one that no account has.
  package let texts: [String]
  /// Per account the number of its name.
  package let numbers: [Int32]

  /// The names of a sequence, in its order.
  public init(_ names: some Sequence<String>) {
    self.init(TextColumn(names.lazy.map { Optional($0) }))
  }

  /// Names that may be missing.
  init(_ names: TextColumn) {
    guard names.numbers.contains(where: { $0 < 0 }) else {
      (texts, numbers) = (names.texts, names.numbers)
      return
    }
    let none = Int32(names.texts.count)
    texts = names.texts + [""]
    numbers = names.numbers.map { $0 < 0 ? none : $0 }
  }

  /// What `answer` says about the name of each account; it is asked once per name.
  package func answers<Answer>(_ answer: (String) -> Answer) -> [Answer] {
    let known = texts.map(answer)
    return numbers.map { known[Int($0)] }
  }
}

extension NameColumn: RandomAccessCollection {
  /// 0.
  public var startIndex: Int { 0 }
  /// How many accounts there are.
  public var endIndex: Int { numbers.count }

  /// The name of one account.
  public subscript(account: Int) -> String { texts[Int(numbers[account])] }
}

extension NameColumn: Equatable {
  /// Whether all accounts have equal names.
  public static func == (a: NameColumn, b: NameColumn) -> Bool { a.elementsEqual(b) }
}

extension NameColumn: ExpressibleByArrayLiteral {
  /// The names as listed.
  public init(arrayLiteral elements: String...) { self.init(elements) }
}
