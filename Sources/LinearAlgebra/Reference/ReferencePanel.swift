// SPDX-License-Identifier: Apache-2.0

/// Plain Swift twins of the kernels that read rows block by block.
package enum ReferencePanel {
  /// The constant, the predictors and the response of every row.
  package static func rows(_ values: [Double], _ columns: PanelColumns) -> [[Double]] {
    (0..<columns.rows(in: values.count)).map { row in
      [1]
        + (columns.predictors + [columns.response]).map { values[row * columns.width + $0] }
    }
  }

  /// The triangle of the rows by Givens rotations, one row after the other, with a diagonal of 0
  /// or more.
  package static func triangle(_ rows: [[Double]]) -> Matrix {
    let count = rows.first?.count ?? 0
    var result = Matrix(rows: count, columns: count)
    for given in rows {
      var row = given
      for j in 0..<count {
        let length = (result[j, j] * result[j, j] + row[j] * row[j]).squareRoot()
        guard length > 0 else { continue }
        let (c, s) = (result[j, j] / length, row[j] / length)
        for k in j..<count {
          let (upper, lower) = (result[j, k], row[k])
          result[j, k] = c * upper + s * lower
          row[k] = c * lower - s * upper
        }
      }
    }
    return result
  }

  /// Coefficients, pseudo-inverse, residuals and leverages by the normal equations.
  package static func sandwich(
    _ rows: [[Double]],
    groups: [Int32]
  ) throws(LinearAlgebraError) -> PanelSandwich {
    let k = (rows.first?.count ?? 1) - 1
    let design = Matrix(rows: rows.count, columns: k, elements: rows.flatMap { $0.prefix(k) })
    let response = rows.map { $0[k] }
    let coefficients = try ReferenceAlgebra.leastSquares(design, response)
    let lower = try ReferenceAlgebra.choleskyFactor(ReferenceAlgebra.gram(design))
    let fitted = ReferenceAlgebra.product(design, coefficients)
    var result = PanelSandwich(
      equal: [Double](repeating: 0, count: k),
      leftOut: [Double](repeating: 0, count: k),
      groups: Matrix(rows: Int((groups.max() ?? -1) + 1), columns: k),
      largestLeverage: 0,
      fitted: fitted,
      leverage: []
    )
    for (row, group) in groups.enumerated() {
      let p = ReferenceAlgebra.solve(lower: lower, design.row(row))
      let leverage = zip(p, design.row(row)).reduce(0) { $0 + $1.0 * $1.1 }
      let residual = response[row] - fitted[row]
      for j in 0..<k {
        result.equal[j] += p[j] * residual * p[j] * residual
        let leftOut = p[j] * residual / (1 - leverage)
        result.leftOut[j] += leftOut * leftOut
        result.groups[Int(group), j] += p[j] * residual
      }
      result.leverage.append(leverage)
      result.largestLeverage = max(result.largestLeverage, leverage)
    }
    return result
  }
}
