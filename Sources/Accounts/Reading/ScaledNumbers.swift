// SPDX-License-Identifier: Apache-2.0

/// The numbers of some rows in the units of their values, column by column, in 32 bits each.
struct ScaledNumbers: Sendable {
  /// Whether each number is a multiple of its unit and fits.
  private(set) var areExact = true
  /// Whether any number is missing.
  private(set) var haveGaps = false
  private var numbers: [Int32] = []
  /// How many rows there may be: columns lie so far apart.
  private let capacity: Int

  /// Takes up to so many rows at a time.
  init(capacity: Int) { self.capacity = capacity }

  /// The number of a column and row, 0 where it is missing.
  @inline(__always)
  subscript(column: Int, row: Int) -> Int32 { numbers[column &* capacity &+ row] }

  /// The sum of a column's first rows.
  func total(column: Int, rows: Int) -> Int64 {
    numbers[column * capacity..<column * capacity + rows].reduce(0) { $0 + Int64($1) }
  }

  /// Takes rows of columns, whose values count in these units.
  mutating func take(
    _ rows: Range<Int>,
    of all: [Int64],
    _ columns: [SumStore.Column],
    _ units: [Int64]
  ) {
    let missing = columns.count * capacity - numbers.count
    if missing > 0 { numbers.append(contentsOf: repeatElement(0, count: missing)) }
    (areExact, haveGaps) = (true, false)
    for (index, column) in columns.enumerated() {
      // Division by a number that is known beforehand is several times as fast.
      if units[column.value] == 100 {
        take(rows, of: all, column, by: 100, to: index * capacity)
      } else {
        take(rows, of: all, column, by: units[column.value], to: index * capacity)
      }
    }
  }

  @inline(__always)
  private mutating func take(
    _ rows: Range<Int>,
    of all: [Int64],
    _ column: SumStore.Column,
    by unit: Int64,
    to target: Int
  ) {
    var (areExact, haveGaps) = (true, false)
    for row in rows {
      let number = all[column.offset + row]
      let isMissing = number == column.none
      let own = isMissing ? 0 : number
      let short = Int32(truncatingIfNeeded: own / unit)
      areExact = areExact && Int64(short) &* unit == own
      haveGaps = haveGaps || isMissing
      numbers[target + row - rows.lowerBound] = short
    }
    self.areExact = self.areExact && areExact
    self.haveGaps = self.haveGaps || haveGaps
  }
}
