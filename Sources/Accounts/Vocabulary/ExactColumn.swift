// SPDX-License-Identifier: Apache-2.0

/// One exact number per account, or none: reads like an array of `Int128?` in a quarter of its
/// memory.
///
/// Nearly every sum fits into 64 bits; those that do not stand beside.
public struct ExactColumn: Sendable, Equatable {
  /// `hole` for what is missing and for what stands in `wide`.
  private var numbers: [Int64]
  private var wide: [Int: Int128] = [:]

  private static let hole = Int64.min

  /// A column of missing numbers.
  public init(missing count: Int) { numbers = Array(repeating: Self.hole, count: count) }

  /// The numbers of a sequence.
  public init(_ elements: some Sequence<Int128?>) {
    numbers = []
    for element in elements { append(element) }
  }

  /// Appends the number of one more account.
  mutating func append(_ element: Int128?) {
    guard let element else { return numbers.append(Self.hole) }
    let small = Int64(truncatingIfNeeded: element)
    numbers.append(small)
    if Int128(small) != element || small == Self.hole { self[numbers.count - 1] = element }
  }

  /// Puts the numbers of another column to some rows, in their order.
  mutating func spread(_ others: ExactColumn, over rows: ArraySlice<Int32>) {
    if let run = rows.run {
      numbers.replaceSubrange(run, with: others.numbers)
    } else {
      for (number, row) in zip(others.numbers, rows) { numbers[Int(row)] = number }
    }
    for (place, number) in others.wide { wide[Int(rows[rows.startIndex + place])] = number }
  }
}

extension ExactColumn {
  /// The rows of all numbers below zero, ascending.
  package var negatives: [Int] {
    numbers.indices.filter { row in
      numbers[row] < 0 && (numbers[row] != Self.hole || (self[row] ?? 0) < 0)
    }
  }

  /// What all numbers add up to, and how many there are.
  package var sum: (total: Int128, known: Int) {
    var total = wide.values.reduce(0, +)
    var known = wide.count
    for number in numbers where number != Self.hole {
      total += Int128(number)
      known += 1
    }
    return (total, known)
  }

  /// The `Double` nearest to each number times 10^-decimals.
  func numbers(decimals: Int) -> NumberColumn {
    let unit = decimals == 4 ? 1e4 : 1e9
    return NumberColumn(
      numbers: numbers.indices.map { row in
        let number = numbers[row]
        if number.magnitude < 1 << 53 { return Double(number) / unit }
        return self[row].map { nearestDouble($0, decimals: decimals) } ?? .nan
      }
    )
  }
}

extension ExactColumn: RandomAccessCollection, MutableCollection {
  /// 0.
  public var startIndex: Int { 0 }
  /// How many accounts there are.
  public var endIndex: Int { numbers.count }

  /// The number of one account, nil where it is missing.
  public subscript(row: Int) -> Int128? {
    get {
      let number = numbers[row]
      guard number == Self.hole else { return Int128(number) }
      return wide.isEmpty ? nil : wide[row]
    }
    set {
      if !wide.isEmpty { wide[row] = nil }
      guard let newValue else {
        numbers[row] = Self.hole
        return
      }
      if let small = Int64(exactly: newValue), small != Self.hole {
        numbers[row] = small
      } else {
        numbers[row] = Self.hole
        wide[row] = newValue
      }
    }
  }
}

extension ExactColumn: ExpressibleByArrayLiteral {
  /// The numbers as listed.
  public init(arrayLiteral elements: Int128?...) { self.init(elements) }
}
