// SPDX-License-Identifier: Apache-2.0
import Accounts

/// Finds objectives that cannot be rolled up: without key results, or with weights that add up to 0.
enum WeightCheck {
  /// Reports each objective once, at its first row, or its first key result for weights.
  static func findings(_ sheet: inout OKRSheet) -> [Finding] {
    var firstKeyResult = [Int?](repeating: nil, count: sheet.objectives.count)
    var hasWeight = [Bool](repeating: false, count: sheet.objectives.count)
    for (index, keyResult) in sheet.keyResults.enumerated() {
      guard let objective = keyResult.objective else { continue }
      firstKeyResult[objective] = firstKeyResult[objective] ?? index
      if keyResult.weight != 0 { hasWeight[objective] = true }
    }
    var findings: [Finding] = []
    for index in sheet.objectives.indices {
      guard let first = firstKeyResult[index] else {
        sheet.objectives[index].exclusion =
          sheet.objectives[index].exclusion ?? .objectiveWithoutKeyResult
        findings.append(withoutKeyResult(sheet.objectives[index]))
        continue
      }
      if !hasWeight[index] {
        findings.append(zeroSum(sheet.keyResults[first].place, key: sheet.objectives[index].id))
      }
    }
    return findings + accountFindings(sheet)
  }

  /// Accounts whose objectives all have weight 0 in a cycle.
  private static func accountFindings(_ sheet: OKRSheet) -> [Finding] {
    var first: [[String]: Int] = [:]
    var hasWeight: Set<[String]> = []
    for (index, objective) in sheet.objectives.enumerated() where objective.parentKeyResult == nil {
      let key = [objective.group, objective.cycle]
      first[key] = first[key] ?? index
      if objective.weight != 0 { hasWeight.insert(key) }
    }
    return first.filter { !hasWeight.contains($0.key) }.values.sorted().map { index in
      let objective = sheet.objectives[index]
      return zeroSum(objective.place, key: "\(objective.group)/\(objective.cycle)")
    }
  }

  private static func zeroSum(_ place: SheetPlace, key: String) -> Finding {
    .okr(
      .badWeight,
      at: place,
      field: key,
      LocalizedText(
        de: "Gewichte unter '\(key)' ergeben zusammen 0; mindestens eines muss größer sein",
        en: "weights below '\(key)' add up to 0; at least one must be positive"
      )
    )
  }

  private static func withoutKeyResult(_ objective: Objective) -> Finding {
    .okr(
      .objectiveWithoutKeyResult,
      at: objective.place,
      field: objective.id,
      LocalizedText(
        de: "Objective '\(objective.id)' hat kein Key Result",
        en: "objective '\(objective.id)' has no key result"
      )
    )
  }
}
