// SPDX-License-Identifier: Apache-2.0
import Accounts
import Selection

/// Reads `scenarios`.
struct ScenarioReader {
  private let names: KnownNames
  private let criteria: CriterionNames
  private let size: Int

  /// Prepares to read variants of a programme with these criteria and a list of `size` accounts.
  init(over names: KnownNames, criteria: CriterionNames, size: Int) {
    self.names = names
    self.criteria = criteria
    self.size = size
  }

  /// The variants, whose names are unique.
  func scenarios(_ reader: NodeReader) -> [DeclaredScenario] {
    let sections = (reader.openList() ?? []).compactMap { $0.section(.scenario) }
    var seen: [String: SourcePosition] = [:]
    var scenarios: [DeclaredScenario] = []
    for section in sections {
      guard let scenario = scenario(section) else { continue }
      if scenario.name == ScenarioStage.baseName {
        section.problems.add(
          .ambiguousName,
          at: section.position,
          de: "'base' heißt die Rangliste des Programms selbst; die Variante braucht einen anderen"
            + " Namen",
          en: "'base' is the programme's own ranking; the scenario needs another name"
        )
      }
      if let first = seen[scenario.name] {
        section.problems.add(
          .ambiguousName,
          at: section.position,
          de: "die Variante '\(scenario.name)' gibt es schon in Zeile \(first.line)",
          en: "scenario '\(scenario.name)' exists already in line \(first.line)"
        )
      }
      seen[scenario.name] = section.position
      scenarios.append(scenario)
    }
    return scenarios
  }

  private func scenario(_ section: SectionReader) -> DeclaredScenario? {
    var scenario = DeclaredScenario(
      name: section["name"]?.text() ?? "",
      position: section.position
    )
    scenario.weights = (section["weights"]?.named() ?? []).compactMap { entry in
      entry.value.number(atLeast: 0).map {
        .init(criterion: entry.name, points: $0, position: entry.position)
      }
    }
    scenario.method = section["method"].flatMap(MethodReader.method)
    scenario.gates = section["gates"].flatMap { $0.gates(over: names) }
    scenario.criteria = section["criteria"].map { reader in
      var criteria = CriteriaReader(over: names, needsWeights: section["weighting"] == nil)
      return criteria.criteria(reader)
    }
    let known = section["criteria"].map { CriterionNames(in: $0.node) } ?? criteria
    scenario.weighting = section["weighting"].flatMap(WeightingReader(of: known).weighting)
    readList(of: section, into: &scenario)
    scenario.shock = section["shock"].map(shock)
    return scenario.name.isEmpty ? nil : scenario
  }

  private func readList(of section: SectionReader, into scenario: inout DeclaredScenario) {
    guard let list = section["shortlist"]?.section(.scenarioList) else { return }
    scenario.size = list["size"]?.integer(atLeast: 1)
    scenario.enter = list["enter"]?.integer(atLeast: 1)
    scenario.stay = list["stay"]?.integer(atLeast: 1)
    var rule = ShortlistRule(size: scenario.size ?? size)
    rule.enter = scenario.enter
    rule.stay = scenario.stay
    ShortlistReader.check(rule, in: list)
  }

  private func shock(_ reader: NodeReader) -> DeclaredScenario.Shock {
    var shock = DeclaredScenario.Shock(condition: nil, changes: [])
    for entry in reader.named() {
      if entry.name == "where" {
        shock.condition = entry.value.condition(over: names.withIdentity)
      } else if let relative = change(entry) {
        shock.changes.append(.init(value: entry.name, relative: relative))
      }
    }
    shock.changes.sort { $0.value.isBytewiseLess(than: $1.value) }
    return shock
  }

  /// A share such as `-50%` or `-0.5` of a known value.
  private func change(_ entry: NamedReader) -> Double? {
    if !names.isEmpty, !names.isValue(entry.name) {
      let hint = Suggestion.closest(to: entry.name, among: names.values)
      entry.value.problems.add(
        .unknownName,
        at: entry.position,
        de: "'\(entry.name)' ist kein Wert" + Suggestion.german(hint),
        en: "'\(entry.name)' is not a value" + Suggestion.english(hint)
      )
    }
    guard let text = entry.value.node.scalarText, text.hasSuffix("%") else {
      return entry.value.number()
    }
    let digits = text.dropLast().filter { !$0.isWhitespace }
    guard let percent = Double(digits), percent.isFinite else {
      return entry.value.wrongType("ein Anteil wie -50%", "a share such as -50%")
    }
    return percent / 100
  }
}

extension NodeReader {
  /// A list of conditions; an empty one lifts all gates.
  func gates(over names: KnownNames) -> [SelectionPlan.Gate]? {
    openList()?.compactMap { gate in
      gate.condition(over: names).map { .init($0, at: gate.position) }
    }
  }
}
