// SPDX-License-Identifier: Apache-2.0
import Accounts
import Selection
import Testing

@Suite struct ScaleTests {
  /// One row: scale, direction, values, utilities by the formula, worked by hand.
  struct Case: Sendable, CustomTestStringConvertible {
    let label: String
    let scale: Scale
    let direction: Criterion.Direction
    let values: [Double?]
    let utilities: [Double?]
    var testDescription: String { label }

    init(
      _ label: String,
      _ scale: Scale,
      _ direction: Criterion.Direction,
      _ values: [Double?],
      _ utilities: [Double?]
    ) {
      self.label = label
      self.scale = scale
      self.direction = direction
      self.values = values
      self.utilities = utilities
    }

    init(_ label: String, _ scale: Scale, _ values: [Double?], _ utilities: [Double?]) {
      self.init(label, scale, .maximise, values, utilities)
    }
  }

  static let humps = Scale.points([
    ScalePoint(value: 0, utility: 0), ScalePoint(value: 10, utility: 0.8),
    ScalePoint(value: 50, utility: 1),
  ])

  static let cases = [
    Case("fixed cuts", .fixed(from: 0, to: 10), [-1, 0, 5, 10, 99], [0, 0, 0.5, 1, 1]),
    Case("fixed mirrors", .fixed(from: 0, to: 10), .minimise, [2, 12], [0.8, 0]),
    Case("fixed may fall", .fixed(from: 90, to: 0), [90, 30], [0, 2.0 / 3]),
    Case("points", humps, [-5, 0, 5, 10, 30, 50, 80], [0, 0, 0.4, 0.8, 0.9, 1, 1]),
    Case("points mirror", humps, .minimise, [0, 30], [1, 0.1]),
    Case("target", .target(4), [4, 6, nil, 0], [1, 0.5, nil, 0]),
    Case("min-max", .minMax, [2, nil, 4, 3], [0, nil, 1, 0.5]),
    Case("min-max mirrors", .minMax, .minimise, [2, 4, 3], [1, 0, 0.5]),
    Case("vector", .vector, [3, 4], [0.6, 0.8]),
    Case("vector mirrors", .vector, .minimise, [3, 4], [0.4, 0.2]),
    Case("sum", .sum, [1, 3], [0.25, 0.75]),
    Case("sum mirrors", .sum, .minimise, [1, 3], [0.75, 0.25]),
    Case("max", .max, [1, 4, 0], [0.25, 1, 0]),
    Case("max mirrors", .max, .minimise, [1, 4], [1, 0.25]),
    Case("rank with ties", .rank, [10, 30, 20, 20], [0, 1, 0.5, 0.5]),
    Case("rank mirrors", .rank, .minimise, [10, 30, 20], [1, 0, 0.5]),
    Case("percentile", .percentile, [1, 2, 2, 3], [0, 0.5, 0.5, 1]),
    Case("percentile mirrors", .percentile, .minimise, [1, 2, 3], [1, 0.5, 0]),
    Case("z-score", .zScore, [1, 3], [-1, 1]),
    Case("z-score mirrors", .zScore, .minimise, [1, 3], [1, -1]),
    Case("log drops", .log, [1, 10, 100, 0, -5], [0, 0.5, 1, nil, nil]),
    Case("not a number is missing", .minMax, [1, .nan, 2, .infinity], [0, nil, 1, nil]),
    Case("nobody", .vector, [nil, nil], [nil, nil]),
  ]

  @Test(arguments: cases) func followsItsFormula(_ row: Case) {
    let found = row.scale.utilities(of: NumberColumn(row.values), direction: row.direction)
      .utilities
    #expect(found.count == row.utilities.count)
    for (utility, expected) in zip(found, row.utilities) {
      #expect((utility == nil) == (expected == nil))
      #expect(((utility ?? 0) - (expected ?? 0)).magnitude < 1e-12)
    }
  }

  @Test(arguments: [
    (Scale.minMax, 1.0), (.max, 1), (.rank, 1), (.percentile, 0.5), (.zScore, 0), (.log, 1),
    (.winsorised, 1), (.target(3), 1), (.sum, 1.0 / 3),
  ])
  func givesAConstantColumnTheSameForAll(_ scale: Scale, _ expected: Double) {
    let column = scale.utilities(of: [7, 7, 7], direction: .maximise)
    #expect(column.isConstant && column.refusal == nil)
    #expect(column.utilities == [expected, expected, expected])
  }

