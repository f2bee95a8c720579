// SPDX-License-Identifier: Apache-2.0
import Accounts

// MARK: - Objectives

extension SheetRules {
  func objectiveFindings(_ index: Int) -> [Finding] {
    let objective = sheet.objectives[index]
    return [
      fewKeyResults(index), moal(objective), digits(objective), leading(index),
      contribution(objective), carriedOver(objective),
    ].compactMap { $0 }
  }

  private func fewKeyResults(_ index: Int) -> Finding? {
    let count = keyResultsOf[index].count
    guard count > 0, count < profile.minKeyResults else { return nil }
    return finding(
      .fewKeyResults,
      sheet.objectives[index],
      de: "nur \(count) Key Results; empfohlen sind mindestens \(profile.minKeyResults)",
      en: "only \(count) key results; at least \(profile.minKeyResults) are advised"
    )
  }

  private func moal(_ objective: Objective) -> Finding? {
    guard objective.moal == nil, has(.moal) || has(.moalTitle) else { return nil }
    return finding(
      .noMoal,
      objective,
      de: "Objective ohne MOAL; jedes Objective braucht ein mittelfristiges Ziel",
      en: "objective without MOAL; every objective needs a mid-term goal"
    )
  }

  private func digits(_ objective: Objective) -> Finding? {
    guard let title = objective.title, title.contains(where: \.isNumber) else { return nil }
    return finding(
      .digitsInObjective,
      objective,
      found: title,
      de: "Objective nennt Zahlen; Objectives sind qualitativ, Zahlen gehören in Key Results",
      en: "the objective has numbers; objectives are qualitative, numbers belong to key results"
    )
  }

  private func leading(_ index: Int) -> Finding? {
    let keyResults = keyResultsOf[index]
    guard has(.indicator), !keyResults.isEmpty,
      !keyResults.contains(where: { sheet.keyResults[$0].indicator == .leading })
    else { return nil }
    return finding(
      .noLeadingIndicator,
      sheet.objectives[index],
      de: "kein Key Result ist ein Frühindikator",
      en: "no key result is a leading indicator"
    )
  }

  private func contribution(_ objective: Objective) -> Finding? {
    guard has(.contributesTo), objective.contributesTo == nil else { return nil }
    return finding(
      .noContribution,
      objective,
      de: "nicht gesagt, zu welchem Unternehmensziel das beiträgt",
      en: "it is not said which company goal this contributes to"
    )
  }

  private func carriedOver(_ objective: Objective) -> Finding? {
    guard objective.carriedFrom != nil else { return nil }
    var chain = [objective.id]
    var next = objective.carriedFrom
    while let id = next, chain.count <= 12, let index = objectiveIndex[id], !chain.contains(id) {
      chain.append(id)
      next = sheet.objectives[index].carriedFrom
    }
    guard chain.count > 2 else { return nil }
    let path = chain.joined(separator: " <- ")
    return finding(
      .carriedOver,
      objective,
      found: path,
      de: "zum \(chain.count - 1). Mal übernommen: \(path)",
      en: "carried over \(chain.count - 1) times: \(path)"
    )
  }

  private func finding(
    _ code: OKRCode,
    _ objective: Objective,
    found: String? = nil,
    de german: String,
    en english: String
  ) -> Finding {
    .okr(
      code,
      at: objective.place,
      field: objective.id,
      found: found,
      LocalizedText(de: german, en: english)
    )
  }
}

// MARK: - Limits

extension SheetRules {
  /// Objectives per account and cycle, key results per objective: the first row beyond the limit.
  var limitFindings: [Finding] {
    var found: [Finding] = []
    var counts: [String: [String: Int]] = [:]
    for objective in sheet.objectives {
      counts[objective.group, default: [:]][objective.cycle, default: 0] += 1
      guard counts[objective.group]?[objective.cycle] == profile.maxObjectives + 1 else { continue }
      found.append(
        finding(
          .tooManyObjectives,
          objective,
          de: "mehr als \(profile.maxObjectives) Objectives von '\(objective.group)' im Zyklus "
            + "'\(objective.cycle)' (Profil '\(profile.name)')",
          en: "more than \(profile.maxObjectives) objectives of '\(objective.group)' in cycle "
            + "'\(objective.cycle)' (profile '\(profile.name)')"
        )
      )
    }
    for keyResults in keyResultsOf where keyResults.count > profile.maxKeyResults {
      guard profile.maxKeyResults >= 0 else { continue }
      let keyResult = sheet.keyResults[keyResults[profile.maxKeyResults]]
      found.append(
        finding(
          .tooManyKeyResults,
          keyResult,
          de: "mehr als \(profile.maxKeyResults) Key Results im Objective "
            + "'\(keyResult.objectiveID)' (Profil '\(profile.name)')",
          en: "more than \(profile.maxKeyResults) key results in objective "
            + "'\(keyResult.objectiveID)' (profile '\(profile.name)')"
        )
      )
    }
    return found
  }
}
