// SPDX-License-Identifier: Apache-2.0
package import Accounts

/// All figures of an OKR sheet on one day.
package struct OKRFigures: Sendable {
  /// One row per key result, in sheet order; see ``sortedKeyResults`` for the published order.
  package internal(set) var keyResults: OKRKeyResultRows
  /// One row per account and cycle, by account, then cycle.
  package internal(set) var accounts: OKRAccountRows
  /// The position in ``accounts`` of each objective of the sheet, -1 where it lacks account or
  /// cycle.
  package internal(set) var accountRowOfObjective: [Int32] = []

  /// What the figures are about; its check-ins may be gone once they are computed.
  package private(set) var sheet: OKRSheet
  let day: CalendarDate
  let profile: RuleProfile
  /// The key results of each objective.
  let byObjective: Groups
  /// The cycles by the numbers that the sheet's objectives give them, nil for unknown ones.
  let cycles: [Cycle?]
  /// Where they stand on the day, nil for those without days.
  let moments: [Pace.Moment?]
  /// The days of those that are running, nil for others.
  private let runningSpans: [Pace.Span?]

  /// Computes the figures of `sheet` on `day`.
  ///
  /// - Parameters:
  ///   - sheet: what the files hold
  ///   - day: the day of the figures; later check-ins do not count
  ///   - profile: limits, bands and word lists
  ///   - keepsCheckins: whether the sheet of the figures keeps all check-ins, not only those with
  ///     words or a confidence
  /// - Complexity: O(n log n) in the rows of the sheet
  package init(
    of sheet: consuming OKRSheet,
    on day: CalendarDate,
    profile: RuleProfile,
    keepsCheckins: Bool = true
  ) {
    self.sheet = consume sheet
    self.day = day
    self.profile = profile
    cycles = self.sheet.cyclesOfObjectives
    moments = cycles.map { cycle in
      cycle?.days.map {
        let span = Pace.Span(start: $0.start, end: $0.end, isClosed: cycle?.status == .closed)
        return Pace.Moment(span, on: day, profile)
      }
    }
    runningSpans = cycles.map { cycle in
      guard let cycle, let days = cycle.days, days.start <= day, !cycle.isClosed(on: day) else {
        return nil
      }
      return Pace.Span(start: days.start, end: days.end)
    }
    let objectives = self.sheet.objectives
    byObjective = Groups(self.sheet.keyResults.objectives, count: objectives.count)
    keyResults = OKRKeyResultRows(of: self.sheet)
    accounts = OKRAccountRows(of: objectives)
    addAccounts(atClose: addProgress(keepsCheckins: keepsCheckins))
  }

  /// Fills the rows of the key results.
  ///
  /// - Returns: the values of those that take theirs from below once what is missing counts as 0
  private mutating func addProgress(keepsCheckins: Bool) -> [Int: RolledUp] {
    let own = ownProgress()
    // Millions of them would be held to the end for nothing.
    if !keepsCheckins { sheet.checkins.removePlain() }
    let running = cascaded(own, missing: .exclude)
    for index in own.indices {
      complete(index, own: own[index], rolledUp: running.isEmpty ? nil : running[index])
    }
    return running.isEmpty ? [:] : cascaded(own, missing: .zero)
  }

  /// The rows of `okr_key_results.csv`, by id.
  package var sortedKeyResults: OKRKeyResultRows { keyResults.sorted() }

  /// The cycles of the sheet, for the link.
  package var linkedCycles: [SelectionLink.LinkedCycle] {
    sheet.cycles.map { SelectionLink.LinkedCycle(id: $0.id, start: $0.start) }
  }

  /// The cycle of an objective, nil for an unknown one.
  func cycle(ofObjective objective: Int) -> Cycle? {
    cycles[Int(sheet.objectives.cycles.numbers[objective])]
  }

  /// The cycle of a key result, nil for an unknown one.
  func cycle(ofKeyResult index: Int) -> Cycle? {
    sheet.keyResults.objective(of: index).flatMap { cycle(ofObjective: $0) }
  }

  /// The progress from which a key result is a success.
  func success(of index: Int) -> Double {
    sheet.keyResults.ambition(at: index) == .committed ? 1 : profile.success
  }
}

// MARK: - Key results

extension OKRFigures {
  /// What one check-in reports.
  private struct Report {
    var day: Int32
    var value: KeyResultValue
  }

