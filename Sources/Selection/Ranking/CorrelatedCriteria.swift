// SPDX-License-Identifier: Apache-2.0
public import Accounts
import Statistics

/// Finds criteria that say nearly the same, so that together they weigh more than anybody decided.
public enum CorrelatedCriteria {
  /// Above which correlation two criteria are named.
  static let limit = 0.9
  /// Below how many accounts nothing is said.
  static let fewestAccounts = 10
  /// How many accounts are looked at; of more, every second, third and so on by rank.
  static let mostAccounts = 20_000

  /// One finding per pair whose values correlate by more than 0.9 over the ranked accounts.
  ///
  /// *Definition* Pearson's correlation of the values, turned round for criteria of which less is
  /// better, over the ranked accounts that have both; of very many accounts, over an even part of
  /// them, which n tells.
  ///
  /// - Complexity: O(n + criteria² * 20,000)
  public static func findings(on ranking: Ranking) -> [Finding] {
    let count = ranking.rankedCount
    guard count >= fewestAccounts, ranking.columns.count > 1 else { return [] }
    let step = (count + mostAccounts - 1) / mostAccounts
    let ranked = stride(from: 0, to: count, by: step).map { ranking.rows[$0].account }
    let columns = ranking.columns.map { Standardised($0, ranked) }
    var findings: [Finding] = []
    for (index, column) in columns.enumerated() {
      for other in columns[(index + 1)...] {
        guard let (r, n) = column.correlation(with: other), r > limit else { continue }
        findings.append(finding(column.name, other.name, r: r, n: n))
      }
    }
    return findings
  }

  private static func finding(_ a: String, _ b: String, r: Double, n: Int) -> Finding {
    let figure = WeightingFindings.thousandths(r)
    return Finding(
      .warning,
      "K-S068",
      field: "criteria",
      found: "\(a), \(b)",
      message: LocalizedText(
        de:
          "die Kriterien '\(a)' und '\(b)' sagen fast dasselbe (r = \(figure), n = \(n)); zusammen"
          + " wiegen sie doppelt, eines genügt",
        en:
          "criteria '\(a)' and '\(b)' say nearly the same (r = \(figure), n = \(n)); together they"
          + " weigh twice, one is enough"
      ),
      citation: "Keeney and Raiffa 1976"
    )
  }

  /// One criterion's values with their distances from the mean, scaled to length 1.
  private struct Standardised {
    let name: String
    private let values: NumberColumn
    private let sign: Double
    /// Nil where a value is missing or all are equal.
    private let distances: [Double]?

    init(_ column: Ranking.Column, _ accounts: [Int]) {
      name = column.criterion.name
      values = column.values.gathered(accounts)
      sign = column.criterion.criterion.direction == .maximise ? 1 : -1
      let known = values.compactMap(\.self)
      guard known.count == values.count else {
        distances = nil
        return
      }
      let largest = known.reduce(0) { max($0, $1.magnitude) }
      let scaled = largest > 0 ? known.map { $0 / largest } : known
      let mean = scaled.reduce(0, +) / Double(scaled.count)
      let length = scaled.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }.squareRoot()
      distances = length > 0 ? scaled.map { ($0 - mean) / length } : nil
    }

    func correlation(with other: Standardised) -> (r: Double, n: Int)? {
      if let distances, let others = other.distances {
        let product = zip(distances, others).reduce(0) { $0 + $1.0 * $1.1 }
        return (min(1, max(-1, sign * other.sign * product)), distances.count)
      }
      let pairs = zip(values, other.values).compactMap { a, b in
        a.flatMap { a in b.map { (a, $0) } }
      }
      guard pairs.count >= fewestAccounts,
        let r = Correlation.pearson(pairs.map(\.0), pairs.map(\.1))
      else { return nil }
      return (sign * other.sign * r, pairs.count)
    }
  }
}