  @Test(arguments: [
    (Scale.minMax, 1.0), (.vector, 1), (.sum, 1), (.max, 1), (.rank, 1), (.percentile, 0.5),
    (.zScore, 0), (.log, 1), (.winsorised, 1), (.target(3), 1),
  ])
  func givesASingleAccountItsNeutralUtility(_ scale: Scale, _ expected: Double) {
    for direction in Criterion.Direction.allCases {
      #expect(scale.utilities(of: [7], direction: direction).utilities == [expected])
    }
  }

  @Test func winsorisedCutsOutliers() throws {
    let values = (0...100).map { Double($0) } + [1e9]
    let utilities = Scale.winsorised.utilities(of: NumberColumn(values), direction: .maximise)
      .utilities
    #expect(utilities[101] == 1 && utilities[100] == 1 && utilities[0] == 0)
    #expect(try #require(utilities[50]) > 0.4)
  }

  @Test(arguments: [
    (Scale.sum, Criterion.Direction.maximise, ScaledColumn.Refusal.negativeValues),
    (.max, .maximise, .negativeValues), (.sum, .minimise, .valuesNotPositive),
    (.max, .minimise, .valuesNotPositive),
  ])
  func refusesWhatItCannotDivideBy(
    _ scale: Scale,
    _ direction: Criterion.Direction,
    _ refusal: ScaledColumn.Refusal
  ) {
    let column = scale.utilities(of: [-2, 0, 4, nil], direction: direction)
    #expect(column.refusal == refusal)
    #expect(column.utilities == [0, 0, 0, nil])
  }

  @Test func countsWhatItCutAndDropped() {
    let cut = Scale.fixed(from: 10, to: 0).utilities(of: [-1, 5, 11, 10], direction: .maximise)
    #expect(cut.clamped == 2 && !cut.isConstant)
    #expect(Scale.log.utilities(of: [0, -1, 2, nil], direction: .maximise).dropped == 2)
  }

  static let everyScale: [Scale] = [
    .fixed(from: -1e300, to: 1e307), humps, .target(1e308), .minMax, .vector, .sum, .max, .rank,
    .percentile, .zScore, .log, .winsorised,
  ]

  @Test(arguments: everyScale) func staysFiniteOnHostileColumns(_ scale: Scale) {
    let huge = Double.greatestFiniteMagnitude
    let tiny = Double.leastNonzeroMagnitude
    let columns: [NumberColumn] = [
      [huge, -huge, 0], [huge, huge / 2, 1], [tiny, 0, 3 * tiny], [0, 0, 0], [-0.0, 0, 1],
      [-huge, -huge], [tiny, huge], [1e-200, 1e200, -1e200], [-3, -3, -3],
    ]
    for values in columns {
      for direction in Criterion.Direction.allCases {
        let column = scale.utilities(of: values, direction: direction)
        for utility in column.utilities { #expect(utility?.isFinite ?? true) }
      }
    }
  }

  @Test(arguments: [Scale.minMax, .vector, .sum, .max, .rank, .percentile, .zScore, .winsorised])
  func ignoresTheUnitOfAColumn(_ scale: Scale) {
    let values: NumberColumn = [3, 8, nil, 5, 8, 1]
    for direction in Criterion.Direction.allCases {
      let plain = scale.utilities(of: values, direction: direction).utilities
      // A power of two changes no digit, so the utilities are the same to the bit.
      for factor in [0x1p-20, 0x1p30, 0x1p700, 0x1p-700] {
        let scaled = scale.utilities(
          of: NumberColumn(values.map { $0.map { $0 * factor } }),
          direction: direction
        )
        #expect(scaled.utilities == plain)
      }
    }
  }

  @Test(arguments: [Scale.minMax, .rank, .percentile, .zScore])
  func signAndDirectionFlipTogether(_ scale: Scale) {
    let values: NumberColumn = [3, -8, 5, 5, 0]
    let plain = scale.utilities(of: values, direction: .maximise).utilities
    let flipped = scale.utilities(
      of: NumberColumn(values.map { $0.map { -$0 } }),
      direction: .minimise
    )
    #expect(flipped.utilities == plain)
  }
}
