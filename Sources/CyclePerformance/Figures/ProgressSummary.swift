// SPDX-License-Identifier: Apache-2.0

/// What many progress values say together: means, success, and whether the goals were ambitious.
package struct ProgressSummary: Sendable, Equatable {
  /// What a mean says about the goals (S002: 70 is the new 100).
  package enum Ambition: String, Sendable, CaseIterable {
    case tooSafe = "too_safe"
    case healthy, partial, overreach
  }

  /// How many values there are.
  package private(set) var count = 0
  /// Their mean; nil without values.
  package private(set) var mean: Double?
  /// The share that is a success.
  package private(set) var hitRate: Double?
  /// The share that is reached wholly.
  package private(set) var fullyAchievedRate: Double?

  /// Sums up the values that are there; a success starts at `success`.
  package init(_ progress: [Double?], success: Double) {
    let values = progress.compactMap { $0 }
    guard !values.isEmpty else { return }
    count = values.count
    let n = Double(values.count)
    var sum = PairedSum()
    for value in values { sum.add(value) }
    mean = sum.value / n
    hitRate = Double(values.count { Band.reaches($0, success) }) / n
    fullyAchievedRate = Double(values.count { Band.reaches($0, 1) }) / n
  }

  /// Too safe over 0.85, healthy from 0.6, partial from 0.4, below that overreach.
  package var ambition: Ambition? {
    guard let mean else { return nil }
    if mean > 0.85 + Band.tolerance { return .tooSafe }
    if Band.reaches(mean, 0.6) { return .healthy }
    return Band.reaches(mean, 0.4) ? .partial : .overreach
  }
}
