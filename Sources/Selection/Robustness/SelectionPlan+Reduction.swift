// SPDX-License-Identifier: Apache-2.0

extension SelectionPlan {
  /// The plan with some of its leaf criteria only, nil where none is left.
  ///
  /// Groups without criteria go with them, and so do their lines of a comparison matrix. `leaves`
  /// holds the places in programme order of those that stay.
  package func keeping(_ leaves: Set<Int>) -> SelectionPlan? {
    var reduced = self
    var count = 0
    let rest = criteria.map { $0.keeping(leaves, &count) }
    reduced.criteria = rest.compactMap(\.self)
    guard !reduced.criteria.isEmpty else { return nil }
    if case .ahp(let rows) = weighting, rows.count == criteria.count {
      let kept = rest.indices.filter { rest[$0] != nil }
      reduced.weighting = .ahp(kept.map { row in kept.map { rows[row][$0] } })
    }
    return reduced
  }
}

extension Criterion {
  /// The tree with some of its leaves, counting on from `count`; nil where nothing is left.
  fileprivate func keeping(_ leaves: Set<Int>, _ count: inout Int) -> Criterion? {
    guard !children.isEmpty else {
      defer { count += 1 }
      return leaves.contains(count) ? self : nil
    }
    var rest = self
    rest.children = children.compactMap { $0.keeping(leaves, &count) }
    return rest.children.isEmpty ? nil : rest
  }
}
