// SPDX-License-Identifier: Apache-2.0
public import Accounts
import Statistics

/// Ranks accounts by a plan.
///
/// *Who counts* Scales, medians and data-driven weights look only at the accounts that are ranked:
/// those that pass every gate, that no decision excludes and that miss no criterion without which
/// they cannot be ranked. Whoever is not ranked moves nobody else's score.
///
/// *Ties* Scores are compared in billionths; equal ones share a rank and follow each other by id.
public struct Ranker: Sendable {
  private let leaves: [WeightedCriterion]
  private let method: DecisionMethod
  private let weighting: Weighting
  private let advice: [Finding]

  /// Prepares the ranking of `plan`.
  ///
  /// - Throws: ``SelectionError`` where no data could make sense of the plan.
  public init(_ plan: SelectionPlan) throws(SelectionError) {
    let weights = try plan.criterionWeights()
    try plan.method.validate()
    leaves = weights.leaves
    method = plan.method
    weighting = plan.weighting
    advice = weights.findings + ScalingFindings.advice(on: weights.leaves.map(\.criterion))
    if case .objective(let name) = weighting, ObjectiveWeights.Method(rawValue: name) == nil {
      let known = ObjectiveWeights.Method.allCases.map(\.rawValue).joined(separator: " | ")
      throw .badParameter(name: "weighting", value: name, expected: known, nil)
    }
  }

  /// The ranking of the accounts.
  ///
  /// - Parameters:
  ///   - input: values per leaf criterion and gate failures.
  ///   - excluded: the accounts, by index, that a decision keeps out, with the reason.
  /// - Returns: One row per account.
  /// - Complexity: O(criteria * n log n)
  public func ranking(
    of input: SelectionInput,
    excluded: [Int: LocalizedText] = [:]
  ) -> Ranking {
    precondition(input.values.count == leaves.count, "one column of values per leaf criterion")
    let isOut = incomplete(input)
    var ranked: [Int] = []
    var unranked: [Int] = []
    ranked.reserveCapacity(input.accounts.count)
    for account in input.accounts.indices {
      if isOut[account] || input.gateFailure(of: account) != nil
        || !excluded.isEmpty && excluded[account] != nil
      {
        unranked.append(account)
      } else {
        ranked.append(account)
      }
    }
    var result = ranking(of: ranked, in: input)
    for account in unranked {
      result.rows.append(rejection(of: account, in: input, excluded: excluded[account]))
    }
    return result
  }

  /// Per account whether it lacks a criterion that it needs, or every criterion that counts.
  private func incomplete(_ input: SelectionInput) -> [Bool] {
    let count = input.accounts.count
    var isOut = [Bool](repeating: false, count: count)
    var hasNothing = [Bool](repeating: true, count: count)
    for (leaf, values) in zip(leaves, input.values) {
      let isUsable = leaf.criterion.scale.usable(values)
      if leaf.criterion.missing == .exclude {
        for account in 0..<count where !isUsable[account] { isOut[account] = true }
      }
      guard leaf.weight != 0 else { continue }
      let isFilled = leaf.criterion.missing != .reweight
      for account in 0..<count where isFilled || isUsable[account] { hasNothing[account] = false }
    }
    for account in 0..<count where hasNothing[account] { isOut[account] = true }
    return isOut
  }

  private func rejection(
    of account: Int,
    in input: SelectionInput,
    excluded: LocalizedText?
  ) -> Ranking.Row {
    if let reason = excluded {
      return Ranking.Row(account: account, status: .excluded, reason: reason)
    }
    if let reason = input.gateFailure(of: account) {
      return Ranking.Row(account: account, status: .gated, reason: reason)
    }
    let missing = zip(leaves, input.values).filter { leaf, values in
      leaf.criterion.missing == .exclude && !leaf.criterion.scale.canUse(values[account])
    }
    let names = (missing.isEmpty ? leaves.map(\.name) : missing.map(\.0.name))
      .map { "'\($0)'" }.joined(separator: ", ")
    return Ranking.Row(
      account: account,
      status: .incomplete,
      reason: LocalizedText(de: "ohne Wert für \(names)", en: "no value for \(names)")
    )
  }

  /// Scales, fills, scores and sorts the accounts that take part.
  private func ranking(of ranked: [Int], in input: SelectionInput) -> Ranking {
    let count = input.accounts.count
    let isEveryone = ranked.count == count
    var scored = scored(isEveryone ? input.values : input.values.map { $0.gathered(ranked) })
    let rows = rows(ranked, scored, reserving: count)
    for j in scored.columns.indices where !isEveryone {
      // One by one, so that each gives its memory back to the next.
      scored.columns[j].values = input.values[j]
      scored.columns[j].utilities = scored.columns[j].utilities.spread(over: ranked, of: count)
    }
    if !isEveryone { scored.pieces = scored.pieces.spread(over: ranked, of: count) }
    return Ranking(
      accounts: input.accounts,
      rows: rows,
      columns: scored.columns,
      pieces: scored.pieces,
      method: method,
      compromiseSet: scored.compromiseSet.map { $0.map { ranked[$0] } },
      findings: scored.findings
    )
  }

