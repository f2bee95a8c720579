// SPDX-License-Identifier: Apache-2.0

extension Criterion {
  /// Refuses weights and scales that no data could make sense of.
  func validate() throws(SelectionError) {
    guard weight.isFinite, weight >= 0 else {
      throw .badWeight(criterion: name, weight: weight, position)
    }
    guard children.isEmpty else {
      for child in children { try child.validate() }
      return
    }
    guard measure != nil else { throw .noMeasure(criterion: name, position) }
    try validateScale()
    try PreferenceFunction.validate(preference, at: position)
  }

  private func validateScale() throws(SelectionError) {
    switch scale {
    case .fixed(let from, let to):
      guard (to - from).isFinite, from != to else {
        throw .badBounds(criterion: name, position)
      }
    case .points(let points):
      let rises = zip(points, points.dropFirst()).allSatisfy {
        $0.value < $1.value && ($1.value - $0.value).isFinite
      }
      let isInRange = points.allSatisfy { $0.value.isFinite && (0...1).contains($0.utility) }
      guard !points.isEmpty, rises, isInRange else {
        throw .badPoints(criterion: name, position)
      }
    case .target(let target):
      guard target.isFinite else { throw .badTarget(criterion: name, position) }
    default: return
    }
  }
}
