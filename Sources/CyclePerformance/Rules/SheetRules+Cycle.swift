// SPDX-License-Identifier: Apache-2.0
import Accounts

// MARK: - Typed percentages

extension SheetRules {
  /// Typed percentages that differ from the computed ones, and cells on another scale than the rest.
  var typedFindings: [Finding] {
    let typed = sheet.keyResults.indices.filter { sheet.keyResults.typedProgress(at: $0) != nil }
    let scales = typed.compactMap { sheet.keyResults.typedProgress(at: $0)?.scale }
    let percents = scales.count { $0 == .percent }
    let usual: TypedProgress.Scale = percents * 2 >= scales.count ? .percent : .share
    return typed.flatMap { typedFindings($0, usual: usual) }
  }

  private func typedFindings(_ index: Int, usual: TypedProgress.Scale) -> [Finding] {
    let keyResult = sheet.keyResults[index]
    guard let typed = keyResult.typedProgress else { return [] }
    var found: [Finding] = []
    var scale = usual
    let row = figures.keyResults[index]
    if let own = typed.scale ?? meantScale(of: typed, computed: row.progress), own != usual {
      found.append(mixedScale(typed, keyResult))
      scale = nearer(typed, to: row.progressRaw, otherwise: own)
    }
    guard let raw = row.progressRaw, let capped = row.progress else { return found }
    let value = typed.progress(on: scale)
    if min(abs(value - raw), abs(value - capped)) > 0.05 + Band.tolerance {
      found.append(
        .okr(
          .typedDiffers,
          at: keyResult.place,
          column: typed.column,
          field: keyResult.id,
          found: typed.text,
          LocalizedText(
            de: "eingetippt '\(typed.text)', berechnet \(Percent.text(raw, .german)); "
              + "die Berechnung zählt",
            en: "typed '\(typed.text)', computed \(Percent.text(raw)); the computed one counts"
          )
        )
      )
    }
    return found
  }

  /// The scale of a bare 1, which is all of it as a share and next to nothing as a percentage: the
  /// computed progress says which.
  private func meantScale(of typed: TypedProgress, computed: Double?) -> TypedProgress.Scale? {
    guard typed.number == 1, let computed else { return nil }
    return nearer(typed, to: computed, otherwise: .percent)
  }

  /// The scale on which a cell is nearer to the computed progress.
  private func nearer(
    _ typed: TypedProgress,
    to computed: Double?,
    otherwise own: TypedProgress.Scale
  ) -> TypedProgress.Scale {
    guard let computed, !typed.hasPercentSign else { return own }
    let asPercent = abs(typed.progress(on: .percent) - computed)
    let asShare = abs(typed.progress(on: .share) - computed)
    return asPercent < asShare ? .percent : .share
  }

  private func mixedScale(_ typed: TypedProgress, _ keyResult: KeyResult) -> Finding {
    .okr(
      .mixedScales,
      at: keyResult.place,
      column: typed.column,
      field: keyResult.id,
      found: typed.text,
      LocalizedText(
        de: "'\(typed.text)' steht in anderer Skala als der Rest der Spalte (70 % oder 70 gegen "
          + "0,7)",
        en: "'\(typed.text)' is on another scale than the rest of its column (70 % or 70 against "
          + "0.7)"
      )
    )
  }
}

// MARK: - Cycles and reviews

extension SheetRules {
  var cycleFindings: [Finding] {
    sheet.cycles.compactMap(length) + overlaps + sheet.cycles.compactMap(tooSafe)
  }

  private func length(_ cycle: Cycle) -> Finding? {
    guard let days = cycle.days, let place = cycle.place else { return nil }
    let length = days.end.dayNumber - days.start.dayNumber + 1
    guard length < 80 || length > 140 else { return nil }
    return .okr(
      .cycleLength,
      at: place,
      field: cycle.id,
      found: String(length),
      LocalizedText(
        de: "Zyklus '\(cycle.id)' dauert \(length) Tage; üblich sind drei bis vier Monate",
        en: "cycle '\(cycle.id)' lasts \(length) days; three to four months are usual"
      )
    )
  }

