// SPDX-License-Identifier: Apache-2.0
import Accounts

/// Where the cells of a text end, and what they are.
@safe struct CellMarks: ~Copyable {
  /// What a cell holds.
  enum Kind: UInt64 {
    case missing
    case number
    /// A text that no format needs to quote or escape.
    case plain
    case text
  }

  /// The end of each cell above the two bits of its kind, behind a 0 for the start of the first.
  private var marks = UnsafeMutablePointer<UInt64>.allocate(capacity: 1)
  private var capacity = 1
  private var count = 1

  init() { unsafe marks.initialize(to: 0) }

  deinit { unsafe marks.deallocate() }

  /// Forgets all cells and makes room for `cells` new ones.
  mutating func removeAll(reserving cells: Int) {
    if cells + 1 > capacity {
      unsafe marks.deallocate()
      capacity = cells + 1
      unsafe marks = UnsafeMutablePointer<UInt64>.allocate(capacity: capacity)
    }
    unsafe marks[0] = 0
    count = 1
  }

  /// Notes that a cell ends at `end`.
  @inline(__always)
  mutating func close(_ kind: Kind, at end: Int) {
    precondition(count < capacity, "more than \(capacity - 1) cells")
    unsafe marks[count] = UInt64(end) << 2 | kind.rawValue
    count += 1
  }

  /// What a cell is.
  @inline(__always)
  func kind(_ cell: Int) -> Kind {
    precondition(cell >= 0 && cell + 1 < count, "cell \(cell) of \(count - 1)")
    return Kind(rawValue: unsafe marks[cell + 1] & 3) ?? .text
  }

  /// Where a cell stands.
  @inline(__always)
  func range(_ cell: Int) -> Range<Int> {
    precondition(cell >= 0 && cell + 1 < count, "cell \(cell) of \(count - 1)")
    return unsafe Int(marks[cell] >> 2)..<Int(marks[cell + 1] >> 2)
  }
}

/// Numbers brought together from places all over a column.
@safe struct GatheredNumbers: ~Copyable {
  private let numbers: UnsafeMutablePointer<Double>
  private let capacity: Int
  private var count = 0

  init(capacity: Int) {
    unsafe numbers = UnsafeMutablePointer<Double>.allocate(capacity: capacity)
    self.capacity = capacity
  }

  deinit { unsafe numbers.deallocate() }

  /// The number at `index`, no number where it is missing.
  @inline(__always)
  subscript(index: Int) -> Double {
    precondition(index >= 0 && index < count, "number \(index) of \(count)")
    return unsafe numbers[index]
  }

  /// Takes the numbers of some rows of a table.
  mutating func gather(_ column: NumberColumn, _ order: CellSource.Order, _ rows: Range<Int>) {
    precondition(rows.count <= capacity, "\(rows.count) rows for \(capacity) places")
    count = rows.count
    switch order {
    case .asStored:
      for index in 0..<count { unsafe numbers[index] = column.numbers[rows.lowerBound + index] }
    case .rows(let places):
      for index in 0..<count {
        unsafe numbers[index] = column.numbers[places[rows.lowerBound + index]]
      }
    }
  }
}
