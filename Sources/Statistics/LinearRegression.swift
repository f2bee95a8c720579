// SPDX-License-Identifier: Apache-2.0
package import LinearAlgebra

/// Ordinary least squares with an intercept, and standard errors under four assumptions.
///
/// Coefficients, errors and tests stand intercept first. `errors` takes equal variances, HC1 and
/// HC3 (MacKinnon and White 1985) do not, CR1 takes rows of one group as dependent. Rows are read
/// where they lie, see ``PanelLeastSquares``; the units of columns do not decide the rank.
package struct LinearRegression: Sendable, Equatable {
  /// Why there is nothing to fit.
  package enum Failure: Error, Equatable, Sendable {
    /// There are not more rows than coefficients.
    case tooFewRows(rows: Int, coefficients: Int)
    /// Some columns follow from others; `dependent` are their coefficients, 0 the intercept.
    case rankDeficient(rank: Int, coefficients: Int, dependent: [Int])
    /// The numbers are too large to be multiplied.
    case overflow
  }

  /// How much is computed beyond coefficients and errors for equal variances.
  package enum Detail: Sendable {
    /// Nothing.
    case classical
    /// The errors for unequal variances and for groups.
    case robust
    /// The same, and fitted value and leverage of every row.
    case rows
  }

  /// Standard errors that let rows of a group depend on each other.
  package struct Clustered: Sendable, Equatable {
    /// The standard errors; nil below two groups.
    package var errors: [Double]?
    /// How many groups there are.
    package var count: Int
  }

  /// The coefficients, intercept first.
  package let coefficients: [Double]
  /// The fitted values, row by row, where rows are kept.
  package let fitted: [Double]
  /// The pull of every row on its own fitted value, where rows are kept.
  package let leverage: [Double]
  /// The standard errors for equal variances.
  package let errors: [Double]
  /// The standard errors HC1; nil where they were not asked for.
  package let errorsHC1: [Double]?
  /// The standard errors HC3; nil also where a row decides its own fit.
  package let errorsHC3: [Double]?
  /// The standard errors CR1, nil without groups.
  package let clustered: Clustered?
  /// The residual standard deviation, with n - k degrees of freedom.
  package let sigma: Double
  /// The share of the variance that is explained; nil for a constant response.
  package let rSquared: Double?
  /// The largest over the smallest singular value of the columns divided by their length.
  package let condition: Double
  /// How many rows there are.
  package let count: Int

  /// Rows less coefficients.
  package var degreesOfFreedom: Double { Double(count - coefficients.count) }

  /// ``rSquared`` with a price for every coefficient.
  package var adjustedRSquared: Double? {
    rSquared.map { 1 - (1 - $0) * Double(count - 1) / degreesOfFreedom }
  }

  /// Fits `response` to `rows` of equal length; `groups`, one per row, are for CR1 only.
  ///
  /// - Complexity: O(rows · columns²)
  package init(
    _ rows: [[Double]],
    _ response: [Double],
    groups: [String]? = nil
  ) throws(Failure) {
    precondition(rows.count == response.count, "\(rows.count) rows, \(response.count) responses")
    let columns = PanelColumns(responseAfter: rows.first?.count ?? 0)
    let values = zip(rows, response).flatMap { $0 + [$1] }
    precondition(values.count == rows.count * columns.width, "rows of different lengths")
    try self.init(values.span, columns, groups: groups.map(Self.numbers), .rows)
  }

  /// Fits the response to the predictors in rows that stay where they are; `groups` are numbers
  /// from 0, one per row.
  ///
  /// - Complexity: O(rows · columns²)
  package init(
    _ values: Span<Double>,
    _ columns: PanelColumns,
    groups: [Int32]?,
    _ detail: Detail
  ) throws(Failure) {
    let k = columns.coefficients
    count = columns.rows(in: values.count)
    guard count > k else { throw .tooFewRows(rows: count, coefficients: k) }
    let fit = try Self.fit(values, columns)
    let freedom = Double(count - k)
    coefficients = fit.coefficients
    condition = fit.condition
    sigma = (fit.residualSum / freedom).squareRoot()
    errors = (0..<k).map { [sigma] i in
      sigma * (i..<k).reduce(0) { $0 + fit.inverse[i, $1] * fit.inverse[i, $1] }.squareRoot()
    }
    let isConstant = Self.isConstant(values, columns)
    rSquared = isConstant || fit.totalSum <= 0 ? nil : 1 - fit.residualSum / fit.totalSum
    guard detail != .classical else {
      (fitted, leverage, errorsHC1, errorsHC3, clustered) = ([], [], nil, nil, nil)
      return
    }
    let sandwich = fit.sandwich(values, columns, groups: groups, keepsRows: detail == .rows)
    fitted = sandwich.fitted
    leverage = sandwich.leverage
    errorsHC1 = sandwich.equal.map { [count] in (Double(count) / freedom * $0).squareRoot() }
    errorsHC3 =
      sandwich.largestLeverage < Self.decisiveLeverage
      ? sandwich.leftOut.map { $0.squareRoot() } : nil
    clustered = groups.map { [count] _ in Clustered(sandwich.groups, rows: count, freedom) }
  }

  /// A coefficient over its error; nil where that is not finite.
  package func tValue(_ index: Int, errors: [Double]) -> Double? {
    let t = coefficients[index] / errors[index]
    return t.isFinite ? t : nil
  }

  /// A row with this leverage decides its own fit: what is left of its residual is rounding.
  private static let decisiveLeverage = 1 - 1e-9

  private static func fit(
    _ values: Span<Double>,
    _ columns: PanelColumns
  ) throws(Failure) -> PanelLeastSquares {
    do throws(PanelLeastSquares.Failure) {
      return try PanelLeastSquares(values, columns)
    } catch {
      switch error {
      case .overflow: throw .overflow
      case .rankDeficient(let rank, let dependent):
        throw .rankDeficient(
          rank: rank,
          coefficients: columns.coefficients,
          dependent: dependent
        )
      }
    }
  }

  private static func isConstant(_ values: Span<Double>, _ columns: PanelColumns) -> Bool {
    let places = stride(from: columns.response, to: values.count, by: columns.width)
    return places.allSatisfy { values[$0] == values[columns.response] }
  }

  /// Groups by number, in the order of their ids.
  private static func numbers(_ groups: [String]) -> [Int32] {
    let ids = Set(groups).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let numbers = Dictionary(uniqueKeysWithValues: zip(ids, Int32(0)...))
    return groups.map { numbers[$0] ?? 0 }
  }
}

extension LinearRegression.Clustered {
  /// CR1 (Liang and Zeger 1986) with the factor `G/(G-1) · (n-1)/(n-k)`.
  fileprivate init(_ sums: Matrix, rows: Int, _ freedom: Double) {
    count = sums.rows
    guard count >= 2 else { return }
    let factor = Double(count) / Double(count - 1) * Double(rows - 1) / freedom
    errors = (0..<sums.columns).map { column in
      let squares = (0..<sums.rows).reduce(0) {
        $0 + sums[$1, column] * sums[$1, column]
      }
      return (factor * squares).squareRoot()
    }
  }
}
