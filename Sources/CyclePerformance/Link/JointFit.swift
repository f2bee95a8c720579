// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Attainment on all criteria at once, by least squares and by ridge regression.
struct JointFit {
  /// Per criterion its coefficient by ridge regression.
  private(set) var ridge: [Double?]
  /// How well the criteria predict rows that were left out.
  private(set) var figures: [Estimate] = []

  /// Per criterion the estimate or why there is none.
  private var found: [Estimate]

  /// The prices that are tried, per row.
  private static let prices = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10]

  init(_ sample: CriteriaSample, _ profile: RuleProfile) {
    let all = Array(sample.names.indices)
    let complete = sample.rows.indices.filter { !sample.utilities[$0].contains(nil) }
    let whole = sample.part(complete, all)
    ridge = [Double?](repeating: nil, count: all.count)
    found = all.map { _ in whole.missing("together", .tooFewData) }
    figures = Self.names.map { whole.missing($0, .tooFewData) }
    let varying = all.filter { index in
      complete.contains { sample.utilities[$0][index] != sample.utilities[complete[0]][index] }
    }
    guard whole.isEnough(profile),
      complete.count - (varying.count + 1) >= profile.minAccountCycles
    else { return }
    for index in all where !varying.contains(index) {
      found[index].reason = .constantInput
    }
    fit(sample, complete, varying)
    guard !varying.isEmpty else {
      figures = Self.names.map { whole.missing($0, .constantInput) }
      return
    }
    fitRidge(sample.part(complete, varying), varying)
  }

  /// The coefficient of a criterion with the others held.
  func figure(of criterion: Int) -> Estimate { found[criterion] }

  /// Least squares; criteria that follow from others are left out, the latest first.
  private mutating func fit(_ sample: CriteriaSample, _ rows: [Int], _ varying: [Int]) {
    var kept = varying
    while !kept.isEmpty {
      let part = sample.part(rows, kept)
      do throws(LinearRegression.Failure) {
        let fit = try part.fit()
        for (place, index) in kept.enumerated() {
          found[index] = part.rise("together", fit, place + 1)
        }
        return
      } catch {
        guard case .rankDeficient(_, _, let dependent) = error,
          let last = dependent.last(where: { $0 > 0 })
        else {
          for index in kept { found[index].reason = error.estimateReason }
          return
        }
        found[kept[last - 1]].reason = .rankDeficient
        kept.remove(at: last - 1)
      }
    }
  }

  private static let names = [
    "criteria_ridge_lambda", "criteria_left_out_error", "mean_left_out_error",
  ]

  /// Ridge regression at the price with the least error of rows left out, and that error beside the
  /// one of predicting the others' mean.
  private mutating func fitRidge(_ part: CriteriaSample.Part, _ varying: [Int]) {
    let attained = part.attained
    let n = Double(attained.count)
    let lambdas = Self.prices.map { $0 * n }
    guard let path = try? RidgeRegression(part.utilities, attained, lambdas: lambdas),
      let best = path.path.first(where: { $0.lambda == path.bestLambda })
    else {
      figures = Self.names.map { part.missing($0, .overflow) }
      return
    }
    for (place, index) in varying.enumerated() { ridge[index] = best.coefficients[place] }
    let mean = Sample.mean(attained)
    let spread = attained.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let values = [
      best.lambda, best.leaveOneOutError?.squareRoot(),
      (spread / n).squareRoot() * n / (n - 1),
    ]
    figures = zip(Self.names, values).map { part.estimate($0, $1) }
  }
}
