// SPDX-License-Identifier: Apache-2.0
import Accounts
import Selection
import Testing

@testable import KeyAccounts

@Suite struct ProgrammeFileAdviceTests {
  private func advice(_ overrides: String...) throws -> [String] {
    let programme = try Programme(
      text: ProgrammeFileExamples.minimal,
      file: "k.yaml",
      overrides: overrides
    )
    return programme.advice().map { "\($0.severity) \($0.code) \($0.line ?? 0)" }
  }

  @Test func noticesAListTooLongForAPrototype() throws {
    #expect(try advice() == ["warning K-P106 9"])
  }

  @Test(arguments: [
    ("shortlist=", "K-P107"), ("programme.approach=company", "K-P106"),
    ("programme.goal=innovation", "K-P104"), ("programme.goal=specification", "K-P104"),
    ("criteria.0.weight=1000", "K-P102"),
    ("scenarios=[{name: a, weights: {revenu: 1}}]", "K-P109"),
    ("criteria=[{measure: revenue, view: backward}]", "K-P103"),
    ("criteria=[{measure: potential}, {name: colour, measure: 1}]", "K-P120"),
    ("matrix={attractiveness: [revenue], strength: [margin]}", "K-P121"),
    ("matrix={attractiveness: [potential], strength: [margn]}", "K-P122"),
    ("weighting={swing: {revenue: 100, margin: 2, potential: 50}}", "K-P102"),
    ("robustness={spread: 30}", "K-P123"),
    ("scenarios=[{name: a, shock: {revenue: -50}}]", "K-P123"),
  ])
  func advises(override: String, code: String) throws {
    let found = try advice(
      "shortlist.size=40",
      "programme.phase=rollout",
      override
    )
    #expect(found.contains { $0.contains(code) })
    let without = try advice("shortlist.size=5", "programme.phase=rollout")
    #expect(!without.contains { $0.contains(code) })
  }

  @Test func takesSharesWithTheirSign() throws {
    let found = try advice(
      "robustness={spread: 30%, uncertainty: {revenue: 20%}}",
      "scenarios=[{name: a, shock: {revenue: -50%}}]"
    )
    #expect(!found.contains { $0.contains("K-P123") })
    #expect(throws: ProgrammeErrors.self) { try advice("robustness={uncertainty: {revenue: 20}}") }
  }

  /// Attractiveness is rated apart from the size of the own business; how that grows is another
  /// matter, and so is what it leaves open.
  @Test(arguments: [
    ("a: revenue / 2", true), ("a: 'sum(margin, 12) / sum(revenue, 12)'", true),
    ("a: 'growth(revenue, 12)'", false), ("a: 'max(0, potential - revenue)'", false),
    ("b: 'growth(revenue, 12)', a: b * 2", false), ("b: revenue, a: b * 2", true),
  ])
  func noticesOwnBusinessOnTheAxisOfAttractiveness(_ measures: String, _ isOwn: Bool) throws {
    let found = try advice(
      "measures={\(measures)}",
      "matrix={attractiveness: [a], strength: [margin]}"
    )
    #expect(found.contains { $0.contains("K-P121") } == isOwn)
    #expect(!found.contains { $0.contains("K-P122") })
  }

  @Test func findsGroupsAndCriteriaOnTheAxes() throws {
    let found = try advice(
      "criteria=[{name: g, criteria: [{name: c, measure: potential}]}]",
      "matrix={attractiveness: [g, c], strength: [margin]}"
    )
    #expect(!found.contains { $0.contains("K-P12") })
  }

  @Test func warnsAboveFiveCriteria() throws {
    let six = (1...6).map { "{measure: potential * \($0)}" }.joined(separator: ", ")
    #expect(try advice("criteria=[\(six)]").contains { $0.contains("K-P101") })
    let five = (1...5).map { "{measure: potential * \($0)}" }.joined(separator: ", ")
    #expect(try !advice("criteria=[\(five)]").contains { $0.contains("K-P101") })
  }

  @Test func measuresWeightsThroughTheTree() throws {
    let tree =
      "criteria=[{name: a, weight: 90, criteria: [{measure: revenue, weight: 1}]}, "
      + "{name: b, weight: 10, criteria: [{measure: margin, weight: 6}, "
      + "{measure: potential, weight: 4}]}]"
    let programme = try Programme(
      text: ProgrammeFileExamples.minimal,
      file: "k.yaml",
      overrides: [tree]
    )
    let small = programme.advice().filter { $0.code == "K-P102" }
    #expect(small.map(\.found) == ["potential"])
    #expect(small.allSatisfy { $0.citation == "S004" })
  }
}

@Suite struct ProgrammeTemplateTests {
  @Test(arguments: Language.allCases, Programme.Goal.allCases)
  func readsBackWithoutProblemOrWarning(language: Language, goal: Programme.Goal) throws {
    let text = ProgrammeTemplate.minimal(language: language, goal: goal)
    let programme = try Programme(text: text, file: "kontor.yaml")
    #expect(programme.header.goal == goal)
    #expect(programme.header.language == language)
    #expect((3...5).contains(programme.selection.criteria.count))
    #expect(programme.advice() == [])
    #expect(text.utf8.last == UInt8(ascii: "\n"))
    #expect(text.split(separator: "\n").allSatisfy { !$0.hasSuffix(" ") })
  }

  @Test func writesCommentsInBothLanguages() {
    let german = ProgrammeTemplate.minimal(language: .german, goal: .custom)
    let english = ProgrammeTemplate.minimal(language: .english, goal: .custom)
    #expect(german.contains("K.-o.-Regeln"))
    #expect(english.contains("Knock-outs"))
    #expect(!english.contains("ä"))
  }
}
