// SPDX-License-Identifier: Apache-2.0
import Accounts

/// Finds objectives that cannot be rolled up: without key results, or with weights that add up to 0.
enum WeightCheck {
  /// Reports each objective once, at its first row, or its first key result for weights.
  static func findings(_ sheet: inout OKRSheet) -> [Finding] {
    var firstKeyResult = [Int?](repeating: nil, count: sheet.objectives.count)
    var hasWeight = [Bool](repeating: false, count: sheet.objectives.count)
    for index in sheet.keyResults.indices {
      guard let objective = sheet.keyResults.objective(of: index) else { continue }
      firstKeyResult[objective] = firstKeyResult[objective] ?? index
      if sheet.keyResults.weight(at: index) != 0 { hasWeight[objective] = true }
    }
    var findings: [Finding] = []
    for index in sheet.objectives.indices {
      guard let first = firstKeyResult[index] else {
        if sheet.objectives.exclusion(at: index) == nil {
          sheet.objectives.exclude(at: index, .objectiveWithoutKeyResult)
        }
        findings.append(withoutKeyResult(sheet.objectives[index]))
        continue
      }
      if !hasWeight[index] {
        findings.append(
          zeroSum(sheet.keyResults.place(at: first), key: sheet.objectives.ids[index])
        )
      }
    }
    return findings + accountFindings(sheet)
  }

  /// Accounts whose objectives all have weight 0 in a cycle.
  private static func accountFindings(_ sheet: OKRSheet) -> [Finding] {
    let objectives = sheet.objectives
    // Nothing adds up to 0 without a 0.
    guard objectives.indices.contains(where: { objectives.weight(at: $0) == 0 }) else { return [] }
    var first: [AccountCycle: Int] = [:]
    var hasWeight: Set<AccountCycle> = []
    for index in objectives.indices where objectives.parentKeyResult(at: index) == nil {
      let key = AccountCycle(of: index, in: objectives)
      first[key] = first[key] ?? index
      if objectives.weight(at: index) != 0 { hasWeight.insert(key) }
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
