// SPDX-License-Identifier: Apache-2.0
import Accounts

extension SelectionPlan {
  /// The leaves of the criteria tree with their share of the whole.
  ///
  /// *Definition* Within each group the weighting gives normalised local weights; a leaf's weight
  /// is the product of the local weights from the top down to it. A group may have a weighting of
  /// its own; else it takes that of the level above, where comparisons of the criteria there (AHP,
  /// best-worst) leave the points. Rank-order weightings take the programme order as order of
  /// importance. A data-driven weighting starts from the points and replaces them once the values
  /// are known (``Ranker``); without points it starts from equal ones.
  ///
  /// *Edge cases* A group whose weights are all 0 is an error even when the group itself weighs 0.
  public func criterionWeights() throws(SelectionError) -> CriterionWeights {
    guard !criteria.isEmpty else { throw .noCriteria }
    for criterion in criteria { try criterion.validate() }
    var result = CriterionWeights(leaves: [], findings: [])
    try result.append(CriterionLevel(criteria, in: [], weighting), share: 1)
    var seen = Set<String>()
    for leaf in result.leaves where !seen.insert(leaf.name).inserted {
      throw .repeatedName(leaf.name, leaf.criterion.position)
    }
    return result
  }
}

extension CriterionWeights {
  fileprivate mutating func append(
    _ level: CriterionLevel,
    share: Double
  ) throws(SelectionError) {
    let local = try level.weights()
    findings += local.findings
    if let judgement = local.judgement { judgements.append(judgement) }
    for (criterion, weight) in zip(level.siblings, local.weights) {
      if criterion.children.isEmpty {
        leaves.append(
          WeightedCriterion(criterion: criterion, groups: level.groups, weight: share * weight)
        )
      } else {
        try append(level.below(criterion), share: share * weight)
      }
    }
  }
}
