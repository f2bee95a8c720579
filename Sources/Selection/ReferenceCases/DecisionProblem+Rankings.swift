// SPDX-License-Identifier: Apache-2.0
import Accounts
import Statistics

extension DecisionProblem {
  /// Scores and ranks of one ranking method, with its own figures.
  func rankingAnswer(
    _ method: String,
    normalisation: String?
  ) throws(DecisionProblemError) -> [CaseValue.Entry] {
    let columns = try checkedColumns()
    let weights = try normalisedWeights()
    switch method {
    case "vikor": return try vikorAnswer(columns, weights)
    case "spotis":
      let distances = try spotisDistances(columns, weights)
      return try Self.answer(distances, lowerIsBetter: true)
    case "promethee2": return try prometheeAnswer(columns, weights)
    default: break
    }
    let scaled = try normalised(columns, by: normalisation ?? "minmax")
    switch method {
    case "wsm": return try Self.answer(WeightedSum.scores(scaled, weights: weights))
    case "wpm":
      guard scaled.allSatisfy({ $0.allSatisfy { $0 >= 0 } }) else {
        throw .undefined(
          LocalizedText(
            de: "ein gewichtetes Produkt braucht normalisierte Werte ab 0",
            en: "a weighted product needs normalised values of 0 or more"
          )
        )
      }
      return try Self.answer(WeightedProduct.scores(scaled, weights: weights))
    default:
      let result = TOPSIS(scaled, weights: weights)
      return try Self.answer(result.scores) + [
        .init("distance_to_ideal", .numbers(result.distancesToIdeal)),
        .init("distance_to_anti_ideal", .numbers(result.distancesToAntiIdeal)),
      ]
    }
  }

  private static func answer(
    _ scores: [Double],
    lowerIsBetter: Bool = false
  ) throws(DecisionProblemError) -> [CaseValue.Entry] {
    guard scores.allSatisfy(\.isFinite) else {
      throw .undefined(
        LocalizedText(
          de: "die Punktzahlen verlassen den Zahlenbereich",
          en: "the scores leave the range of numbers"
        )
      )
    }
    return [
      .init("scores", .numbers(scores)),
      .init("ranks", ranks(scores, lowerIsBetter: lowerIsBetter)),
    ]
  }

  private func vikorAnswer(
    _ columns: [[Double]],
    _ weights: [Double]
  ) throws(DecisionProblemError) -> [CaseValue.Entry] {
    let v = parameters["v"]?.number ?? 0.5
    guard (0...1).contains(v) else { throw .parameter("parameters.v", expected: "0...1") }
    let result = VIKOR(columns, directions, weights: weights, v: v)
    let compromise = result.compromise
    return try Self.answer(result.index, lowerIsBetter: true) + [
      .init("S", .numbers(result.groupRegret)),
      .init("R", .numbers(result.individualRegret)),
      .init("Q", .numbers(result.index)),
      .init("acceptable_advantage", .flag(compromise.hasAdvantage)),
      .init("acceptable_stability", .flag(compromise.isStable)),
      .init("compromise_set", .integers(compromise.accounts.sorted())),
    ]
  }

  func spotisDistances(
    _ columns: [[Double]],
    _ weights: [Double],
    boundsKey: String = "bounds"
  ) throws(DecisionProblemError) -> [Double] {
    guard let rows = parameters[boundsKey]?.rows, rows.count == columns.count,
      rows.allSatisfy({ $0.count == 2 && ($0[1] - $0[0]).isFinite })
    else {
      throw .parameter("parameters.\(boundsKey)", expected: "\(columns.count) pairs of numbers")
    }
    let bounds = rows.map { (low: $0[0], high: $0[1]) }
    var ideal = zip(bounds, directions).map { $1 == .maximise ? $0.high : $0.low }
    if let given = parameters["expected_solution_point"] {
      guard let point = given.numbers, point.count == columns.count else {
        throw .parameter(
          "parameters.expected_solution_point",
          expected: "\(columns.count) numbers"
        )
      }
      ideal = point
    }
    return SPOTIS.distances(columns, bounds: bounds, ideal: ideal, weights: weights)
  }

  private func prometheeAnswer(
    _ columns: [[Double]],
    _ weights: [Double]
  ) throws(DecisionProblemError) -> [CaseValue.Entry] {
    let functions = try preferenceFunctions(columns.count)
    let flows = PROMETHEE(columns, directions, weights: weights, functions: functions)
    return try Self.answer(flows.netFlows) + [
      .init("phi_plus", .numbers(flows.positiveFlows)),
      .init("phi_minus", .numbers(flows.negativeFlows)),
    ]
  }