  /// The progress of every key result by its own values: its check-ins, else what the sheet says;
  /// notes on the way when it was reported last, and where it is heading.
  private mutating func ownProgress() -> [Progress] {
    var own: [Progress] = []
    own.reserveCapacity(sheet.keyResults.count)
    var reports: [Report] = []
    for index in sheet.keyResults.indices {
      let span = runningSpan(of: index)
      collect(sheet.checkins.range(of: index), &reports, onlyLast: span == nil)
      let progress = progress(
        of: index,
        reports.last?.value ?? sheet.keyResults.current(at: index)
      )
      own.append(progress)
      if let last = reports.last { keyResults.setLastDay(at: index, last.day) }
      if let span { addOutlook(of: index, progress, reports, in: span) }
    }
    return own
  }

  private func progress(of index: Int, _ value: KeyResultValue?) -> Progress {
    Progress.of(sheet.keyResults.kind(at: index), sheet.keyResults.scale(at: index), last: value)
  }

  /// The check-ins that count on the day of the figures, the last one of each day, or the last one
  /// of all.
  private func collect(_ range: Range<Int>, _ reports: inout [Report], onlyLast: Bool) {
    let today = day.packed
    reports.removeAll(keepingCapacity: true)
    for index in range.reversed() {
      let day = sheet.checkins.packedDay(at: index)
      guard day <= today, day != reports.last?.day,
        sheet.checkins.exclusion(at: index) == nil,
        let value = sheet.checkins.value(at: index)
      else { continue }
      reports.append(Report(day: day, value: value))
      if onlyLast { return }
    }
    reports.reverse()
  }

  /// The days of the cycle of a key result that has a forecast: a running one with values of its
  /// own.
  private func runningSpan(of index: Int) -> Pace.Span? {
    guard sheet.keyResults.exclusion(at: index) == nil,
      sheet.keyResults.progressMode(at: index) == .own,
      let objective = sheet.keyResults.objective(of: index)
    else { return nil }
    switch sheet.keyResults.kind(at: index) {
    case .metric, .zones, .milestone:
      return runningSpans[Int(sheet.objectives.cycles.numbers[objective])]
    case .boolean, .atLeast, .atMost, .between, .ordinal: return nil
    }
  }

  /// Where a running key result with values of its own is heading.
  private mutating func addOutlook(
    of index: Int,
    _ progress: Progress,
    _ reports: [Report],
    in span: Pace.Span
  ) {
    var points = reports.compactMap { report -> (elapsed: Double, progress: Double)? in
      let raw = self.progress(of: index, report.value).raw
      return raw.map { (span.elapsed(on: CalendarDate(packed: report.day)), $0) }
    }
    if reports.isEmpty, let raw = progress.raw { points = [(span.elapsed(on: day), raw)] }
    let forecast = Forecast(
      elapsed: points.map(\.elapsed),
      progress: points.map(\.progress),
      prior: nil,
      grace: profile.grace
    )
    guard let value = forecast.linear ?? forecast.pace else { return }
    keyResults.setOutlook(
      at: index,
      OKRKeyResultRows.Outlook(value: value, interval: forecast.interval)
    )
  }

  /// Fills the row of a key result whose value is known.
  private mutating func complete(_ index: Int, own: Progress, rolledUp: RolledUp?) {
    if let exclusion = sheet.keyResults.exclusion(at: index) {
      keyResults.setReason(at: index, exclusion.reason)
      return
    }
    let raw = rolledUp.map(\.value) ?? own.raw
    let capped = rolledUp.map(\.value) ?? own.capped
    let objective = sheet.keyResults.objective(of: index)
    var reason = (rolledUp.map(\.reason) ?? own.reason)?.rawValue
    if raw == nil, let objective, sheet.objectives.exclusion(at: objective) == .cascadeCycle {
      reason = OKRCode.cascadeCycle.reason
    }
    keyResults.setProgress(at: index, raw: raw, capped: capped, reason: reason)
    keyResults.setHit(at: index, raw.map { Band.reaches($0, success(of: index)) })
    guard let objective, let moment = moments[Int(sheet.objectives.cycles.numbers[objective])]
    else { return }
    let pace = Pace(
      of: Pace.Report(
        progress: raw,
        lastCheckin: keyResults.lastDay(at: index).map(CalendarDate.init(packed:))
      ),
      success: success(of: index),
      at: moment
    )
    keyResults.setPace(at: index, pace)
  }
}
