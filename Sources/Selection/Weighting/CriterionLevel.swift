// SPDX-License-Identifier: Apache-2.0
import Accounts

/// Criteria that are weighted against each other.
struct CriterionLevel {
  /// What a weighting makes of a level.
  struct LocalWeights {
    /// One weight per criterion; they add up to 1.
    var weights: [Double]
    /// What is to be said about them.
    var findings: [Finding] = []
    /// The judgements behind them, if people made any.
    var judgement: WeightJudgement?
  }

  /// The criteria, in programme order.
  let siblings: [Criterion]
  /// The names of the groups above, outermost first.
  let groups: [String]
  private let weighting: Weighting

  init(_ siblings: [Criterion], in groups: [String], _ weighting: Weighting) {
    self.siblings = siblings
    self.groups = groups
    self.weighting = weighting
  }

  /// The level of a criterion's children.
  func below(_ criterion: Criterion) -> CriterionLevel {
    CriterionLevel(
      criterion.children,
      in: groups + [criterion.name],
      criterion.weighting ?? weighting.inherited
    )
  }

  /// The local weights.
  func weights() throws(SelectionError) -> LocalWeights {
    switch weighting {
    case .equal: return LocalWeights(weights: RankOrderWeights.equal(siblings.count))
    case .rankSum: return LocalWeights(weights: RankOrderWeights.rankSum(siblings.count))
    case .rankReciprocal:
      return LocalWeights(weights: RankOrderWeights.rankReciprocal(siblings.count))
    case .rankOrderCentroid: return LocalWeights(weights: RankOrderWeights.centroid(siblings.count))
    case .ahp(let rows): return try compared(rows)
    case .bestWorst(let judgements): return try judged(judgements)
    case .swing(let points):
      let swings = siblings.map { points[$0.name] }
      let shares = try shares(of: points)
      return LocalWeights(weights: shares, findings: WeightingFindings.swings(swings))
    case .group(let group): return try averaged(group)
    case .objective where siblings.allSatisfy({ $0.weight == 0 }):
      return LocalWeights(weights: RankOrderWeights.equal(siblings.count))
    case .points, .objective: return LocalWeights(weights: try shares(of: [:]))
    }
  }

  /// Points by name, or those of the programme where no criterion of the level is named.
  private func shares(of points: [String: Double]) throws(SelectionError) -> [Double] {
    let named = siblings.map { points[$0.name] }
    let isNamed = named.contains { $0 != nil }
    let raw = zip(siblings, named).map { isNamed ? $1 ?? 0 : $0.weight }
    var total = 0.0
    for part in raw { total += part }
    guard total > 0 else {
      throw .weightsAddUpToZero(group: groups.last, siblings.first?.position)
    }
    guard total.isFinite, let largest = raw.max() else {
      throw .badWeight(criterion: siblings[0].name, weight: raw[0], siblings[0].position)
    }
    // Points so small that their sum has lost its digits are brought up to 1 first.
    guard total < 0x1p-1000 else { return raw.map { $0 / total } }
    let lifted = raw.map { $0 / largest }
    return lifted.map { $0 / lifted.reduce(0, +) }
  }

  // MARK: Judgements

  private func compared(_ rows: [[Double]]) throws(SelectionError) -> LocalWeights {
    guard rows.count == siblings.count, rows.allSatisfy({ $0.count == siblings.count }) else {
      throw .comparisonSize(expected: siblings.count)
    }
    let comparison = try PairwiseComparison(
      rows,
      randomIndex: PairwiseComparison.randomIndex(rows.count)
    )
    let names = siblings.map(\.name)
    var judgement = WeightJudgement("ahp", of: groups.last)
    judgement.consistencyRatio = comparison.consistencyRatio
    judgement.threshold = 0.1
    judgement.lambdaMax = comparison.lambdaMax
    judgement.randomIndex = PairwiseComparison.randomIndex(rows.count)
    if let triad = comparison.worstTriad, triad.factor > 1 {
      judgement.leastConsistent = [triad.first, triad.second, triad.third].map { names[$0] }
    }
    return LocalWeights(
      weights: comparison.weights,
      findings: WeightingFindings.findings(on: comparison, names: names),
      judgement: judgement
    )
  }

  private func judged(_ judgements: BestWorstJudgements) throws(SelectionError) -> LocalWeights {
    let names = siblings.map(\.name)
    guard let best = names.firstIndex(of: judgements.best),
      let worst = names.firstIndex(of: judgements.worst)
    else { throw .badJudgements }
    // The comparison of a criterion with itself needs no judgement.
    let method = try BestWorstMethod(
      best: best,
      worst: worst,
      bestToOthers: names.map { $0 == judgements.best ? 1 : judgements.bestToOthers[$0] ?? .nan },
      othersToWorst: names.map { $0 == judgements.worst ? 1 : judgements.othersToWorst[$0] ?? .nan }
    )
    var judgement = WeightJudgement("best-worst", of: groups.last)
    judgement.consistencyRatio = method.consistencyRatio
    judgement.threshold = method.threshold
    judgement.deviation = method.deviation
    judgement.leastConsistent = method.leastConsistent.map { [names[$0]] } ?? []
    return LocalWeights(
      weights: method.weights,
      findings: WeightingFindings.findings(on: method, names: names),
      judgement: judgement
    )
  }

  private func averaged(_ group: GroupPoints) throws(SelectionError) -> LocalWeights {
    var members: [[Double]] = []
    for member in group.members { members.append(try shares(of: member.points)) }
    guard let agreement = GroupAgreement(members, mean: group.mean) else {
      throw .weightsAddUpToZero(group: groups.last, siblings.first?.position)
    }
    var judgement = WeightJudgement("group", of: groups.last)
    judgement.concordance = agreement.concordance
    judgement.distance = agreement.distance
    judgement.spreads = zip(siblings, agreement.spreads).map {
      WeightJudgement.Spread(
        criterion: $0.name,
        lowest: $1.lowerBound,
        highest: $1.upperBound
      )
    }
    return LocalWeights(
      weights: agreement.weights,
      findings: WeightingFindings.findings(on: judgement),
      judgement: judgement
    )
  }
}

extension Weighting {
  /// What the groups below take over: comparisons of the criteria of one level say nothing of others.
  var inherited: Weighting {
    switch self {
    case .ahp, .bestWorst: .points
    default: self
    }
  }
}
