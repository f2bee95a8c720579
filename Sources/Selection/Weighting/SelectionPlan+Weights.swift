// SPDX-License-Identifier: Apache-2.0
import Accounts

extension SelectionPlan {
  /// The leaves of the criteria tree with their share of the whole.
  ///
  /// *Definition* Within each group the weighting gives normalised local weights; a leaf's weight
  /// is the product of the local weights from the top down to it. Rank-order weightings take the
  /// programme order as order of importance, in every group. A comparison matrix compares the top
  /// level; groups below it use their points. A data-driven weighting starts from the points and
  /// replaces them once the values are known (``Ranker``); without points it starts from equal ones.
  ///
  /// *Edge cases* A group whose weights are all 0 is an error even when the group itself weighs 0.
  public func criterionWeights() throws(SelectionError) -> CriterionWeights {
    guard !criteria.isEmpty else { throw .noCriteria }
    for criterion in criteria { try criterion.validate() }
    var result = CriterionWeights(leaves: [], findings: [])
    try appendLeaves(of: criteria, in: [], share: 1, to: &result)
    var seen = Set<String>()
    for leaf in result.leaves where !seen.insert(leaf.name).inserted {
      throw .repeatedName(leaf.name, leaf.criterion.position)
    }
    return result
  }

  private func appendLeaves(
    of siblings: [Criterion],
    in groups: [String],
    share: Double,
    to result: inout CriterionWeights
  ) throws(SelectionError) {
    let weights = try localWeights(of: siblings, in: groups, noting: &result.findings)
    for (criterion, weight) in zip(siblings, weights) {
      if criterion.children.isEmpty {
        result.leaves.append(
          WeightedCriterion(criterion: criterion, groups: groups, weight: share * weight)
        )
      } else {
        try appendLeaves(
          of: criterion.children,
          in: groups + [criterion.name],
          share: share * weight,
          to: &result
        )
      }
    }
  }

  private func localWeights(
    of siblings: [Criterion],
    in groups: [String],
    noting findings: inout [Finding]
  ) throws(SelectionError) -> [Double] {
    switch weighting {
    case .equal: return RankOrderWeights.equal(siblings.count)
    case .rankSum: return RankOrderWeights.rankSum(siblings.count)
    case .rankReciprocal: return RankOrderWeights.rankReciprocal(siblings.count)
    case .rankOrderCentroid: return RankOrderWeights.centroid(siblings.count)
    case .ahp(let rows) where groups.isEmpty:
      return try comparedWeights(rows, of: siblings, noting: &findings)
    case .objective where siblings.allSatisfy({ $0.weight == 0 }):
      return RankOrderWeights.equal(siblings.count)
    case .points, .ahp, .objective: return try pointWeights(of: siblings, in: groups)
    }
  }

  private func pointWeights(
    of siblings: [Criterion],
    in groups: [String]
  ) throws(SelectionError) -> [Double] {
    var total = 0.0
    for sibling in siblings { total += sibling.weight }
    guard total > 0 else {
      throw .weightsAddUpToZero(group: groups.last, siblings.first?.position)
    }
    guard total.isFinite, let largest = siblings.max(by: { $0.weight < $1.weight }) else {
      throw .badWeight(
        criterion: siblings[0].name,
        weight: siblings[0].weight,
        siblings[0].position
      )
    }
    // Points so small that their sum has lost its digits are brought up to 1 first.
    guard total < 0x1p-1000 else { return siblings.map { $0.weight / total } }
    let lifted = siblings.map { $0.weight / largest.weight }
    return lifted.map { $0 / lifted.reduce(0, +) }
  }

  private func comparedWeights(
    _ rows: [[Double]],
    of siblings: [Criterion],
    noting findings: inout [Finding]
  ) throws(SelectionError) -> [Double] {
    guard rows.count == siblings.count, rows.allSatisfy({ $0.count == siblings.count }) else {
      throw .comparisonSize(expected: siblings.count)
    }
    let comparison = try PairwiseComparison(
      rows,
      randomIndex: PairwiseComparison.randomIndex(rows.count)
    )
    findings += WeightingFindings.findings(on: comparison, names: siblings.map(\.name))
    return comparison.weights
  }
}