  private func preferenceFunctions(
    _ count: Int
  ) throws(DecisionProblemError) -> [PreferenceFunction] {
    guard let given = parameters["preference_functions"] else {
      return [PreferenceFunction](repeating: .usual, count: count)
    }
    let functions = (given.list ?? []).compactMap { entry in
      var thresholds = PreferenceThresholds()
      thresholds.function = entry["function"]?.text
      thresholds.q = entry["q"]?.number
      thresholds.p = entry["p"]?.number
      thresholds.s = entry["s"]?.number
      return PreferenceFunction(thresholds)
    }
    guard functions.count == count, given.list?.count == count else {
      throw .parameter(
        "parameters.preference_functions",
        expected: "\(count) of \(PreferenceFunction.names.joined(separator: " | "))"
      )
    }
    return functions
  }
}

extension DecisionProblem {
  /// Ranks and scores of several methods on one problem; one list where all agree on the ranks.
  func edgeAnswer() throws(DecisionProblemError) -> [CaseValue.Entry] {
    guard let names = parameters["methods"]?.texts, !names.isEmpty else {
      throw .parameter("parameters.methods", expected: "a list such as ['wsm-minmax', 'vikor']")
    }
    var ranks: [CaseValue.Entry] = []
    var scores: [CaseValue.Entry] = []
    for name in names {
      let parts = name.split(separator: "-", maxSplits: 1).map(String.init)
      let method = parts.first ?? name
      guard Self.methods.prefix(6).contains(method) else {
        throw .unknownMethod(
          name,
          suggestion: Suggestion.closest(to: method, among: Array(Self.methods.prefix(6)))
        )
      }
      let given = parameters["normalisation"]?.text
      let answer = try CaseValue.table(
        rankingAnswer(method, normalisation: parts.count > 1 ? parts[1] : given)
      )
      ranks.append(.init(name, answer["ranks"] ?? .missing))
      scores.append(.init(name, answer["scores"] ?? .missing))
    }
    return [
      .init("ranks", Self.merged(ranks)), .init("scores", Self.merged(scores)),
      .init("no_nan", .flag(true)),
    ]
  }

  /// One value where all names have the same, else the table by name.
  private static func merged(_ entries: [CaseValue.Entry]) -> CaseValue {
    guard let first = entries.first?.value, entries.allSatisfy({ $0.value == first }) else {
      return .table(entries)
    }
    return first
  }

  /// Scores before and after a row joins, by three methods.
  func rankReversalAnswer() throws(DecisionProblemError) -> [CaseValue.Entry] {
    guard let added = parameters["added_row"]?.numbers, added.count == directions.count else {
      throw .parameter("parameters.added_row", expected: "\(directions.count) numbers")
    }
    var after = self
    after.matrix.append(added)
    let (first, second) = (try threeScores(), try after.threeScores())
    var entries: [CaseValue.Entry] = []
    for (name, before, later) in zip3(["wsm_minmax", "topsis_vector", "spotis"], first, second) {
      entries.append(.init("\(name)_before", .numbers(before)))
      entries.append(.init("\(name)_after", .numbers(later)))
    }
    return entries + [
      .init("leader_before", Self.leaders(first)), .init("leader_after", Self.leaders(second)),
    ]
  }

  private func threeScores() throws(DecisionProblemError) -> [[Double]] {
    let columns = try checkedColumns()
    let weights = try normalisedWeights()
    return [
      WeightedSum.scores(try normalised(columns, by: "minmax"), weights: weights),
      TOPSIS(try normalised(columns, by: "vector"), weights: weights).scores,
      try spotisDistances(columns, weights, boundsKey: "spotis_bounds"),
    ]
  }

  private static func leaders(_ scores: [[Double]]) -> CaseValue {
    .table(
      zip3(["wsm", "topsis", "spotis"], scores, [false, false, true]).map { name, scores, low in
        let ranks = Ranks.competition(scores, smallestFirst: low, relativeTolerance: 1e-9)
        return .init(name, .number(Double(ranks.firstIndex(of: 1) ?? 0)))
      }
    )
  }
}

/// Three lists side by side.
private func zip3<A, B, C>(_ a: [A], _ b: [B], _ c: [C]) -> [(A, B, C)] {
  zip(a, zip(b, c)).map { ($0, $1.0, $1.1) }
}
