// SPDX-License-Identifier: Apache-2.0

extension Progress {
  /// The progress of a key result of `kind` after its last report.
  ///
  /// A `milestone` key result counts milestones done against its target; without a target its
  /// value is a share, or a percentage where it is over 1. A limit with a tolerance is a ramp,
  /// without one the last value is inside or not.
  package static func of(
    _ kind: KeyResult.Kind,
    _ scale: KeyResult.Scale,
    last: KeyResultValue?
  ) -> Progress {
    switch kind {
    case .metric:
      return metric(baseline: scale.baseline, target: scale.target, current: last?.number)
    case .boolean: return boolean(last?.flag)
    case .milestone: return milestone(target: scale.target, last)
    case .zones: return zones(scale, current: last?.number)
    case .ordinal: return ordinal(last?.zone)
    case .atLeast: return limit(ValueLimit(low: scale.target), scale, last)
    case .atMost: return limit(ValueLimit(high: scale.target), scale, last)
    case .between:
      guard scale.low != nil, scale.high != nil else {
        return Progress(reason: .missingBaselineOrTarget)
      }
      return limit(ValueLimit(low: scale.low, high: scale.high), scale, last)
    }
  }

  private static func limit(
    _ limit: ValueLimit,
    _ scale: KeyResult.Scale,
    _ last: KeyResultValue?
  ) -> Progress {
    limit.progress(
      of: [last?.number],
      mode: scale.tolerance == nil ? .last : .ramp(tolerance: scale.tolerance)
    )
  }

  private static func milestone(target: Double?, _ value: KeyResultValue?) -> Progress {
    switch value {
    case .flag(let isDone): return boolean(isDone)
    case .number(let number):
      guard let target else { return Progress(number > 1 ? number / 100 : number) }
      return target > 0 ? Progress(number / target) : Progress(reason: .zeroRange)
    case .zone, nil: return Progress(reason: .noData)
    }
  }
}

extension KeyResultValue {
  /// The number, nil for other values.
  var number: Double? {
    if case .number(let number) = self { number } else { nil }
  }

  /// Done or open, nil for other values.
  var flag: Bool? {
    if case .flag(let flag) = self { flag } else { nil }
  }

  /// The zone, nil for other values.
  var zone: Zone? {
    if case .zone(let zone) = self { zone } else { nil }
  }
}
