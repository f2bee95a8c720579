// SPDX-License-Identifier: Apache-2.0
import CyclePerformance
import Reporting

/// The families `progress` and `scoring`.
enum ProgressCases {
  static func progress(_ inputs: CaseInputs) throws(CaseFault) -> CaseFigures {
    let kind = try inputs.required("type").choice(of: KeyResult.Kind.self)
    let progress = try computed(kind, inputs)
    var members: [JSONValue.Member] = [
      .init("raw", .finite(progress.raw)),
      .init("capped", .finite(progress.capped)),
      .init("reason", JSONValue(progress.reason?.rawValue)),
    ]
    if kind == .zones {
      members.append(.init("zone", JSONValue(progress.raw.map { Zone(progress: $0).rawValue })))
    }
    return CaseFigures(members)
  }

  private static func computed(
    _ kind: KeyResult.Kind,
    _ inputs: CaseInputs
  ) throws(CaseFault) -> Progress {
    switch kind {
    case .metric: return try metric(inputs)
    case .boolean: return .boolean(try inputs.optional("current")?.flag())
    case .milestone:
      return .milestones(
        try inputs.list("milestones").map { milestone throws(CaseFault) in
          (try milestone.required("done").flag(), try milestone.number("weight", or: 1))
        }
      )
    case .zones:
      var scale = KeyResult.Scale()
      scale.baseline = try inputs.optionalNumber("baseline")
      scale.commit = try inputs.optionalNumber("commit")
      scale.target = try inputs.optionalNumber("target")
      scale.stretch = try inputs.optionalNumber("stretch")
      return .zones(scale, current: try inputs.optionalNumber("current"))
    case .ordinal: return .ordinal(try inputs.optional("zone")?.choice(of: Zone.self))
    case .atLeast: return try limited(ValueLimit(low: inputs.optionalNumber("target")), inputs)
    case .atMost: return try limited(ValueLimit(high: inputs.optionalNumber("target")), inputs)
    case .between:
      guard let low = try inputs.optionalNumber("low"), let high = try inputs.optionalNumber("high")
      else { return Progress(reason: .missingBaselineOrTarget) }
      return try limited(ValueLimit(low: low, high: high), inputs)
    }
  }

  private static func metric(_ inputs: CaseInputs) throws(CaseFault) -> Progress {
    .metric(
      baseline: try inputs.optionalNumber("baseline"),
      target: try inputs.optionalNumber("target"),
      current: try inputs.optionalNumber("current")
    )
  }

  private enum Mode: String, CaseIterable {
    case last, share, ramp
    case sharePlanned = "share_planned"
  }

  private static func limited(
    _ limit: ValueLimit,
    _ inputs: CaseInputs
  ) throws(CaseFault) -> Progress {
    let mode: ValueLimit.Mode =
      switch try inputs.required("mode").choice(of: Mode.self) {
      case .last: .last
      case .share: .share
      case .sharePlanned: .sharePlanned(try inputs.int("planned_checkins"))
      case .ramp: .ramp(tolerance: try inputs.number("tolerance"))
      }
    return limit.progress(of: try inputs.required("checkins").optionalNumbers(), mode: mode)
  }
}

// MARK: - Scoring

extension ProgressCases {
  static func scoring(_ inputs: CaseInputs) throws(CaseFault) -> CaseFigures {
    if inputs.has("origins") { return try origins(inputs) }
    return try inputs.has("progress") ? list(inputs) : single(inputs)
  }

  private static func list(_ inputs: CaseInputs) throws(CaseFault) -> CaseFigures {
    let values = try inputs.required("progress").optionalNumbers()
    let success = try inputs.number("success")
    let summary = ProgressSummary(values, success: success)
    func perItem(_ figure: (Double) -> JSONValue) -> JSONValue {
      .array(values.map { $0.map(figure) ?? .null })
    }
    return CaseFigures([
      .init("google", perItem { .string(Band.google($0)) }),
      .init("grove", perItem { .string(Band.grove($0)) }),
      .init("zones", perItem { .string(Zone(progress: $0).rawValue) }),
      .init("hit", perItem { .bool(Band.reaches($0, success)) }),
      .init("vs_ambition", perItem { .finite($0 / success) }),
      .init("n", .integer(summary.count)),
      .init("mean", .finite(summary.mean)),
      .init("hit_rate", .finite(summary.hitRate)),
      .init("fully_achieved_rate", .finite(summary.fullyAchievedRate)),
      .init("ambition_flag", JSONValue(summary.ambition?.rawValue)),
    ])
  }

  private static func single(_ inputs: CaseInputs) throws(CaseFault) -> CaseFigures {
    let raw = try metric(inputs).raw
    let limit = try inputs.number("success") - inputs.number("eps", or: Band.tolerance)
    return CaseFigures([
      .init("progress", .finite(raw)),
      .init("hit", JSONValue(raw.map { $0 >= limit })),
      .init("google", JSONValue(raw.map(Band.google))),
      .init("zone", JSONValue(raw.map { Zone(progress: $0).rawValue })),
    ])
  }

  private static func origins(_ inputs: CaseInputs) throws(CaseFault) -> CaseFigures {
    let mix = OriginMix(
      try inputs.list("origins").map { origin throws(CaseFault) in
        try origin.ifPresent?.choice(of: Objective.Origin.self)
      }
    )
    return CaseFigures([
      .init("n", .integer(mix.count)), .init("n_known", .integer(mix.known)),
      .init("top_down_share", .finite(mix.topDownShare)),
      .init("deviation_from_40", .finite(mix.deviation)),
    ])
  }
}
