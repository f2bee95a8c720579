// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import LinearAlgebra

@Suite struct PanelTests {
  /// Rows with the response last, the response near the sum of the predictors.
  func panel(_ rows: Int, _ predictors: Int) -> [Double] {
    var numbers = SeededNumbers(state: UInt64(rows * 100 + predictors))
    return (0..<rows).flatMap { _ in
      let given = (0..<predictors).map { _ in numbers.next() }
      return given + [given.reduce(0, +) + numbers.next() / 10]
    }
  }

  /// Around a lane, a block of 128 and a part of 65,536 rows.
  @Test(arguments: [
    (4, 1), (5, 3), (8, 5), (9, 2), (127, 3), (128, 4), (129, 6), (300, 9), (65_537, 1),
  ])
  func agreesWithItsTwins(_ rows: Int, _ predictors: Int) throws {
    let values = panel(rows, predictors)
    let columns = PanelColumns(responseAfter: predictors)
    let twin = ReferencePanel.rows(values, columns)
    let fit = try PanelLeastSquares(values.span, columns)
    #expect(fit.rows == rows)
    let triangle = ReferencePanel.triangle(twin)
    let scale = Double(rows).squareRoot()
    for i in 0..<triangle.rows {
      let sign: Double = fit.triangle[i, i] < 0 ? -1 : 1
      for j in 0..<triangle.columns {
        #expect((sign * fit.triangle[i, j] - triangle[i, j]).magnitude < 1e-13 * scale)
      }
    }
    let groups = (0..<rows).map { Int32($0 % 3) }
    let sums = fit.sandwich(values.span, columns, groups: groups, keepsRows: true)
    let wanted = try ReferencePanel.sandwich(twin, groups: groups)
    #expect(deviation(sums.fitted, wanted.fitted) < 1e-11)
    #expect(deviation(sums.leverage, wanted.leverage) < 1e-11)
    #expect(deviation(sums.equal, wanted.equal) < 1e-11)
    #expect(deviation(sums.leftOut, wanted.leftOut) < 1e-9)
    #expect(deviation(sums.groups.elements, wanted.groups.elements) < 1e-10)
    #expect((sums.largestLeverage - wanted.largestLeverage).magnitude < 1e-11)
  }

  @Test(arguments: [5, 130, 1000]) func hasTheSameBitsOnEveryProcessor(_ rows: Int) throws {
    let values = panel(rows, 3)
    let columns = PanelColumns(responseAfter: 3)
    let fits = try PanelRows.Processor.allCases.map { processor in
      let source = PanelRows(columns, processor)
      let fit = try PanelLeastSquares(values.span, source)
      return (fit, source.sandwich(values.span, fit, groups: nil, keepsRows: true))
    }
    let first = try #require(fits.first)
    for other in fits.dropFirst() {
      #expect(other.0 == first.0)
      #expect(other.1 == first.1)
    }
  }

  @Test func readsColumnsWhereTheyStand() throws {
    let narrow = panel(200, 2)
    let wide = (0..<200).flatMap { row -> [Double] in
      let part = Array(narrow[row * 3..<row * 3 + 3])
      return [.nan, part[2], part[1], .infinity, part[0]]
    }
    let columns = PanelColumns(width: 5, predictors: [4, 2], response: 1)
    let found = try PanelLeastSquares(wide.span, columns)
    #expect(found == (try PanelLeastSquares(narrow.span, PanelColumns(responseAfter: 2))))
  }

  /// Integers that a double holds exactly, so that the true coefficients are known; the columns
  /// differ by 1 in 2²⁰, which costs normal equations all digits and a plain QR half of them.
  @Test func findsExactCoefficientsOfNearlyCollinearColumns() throws {
    var numbers = SeededNumbers(state: 9)
    let truth = [3.0, -5, 7, 11, -13]
    let values = (0..<5000).flatMap { _ -> [Double] in
      let base = (numbers.next() * 1_048_576).rounded()
      let given = (0..<5).map { _ in base + (numbers.next() * 2).rounded() }
      return given + [17 + zip(truth, given).reduce(0) { $0 + $1.0 * $1.1 }]
    }
    let fit = try PanelLeastSquares(values.span, PanelColumns(responseAfter: 5))
    #expect(fit.condition > 1e6)
    for (found, wanted) in zip(fit.coefficients, [17] + truth) {
      #expect((found / wanted - 1).magnitude < 1e-14)
    }
    #expect(fit.residualSum < 1e-12)
  }

  @Test(arguments: [9, 500]) func namesColumnsThatFollowFromOthers(_ rows: Int) throws {
    let values = panel(rows, 2)
    let dependent = (0..<rows).flatMap { row -> [Double] in
      let part = Array(values[row * 3..<row * 3 + 3])
      return [part[0], part[1], part[0] / 3 - 2 * part[1] + 0.1, part[2]]
    }
    #expect(throws: PanelLeastSquares.Failure.rankDeficient(rank: 3, dependent: [3])) {
      try PanelLeastSquares(dependent.span, PanelColumns(responseAfter: 3))
    }
    let constant = (0..<rows).flatMap { row -> [Double] in
      [7.5, values[row * 3], 0, values[row * 3 + 2]]
    }
    #expect(throws: PanelLeastSquares.Failure.rankDeficient(rank: 2, dependent: [1, 3])) {
      try PanelLeastSquares(constant.span, PanelColumns(responseAfter: 3))
    }
  }

  @Test(arguments: [1e200, .infinity, -.infinity, .nan]) func refusesWhatCannotBeMultiplied(
    _ bad: Double
  ) {
    for place in 0..<2 {
      var values = panel(40, 1)
      values[20 + place] = bad
      #expect(throws: PanelLeastSquares.Failure.overflow) {
        try PanelLeastSquares(values.span, PanelColumns(responseAfter: 1))
      }
    }
  }

  @Test func fitsAConstantAlone() throws {
    let values = [1.0, 2, 4, 9]
    let fit = try PanelLeastSquares(values.span, PanelColumns(responseAfter: 0))
    #expect(fit.coefficients == [4])
    #expect((fit.residualSum - 38).magnitude < 1e-13 && fit.totalSum == fit.residualSum)
    #expect(fit.condition == 1)
  }
}
