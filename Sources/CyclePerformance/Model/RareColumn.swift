// SPDX-License-Identifier: Apache-2.0

/// A column in which most rows have nothing: it takes memory up to the last row that has something.
struct RareColumn<Value: Sendable>: Sendable {
  private var values: [Value?] = []
  private var expected = 0

  /// What a row has.
  subscript(row: Int) -> Value? {
    get { row < values.count ? values[row] : nil }
    set {
      if row >= values.count {
        guard newValue != nil else { return }
        if values.isEmpty { values.reserveCapacity(max(expected, row + 1)) }
        while values.count <= row { values.append(nil) }
      }
      values[row] = newValue
    }
  }

  /// Makes room for so many rows, once one of them has something.
  mutating func reserveCapacity(_ count: Int) { expected = count }
}

/// A column of finite numbers in which some rows have none, at eight bytes a row.
struct NumberColumn: Sendable {
  private var values: [Double] = []
  private var expected = 0

  /// The number of a row.
  subscript(row: Int) -> Double? {
    get {
      guard row < values.count else { return nil }
      let value = values[row]
      return value.isNaN ? nil : value
    }
    set {
      if row >= values.count {
        guard newValue != nil else { return }
        if values.isEmpty { values.reserveCapacity(max(expected, row + 1)) }
        while values.count <= row { values.append(.nan) }
      }
      values[row] = newValue ?? .nan
    }
  }

  /// Makes room for so many rows, once one of them has a number.
  mutating func reserveCapacity(_ count: Int) { expected = count }
}
