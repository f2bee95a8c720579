// SPDX-License-Identifier: Apache-2.0

/// What each criterion really does to the order of scores, beside what it weighs.
enum EffectiveInfluence {
  /// Per criterion the covariance of weight times part with the score, over the variance of the
  /// score; nil where all scores are equal.
  ///
  /// The shares add up to 1. A criterion on which accounts hardly differ has next to none, whatever
  /// it weighs (Paruolo, Saisana and Saltelli 2013, "Ratings and rankings: voodoo or science?").
  static func shares(_ parts: ScoreParts) -> [Double]? {
    let deviations = parts.scores(parts.weights).deviations
    var variance = 0.0
    for deviation in deviations { variance += deviation * deviation }
    guard variance > 1e-18 * Double(max(1, deviations.count)) else { return nil }
    return zip(parts.columns, parts.weights).map { column, weight in
      let mean = column.mean
      var sum = 0.0
      for (deviation, part) in zip(deviations, column) { sum += deviation * (part - mean) }
      return weight * (sum / variance)
    }
  }
}

extension [Double] {
  fileprivate var mean: Double {
    var total = 0.0
    for number in self { total += number }
    return total / Double(Swift.max(1, count))
  }

  /// The numbers less their mean.
  fileprivate var deviations: [Double] {
    let mean = mean
    return map { $0 - mean }
  }
}