  /// What the accounts that take part score, by place among them.
  private struct Scored {
    var columns: [Ranking.Column]
    var pieces: ScorePieces
    var scores: [Double]
    /// Between which scores the accounts lie; nil without intervals.
    var ends: ScoreBounds?
    var compromiseSet: [Int]?
    var findings: [Finding]
  }

  private func scored(_ values: [NumberColumn]) -> Scored {
    var findings = advice
    let weighted = weightedLeaves(values, noting: &findings)
    let criteria = leaves.map(\.criterion)
    let scaled = zip(values, criteria).map { $1.scale.utilities(of: $0, direction: $1.direction) }
    for (column, criterion) in zip(scaled, criteria) {
      findings += ScalingFindings.findings(on: column, of: criterion)
    }
    let filled = FilledUtilities(scaled, of: criteria)
    let outcome = method.outcome(filled.columns, leaves: weighted)
    if outcome.cutNegative { findings.append(Self.negativeUtilities) }
    var ends: ScoreBounds?
    if let lowest = filled.lowest, let highest = filled.highest {
      ends = ScoreBounds(method, lowest: lowest, highest: highest, leaves: weighted)
    }
    return Scored(
      columns: weighted.indices.map { j in
        Ranking.Column(
          criterion: weighted[j],
          values: values[j],
          utilities: filled.columns[j]
        )
      },
      pieces: outcome.pieces,
      scores: outcome.scores,
      ends: ends,
      compromiseSet: outcome.compromiseSet,
      findings: findings
    )
  }

  /// The leaves, with weights from the values where the plan wants that.
  private func weightedLeaves(
    _ values: [NumberColumn],
    noting findings: inout [Finding]
  ) -> [WeightedCriterion] {
    guard case .objective(let name) = weighting,
      let method = ObjectiveWeights.Method(rawValue: name)
    else { return leaves }
    findings.append(WeightingFindings.dataDriven(name))
    let complete = (values.first ?? []).indices.filter { i in values.allSatisfy { $0[i] != nil } }
    let columns = values.map { column in complete.compactMap { column[$0] } }
    let directions = leaves.map(\.criterion.direction)
    guard let weights = ObjectiveWeights.weights(method, columns, directions) else {
      let refused = ObjectiveWeights.refused(by: method, columns)
      findings.append(
        WeightingFindings.undefined(name, criterion: refused.map { leaves[$0].name })
      )
      return leaves
    }
    return zip(leaves, weights).map {
      WeightedCriterion(criterion: $0.criterion, groups: $0.groups, weight: $1)
    }
  }

  /// The rows of the ranked accounts in their order, with room for all `count` accounts.
  private func rows(
    _ ranked: [Int],
    _ scored: Scored,
    reserving count: Int
  ) -> [Ranking.Row] {
    let quantised = scored.scores.map(ScoreQuantum.billionths)
    let order = NumberOrder.descending(quantised)
    var rows: [Ranking.Row] = []
    rows.reserveCapacity(count)
    var (rank, last) = (1, Int64(0))
    for (place, i) in order.enumerated() {
      if place > 0, quantised[i] != last { rank = place + 1 }
      last = quantised[i]
      var row = Ranking.Row(
        account: ranked[i],
        rank: rank,
        scoreBillionths: quantised[i],
        status: .ranked
      )
      if let bounds = scored.ends {
        let ends = [bounds.lowest[i], bounds.highest[i]].map(ScoreQuantum.billionths)
        row.scoreRange = min(ends[0], ends[1], last)...max(ends[0], ends[1], last)
      }
      rows.append(row)
    }
    return rows
  }

  private static var negativeUtilities: Finding {
    Finding(
      .warning,
      "K-S011",
      field: "method",
      found: "weighted-product",
      message: LocalizedText(
        de:
          "negative Nutzenwerte zählen im gewichteten Produkt als 0; eine Skala von 0 bis 1 hilft",
        en: "negative utilities count as 0 in the weighted product; a scale from 0 to 1 helps"
      )
    )
  }
}

extension Scale {
  /// Whether a value can have a utility on this scale.
  fileprivate func canUse(_ value: Double?) -> Bool {
    guard let value, value.isFinite else { return false }
    return self != .log || value > 0
  }

  /// Per account whether its value can have a utility on this scale.
  fileprivate func usable(_ values: NumberColumn) -> [Bool] {
    let isLog = self == .log
    return values.numbers.map { $0.isFinite && (!isLog || $0 > 0) }
  }
}
