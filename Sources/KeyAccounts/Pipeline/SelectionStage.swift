// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText
import Reporting
import Selection

/// Ranks the accounts of a run and cuts its shortlist.
struct SelectionStage {
  let programme: Programme
  let inputs: RunInputs
  let consolidation: Consolidation
  /// The values of the criteria where somebody computed them before.
  var values: [NumberColumn]?
  /// How many threads may work.
  var threads = 1

  /// Adds ranking, shortlist and their findings to `run`.
  ///
  /// - Throws: ``RunError`` when a list cannot be read or the plan makes no sense.
  func run(_ run: inout Run) throws(RunError) {
    var plan = programme.selection
    var previous = PreviousSelection()
    if let reference = programme.shortlistFiles.incumbents {
      let list = try incumbents(reference, &run)
      plan.shortlist.incumbents = list.ids
      previous.ranks = list.ranks
    }
    if let reference = programme.shortlistFiles.decisions {
      plan.shortlist.decisions = try decisions(reference, &run)
    }
    let day = consolidation.table.asOf.flatMap { CalendarDate(lastDayOf: $0) }
    let selector: AccountSelector
    do {
      selector = try AccountSelector(plan, on: day, previous: previous)
    } catch {
      throw RunError(.badProgramme, "K-P024", at: error.position, error.message)
    }
    let input = input(plan)
    var outcome = selector.outcome(for: input)
    if programme.header.phase == .prototype { outcome.shortlist.pilot = pilot(of: outcome) }
    run.ranked = (selector, input)
    run.selectionBasis = SelectionBasis(plan: plan, day: day, previous: previous)
    run.selection = outcome
    run.findings += outcome.findings + CorrelatedCriteria.findings(on: outcome.ranking)
    if !run.isComparison {
      RobustnessStage(
        programme: programme,
        plan: plan,
        day: day,
        previous: previous,
        threads: threads
      ).run(&run)
    }
    run.findings += run.coverageGate.findings { leaf in
      CoverageGate.membersLost(outcome, plan: plan, input: input, leaf: leaf) { reduced in
        try? AccountSelector(reduced, on: day, previous: previous)
      }
    }
  }

  /// The accounts of the list that differ most, by utility and attribute.
  private func pilot(of outcome: SelectionOutcome) -> PilotProposal {
    let accounts = outcome.shortlist.entries.map(\.account)
    return PilotProposal(
      numbers: outcome.ranking.columns.map { column in accounts.map { column.utilities[$0] } },
      texts: consolidation.table.attributes.map { column in accounts.map { column.texts[$0] } },
      count: accounts.count
    )
  }

  /// What the plan ranks: the values of its criteria and who fails a gate.
  func input(_ plan: SelectionPlan) -> SelectionInput {
    let evaluator = MeasureEvaluator(consolidation.table)
    let count = consolidation.table.count
    let values =
      values
      ?? plan.criteria.flatMap(\.leaves).map { leaf in
        leaf.measure.map(evaluator.numbers) ?? NumberColumn(missing: count)
      }
    var input = SelectionInput(
      accounts: consolidation.table.ids,
      values: values,
      gateFailures: gateFailures(plan.gates, evaluator)
    )
    input.efforts = plan.shortlist.capacity.map { evaluator.numbers($0.effort) } ?? []
    input.quotaTexts = plan.shortlist.quotas.map { quota in
      consolidation.table.attributes.first { $0.name == quota.attribute }.map { Array($0.texts) }
        ?? Array(repeating: nil, count: consolidation.table.count)
    }
    return input
  }

  /// Per account the gates that it fails, nil where it passes all; empty without gates.
  private func gateFailures(
    _ gates: [SelectionPlan.Gate],
    _ evaluator: MeasureEvaluator
  ) -> [LocalizedText?] {
    guard !gates.isEmpty else { return [] }
    var reasons = [LocalizedText?](repeating: nil, count: consolidation.table.count)
    for gate in gates {
      let passes = evaluator.conditions(gate.condition)
      for row in reasons.indices where !passes[row] {
        let missing = evaluator.missingNames(gate.condition, row: row)
        reasons[row] = Self.joined(reasons[row], Self.reason(gate, missing: missing))
      }
    }
    return reasons
  }

  private static func reason(_ gate: SelectionPlan.Gate, missing: [String]) -> LocalizedText {
    guard !missing.isEmpty else { return LocalizedText(gate.condition.text) }
    let names = missing.joined(separator: ", ")
    return LocalizedText(
      de: "\(gate.condition.text) (\(names) fehlt)",
      en: "\(gate.condition.text) (\(names) missing)"
    )
  }

  private static func joined(_ first: LocalizedText?, _ second: LocalizedText) -> LocalizedText {
    guard let first else { return second }
    return LocalizedText(
      de: "\(first.german); \(second.german)",
      en: "\(first.english); \(second.english)"
    )
  }

  // MARK: Lists

  private func incumbents(
    _ reference: ShortlistFiles.Reference,
    _ run: inout Run
  ) throws(RunError) -> (ids: [String], ranks: [String: Int]) {
    let (table, input) = try inputs.list(reference)
    run.inputs.append(input)
    let binding = ColumnBinding(fileName: reference.path, table: table)
    let account = try binding.index(of: ColumnReference("account", at: reference.position)) as Int
    let rank = table.column(named: "rank", occurrence: 1)
    var ids: [String] = []
    var ranks: [String: Int] = [:]
    var rows = RowCounts()
    rows.structure = table.preambleLines
    table.forEachRecord { record in
      guard record.kind == .data, !record.isEmpty(account) else {
        rows.structure += 1
        return
      }
      rows.used += 1
      let id = current(record.text(account))
      if !ids.contains(id) { ids.append(id) }
      if let rank, let number = Int(record.text(rank)) {
        ranks[id] = min(ranks[id] ?? number, number)
      }
    }
    run.reconciled.append(.init(file: reference.path, rows: rows))
    return (ids, ranks)
  }

  /// The account that an id of an older list means today: itself, or the group it belongs to.
  private func current(_ id: String) -> String {
    consolidation.row(of: id).map { consolidation.table.ids[$0] } ?? id
  }

  private func decisions(
    _ reference: ShortlistFiles.Reference,
    _ run: inout Run
  ) throws(RunError) -> [Decision] {
    let (table, input) = try inputs.list(reference)
    run.inputs.append(input)
    let reader = try DecisionReader(table, file: reference.path, at: reference.position)
    var list = reader.read()
    for index in list.decisions.indices {
      list.decisions[index].account = current(list.decisions[index].account)
    }
    run.rejects.append(list.rejects)
    run.findings += list.findings + HeaderAdvice.findings(on: table, file: reference.path)
    run.reconciled.append(.init(file: reference.path, rows: list.rows))
    return list.decisions
  }
}
