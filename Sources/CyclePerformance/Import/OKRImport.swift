// SPDX-License-Identifier: Apache-2.0
package import Accounts
import DelimitedText

/// Turns the OKR files of a programme into one sheet, in the order in which they refer to each
/// other: cycles, goals, the flat sheet, objectives, key results, check-ins, reviews.
///
/// Nothing is lost: a row with an error stays in the sheet with the reason why it enters no figure.
package struct OKRImport {
  /// What the files hold.
  package internal(set) var sheet = OKRSheet()
  /// What was found, in reading order.
  package internal(set) var findings: [Finding] = []
  let accounts: AccountDirectory?
  let asOf: CalendarDate
  let packedAsOf: Int32
  var cycles = KeyedRows()
  var moals = KeyedRows()
  var objectives = KeyedRows()
  var keyResults = KeyedRows()
  var references: [ObjectiveReference] = []
  var hasCycleFile = false
  var hasMoalFile = false
  var keyResultCounts: [Int: Int] = [:]
  /// What became of the rows of a file that was read in batches.
  package internal(set) var batchedRows: RowCounts?
  /// The name of the file of check-ins.
  var checkinFile = ""
  /// The cycle of each key result, -1 where it has none; filled for batches of check-ins.
  var cyclesOfKeyResults: [Int32] = []
  /// First and last day of each cycle as `yyyymmdd`; filled for batches of check-ins.
  var packedDays: [(start: Int32, end: Int32)?] = []
  /// The day of each week of each cycle, as `yyyymmdd`.
  var weekDays: [Int: Int32] = [:]
  /// Key results of a flat sheet that carry ids, by the key they would have without.
  var keyResultAliases: [String: Int] = [:]

  /// Reads `files`; accounts are checked where `accounts` is given.
  package init(
    _ files: [OKRMapping.FileKind: SheetSource],
    accounts: AccountDirectory?,
    asOf: CalendarDate
  ) {
    self.accounts = accounts
    self.asOf = asOf
    packedAsOf = asOf.packed
    hasCycleFile = files[.cycles] != nil
    hasMoalFile = files[.moals] != nil
    sheet.hasReviews = files[.reviews] != nil
    for kind in Self.order {
      if kind == .checkins { resolve() }
      guard let source = files[kind] else { continue }
      if source.table != nil { readInBatches(source) } else { read(source, kind) }
    }
    finishCheckins()
  }

  private static let order: [OKRMapping.FileKind] = [
    .cycles, .moals, .milestones, .objectives, .plan, .keyResults, .checkins, .reviews,
  ]

  private mutating func read(
    _ source: SheetSource,
    _ kind: OKRMapping.FileKind,
    proven: [OKRColumn: DecimalMark] = [:]
  ) {
    let table = SheetTable(source, kind: kind, proven: proven)
    findings += table.headerFindings
    sheet.columns.formUnion(table.columns.map(\.column))
    read(table)
  }

  /// Reads a file of check-ins: plain rows in batches, then the others one by one.
  private mutating func readInBatches(_ source: SheetSource) {
    checkinFile = source.file.path
    guard let table = source.table else { return }
    var whole = source
    guard var stream = CheckinStream(source) else {
      var counts = RowCounts()
      whole.rows = SheetRows(table, counting: &counts)
      batchedRows = counts
      read(whole, .checkins)
      return
    }
    cyclesOfKeyResults = sheet.keyResults.map(cycleIndex)
    packedDays = sheet.cycles.map { cycle in
      cycle.days.map { ($0.start.packed, $0.end.packed) }
    }
    stream.read(into: &self)
    batchedRows = stream.counts
    whole.rows.rows = stream.rows
    read(whole, .checkins, proven: stream.provenDecimal.map { [.value: $0] } ?? [:])
  }

  private mutating func read(_ table: SheetTable) {
    var rows = SheetRowFilter(table)
    var filler = FillDown(table)
    for row in table.rows {
      guard rows.keeps(row) else { continue }
      var reader = RowReader(row, of: table)
      if table.kind == .plan { filler.fill(&reader) }
      read(reader, kind: table.kind)
    }
    findings += rows.findings
  }

  private mutating func read(_ reader: RowReader, kind: OKRMapping.FileKind) {
    switch kind {
    case .cycles: readCycle(reader)
    case .moals: readMoal(reader)
    case .milestones: readMilestone(reader)
    case .objectives: readObjective(reader)
    case .plan: readPlanRow(reader)
    case .keyResults: readKeyResult(reader)
    case .checkins: readCheckin(reader)
    case .reviews: readReview(reader)
    }
  }

  /// The key result with this id, or with this key in the flat sheet.
  func keyResult(named id: String) -> Int? { keyResults[id] ?? keyResultAliases[id] }

  mutating func keep(_ reader: RowReader) { findings += reader.findings }
}

// MARK: - References

extension OKRImport {
  /// Looks up what objectives refer to, once all key results are known.
  mutating func resolve() {
    for reference in references {
      let objective = sheet.objectives[reference.objective]
      let isParent = reference.column == .parentKeyResult
      guard let target = isParent ? objective.parentKeyResult : objective.carriedFrom else {
        continue
      }
      let index = isParent ? keyResult(named: target) : objectives[target]
      if isParent { sheet.objectives[reference.objective].parent = index }
      guard index == nil else { continue }
      findings.append(reference.orphan(target: target))
      sheet.objectives[reference.objective].exclusion = objective.exclusion ?? .orphanReference
    }
    references = []
    findings += CascadeCheck.findings(&sheet)
    findings += WeightCheck.findings(&sheet)
  }
}
