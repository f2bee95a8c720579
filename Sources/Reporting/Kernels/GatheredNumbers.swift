// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText
import Selection

/// Numbers brought together from places all over a column.
@safe struct GatheredNumbers: ~Copyable {
  private let storage: UnsafeMutablePointer<Double>
  private let capacity: Int
  private var count = 0

  init(capacity: Int) {
    unsafe storage = UnsafeMutablePointer<Double>.allocate(capacity: capacity)
    self.capacity = capacity
  }

  deinit { unsafe storage.deallocate() }

  /// Appends each number as a cell.
  func append(to cells: inout TextCells) {
    cells.append(unsafe UnsafeBufferPointer(start: storage, count: count).span)
  }

  /// Takes the numbers of some rows of a table.
  mutating func gather(_ column: NumberColumn, _ order: CellSource.Order, _ rows: Range<Int>) {
    precondition(rows.count <= capacity, "\(rows.count) rows for \(capacity) places")
    count = rows.count
    let all = column.numbers.span
    switch order {
    case .asStored:
      for index in 0..<count { unsafe storage[index] = all[rows.lowerBound + index] }
    case .rows(let places):
      let places = places.span
      for index in 0..<count { unsafe storage[index] = all[places[rows.lowerBound + index]] }
    }
  }

  /// Multiplies the numbers of these rows by the shares of their accounts.
  mutating func multiply(by shares: WeightShares, _ order: CellSource.Order, _ rows: Range<Int>) {
    precondition(rows.count == count, "\(count) numbers for \(rows.count) rows")
    switch order {
    case .asStored:
      for index in 0..<count { unsafe storage[index] *= shares[rows.lowerBound + index] }
    case .rows(let places):
      let places = places.span
      for index in 0..<count { unsafe storage[index] *= shares[places[rows.lowerBound + index]] }
    }
  }
}
