// SPDX-License-Identifier: Apache-2.0
package import Accounts

/// All figures of an OKR sheet on one day.
package struct OKRFigures: Sendable {
  /// One row per key result, in sheet order; see ``sortedKeyResults`` for the published order.
  package private(set) var keyResults: [OKRKeyResultRow] = []
  /// The mean of each objective over its key results, in sheet order.
  package private(set) var objectives: [RolledUp] = []
  /// One row per account and cycle, by account, then cycle.
  package private(set) var accounts: [OKRAccountRow] = []

  private let sheet: OKRSheet
  private let day: CalendarDate
  private let profile: RuleProfile
  private let cycles: [String: Cycle]

  /// Computes the figures of `sheet` on `day`.
  ///
  /// - Complexity: O(n log n) in the rows of the sheet
  package init(of sheet: OKRSheet, on day: CalendarDate, profile: RuleProfile) {
    self.sheet = sheet
    self.day = day
    self.profile = profile
    cycles = Dictionary(sheet.cycles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var own: [Progress] = []
    var outlooks: [Outlook] = []
    var start = sheet.checkins.startIndex
    for (index, keyResult) in sheet.keyResults.enumerated() {
      var end = start
      while end < sheet.checkins.endIndex, sheet.checkins.keyResult(at: end) == index { end += 1 }
      let used = latestPerDay(start..<end)
      start = end
      let progress = progress(of: keyResult, used)
      outlooks.append(outlook(of: keyResult, progress, used))
      own.append(progress)
    }
    let running = cascade(own, missing: .exclude)
    let closed = cascade(own, missing: .zero)
    let first = sheet.keyResults.count
    objectives = Array(running[first...])
    keyResults = sheet.keyResults.indices.map { index in
      row(of: index, own: own[index], rolledUp: running[index], outlooks[index])
    }
    accounts = accountRows(atClose: Array(closed[first...]))
  }

  /// The rows of `okr_key_results.csv`, by id.
  package var sortedKeyResults: [OKRKeyResultRow] {
    keyResults.indices.sorted {
      let (a, b) = (keyResults[$0], keyResults[$1])
      if a.keyResult != b.keyResult { return a.keyResult.isBytewiseLess(than: b.keyResult) }
      if a.objective != b.objective { return a.objective.isBytewiseLess(than: b.objective) }
      return $0 < $1
    }.map { keyResults[$0] }
  }

  /// What each account reached in each cycle, for the link.
  package var attainments: [SelectionLink.Attainment] {
    accounts.map {
      SelectionLink.Attainment(
        account: $0.account,
        cycle: $0.cycle,
        value: $0.attainment,
        coverage: $0.coverage,
        keyResults: $0.keyResults
      )
    }
  }

  /// The cycles of the sheet, for the link.
  package var linkedCycles: [SelectionLink.LinkedCycle] {
    sheet.cycles.map { SelectionLink.LinkedCycle(id: $0.id, start: $0.start) }
  }
}

// MARK: - Key results

extension OKRFigures {
  /// What one check-in reports.
  private struct Report {
    var day: Int32
    var value: KeyResultValue
  }

  /// When a key result was reported last, and where it is heading.
  private struct Outlook {
    var last: Int32?
    var forecast: Double?
    var low: Double?
    var high: Double?
  }

  /// The check-ins that count on the day of the figures, the last one of each day.
  private func latestPerDay(_ range: Range<Int>) -> [Report] {
    let today = day.packed
    var kept: [Report] = []
    for index in range {
      let day = sheet.checkins.packedDay(at: index)
      guard day <= today, sheet.checkins.exclusion(at: index) == nil,
        let value = sheet.checkins.value(at: index)
      else { continue }
      if kept.last?.day == day { kept.removeLast() }
      kept.append(Report(day: day, value: value))
    }
    return kept
  }

  /// The progress of `keyResult` by its own values: its check-ins, else what the sheet says.
  private func progress(of keyResult: KeyResult, _ reports: [Report]) -> Progress {
    let sheetValue = keyResult.current.map { [$0] } ?? []
    return Progress.of(keyResult, values: reports.isEmpty ? sheetValue : reports.map(\.value))
  }

  private func row(
    of index: Int,
    own: Progress,
    rolledUp: RolledUp,
    _ outlook: Outlook
  ) -> OKRKeyResultRow {
    let keyResult = sheet.keyResults[index]
    let objective = keyResult.objective.map { sheet.objectives[$0] }
    var row = OKRKeyResultRow(
      keyResult: keyResult.id,
      objective: keyResult.objectiveID,
      account: objective?.group,
      cycle: objective?.cycle,
      title: keyResult.title,
      kind: keyResult.kind
    )
    row.lastCheckin = outlook.last.map(CalendarDate.init(packed:))
    if let exclusion = keyResult.exclusion {
      row.reason = exclusion.reason
      return row
    }
    if keyResult.progressMode == .own {
      row.progressRaw = own.raw
      row.progress = own.capped
      row.reason = own.reason?.rawValue
    } else {
      row.progressRaw = rolledUp.value
      row.progress = rolledUp.value
      row.reason = rolledUp.reason?.rawValue
    }
    if row.progressRaw == nil, let exclusion = objective?.exclusion, exclusion == .cascadeCycle {
      row.reason = exclusion.reason
    }
    row.isHit = row.progressRaw.map { Band.reaches($0, success(of: keyResult)) }
    if let cycle = objective.flatMap({ cycles[$0.cycle] }) {
      addPace(to: &row, keyResult, cycle)
      row.forecast = outlook.forecast
      row.forecastLow = outlook.low
      row.forecastHigh = outlook.high
    }
    return row
  }

  private func success(of keyResult: KeyResult) -> Double {
    keyResult.ambition == .committed ? 1 : profile.success
  }

  private func addPace(to row: inout OKRKeyResultRow, _ keyResult: KeyResult, _ cycle: Cycle) {
    guard let days = cycle.days else { return }
    let pace = Pace(
      of: Pace.Report(progress: row.progressRaw, lastCheckin: row.lastCheckin),
      success: success(of: keyResult),
      in: Pace.Span(start: days.start, end: days.end, isClosed: cycle.status == .closed),
      on: day,
      rules: profile
    )
    row.expected = pace.expected
    row.status = pace.status
  }

  /// Where a running key result with values of its own is heading.
  private func outlook(
    of keyResult: KeyResult,
    _ progress: Progress,
    _ reports: [Report]
  ) -> Outlook {
    var outlook = Outlook(last: reports.last?.day)
    guard keyResult.exclusion == nil, keyResult.progressMode == .own,
      [.metric, .zones, .milestone].contains(keyResult.kind),
      let cycle = keyResult.objective.flatMap({ cycles[sheet.objectives[$0].cycle] }),
      let days = cycle.days, days.start <= day, !cycle.isClosed(on: day)
    else { return outlook }
    let span = Pace.Span(start: days.start, end: days.end)
    var points = reports.compactMap { report -> (elapsed: Double, progress: Double)? in
      let raw = Progress.of(keyResult, values: [report.value]).raw
      return raw.map { (span.elapsed(on: CalendarDate(packed: report.day)), $0) }
    }
    if reports.isEmpty, let raw = progress.raw { points = [(span.elapsed(on: day), raw)] }
    let forecast = Forecast(
      elapsed: points.map(\.elapsed),
      progress: points.map(\.progress),
      prior: nil,
      grace: profile.grace
    )
    outlook.forecast = forecast.linear ?? forecast.pace
    outlook.low = forecast.interval?.lowerBound
    outlook.high = forecast.interval?.upperBound
    return outlook
  }
}

// MARK: - Objectives and accounts

extension OKRFigures {
  /// The values of all key results, then of all objectives.
  ///
  /// Rows with errors take no part: not as a value, and not in the weight either.
  private func cascade(_ own: [Progress], missing: RolledUp.Missing) -> [RolledUp] {
    let first = sheet.keyResults.count
    var nodes = own.map { Cascade.Node(own: $0.capped) }
    nodes += sheet.objectives.map { _ in
      var node = Cascade.Node()
      node.mode = .children
      return node
    }
    for (index, keyResult) in sheet.keyResults.enumerated() {
      nodes[index].mode = keyResult.progressMode
      nodes[index].alpha = keyResult.alpha
      guard keyResult.exclusion == nil, let objective = keyResult.objective else { continue }
      nodes[first + objective].children.append((index, keyResult.weight))
    }
    for (index, objective) in sheet.objectives.enumerated() where objective.exclusion == nil {
      guard let parent = objective.parent else { continue }
      nodes[parent].children.append((first + index, objective.weight))
    }
    do {
      return try Cascade(nodes).values(missing: missing)
    } catch {
      preconditionFailure("circles are taken out when the sheet is read: \(error.path)")
    }
  }

  private func accountRows(atClose closed: [RolledUp]) -> [OKRAccountRow] {
    let byObjective = keyResultsByObjective()
    let order = sheet.objectives.indices.filter {
      !sheet.objectives[$0].group.isEmpty && !sheet.objectives[$0].cycle.isEmpty
    }.sorted { isOrderedBefore($0, $1) }
    var rows: [OKRAccountRow] = []
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, !isOrderedBefore(order[start], order[end]) { end += 1 }
      let members = order[start..<end].sorted()
      rows.append(accountRow(members, atClose: closed, byObjective))
      start = end
    }
    return rows
  }

  private func isOrderedBefore(_ a: Int, _ b: Int) -> Bool {
    let (first, second) = (sheet.objectives[a], sheet.objectives[b])
    if first.group != second.group { return first.group.isBytewiseLess(than: second.group) }
    return first.cycle != second.cycle && first.cycle.isBytewiseLess(than: second.cycle)
  }

  private func keyResultsByObjective() -> [[Int]] {
    var result = [[Int]](repeating: [], count: sheet.objectives.count)
    for (index, keyResult) in sheet.keyResults.enumerated() {
      if let objective = keyResult.objective { result[objective].append(index) }
    }
    return result
  }

  private func accountRow(
    _ members: [Int],
    atClose closed: [RolledUp],
    _ byObjective: [[Int]]
  ) -> OKRAccountRow {
    let first = sheet.objectives[members[0]]
    let roots = members.filter {
      sheet.objectives[$0].parentKeyResult == nil && sheet.objectives[$0].exclusion == nil
        && objectives[$0].coverage != nil
    }
    let all = members.flatMap { byObjective[$0] }
    var row = OKRAccountRow(
      account: first.group,
      cycle: first.cycle,
      attainment: mean(of: roots, missing: .exclude) { objectives[$0].value }.value,
      attainmentAtClose: mean(of: roots, missing: .zero) { closed[$0].value }.value,
      coverage: mean(of: roots, missing: .exclude) { objectives[$0].coverage }.value,
      objectives: members.count,
      keyResults: all.count,
      hits: all.count { keyResults[$0].isHit == true }
    )
    guard let cycle = cycles[first.cycle], let days = cycle.days else { return row }
    let success = mean(of: roots, missing: .exclude) { root in
      let items = byObjective[root].filter { sheet.keyResults[$0].exclusion == nil }.map {
        RolledUp.Item(
          self.success(of: sheet.keyResults[$0]),
          weight: sheet.keyResults[$0].weight
        )
      }
      return RolledUp(items, missing: .exclude).value
    }
    let pace = Pace(
      of: Pace.Report(
        progress: row.attainment,
        lastCheckin: all.compactMap { keyResults[$0].lastCheckin }.max()
      ),
      success: success.value ?? profile.success,
      in: Pace.Span(start: days.start, end: days.end, isClosed: cycle.status == .closed),
      on: day,
      rules: profile
    )
    row.expected = pace.expected
    row.status = pace.status
    return row
  }

  private func mean(
    of objectives: [Int],
    missing: RolledUp.Missing,
    _ value: (Int) -> Double?
  ) -> RolledUp {
    RolledUp(
      objectives.map { RolledUp.Item(value($0), weight: sheet.objectives[$0].weight) },
      missing: missing
    )
  }
}
