// SPDX-License-Identifier: Apache-2.0

/// A parameter or an answer of a reference case, without any file format.
package indirect enum CaseValue: Sendable, Equatable {
  case missing
  case flag(Bool)
  case number(Double)
  case text(String)
  case list([CaseValue])
  /// Named values in their order.
  case table([Entry])

  /// One named value.
  package struct Entry: Sendable, Equatable {
    package var key: String
    package var value: CaseValue

    package init(_ key: String, _ value: CaseValue) {
      self.key = key
      self.value = value
    }
  }

  /// A list of numbers; those that are not finite are missing.
  package static func numbers(_ numbers: [Double]) -> CaseValue {
    .list(numbers.map { .number(finite: $0) })
  }

  /// A list of whole numbers.
  package static func integers(_ numbers: [Int]) -> CaseValue {
    .list(numbers.map { .number(Double($0)) })
  }

  /// A list of rows of numbers.
  package static func rows(_ rows: [[Double]]) -> CaseValue {
    .list(rows.map(CaseValue.numbers))
  }

  /// A number, or missing where there is none that is finite.
  package static func number(finite number: Double?) -> CaseValue {
    guard let number, number.isFinite else { return .missing }
    return .number(number)
  }

  /// The value of a key of a table.
  package subscript(key: String) -> CaseValue? {
    guard case .table(let entries) = self else { return nil }
    return entries.first { $0.key == key }?.value
  }

  /// The number, if it is a finite one.
  package var number: Double? {
    guard case .number(let number) = self, number.isFinite else { return nil }
    return number
  }

  /// The text, if it is one.
  package var text: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }

  /// The members, if it is a list.
  package var list: [CaseValue]? {
    guard case .list(let members) = self else { return nil }
    return members
  }

  /// The numbers, if it is a list of nothing else.
  package var numbers: [Double]? {
    guard let members = list else { return nil }
    let numbers = members.compactMap(\.number)
    return numbers.count == members.count ? numbers : nil
  }

  /// The texts, if it is a list of nothing else.
  package var texts: [String]? {
    guard let members = list else { return nil }
    let texts = members.compactMap(\.text)
    return texts.count == members.count ? texts : nil
  }

  /// The rows of numbers, if it is a list of lists of nothing else.
  package var rows: [[Double]]? {
    guard let members = list else { return nil }
    let rows = members.compactMap(\.numbers)
    return rows.count == members.count ? rows : nil
  }
}
