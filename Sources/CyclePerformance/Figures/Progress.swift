// SPDX-License-Identifier: Apache-2.0

/// How far a key result has come from its start to its goal.
///
/// *Definition* `(current - baseline) / (target - baseline)` for metrics, rising or falling; the
/// other kinds are defined at their makers. Undefined is nil with a reason, never 0 or NaN.
public struct Progress: Sendable, Equatable {
  /// Why there is no progress.
  public enum Reason: String, Sendable, CaseIterable {
    case missingBaselineOrTarget = "missing_baseline_or_target"
    case zeroRange = "zero_range"
    case zonesNotMonotone = "zones_not_monotone"
    case noData = "no_data"
    case zeroWeight = "zero_weight"
    case negativeWeight = "negative_weight"
    /// The numbers are so large or so close that the result is not finite.
    case overflow
  }

  /// The progress without bounds: negative below the start, over 1 beyond the goal.
  public let raw: Double?
  /// The progress within 0 and 1, as roll-ups use it.
  public let capped: Double?
  /// Why there is none.
  public let reason: Reason?

  /// Takes a computed progress; one that is not finite becomes a reason.
  package init(_ raw: Double) {
    let isFinite = raw.isFinite
    self.raw = isFinite ? raw : nil
    capped = isFinite ? min(1, max(0, raw)) : nil
    reason = isFinite ? nil : .overflow
  }

  /// No progress, because of `reason`.
  package init(reason: Reason) {
    raw = nil
    capped = nil
    self.reason = reason
  }
}

extension Progress {
  /// The progress of a metric; works for falling goals too.
  package static func metric(baseline: Double?, target: Double?, current: Double?) -> Progress {
    guard let baseline, let target else { return Progress(reason: .missingBaselineOrTarget) }
    guard baseline != target else { return Progress(reason: .zeroRange) }
    guard let current else { return Progress(reason: .noData) }
    return Progress((current - baseline) / (target - baseline))
  }

  /// All or nothing.
  package static func boolean(_ isDone: Bool?) -> Progress {
    isDone.map { Progress($0 ? 1 : 0) } ?? Progress(reason: .noData)
  }

  /// The weight of the milestones done over the weight of all.
  package static func milestones(_ milestones: [(isDone: Bool, weight: Double)]) -> Progress {
    guard !milestones.isEmpty else { return Progress(reason: .noData) }
    var done = 0.0
    var all = 0.0
    for milestone in milestones {
      guard milestone.weight >= 0 else { return Progress(reason: .negativeWeight) }
      all += milestone.weight
      if milestone.isDone { done += milestone.weight }
    }
    return all > 0 ? Progress(done / all) : Progress(reason: .zeroWeight)
  }

  /// The progress of an ordinal key result: where its zone begins.
  package static func ordinal(_ zone: Zone?) -> Progress {
    zone.map { Progress($0.progress) } ?? Progress(reason: .noData)
  }

  /// Linear between baseline (0), commit (0.3), target (0.7) and stretch (1), beyond both ends
  /// along the nearest segment; the four must rise strictly or fall strictly.
  package static func zones(_ scale: KeyResult.Scale, current: Double?) -> Progress {
    guard let baseline = scale.baseline, let commit = scale.commit, let target = scale.target,
      let stretch = scale.stretch
    else { return Progress(reason: .missingBaselineOrTarget) }
    let values = [baseline, commit, target, stretch]
    let steps = zip(values.dropFirst(), values).map { $0 - $1 }
    guard steps.allSatisfy({ $0 > 0 }) || steps.allSatisfy({ $0 < 0 }) else {
      return Progress(reason: .zonesNotMonotone)
    }
    guard let current else { return Progress(reason: .noData) }
    let sign = steps[0] > 0 ? 1.0 : -1.0
    let limits = Zone.allCases.map(\.progress)
    let segment = (1...2).last { sign * (current - values[$0]) >= 0 } ?? 0
    let share = (current - values[segment]) / steps[segment]
    return Progress(limits[segment] + share * (limits[segment + 1] - limits[segment]))
  }
}
