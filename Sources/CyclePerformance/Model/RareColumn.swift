// SPDX-License-Identifier: Apache-2.0

/// A column in which most rows have nothing: it takes memory up to the last row that has something.
struct RareColumn<Value: Sendable>: Sendable {
  private var values: [Value?] = []

  /// What a row has.
  subscript(row: Int) -> Value? {
    get { row < values.count ? values[row] : nil }
    set {
      if row >= values.count {
        guard newValue != nil else { return }
        while values.count <= row { values.append(nil) }
      }
      values[row] = newValue
    }
  }
}

/// A column of finite numbers in which some rows have none, at eight bytes a row.
struct NumberColumn: Sendable {
  private var values: [Double] = []

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
        while values.count <= row { values.append(.nan) }
      }
      values[row] = newValue ?? .nan
    }
  }
}
