// SPDX-License-Identifier: Apache-2.0
package import Accounts

/// The rules of good OKRs, applied to a sheet and its figures; each finding cites its source.
///
/// A rule about a column that no file has stays silent. Each rule speaks once: about a key result
/// at its row, about an objective at its first row, about a limit at the first row beyond it.
package struct SheetRules {
  let sheet: OKRSheet
  let figures: OKRFigures
  let day: CalendarDate
  let profile: RuleProfile
  let cycles: [String: Cycle]
  let keyResultsOf: [[Int]]
  let objectiveIndex: [String: Int]
  let progressByCycle: [String: [Double?]]
  private let activities: WordList
  private let indicators: WordList

  /// Looks at `sheet`, whose `figures` were computed on `day`.
  package init(_ sheet: OKRSheet, _ figures: OKRFigures, on day: CalendarDate, _ rules: RuleProfile)
  {
    self.sheet = sheet
    self.figures = figures
    self.day = day
    profile = rules
    cycles = Dictionary(sheet.cycles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var keyResultsOf = [[Int]](repeating: [], count: sheet.objectives.count)
    for (index, keyResult) in sheet.keyResults.enumerated() {
      if let objective = keyResult.objective { keyResultsOf[objective].append(index) }
    }
    self.keyResultsOf = keyResultsOf
    objectiveIndex = Dictionary(
      sheet.objectives.indices.map { (sheet.objectives[$0].id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    progressByCycle = Dictionary(grouping: figures.keyResults) { $0.cycle ?? "" }
      .mapValues { $0.map(\.progress) }
    activities = WordList(rules.activityWords)
    indicators = WordList(rules.indicatorWords)
  }

  /// All findings of the rules, in the published order.
  package var findings: [Finding] {
    var found: [Finding] = []
    for index in sheet.keyResults.indices { found += keyResultFindings(index) }
    for index in sheet.objectives.indices { found += objectiveFindings(index) }
    found += limitFindings + typedFindings + cycleFindings + reviewFindings + programmeFindings
    return found.sorted(by: Finding.isOrderedBefore)
  }

  func has(_ column: OKRColumn) -> Bool { sheet.columns.contains(column) }
}

// MARK: - Key results

extension SheetRules {
  private func keyResultFindings(_ index: Int) -> [Finding] {
    let keyResult = sheet.keyResults[index]
    return [
      owner(keyResult), measurable(keyResult), activity(keyResult), indicator(keyResult),
      influence(keyResult), bonus(keyResult), stale(keyResult, figures.keyResults[index]),
    ].compactMap { $0 } + range(keyResult, figures.keyResults[index])
  }

  private func owner(_ keyResult: KeyResult) -> Finding? {
    guard keyResult.owner == nil, has(.owner) else { return nil }
    return finding(
      .noOwner,
      keyResult,
      de: "Key Result ohne Verantwortliche (Wer?)",
      en: "key result without an owner"
    )
  }

  private func measurable(_ keyResult: KeyResult) -> Finding? {
    guard !keyResult.isMeasurable, !keyResult.hasUnreadableScale,
      keyResult.progressMode != .children
    else { return nil }
    return finding(
      .notMeasurable,
      keyResult,
      de: "Key Result ist nicht messbar: für '\(keyResult.kind.rawValue)' fehlen Start- oder "
        + "Zielwerte",
      en: "key result is not measurable: '\(keyResult.kind.rawValue)' needs its start and target "
        + "values"
    )
  }

  private func activity(_ keyResult: KeyResult) -> Finding? {
    guard let title = keyResult.title, let word = activities.first(in: title) else { return nil }
    return finding(
      .activity,
      keyResult,
      found: title,
      de: "'\(word)' klingt nach einer Tätigkeit; ein Key Result nennt das Ergebnis",
      en: "'\(word)' sounds like an activity; a key result names the outcome"
    )
  }

  private func indicator(_ keyResult: KeyResult) -> Finding? {
    guard let title = keyResult.title, let word = indicators.first(in: title) else { return nil }
    return finding(
      .performanceIndicator,
      keyResult,
      found: title,
      de: "'\(word)' ist eine Kennzahl; sie gehört zum MOAL oder in die Kennzahlentabelle",
      en: "'\(word)' is a KPI; it belongs to the MOAL or the table of KPIs"
    )
  }

  private func influence(_ keyResult: KeyResult) -> Finding? {
    guard has(.influenceable) else { return nil }
    switch keyResult.isInfluenceable {
    case true?: return nil
    case false?:
      return finding(
        .notInfluenceable,
        keyResult,
        de: "das Team kann das Key Result nicht ganz beeinflussen",
        en: "the team cannot influence the key result wholly"
      )
    case nil:
      return finding(
        .influenceNotSaid,
        keyResult,
        de: "nicht gesagt, ob das Team es beeinflussen kann",
        en: "it is not said whether the team can influence it"
      )
    }
  }

  private func bonus(_ keyResult: KeyResult) -> Finding? {
    guard keyResult.isBonusRelevant == true else { return nil }
    return finding(
      .bonusRelevant,
      keyResult,
      de: "OKRs und Bonus gehören getrennt",
      en: "OKRs and bonus are to be kept apart"
    )
  }

  private func stale(_ keyResult: KeyResult, _ row: OKRKeyResultRow) -> Finding? {
    guard let last = row.lastCheckin, let cycle = cycle(of: keyResult), !cycle.isClosed(on: day)
    else { return nil }
    let age = day.dayNumber - last.dayNumber
    guard age > profile.staleDays else { return nil }
    return finding(
      .stale,
      keyResult,
      found: String(describing: last),
      de: "letzter Check-in am \(last), \(age) Tage vor dem Stichtag \(day)",
      en: "last check-in on \(last), \(age) days before the as-of day \(day)"
    )
  }

  private func range(_ keyResult: KeyResult, _ row: OKRKeyResultRow) -> [Finding] {
    guard let raw = row.progressRaw else { return [] }
    let percent = Percent.text(raw)
    let german = Percent.text(raw, .german)
    if raw > 1 + Band.tolerance {
      return [
        finding(
          .overshoot,
          keyResult,
          found: percent,
          de: "Zielwert übertroffen: \(german), in der Verdichtung zählen 100 %",
          en: "target exceeded: \(percent), roll-ups count 100 %"
        )
      ]
    }
    guard raw < -Band.tolerance else { return [] }
    return [
      finding(
        .belowBaseline,
        keyResult,
        found: percent,
        de: "Istwert liegt hinter dem Startwert: \(german), in der Verdichtung zählt 0 %",
        en: "the value is behind its baseline: \(percent), roll-ups count 0 %"
      )
    ]
  }

  func cycle(of keyResult: KeyResult) -> Cycle? {
    keyResult.objective.flatMap { cycles[sheet.objectives[$0].cycle] }
  }

  func finding(
    _ code: OKRCode,
    _ keyResult: KeyResult,
    found: String? = nil,
    de german: String,
    en english: String
  ) -> Finding {
    .okr(
      code,
      at: keyResult.place,
      field: keyResult.id,
      found: found,
      LocalizedText(de: german, en: english)
    )
  }
}
