// SPDX-License-Identifier: Apache-2.0

/// One number per account, or none: reads like an array of `Double?` in half its memory.
///
/// What is no number (NaN) is missing, so nothing has to stand beside the numbers to say so.
public struct NumberColumn: Sendable {
  /// One number per account, NaN where it is missing.
  @usableFromInline package var numbers: [Double]

  /// A column of missing numbers.
  public init(missing count: Int) { numbers = Array(repeating: .nan, count: count) }

  /// The numbers of a sequence, in its order.
  public init(_ elements: some Sequence<Double?>) { numbers = elements.map { $0 ?? .nan } }

  /// Takes numbers as they are, NaN for missing ones.
  package init(numbers: [Double]) { self.numbers = numbers }

  /// Whether no number is missing.
  ///
  /// - Complexity: O(n)
  package var isComplete: Bool {
    var gaps = 0
    for number in numbers { gaps &+= number.isNaN ? 1 : 0 }
    return gaps == 0
  }

  /// The numbers at some places, in their order.
  package func gathered(_ places: [Int]) -> NumberColumn {
    NumberColumn(numbers: places.map { numbers[$0] })
  }

  /// A column of `count` places with these numbers at `places`, and none elsewhere.
  package func spread(over places: [Int], of count: Int) -> NumberColumn {
    precondition(places.count == numbers.count, "\(numbers.count) numbers, \(places.count) places")
    var result = NumberColumn(missing: count)
    for index in places.indices { result.numbers[places[index]] = numbers[index] }
    return result
  }
}

extension NumberColumn: RandomAccessCollection, MutableCollection {
  /// 0.
  @inlinable public var startIndex: Int { 0 }
  /// How many accounts there are.
  @inlinable public var endIndex: Int { numbers.count }

  /// The number of one account, nil where it is missing.
  @inlinable
  public subscript(account: Int) -> Double? {
    get {
      let number = numbers[account]
      return number.isNaN ? nil : number
    }
    set { numbers[account] = newValue ?? .nan }
  }
}

extension NumberColumn: Equatable {
  /// Whether both columns have equal numbers and miss the same ones.
  public static func == (a: NumberColumn, b: NumberColumn) -> Bool {
    a.count == b.count && a.indices.allSatisfy { a[$0] == b[$0] }
  }
}

extension NumberColumn: ExpressibleByArrayLiteral {
  /// The numbers as listed.
  public init(arrayLiteral elements: Double?...) { self.init(elements) }
}
