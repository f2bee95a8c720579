// SPDX-License-Identifier: Apache-2.0
import LinearAlgebra
import Statistics
import Testing

/// What must hold of a regression whatever the numbers are.
@Suite struct LinearRegressionTests {
  /// Forty rows of two columns without pattern, and a response near their sum.
  private let rows = (0..<40).map { index -> [Double] in
    [Double(index * 7 % 11) / 10, Double(index * 5 % 13) / 12]
  }
  private var response: [Double] {
    rows.indices.map { index -> Double in
      let noise = Double(index * 3 % 5) / 20
      return 1 + rows[index][0] + rows[index][1] + noise
    }
  }

  private func isClose(_ a: [Double], _ b: [Double]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { ($0 - $1).magnitude <= 1e-13 * $1.magnitude }
  }

  @Test func unitsOfAColumnChangeItsCoefficientAndNothingElse() throws {
    let plain = try LinearRegression(rows, response)
    // Powers of two cost no digit, so the bits must be the same.
    let scaled = try LinearRegression(rows.map { [$0[0] * 1_048_576, $0[1]] }, response)
    #expect(scaled.coefficients[1] * 1_048_576 == plain.coefficients[1])
    #expect(scaled.errors[1] * 1_048_576 == plain.errors[1])
    #expect(scaled.coefficients[2] == plain.coefficients[2])
    #expect(scaled.fitted == plain.fitted && scaled.leverage == plain.leverage)
    let tiny = try LinearRegression(rows.map { [$0[0] * 1e-100, $0[1] * 1e100] }, response)
    #expect(isClose([tiny.coefficients[1] * 1e-100], [plain.coefficients[1]]))
    #expect(isClose([tiny.coefficients[2] * 1e100], [plain.coefficients[2]]))
  }

  @Test func theOrderOfRowsChangesOnlyRounding() throws {
    let plain = try LinearRegression(rows, response)
    let reversed = try LinearRegression(rows.reversed(), response.reversed())
    #expect(isClose(reversed.coefficients, plain.coefficients))
    #expect(isClose(reversed.errors, plain.errors))
    #expect(isClose(try #require(reversed.errorsHC3), try #require(plain.errorsHC3)))
  }

  @Test func doubledRowsKeepTheCoefficients() throws {
    let plain = try LinearRegression(rows, response)
    let groups = rows.indices.map { "row \($0)" }
    let twice = try LinearRegression(rows + rows, response + response, groups: groups + groups)
    #expect(isClose(twice.coefficients, plain.coefficients))
    // Clustered by row, the copies tell nothing new: only the small-sample factor differs.
    let own = try LinearRegression(rows, response, groups: groups)
    let factor = (37.0 / 39 * 79 / 77).squareRoot()
    let errors = try #require(twice.clustered?.errors)
    #expect(isClose(errors, try #require(own.clustered?.errors).map { $0 * factor }))
  }

  @Test func groupsOfOneRowAreHC1() throws {
    let fit = try LinearRegression(rows, response, groups: rows.indices.map { "row \($0)" })
    #expect(isClose(try #require(fit.clustered?.errors), try #require(fit.errorsHC1)))
    #expect(fit.clustered?.count == 40)
    let one = try LinearRegression(rows, response, groups: rows.map { _ in "same" })
    #expect(one.clustered?.count == 1 && one.clustered?.errors == nil)
  }

  @Test func detailAddsFiguresAndChangesNone() throws {
    let values = zip(rows, response).flatMap { $0 + [$1] }
    let columns = PanelColumns(responseAfter: 2)
    let groups = rows.indices.map { Int32($0 / 4) }
    let least = try LinearRegression(values.span, columns, groups: groups, .classical)
    let more = try LinearRegression(values.span, columns, groups: groups, .robust)
    let most = try LinearRegression(values.span, columns, groups: groups, .rows)
    #expect(least.coefficients == most.coefficients && least.errors == most.errors)
    #expect(least.errorsHC1 == nil && least.errorsHC3 == nil && least.clustered == nil)
    #expect(more.errorsHC3 == most.errorsHC3 && more.clustered == most.clustered)
    #expect(more.fitted.isEmpty && more.leverage.isEmpty && most.fitted.count == 40)
    #expect((most.leverage.reduce(0, +) - 3).magnitude < 1e-13)
  }

  @Test func aRowThatDecidesItsOwnFitHasNoHC3() throws {
    let flags = (0..<10).map { [$0 == 4 ? 1.0 : 0] }
    let fit = try LinearRegression(flags, (0..<10).map { index -> Double in Double(index * index) })
    #expect(fit.errorsHC3 == nil && fit.errorsHC1 != nil)
    #expect((fit.leverage[4] - 1).magnitude < 1e-14)
  }

  @Test func saysWhyThereIsNoFit() {
    #expect(throws: LinearRegression.Failure.tooFewRows(rows: 0, coefficients: 1)) {
      try LinearRegression([], [])
    }
    #expect(throws: LinearRegression.Failure.tooFewRows(rows: 3, coefficients: 3)) {
      try LinearRegression(Array(rows.prefix(3)), Array(response.prefix(3)))
    }
    #expect(
      throws: LinearRegression.Failure.rankDeficient(rank: 2, coefficients: 3, dependent: [2])
    ) {
      try LinearRegression(rows.map { [$0[0], 4] }, response)
    }
    for bad in [Double.nan, .infinity, 1e200] {
      #expect(throws: LinearRegression.Failure.overflow) {
        try LinearRegression([[bad]] + rows.map { [$0[0]] }, [1] + response)
      }
    }
  }

  @Test func aConstantResponseHasNoShare() throws {
    let fit = try LinearRegression(rows, rows.map { _ in 0.3 })
    #expect(fit.rSquared == nil && fit.adjustedRSquared == nil)
    #expect(isClose([fit.coefficients[0]], [0.3]) && fit.coefficients[1].magnitude < 1e-16)
  }
}
