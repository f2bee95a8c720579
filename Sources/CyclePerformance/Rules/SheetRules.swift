// SPDX-License-Identifier: Apache-2.0
package import Accounts

/// The rules of good OKRs, applied to a sheet and its figures; each finding cites its source.
///
/// A rule about a column that no file has stays silent. Each rule speaks once: about a key result
/// at its row, about an objective at its first row, about a limit at the first row beyond it. That
/// a row breaks a rule is found out at once; the words are made when somebody reads them.
package struct SheetRules: Sendable {
  let sheet: OKRSheet
  let figures: OKRFigures
  let day: CalendarDate
  let profile: RuleProfile
  /// Whether some file has a column, by its raw value.
  private let columns: [Bool]
  private let activities: WordList
  private let indicators: WordList
  /// Whether a cycle is known and not closed, by the numbers that the objectives give cycles.
  private let isRunning: [Bool]
  private static let kinds = OKRCode.allCases.map(\.kind)

  /// Looks at `sheet`, whose `figures` were computed on `day`.
  package init(_ sheet: OKRSheet, _ figures: OKRFigures, on day: CalendarDate, _ rules: RuleProfile)
  {
    self.sheet = sheet
    self.figures = figures
    self.day = day
    profile = rules
    columns = OKRColumn.allCases.map { sheet.columns.contains($0) }
    activities = WordList(rules.activityWords)
    indicators = WordList(rules.indicatorWords)
    isRunning = figures.cycles.map { cycle in cycle.map { !$0.isClosed(on: day) } ?? false }
  }

  /// All findings of the rules.
  package var findings: FindingList {
    var found = FindingList()
    found.append(keyResultBatch)
    found.append(objectiveBatch)
    found += limitFindings + typedFindings + cycleFindings + reviewFindings + programmeFindings
    return found
  }

  func has(_ column: OKRColumn) -> Bool { columns[Int(column.rawValue)] }
}

// MARK: - Key results

extension SheetRules {
  private static let codes = OKRCode.allCases

  /// The key results that break a rule.
  private var keyResultBatch: FindingBatch {
    var batch = FindingBatch(kinds: Self.kinds) { kind, index, language in
      words(Self.codes[kind], ofKeyResult: index, language)
    }
    let numbers = Dictionary(uniqueKeysWithValues: Self.codes.enumerated().map { ($1, $0) })
    var codes: [OKRCode] = []
    for index in sheet.keyResults.indices {
      codes.removeAll(keepingCapacity: true)
      judge(keyResult: index, &codes)
      guard !codes.isEmpty else { continue }
      let place = sheet.keyResults.place(at: index)
      for code in codes {
        batch.append(numbers[code] ?? 0, index, file: place.file, line: place.line)
      }
    }
    return batch
  }

  /// Adds the codes of the rules that a key result breaks.
  private func judge(keyResult index: Int, _ codes: inout [OKRCode]) {
    let keyResults = sheet.keyResults
    if has(.owner), keyResults.owner(at: index) == nil { codes.append(.noOwner) }
    if !keyResults.isMeantMeasurable(at: index), keyResults.progressMode(at: index) != .children {
      codes.append(.notMeasurable)
    }
    if let title = keyResults.title(at: index) {
      if activities.first(in: title) != nil { codes.append(.activity) }
      if indicators.first(in: title) != nil { codes.append(.performanceIndicator) }
    }
    if has(.influenceable) {
      switch keyResults.isInfluenceable(at: index) {
      case true?: break
      case false?: codes.append(.notInfluenceable)
      case nil: codes.append(.influenceNotSaid)
      }
    }
    if keyResults.isBonusRelevant(at: index) == true { codes.append(.bonusRelevant) }
    if isStale(index) { codes.append(.stale) }
    if let raw = figures.keyResults.progressRaw(at: index) {
      if raw > 1 + Band.tolerance { codes.append(.overshoot) }
      if raw < -Band.tolerance { codes.append(.belowBaseline) }
    }
  }

  /// Days since the last check-in of a key result, nil without one.
  private func age(ofKeyResult index: Int) -> Int? {
    figures.keyResults.lastDay(at: index).map {
      day.dayNumber - CalendarDate(packed: $0).dayNumber
    }
  }

