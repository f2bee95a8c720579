// SPDX-License-Identifier: Apache-2.0
import Accounts

// MARK: - Objectives

extension SheetRules {
  /// The objectives that break a rule.
  var objectiveBatch: FindingBatch {
    let codes: [OKRCode] = [
      .fewKeyResults, .noMoal, .digitsInObjective, .noLeadingIndicator, .noContribution,
      .carriedOver,
    ]
    let positions = ObjectivePositions(sheet)
    let counts = (0..<max(1, min(profile.minKeyResults, 100))).map(fewKeyResults)
    var batch = FindingBatch(kinds: codes.map(\.kind)) { kind, index, language in
      let (found, message) = words(codes[kind], ofObjective: index, positions, counts)
      return .init(field: sheet.objectives.ids[index], found: found, message: message(language))
    }
    for index in sheet.objectives.indices {
      for (kind, code) in codes.enumerated() where isBroken(code, by: index, positions) {
        let place = sheet.objectives.place(at: index)
        batch.append(kind, index, file: place.file, line: place.line)
      }
    }
    return batch
  }

  /// Whether an objective breaks the rule of `code`.
  private func isBroken(
    _ code: OKRCode,
    by index: Int,
    _ positions: ObjectivePositions
  ) -> Bool {
    let objectives = sheet.objectives
    let below = figures.byObjective[index]
    switch code {
    case .fewKeyResults: return !below.isEmpty && below.count < profile.minKeyResults
    case .noMoal: return (has(.moal) || has(.moalTitle)) && objectives.moal(at: index) == nil
    case .digitsInObjective:
      return objectives.title(at: index)?.contains(where: \.isNumber) ?? false
    case .noLeadingIndicator:
      return has(.indicator) && !below.isEmpty
        && !below.contains { sheet.keyResults.indicator(at: Int($0)) == .leading }
    case .noContribution: return has(.contributesTo) && objectives.contributesTo(at: index) == nil
    default: return positions.chain(from: index, in: objectives).count > 2
    }
  }

  private func fewKeyResults(_ count: Int) -> LocalizedText {
    LocalizedText(
      de: "nur \(count) Key Results; empfohlen sind mindestens \(profile.minKeyResults)",
      en: "only \(count) key results; at least \(profile.minKeyResults) are advised"
    )
  }

  /// What the rule of `code` says about an objective that breaks it; `counts` are the words for few
  /// key results, by their number.
  private func words(
    _ code: OKRCode,
    ofObjective index: Int,
    _ positions: ObjectivePositions,
    _ counts: [LocalizedText]
  ) -> (found: String?, message: LocalizedText) {
    switch code {
    case .fewKeyResults:
      let count = figures.byObjective[index].count
      return (nil, count < counts.count ? counts[count] : fewKeyResults(count))
    case .noMoal:
      return (
        nil,
        LocalizedText(
          de: "Objective ohne MOAL; jedes Objective braucht ein mittelfristiges Ziel",
          en: "objective without MOAL; every objective needs a mid-term goal"
        )
      )
    case .digitsInObjective:
      return (
        sheet.objectives.title(at: index),
        LocalizedText(
          de:
            "Objective nennt Zahlen; Objectives sind qualitativ, Zahlen gehören in Key Results",
          en: "the objective has numbers; objectives are qualitative, numbers belong to key results"
        )
      )
    case .noLeadingIndicator:
      return (
        nil,
        LocalizedText(
          de: "kein Key Result ist ein Frühindikator",
          en: "no key result is a leading indicator"
        )
      )
    case .noContribution:
      return (
        nil,
        LocalizedText(
          de: "nicht gesagt, zu welchem Unternehmensziel das beiträgt",
          en: "it is not said which company goal this contributes to"
        )
      )
    default:
      let chain = positions.chain(from: index, in: sheet.objectives)
      let path = chain.joined(separator: " <- ")
      return (
        path,
        LocalizedText(
          de: "zum \(chain.count - 1). Mal übernommen: \(path)",
          en: "carried over \(chain.count - 1) times: \(path)"
        )
      )
    }
  }
}

/// Where the objectives stand that others continue.
private struct ObjectivePositions: Sendable {
  private var positions: [String: Int] = [:]

  init(_ sheet: OKRSheet) {
    let objectives = sheet.objectives
    // Ids are looked up only where an objective continues another.
    guard objectives.indices.contains(where: { objectives.carriedFrom(at: $0) != nil }) else {
      return
    }
    for index in objectives.indices.reversed() { positions[objectives.ids[index]] = index }
  }

  /// The objective and those it continues, the latest first, twelve of them at most.
  func chain(from index: Int, in objectives: ObjectiveList) -> [String] {
    guard var next = objectives.carriedFrom(at: index) else { return [] }
    var chain = [objectives.ids[index]]
    while chain.count <= 12, let position = positions[next], !chain.contains(next) {
      chain.append(next)
      guard let further = objectives.carriedFrom(at: position) else { break }
      next = further
    }
    return chain
  }
}

// MARK: - Limits

extension SheetRules {
  /// Objectives per account and cycle, key results per objective: the first row beyond the limit.
  var limitFindings: [Finding] {
    var found: [Finding] = []
    for index in objectivesBeyondLimit {
      found.append(tooManyObjectives(sheet.objectives[index]))
    }
    guard profile.maxKeyResults >= 0 else { return found }
    for objective in sheet.objectives.indices {
      let keyResults = figures.byObjective[objective]
      guard keyResults.count > profile.maxKeyResults else { continue }
      let beyond = keyResults[keyResults.startIndex + profile.maxKeyResults]
      found.append(tooManyKeyResults(sheet.keyResults[Int(beyond)]))
    }
    return found
  }

  /// Of each account and cycle the first objective beyond the limit.
  private var objectivesBeyondLimit: [Int] {
    let (groups, cycles) = (sheet.objectives.groups, sheet.objectives.cycles)
    let byGroup = Groups(groups.numbers, count: groups.texts.count)
    var counts = [Int](repeating: 0, count: cycles.texts.count)
    var beyond: [Int] = []
    for group in 0..<byGroup.count {
      let range = byGroup.range(of: group)
      for place in range {
        let member = Int(byGroup.members[place])
        let cycle = Int(cycles.numbers[member])
        counts[cycle] += 1
        if counts[cycle] == profile.maxObjectives + 1 { beyond.append(member) }
      }
      for place in range { counts[Int(cycles.numbers[Int(byGroup.members[place])])] = 0 }
    }
    return beyond
  }

  private func tooManyObjectives(_ objective: Objective) -> Finding {
    .okr(
      .tooManyObjectives,
      at: objective.place,
      field: objective.id,
      LocalizedText(
        de: "mehr als \(profile.maxObjectives) Objectives von '\(objective.group)' im Zyklus "
          + "'\(objective.cycle)' (Profil '\(profile.name)')",
        en: "more than \(profile.maxObjectives) objectives of '\(objective.group)' in cycle "
          + "'\(objective.cycle)' (profile '\(profile.name)')"
      )
    )
  }

  private func tooManyKeyResults(_ keyResult: KeyResult) -> Finding {
    .okr(
      .tooManyKeyResults,
      at: keyResult.place,
      field: keyResult.id,
      LocalizedText(
        de: "mehr als \(profile.maxKeyResults) Key Results im Objective "
          + "'\(keyResult.objectiveID)' (Profil '\(profile.name)')",
        en: "more than \(profile.maxKeyResults) key results in objective "
          + "'\(keyResult.objectiveID)' (profile '\(profile.name)')"
      )
    )
  }
}
