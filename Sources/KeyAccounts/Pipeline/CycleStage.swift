// SPDX-License-Identifier: Apache-2.0
import Accounts
import CyclePerformance
import DelimitedText
import Reporting
import Selection

/// Reads the OKR files of a run, computes their figures and links them to selection runs.
struct CycleStage {
  let programme: Programme
  let mapping: OKRMapping
  let consolidation: Consolidation
  let asOf: Period?
  let threads: Int
  let keepsCheckins: Bool
  /// The rows of the accounts.
  let index: AccountIndex

  /// The stage of `programme`, whose accounts are consolidated.
  init(
    programme: Programme,
    mapping: OKRMapping,
    consolidation: Consolidation,
    options: RunOptions
  ) {
    self.programme = programme
    self.mapping = mapping
    self.consolidation = consolidation
    asOf = options.asOf
    threads = options.threads
    keepsCheckins = options.keepsCheckins
    index = AccountIndex(consolidation.table.ids)
  }

  /// Adds the OKR cycles, their findings and the link to `run`.
  ///
  /// - Throws: ``RunError`` when a file cannot be read.
  func run(_ run: inout Run) throws(RunError) {
    let folder = InputFolder(of: programme.file)
    var reading = try read(folder)
    run.inputs += reading.inputs
    run.reconciled += reading.reconciled
    if let finding = reading.dayFinding { run.findings.append(finding) }
    run.findings += reading.evaluation.takeFindings()
    let (evaluation, day) = (reading.evaluation, reading.day)
    if let finding = reading.nameFinding { run.findings.append(finding) }
    run.findings += reading.headerFindings
    run.findings += CycleAdvice.withoutDays(evaluation.sheet)
    if let finding = CycleAdvice.ahead(
      evaluation.sheet.cycles,
      evaluation.figures.accounts,
      of: day,
      at: programme.keyPositions["okr.as_of"] ?? programme.keyPositions["okr"]
    ) {
      run.findings.append(finding)
    }
    if let rows = evaluation.batchedRows, let file = mapping.files[.checkins]?.first {
      run.reconciled.append(ReconciledFile(file: file.path, rows: rows))
    }
    if let selection = run.selection {
      run.findings += ShortlistCoverage.findings(
        sheet: evaluation.sheet,
        shortlist: selection.shortlist.entries.map(\.id)
      )
    }
    let history = try SelectionHistory(mapping: mapping, folder: folder).runs(&run)
    let outcome = outcome(
      of: evaluation,
      on: day,
      history: history,
      current: currentRun(run, before: evaluation.sheet.cycles)
    )
    if let finding = outcome.plans.limitFinding { run.findings.append(finding) }
    run.findings += LinkAdvice.findings(outcome.link)
    run.cycles = outcome
  }

  /// This run itself, where it knows the day its data end.
  private func currentRun(_ run: Run, before cycles: [Cycle]) -> [SelectionRun] {
    guard let selection = run.selection,
      let day = consolidation.table.asOf.flatMap({ CalendarDate(lastDayOf: $0) })
    else { return [] }
    var current = SelectionRun(id: run.id, dataAsOf: day, selection.ranking)
    // Criteria are asked for only where a cycle begins after the data.
    if cycles.contains(where: { $0.start.map { $0 >= day } ?? false }) {
      current.criteria = SelectionRun.criteria(of: selection.ranking)
    }
    return [current]
  }
}
