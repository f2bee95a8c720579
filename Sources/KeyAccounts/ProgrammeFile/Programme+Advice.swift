// SPDX-License-Identifier: Apache-2.0
public import Accounts
import Selection

extension Programme {
  /// The list size where the programme names none: 5 in a prototype (S004), else 10.
  var assumedSize: Int { header.phase == .prototype ? 5 : 10 }

  /// What the programme could do better, by the rules of the key-account sources; no rule is broken
  /// by ignoring it.
  ///
  /// - Returns: Findings in the order of their places in the file.
  public func advice() -> [Finding] {
    let criteria = selection.criteria.isEmpty ? [] : criteriaAdvice()
    return
      (criteria + sizeAdvice() + exactAdvice() + scenarioAdvice() + matrixAdvice()
      + shareAdvice())
      .sorted(by: Finding.isOrderedBefore)
  }

  // MARK: Criteria

  private func criteriaAdvice() -> [Finding] {
    let leaves = selection.criteria.flatMap(\.leaves)
    return numberAdvice(leaves.count) + weightAdvice() + viewAdvice(leaves) + goalAdvice(leaves)
  }

  private func numberAdvice(_ count: Int) -> [Finding] {
    guard count > 5 else { return [] }
    return [
      finding(
        .manyCriteria,
        at: keyPositions["criteria"],
        found: "\(count)",
        LocalizedText(
          de: "\(count) Kriterien; drei bis fünf, die ein System liefern kann, genügen",
          en: "\(count) criteria; three to five that a system can deliver are enough"
        )
      )
    ]
  }

  /// Criteria of little weight, however it was found; weights from data are nobody's choice.
  private func weightAdvice() -> [Finding] {
    if case .objective = selection.weighting { return [] }
    let leaves = (try? selection.criterionWeights().leaves) ?? []
    return leaves.filter { $0.weight < 0.05 }.map { leaf in
      let name = leaf.criterion.name
      return finding(
        .smallWeight,
        at: leaf.criterion.position,
        found: name,
        LocalizedText(
          de: "das Kriterium '\(name)' wiegt unter 5 % und ändert die Liste praktisch nie",
          en: "criterion '\(name)' weighs under 5 % and practically never changes the list"
        )
      )
    }
  }

  private func viewAdvice(_ leaves: [Criterion]) -> [Finding] {
    guard leaves.allSatisfy({ $0.view == .backward }) else { return [] }
    return [
      finding(
        .backwardOnly,
        at: keyPositions["criteria"],
        found: nil,
        LocalizedText(
          de: "alle Kriterien schauen zurück; mindestens eines sollte nach vorn schauen",
          en: "all criteria look back; at least one should look ahead"
        )
      )
    ]
  }

  // MARK: List and other keys

  /// Ranks that let accounts in and out mean nothing where a sum decides.
  private func exactAdvice() -> [Finding] {
    guard selection.shortlist.capacity != nil || !selection.shortlist.quotas.isEmpty else {
      return []
    }
    let keys = ["enter", "stay"].map { (name: $0, position: keyPositions["shortlist.\($0)"]) }
    return keys.filter { $0.position != nil }.map { key in
      finding(
        .withoutEffect,
        at: key.position,
        found: key.name,
        LocalizedText(
          de: "'\(key.name)' bleibt neben capacity oder quotas ohne Wirkung; die beste Summe"
            + " entscheidet",
          en: "'\(key.name)' has no effect beside capacity or quotas; the best sum decides"
        )
      )
    }
  }

  private func sizeAdvice() -> [Finding] {
    let size = selection.shortlist.size
    guard let position = keyPositions["shortlist.size"] else {
      guard selection.shortlist.capacity == nil else { return [] }
      let place = keyPositions["shortlist"] ?? keyPositions["criteria"]
      let message = LocalizedText(
        de: "ohne shortlist.size fasst die Liste \(size) Konten",
        en: "without shortlist.size the list holds \(size) accounts"
      )
      return selection.criteria.isEmpty
        ? [] : [finding(.assumedSize, at: place, found: nil, message)]
    }
    guard let message = lengthWarning(size) else { return [] }
    return [finding(.listTooLong, at: position, found: "\(size)", message)]
  }

  private func lengthWarning(_ size: Int) -> LocalizedText? {
    if header.phase == .prototype, size > 5 {
      return LocalizedText(
        de: "ein Prototyp arbeitet mit 3 bis 5 Konten, die Liste fasst \(size)",
        en: "a prototype works with 3 to 5 accounts, the list holds \(size)"
      )
    }
    guard header.approach == .company, size > 35 else { return nil }
    return LocalizedText(
      de: "ein Unternehmen kann nur wenige Konten anders behandeln, die Liste fasst \(size)",
      en: "a whole company can treat only few accounts differently, the list holds \(size)"
    )
  }

  private func scenarioAdvice() -> [Finding] {
    declared.scenarios.flatMap { scenario in
      let known = Self.names(of: scenario.criteria ?? selection.criteria)
      return scenario.weights.filter { !known.contains($0.criterion) }.map { weight in
        unknownCriterion(weight, of: scenario, among: known)
      }
    }
  }

  private func unknownCriterion(
    _ weight: DeclaredScenario.Weight,
    of scenario: DeclaredScenario,
    among known: [String]
  ) -> Finding {
    let name = weight.criterion
    let hint = Suggestion.closest(to: name, among: known)
    let message = LocalizedText(
      de: "die Variante '\(scenario.name)' gewichtet '\(name)', das kein Kriterium ist"
        + Suggestion.german(hint),
      en: "scenario '\(scenario.name)' weights '\(name)', which is not a criterion"
        + Suggestion.english(hint)
    )
    return finding(.unknownCriterion, at: weight.position, found: name, message)
  }

  private static func names(of criteria: [Criterion]) -> [String] {
    criteria.flatMap { [$0.name] + names(of: $0.children) }
  }

  func finding(
    _ code: ProgrammeCode,
    at position: SourcePosition?,
    found: String?,
    _ message: LocalizedText
  ) -> Finding {
    Finding(
      code.severity,
      code.rawValue,
      file: position?.file ?? file,
      line: position?.line,
      column: position?.column,
      found: found,
      message: message,
      citation: code.citation
    )
  }
}
