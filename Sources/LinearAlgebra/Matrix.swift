// SPDX-License-Identifier: Apache-2.0

/// A dense matrix of doubles, stored row after row in one array.
///
/// *Layout* Row-major without padding: element (i, j) is `elements[i * columns + j]`, and the
/// leading dimension that BLAS and LAPACK ask for is `columns`. It holds what numbers it is given;
/// only the kernels that say so refuse non-finite ones.
package struct Matrix: Sendable, Equatable {
  /// How many rows there are.
  package let rows: Int
  /// How many columns there are.
  package let columns: Int
  /// All elements, row after row.
  package var elements: [Double]

  /// Makes a matrix from its elements, row after row.
  package init(rows: Int, columns: Int, elements: [Double]) {
    precondition(rows >= 0 && columns >= 0, "matrix of \(rows) x \(columns)")
    precondition(
      elements.count == rows * columns,
      "\(elements.count) elements do not fill \(rows) x \(columns)"
    )
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  /// Makes a matrix of zeros.
  package init(rows: Int, columns: Int) {
    self.init(
      rows: rows,
      columns: columns,
      elements: [Double](repeating: 0, count: rows * columns)
    )
  }

  /// Makes a matrix from its rows, or nil when they differ in length.
  package init?(_ rows: [[Double]]) {
    let columns = rows.first?.count ?? 0
    guard rows.allSatisfy({ $0.count == columns }) else { return nil }
    self.init(rows: rows.count, columns: columns, elements: rows.flatMap { $0 })
  }

  /// The unit matrix of a size.
  package static func identity(_ size: Int) -> Matrix {
    var result = Matrix(rows: size, columns: size)
    for i in 0..<size { result[i, i] = 1 }
    return result
  }

  /// One element.
  package subscript(row: Int, column: Int) -> Double {
    get { elements[row * columns + column] }
    set { elements[row * columns + column] = newValue }
  }

  /// One row as an array.
  package func row(_ index: Int) -> [Double] {
    Array(elements[index * columns..<(index + 1) * columns])
  }

  /// One column as an array.
  package func column(_ index: Int) -> [Double] {
    (0..<rows).map { self[$0, index] }
  }

  /// The matrix with rows and columns swapped.
  package func transposed() -> Matrix {
    var result = Matrix(rows: columns, columns: rows)
    for i in 0..<rows {
      for j in 0..<columns { result[j, i] = self[i, j] }
    }
    return result
  }

  /// Whether there are as many rows as columns.
  package var isSquare: Bool { rows == columns }
}