  /// Cycles that share days, at the later row of the two.
  private var overlaps: [Finding] {
    let dated = sheet.cycles.indices.filter {
      sheet.cycles[$0].days != nil && sheet.cycles[$0].place != nil
    }.sorted { ordered(sheet.cycles[$0], sheet.cycles[$1]) }
    var reported: Set<Int> = []
    var found: [Finding] = []
    var longest: Int?
    for index in dated {
      if let other = longest, let end = sheet.cycles[other].end,
        let start = sheet.cycles[index].start,
        start <= end
      {
        let later = max(other, index)
        if reported.insert(later).inserted {
          found.append(overlap(sheet.cycles[later], sheet.cycles[min(other, index)]))
        }
      }
      let reach = longest.flatMap { sheet.cycles[$0].end }
      if let end = sheet.cycles[index].end, reach.map({ end > $0 }) ?? true { longest = index }
    }
    return found
  }

  private func ordered(_ a: Cycle, _ b: Cycle) -> Bool {
    guard let first = a.start, let second = b.start, first != second else {
      return (a.place?.line ?? 0) < (b.place?.line ?? 0)
    }
    return first < second
  }

  private func overlap(_ cycle: Cycle, _ other: Cycle) -> Finding {
    .okr(
      .overlappingCycles,
      at: cycle.place,
      field: cycle.id,
      found: other.id,
      LocalizedText(
        de: "Zyklus '\(cycle.id)' überschneidet sich mit '\(other.id)'",
        en: "cycle '\(cycle.id)' overlaps with '\(other.id)'"
      )
    )
  }

  private func progress(in cycle: Cycle) -> [Double?] {
    let numbers = sheet.objectives.cycles.numbers
    guard let number = sheet.objectives.cycles.texts.firstIndex(of: cycle.id) else { return [] }
    return sheet.keyResults.indices.compactMap { index in
      guard let objective = sheet.keyResults.objective(of: index), numbers[objective] == number
      else { return nil }
      return figures.keyResults.progress(at: index)
    }
  }

  /// A closed cycle whose mean says that the targets were too easy.
  private func tooSafe(_ cycle: Cycle) -> Finding? {
    guard cycle.isClosed(on: day) else { return nil }
    let summary = ProgressSummary(progress(in: cycle), success: profile.success)
    guard summary.ambition == .tooSafe, let mean = summary.mean else { return nil }
    return .okr(
      .tooSafe,
      at: cycle.place,
      field: cycle.id,
      found: Percent.text(mean),
      LocalizedText(
        de:
          "Zyklus '\(cycle.id)': im Mittel \(Percent.text(mean, .german)) erreicht "
          + "(n = \(summary.count)); die Ziele waren zu sicher",
        en: "cycle '\(cycle.id)': \(Percent.text(mean)) reached on average (n = "
          + "\(summary.count)); the targets were too safe"
      )
    )
  }

  /// Accounts with objectives in a closed cycle and no review of it.
  var reviewFindings: [Finding] {
    guard sheet.hasReviews else { return [] }
    var seen = Set(sheet.reviews.map { [$0.account, $0.cycle] })
    var found: [Finding] = []
    for (index, objective) in sheet.objectives.enumerated() {
      guard let cycle = figures.cycle(ofObjective: index), cycle.isClosed(on: day),
        !objective.group.isEmpty,
        seen.insert([objective.group, objective.cycle]).inserted
      else { continue }
      let key = "\(objective.group)/\(objective.cycle)"
      found.append(
        .okr(
          .noReview,
          at: objective.place,
          field: key,
          LocalizedText(
            de: "abgeschlossener Zyklus '\(objective.cycle)' von '\(objective.group)' ohne Review",
            en: "closed cycle '\(objective.cycle)' of '\(objective.group)' has no review"
          )
        )
      )
    }
    return found
  }

  /// Findings about the programme as a whole.
  var programmeFindings: [Finding] {
    let mix = OriginMix(sheet.objectives.indices.map { sheet.objectives.origin(at: $0) })
    guard has(.origin), mix.known >= 5, let share = mix.topDownShare,
      let deviation = mix.deviation, abs(deviation) > 0.2 + Band.tolerance
    else { return [] }
    return [
      .okr(
        .originMix,
        at: nil,
        found: Percent.text(share),
        LocalizedText(
          de: "\(Percent.text(share, .german)) der Objectives kommen von oben (n = \(mix.known)); "
            + "empfohlen sind 40 %",
          en: "\(Percent.text(share)) of the objectives are top-down (n = \(mix.known)); 40 % are "
            + "advised"
        )
      )
    ]
  }
}
