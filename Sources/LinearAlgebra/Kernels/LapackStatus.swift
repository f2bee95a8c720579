// SPDX-License-Identifier: Apache-2.0

/// What LAPACK's return code says, translated in this one place.
enum LapackStatus {
  /// The positive code, or nil for success; a negative one is a wrong argument and our bug.
  static func failure(_ info: Int32, routine: String) -> Int? {
    precondition(info >= 0, "\(routine): argument \(-info) is illegal")
    return info == 0 ? nil : Int(info)
  }
}

extension Matrix {
  /// The dimensions as LAPACK wants them; a matrix beyond its 32-bit range is our bug.
  var lapackRows: Int32 { Int32(rows) }
  var lapackColumns: Int32 { Int32(columns) }

  /// The leading dimension; LAPACK asks for at least 1 even where there are no columns.
  var leadingDimension: Int32 { Int32(max(1, columns)) }

  /// Whether every element is a finite number.
  var isFinite: Bool { elements.allSatisfy(\.isFinite) }
}
