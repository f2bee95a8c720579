// SPDX-License-Identifier: Apache-2.0
import Accounts
import Selection
import Statistics

/// Ranks one variant after the other against the same base; several threads may share it.
struct ScenarioRunner: Sendable {
  /// What became of one variant.
  struct Answer: Sendable {
    var compared:
      (ranking: ScenarioRanking, comparison: ScenarioComparison, changes: [ScenarioChange])?
    var findings: [Finding] = []
  }

  private let programme: Programme
  private let inputs: RunInputs
  private let consolidation: Consolidation
  private let basis: SelectionBasis
  private let input: SelectionInput
  private let side: ScenarioSide
  private let reference: ScenarioReference
  /// By leaf criterion its share of the base's score.
  private let weights: [String: Double]
  /// Ranks by other weights without scaling again, where that is possible.
  private let reweighting: ReweightedRanking?

  init(
    programme: Programme,
    inputs: RunInputs,
    consolidation: Consolidation,
    basis: SelectionBasis,
    ranked: SelectionInput,
    base: SelectionOutcome
  ) {
    self.programme = programme
    self.inputs = inputs
    self.consolidation = consolidation
    self.basis = basis
    input = ranked
    let ranking = ScenarioRanking(ScenarioStage.baseName, base)
    side = ScenarioSide(ranking, base, size: basis.plan.shortlist.size)
    reference = ScenarioReference(ranking)
    weights = Dictionary(
      base.ranking.columns.map { ($0.criterion.name, $0.criterion.weight) },
      uniquingKeysWith: { first, _ in first }
    )
    reweighting = ReweightedRanking(base.ranking)
  }

  /// The base as one of the scenarios.
  var base: ScenarioRanking { reference.ranking }

  /// Ranks a variant and compares it with the base; one that makes no sense is left out with a
  /// finding.
  func answer(to scenario: DeclaredScenario) -> Answer {
    let variant = ScenarioVariant(scenario, over: basis.plan, weights: weights)
    do {
      var effect: ScenarioShockEffect?
      let compared = try compared(variant, &effect)
      let isMissed = effect.map { scenario.shock?.condition != nil && !$0.isHit.contains(true) }
      return Answer(
        compared: compared,
        findings: isMissed == true ? [Self.missed(scenario)] : []
      )
    } catch {
      let position = scenario.position
      let finding = Finding(
        .error,
        "K-S061",
        file: position.file,
        line: position.line,
        column: position.column,
        field: "scenarios",
        found: scenario.name,
        message: LocalizedText(
          de: "die Variante '\(scenario.name)' entfällt: \(error.message.german)",
          en: "scenario '\(scenario.name)' is left out: \(error.message.english)"
        )
      )
      return Answer(findings: [finding])
    }
  }

  /// What a variant chooses, ranked wholly; nil where it makes no sense or is about a shock, which
  /// never happened.
  func choice(of scenario: DeclaredScenario) -> SelectionOutcome? {
    guard scenario.shock == nil else { return nil }
    let variant = ScenarioVariant(scenario, over: basis.plan, weights: weights)
    var effect: ScenarioShockEffect?
    return try? basis.selector(for: variant.plan).outcome(for: input(variant, &effect))
  }

  /// A shock that hits nobody, which is more often a slip than a wish.
  private static func missed(_ scenario: DeclaredScenario) -> Finding {
    let condition = scenario.shock?.condition?.text ?? ""
    return Finding(
      .warning,
      "K-S070",
      file: scenario.position.file,
      line: scenario.position.line,
      column: scenario.position.column,
      field: "scenarios.shock.where",
      found: condition,
      message: LocalizedText(
        de: "die Variante '\(scenario.name)' trifft niemanden: kein Kunde erfüllt \(condition)",
        en: "scenario '\(scenario.name)' hits nobody: no account meets \(condition)"
      )
    )
  }

  private func compared(
    _ variant: ScenarioVariant,
    _ effect: inout ScenarioShockEffect?
  ) throws(SelectionError) -> (ScenarioRanking, ScenarioComparison, [ScenarioChange]) {
    // Under a capacity or quotas no order of the accounts alone says who is listed.
    if case .weights = variant.scope, !variant.plan.shortlist.isExact, let reweighting {
      return try reweighted(variant, reweighting)
    }
    let outcome = try basis.selector(for: variant.plan).outcome(for: input(variant, &effect))
    let ranking = ScenarioRanking(variant.name, outcome)
    let other = ScenarioSide(ranking, outcome, size: variant.plan.shortlist.size)
    return (
      ranking, reference.comparison(with: ranking),
      ScenarioChanges(from: side, to: other, shock: effect).changes()
    )
  }

  private func reweighted(
    _ variant: ScenarioVariant,
    _ reweighting: ReweightedRanking
  ) throws(SelectionError) -> (ScenarioRanking, ScenarioComparison, [ScenarioChange]) {
    let leaves = try variant.plan.criterionWeights().leaves
    let list = try basis.listing(for: variant.plan, of: input.accounts)
    let outcome = reweighting.outcome(variant.name, weights: leaves.map(\.weight), list: list)
    let other = ScenarioSide(
      outcome.ranking,
      reweighting: side,
      by: leaves,
      size: variant.plan.shortlist.size
    )
    return (
      outcome.ranking, reference.comparison(with: outcome.ranking, order: outcome.order),
      ScenarioChanges(from: side, to: other, shock: nil).changes()
    )
  }

  /// What the variant ranks; a shock changes values and therefore measures.
  private func input(
    _ variant: ScenarioVariant,
    _ effect: inout ScenarioShockEffect?
  ) -> SelectionInput {
    var whole = consolidation
    switch variant.scope {
    case .weights, .ranking: return input
    case .values: break
    case .shock(let declared):
      let shock = ScenarioShock(declared)
      let found = shock.effect(on: whole.table)
      effect = found
      whole.table.measures = []
      whole.table = programme.computed(shock.applied(to: whole.table, where: found.isHit))
    }
    return SelectionStage(programme: programme, inputs: inputs, consolidation: whole)
      .input(variant.plan)
  }
}

/// What an outcome depends on beside the values: the plan with its lists, the day and the past.
struct SelectionBasis: Sendable {
  /// The plan with incumbents and decisions.
  var plan: SelectionPlan
  /// The day on which decisions must hold.
  var day: CalendarDate?
  /// What earlier lists know.
  var previous: PreviousSelection

  /// What carries out another plan on the same day with the same past.
  func selector(for plan: SelectionPlan) throws(SelectionError) -> AccountSelector {
    try AccountSelector(plan, on: day, previous: previous)
  }

  /// How a plan cuts the list from an order of the accounts.
  func listing(
    for plan: SelectionPlan,
    of accounts: [String]
  ) throws(SelectionError) -> @Sendable (RankOrder) -> [Int] {
    try plan.shortlist.listing(of: accounts, on: day)
  }
}
