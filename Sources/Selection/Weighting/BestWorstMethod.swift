// SPDX-License-Identifier: Apache-2.0

/// Weights by the linear best-worst method, and how consistent the judgements are.
///
/// *Definition* The weights minimise the largest of |w(best) - a(best,j) w(j)| and |w(j) - a(j,worst)
/// w(worst)| over all criteria j (Rezaei 2016). The consistency ratio is the largest of |a(best,j)
/// a(j,worst) - a(best,worst)| / (a(best,worst)² - a(best,worst)), which needs no weights (Liang,
/// Brunelli and Rezaei 2020).
package struct BestWorstMethod: Sendable, Equatable {
  /// One weight per criterion; they add up to 1.
  package let weights: [Double]
  /// The largest deviation that the weights leave; 0 for consistent judgements.
  package let deviation: Double
  /// The input-based consistency ratio; 0 for consistent judgements.
  package let consistencyRatio: Double
  /// Up to where the ratio is acceptable; nil where no threshold was published.
  package let threshold: Double?
  /// The criterion whose judgements fit the others least, nil where all fit.
  package let leastConsistent: Int?

  /// Largest acceptable ratios by a(best,worst) from 3 to 9, then by 3 to 9 criteria (Liang, Brunelli
  /// and Rezaei 2020, table 3).
  private static let thresholds = [
    [0.1667, 0.1667, 0.1667, 0.1667, 0.1667, 0.1667, 0.1667],
    [0.1121, 0.1529, 0.1898, 0.2206, 0.2527, 0.2577, 0.2683],
    [0.1354, 0.1994, 0.2306, 0.2546, 0.2716, 0.2844, 0.2960],
    [0.1330, 0.1990, 0.2643, 0.3044, 0.3144, 0.3221, 0.3262],
    [0.1294, 0.2457, 0.2819, 0.3029, 0.3144, 0.3251, 0.3403],
    [0.1309, 0.2521, 0.2958, 0.3154, 0.3408, 0.3620, 0.3657],
    [0.1359, 0.2681, 0.3062, 0.3337, 0.3517, 0.3620, 0.3662],
  ]

  /// Evaluates judgements that name every criterion, by index.
  ///
  /// - Parameters:
  ///   - best: the most important criterion.
  ///   - worst: the least important criterion.
  ///   - bestToOthers: one positive number per criterion.
  ///   - othersToWorst: one positive number per criterion.
  /// - Throws: ``SelectionError`` for other numbers, or where no weights can be found.
  package init(
    best: Int,
    worst: Int,
    bestToOthers: [Double],
    othersToWorst: [Double]
  ) throws(SelectionError) {
    let n = bestToOthers.count
    guard othersToWorst.count == n, (0..<n).contains(best), (0..<n).contains(worst),
      (bestToOthers + othersToWorst).allSatisfy({ $0.isFinite && $0 > 0 && $0 <= 1e6 })
    else { throw .badJudgements }
    let judgements = Self.model(best, worst, bestToOthers, othersToWorst)
    guard case .solved(let values, _, true) = LinearSolver.outcome(of: judgements) else {
      throw .weightsUnsolved
    }
    weights = Self.shares(Array(values.prefix(n)))
    deviation = max(0, values[n])
    let scale = bestToOthers[worst]
    let span = scale * scale - scale
    let ratios = (0..<n).map { j in
      span > 0 ? (bestToOthers[j] * othersToWorst[j] - scale).magnitude / span : 0
    }
    let largest = ratios.max() ?? 0
    consistencyRatio = largest
    leastConsistent = largest > 0 ? ratios.firstIndex(of: largest) : nil
    threshold = Self.threshold(scale: scale, criteria: n)
  }

  private static func model(
    _ best: Int,
    _ worst: Int,
    _ bestToOthers: [Double],
    _ othersToWorst: [Double]
  ) -> LinearModel {
    var model = LinearModel()
    let weights = bestToOthers.map { _ in model.addColumn(0...1) }
    let deviation = model.addColumn(0...(.infinity), objective: -1)
    model.bound(Dictionary(uniqueKeysWithValues: weights.map { ($0, 1) }), in: 1...1)
    for j in weights.indices {
      let pairs = [(best, bestToOthers[j], j), (j, othersToWorst[j], worst)]
      for (more, times, less) in pairs where more != less {
        model.bound([more: 1, less: -times, deviation: 1], in: 0...(.infinity))
        model.bound([more: 1, less: -times, deviation: -1], in: -.infinity...0)
      }
    }
    return model
  }

  /// Weights that add up to 1; the solver may leave them a rounding error below 0.
  private static func shares(_ values: [Double]) -> [Double] {
    let weights = values.map { max(0, $0) }
    var total = 0.0
    for weight in weights { total += weight }
    return weights.map { $0 / total }
  }

  private static func threshold(scale: Double, criteria: Int) -> Double? {
    guard scale == scale.rounded(), (3...9).contains(scale), (3...9).contains(criteria) else {
      return nil
    }
    return thresholds[Int(scale) - 3][criteria - 3]
  }
}
