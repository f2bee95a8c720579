// SPDX-License-Identifier: Apache-2.0
import Accounts

extension DecisionProblem {
  /// Weights from an order, or from the data.
  func weightsAnswer() throws(DecisionProblemError) -> [CaseValue.Entry] {
    switch method {
    case "roc-weights": return try orderAnswer(RankOrderWeights.centroid)
    case "rank-sum-weights": return try orderAnswer(RankOrderWeights.rankSum)
    case "rank-reciprocal-weights": return try orderAnswer(RankOrderWeights.rankReciprocal)
    case "entropy-weights":
      let columns = try checkedColumns()
      guard let result = ObjectiveWeights.entropy(columns) else {
        throw undefinedWeights(refused: ObjectiveWeights.refused(by: .entropy, columns))
      }
      return [
        .init("weights", .numbers(result.weights)), .init("entropies", .numbers(result.entropies)),
      ]
    case "critic-weights":
      var known = directions
      if parameters["direction_aware"] == .flag(false) {
        known = [Criterion.Direction](repeating: .maximise, count: directions.count)
      }
      return try dataAnswer(ObjectiveWeights.critic(checkedColumns(), known))
    case "merec-weights":
      let columns = try checkedColumns()
      return try dataAnswer(
        ObjectiveWeights.merec(columns, directions),
        refused: ObjectiveWeights.refused(by: .merec, columns)
      )
    case "stddev-weights":
      let name = parameters["normalisation"]?.text ?? "minmax"
      return try dataAnswer(
        ObjectiveWeights.standardDeviation(normalised(checkedColumns(), by: name))
      )
    default:
      throw .unknownMethod(method, suggestion: Suggestion.closest(to: method, among: Self.methods))
    }
  }

  private func orderAnswer(
    _ weights: (Int) -> [Double]
  ) throws(DecisionProblemError) -> [CaseValue.Entry] {
    guard let n = parameters["n"]?.number, n >= 1, n <= 100_000, n == n.rounded() else {
      throw .parameter("parameters.n", expected: "a number of criteria of 1 or more")
    }
    return [.init("weights", .numbers(weights(Int(n))))]
  }

  private func dataAnswer(
    _ weights: [Double]?,
    refused: Int? = nil
  ) throws(DecisionProblemError) -> [CaseValue.Entry] {
    guard let weights, weights.allSatisfy(\.isFinite) else {
      throw undefinedWeights(refused: refused)
    }
    return [.init("weights", .numbers(weights))]
  }

  /// What stands against weights from these values; `refused` is the column that they cannot take.
  private func undefinedWeights(refused: Int?) -> DecisionProblemError {
    let (german, english) =
      refused.map {
        (
          "Werte unter dem Zulässigen in Spalte \($0 + 1)",
          "values below what it takes in column \($0 + 1)"
        )
      } ?? ("eine Zeile oder nur konstante Spalten", "one row, or only constant columns")
    return .undefined(
      LocalizedText(
        de: "'\(method)' ist für diese Werte nicht bestimmt (\(german))",
        en: "'\(method)' is undefined for these values (\(english))"
      )
    )
  }

  /// Weights from pairwise comparisons, alone or with the alternatives compared too.
  func comparisonAnswer() throws(DecisionProblemError) -> [CaseValue.Entry] {
    if method == "ahp-synthesis" { return try synthesisAnswer() }
    let result = try comparison(parameters["pairwise"], named: "pairwise")
    return [
      .init("weights", .numbers(result.weights)),
      .init("lambda_max", .number(finite: result.lambdaMax)),
      .init("consistency_index", .number(finite: result.consistencyIndex)),
      .init("consistency_ratio", .number(finite: result.consistencyRatio)),
      .init("acceptable_at_0.10", .flag(result.consistencyRatio <= 0.10)),
      .init("geometric_mean_weights", .numbers(result.geometricMeanWeights)),
    ]
  }

  private func synthesisAnswer() throws(DecisionProblemError) -> [CaseValue.Entry] {
    let criteria = try comparison(parameters["criteria_pairwise"], named: "criteria_pairwise")
    guard let tables = parameters["alternatives_pairwise"]?.list,
      tables.count == criteria.weights.count
    else {
      throw .parameter(
        "parameters.alternatives_pairwise",
        expected: "\(criteria.weights.count) matrices"
      )
    }
    var locals: [PairwiseComparison] = []
    for table in tables {
      locals.append(try comparison(table, named: "alternatives_pairwise"))
    }
    let columns = locals.map(\.weights)
    guard let count = columns.first?.count, columns.allSatisfy({ $0.count == count }) else {
      throw .parameter("parameters.alternatives_pairwise", expected: "matrices of one size")
    }
    let scores = WeightedSum.scores(columns, weights: criteria.weights)
    return [
      .init("criteria_weights", .numbers(criteria.weights)),
      .init("local_priorities", .rows((0..<count).map { i in columns.map { $0[i] } })),
      .init("scores", .numbers(scores)),
      .init("ranks", Self.ranks(scores, lowerIsBetter: false)),
      .init(
        "consistency_ratios",
        .numbers([criteria.consistencyRatio] + locals.map(\.consistencyRatio))
      ),
    ]
  }

  private func comparison(
    _ table: CaseValue?,
    named name: String
  ) throws(DecisionProblemError) -> PairwiseComparison {
    guard let rows = table?.rows, !rows.isEmpty, rows.allSatisfy({ $0.count == rows.count }) else {
      throw .parameter("parameters.\(name)", expected: "a square matrix of numbers")
    }
    let given = parameters["random_index"]?[String(rows.count)]?.number
    do throws(SelectionError) {
      return try PairwiseComparison(
        rows,
        randomIndex: given ?? PairwiseComparison.randomIndex(rows.count)
      )
    } catch {
      throw .selection(error)
    }
  }
}
