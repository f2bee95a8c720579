// SPDX-License-Identifier: Apache-2.0

extension SelectionPlan {
  /// The plan with points on every level that holds one of the criteria `names`, so that other
  /// points for these compare with what their siblings weigh.
  ///
  /// *Definition* A level that is weighted otherwise (rank order, comparisons, members of a group)
  /// gets its local weights in hundredths as points; points of the programme stay as they are. The
  /// plan ranks as before.
  ///
  /// - Parameters:
  ///   - names: criteria or groups.
  ///   - weights: by leaf criterion its share of the whole, for weights that come from data.
  /// - Returns: A plan with the same criteria.
  package func weightedByPoints(at names: Set<String>, weights: [String: Double]) -> SelectionPlan {
    var plan = self
    if case .objective = weighting {
      plan.criteria = criteria.map { $0.weighted(byLeaves: weights) }
      plan.weighting = .points
      return plan
    }
    let (criteria, weighting) = PointLevel(names: names).pointed(criteria, weighting)
    plan.criteria = criteria
    plan.weighting = weighting
    return plan
  }
}

/// Turns the weights of levels into points.
private struct PointLevel {
  let names: Set<String>

  /// The criteria of one level and the levels below, with the weighting that then holds for it.
  func pointed(
    _ siblings: [Criterion],
    _ weighting: Weighting
  ) -> (criteria: [Criterion], weighting: Weighting) {
    var criteria = siblings.map { below($0, weighting.inherited) }
    guard weighting != .points, siblings.contains(where: { names.contains($0.name) }),
      let local = try? CriterionLevel(siblings, in: [], weighting).weights().weights
    else { return (criteria, weighting) }
    for j in criteria.indices {
      criteria[j].weight = local[j] * 100
      // What a group took over from this level has to be said now.
      if !criteria[j].children.isEmpty, criteria[j].weighting == nil {
        criteria[j].weighting = weighting.inherited
      }
    }
    return (criteria, .points)
  }

  private func below(_ criterion: Criterion, _ inherited: Weighting) -> Criterion {
    guard !criterion.children.isEmpty else { return criterion }
    let before = criterion.weighting ?? inherited
    let (children, weighting) = pointed(criterion.children, before)
    var result = criterion
    result.children = children
    if weighting != before { result.weighting = weighting }
    return result
  }
}

extension Criterion {
  /// The criterion with the shares of its leaves in hundredths as points, groups with their sums.
  fileprivate func weighted(byLeaves weights: [String: Double]) -> Criterion {
    var result = self
    guard !children.isEmpty else {
      result.weight = (weights[name] ?? 0) * 100
      return result
    }
    result.children = children.map { $0.weighted(byLeaves: weights) }
    result.weighting = .points
    result.weight = 0
    for child in result.children { result.weight += child.weight }
    return result
  }
}
