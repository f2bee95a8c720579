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
    index = AccountIndex(consolidation.table.ids)
  }

  /// Adds the OKR cycles, their findings and the link to `run`.
  ///
  /// - Throws: ``RunError`` when a file cannot be read.
  func run(_ run: inout Run) throws(RunError) {
    let folder = InputFolder(of: programme.file)
    let sources = try readSources(folder, &run)
    let (rows, ids, index) = (consolidation.rowOfMember, consolidation.table.ids, index)
    // An id of the table stands for itself, also where it is a member of another account.
    let names = AccountNames(consolidation.table)
    let directory = AccountDirectory { id in
      (index.row(of: id) ?? rows[id]).map { ids[$0] } ?? names.account(named: id)
    }
    let day = keyDate(sources, directory, &run)
    let evaluation = OKREvaluation(
      consume sources,
      on: day,
      profile: mapping.profile,
      accounts: directory,
      threads: threads
    )
    run.findings += evaluation.findings
    if let finding = names.finding { run.findings.append(finding) }
    run.findings += CycleAdvice.withoutDays(evaluation.sheet)
    if let rows = evaluation.batchedRows, let file = mapping.files[.checkins] {
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

  private func readSources(
    _ folder: InputFolder,
    _ run: inout Run
  ) throws(RunError) -> [OKRMapping.FileKind: SheetSource] {
    var sources: [OKRMapping.FileKind: SheetSource] = [:]
    for kind in OKRMapping.FileKind.allCases {
      guard let file = mapping.files[kind] else { continue }
      let named = InputFolder.Named(name: file.path, path: folder.path(of: file.path))
      let (table, input) = try folder.table(named, file.format, at: file.position)
      run.inputs.append(input)
      if kind == .checkins {
        sources[kind] = SheetSource(file, streaming: table)
        continue
      }
      var rows = RowCounts()
      sources[kind] = SheetSource(file, rows: SheetRows(table, counting: &rows))
      run.reconciled.append(ReconciledFile(file: file.path, rows: rows))
    }
    return sources
  }

  /// The day of the figures: as set, else the last day of the data, else the last day in the sheet.
  private func keyDate(
    _ sources: [OKRMapping.FileKind: SheetSource],
    _ directory: AccountDirectory,
    _ run: inout Run
  ) -> CalendarDate {
    if asOf == nil, let day = mapping.asOf { return day }
    if let day = consolidation.table.asOf.flatMap({ CalendarDate(lastDayOf: $0) }) { return day }
    let endOfTime = CalendarDate.endOfTime
    let sheet = OKRImport(sources, accounts: directory, asOf: endOfTime).sheet
    let days = sheet.checkins.compactMap(\.date) + sheet.cycles.compactMap(\.end)
    let day = sheet.checkins.compactMap(\.date).max() ?? days.max() ?? endOfTime
    run.findings.append(
      Finding(
        .info,
        "K-P110",
        found: day.description,
        message: LocalizedText(
          de: "ohne okr.as_of und ohne Perioden gilt der \(day) als Stichtag",
          en: "without okr.as_of and without periods \(day) is the key date"
        )
      )
    )
    return day
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