  private func isStale(_ index: Int) -> Bool {
    guard let objective = sheet.keyResults.objective(of: index),
      isRunning[Int(sheet.objectives.cycles.numbers[objective])],
      let age = age(ofKeyResult: index)
    else { return false }
    return age > profile.staleDays
  }

  /// What the rule of `code` says about a key result that breaks it.
  private func words(
    _ code: OKRCode,
    ofKeyResult index: Int,
    _ language: Language
  ) -> FindingBatch.Words {
    var words = FindingBatch.Words(field: sheet.keyResults.ids[index], message: "")
    if code == .overshoot || code == .belowBaseline {
      (words.found, words.message) = rangeWords(code, index, language)
    } else {
      let (found, message) = said(code, ofKeyResult: index)
      (words.found, words.message) = (found, message(language))
    }
    return words
  }

  private func said(
    _ code: OKRCode,
    ofKeyResult index: Int
  ) -> (found: String?, message: LocalizedText) {
    switch code {
    case .noOwner:
      return (
        nil,
        LocalizedText(
          de: "Key Result ohne Verantwortliche (Wer?)",
          en: "key result without an owner"
        )
      )
    case .notMeasurable: return (nil, notMeasurable(index))
    case .activity, .performanceIndicator: return titleWords(code, index)
    case .notInfluenceable:
      return (
        nil,
        LocalizedText(
          de: "das Team kann das Key Result nicht ganz beeinflussen",
          en: "the team cannot influence the key result wholly"
        )
      )
    case .influenceNotSaid:
      return (
        nil,
        LocalizedText(
          de: "nicht gesagt, ob das Team es beeinflussen kann",
          en: "it is not said whether the team can influence it"
        )
      )
    case .bonusRelevant:
      return (
        nil,
        LocalizedText(
          de: "OKRs und Bonus gehören getrennt",
          en: "OKRs and bonus are to be kept apart"
        )
      )
    default: return staleWords(index)
    }
  }

  private func titleWords(_ code: OKRCode, _ index: Int) -> (String?, LocalizedText) {
    let title = sheet.keyResults.title(at: index) ?? ""
    guard code == .activity else {
      let word = indicators.first(in: title) ?? ""
      return (
        title,
        LocalizedText(
          de: "'\(word)' ist eine Kennzahl; sie gehört zum MOAL oder in die Kennzahlentabelle",
          en: "'\(word)' is a KPI; it belongs to the MOAL or the table of KPIs"
        )
      )
    }
    let word = activities.first(in: title) ?? ""
    return (
      title,
      LocalizedText(
        de: "'\(word)' klingt nach einer Tätigkeit; ein Key Result nennt das Ergebnis",
        en: "'\(word)' sounds like an activity; a key result names the outcome"
      )
    )
  }

  private func staleWords(_ index: Int) -> (String?, LocalizedText) {
    let last = figures.keyResults.lastDay(at: index).map(CalendarDate.init(packed:)) ?? day
    let age = day.dayNumber - last.dayNumber
    return (
      last.description,
      LocalizedText(
        de: "letzter Check-in am \(last), \(age) Tage vor dem Stichtag \(day)",
        en: "last check-in on \(last), \(age) days before the as-of day \(day)"
      )
    )
  }

  private func rangeWords(
    _ code: OKRCode,
    _ index: Int,
    _ language: Language
  ) -> (found: String, message: String) {
    let raw = figures.keyResults.progressRaw(at: index) ?? 0
    let english = Percent.text(raw)
    let message =
      switch (code, language) {
      case (.overshoot, .german):
        "Zielwert übertroffen: \(Percent.text(raw, .german)), in der Verdichtung zählen 100 %"
      case (.overshoot, .english): "target exceeded: \(english), roll-ups count 100 %"
      case (_, .german):
        "Istwert liegt hinter dem Startwert: \(Percent.text(raw, .german)), in der Verdichtung "
          + "zählt 0 %"
      case (_, .english): "the value is behind its baseline: \(english), roll-ups count 0 %"
      }
    return (english, message)
  }
}
