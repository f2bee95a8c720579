// SPDX-License-Identifier: Apache-2.0
package import Accounts
package import DelimitedText

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
  private let threads: Int
  /// What the rows of flat sheets say of cycles, by the cycle's place; the row read last counts.
  var planCycleCells: [Int: PlanCycleCells] = [:]
  /// The years that numbers of quarters count in.
  private let fiscalYear: FiscalYear
  let asOf: CalendarDate
  let packedAsOf: Int32
  var cycles = KeyedRows()
  var moals = KeyedRows()
  var objectives = KeyedList()
  var keyResults = KeyedList()
  var references: [ObjectiveReference] = []
  /// What is known of the accounts of the file at hand.
  var knownAccounts = KnownAccounts()
  /// The number of each account of the directory among the groups of the objectives, -1 for those
  /// that have none; empty as long as none has.
  var groupsOfRows: [Int32] = []
  var hasCycleFile = false
  var hasMoalFile = false
  /// The goals by the last part of their ids; filled when a milestone asks for it.
  var moalsByNumber: [String: [String]] = [:]
  /// How many rows of key results each objective has.
  var keyResultCounts: [Int32] = []
  /// The rows of the files that keys were claimed in.
  private var sources: [SheetRows] = []
  /// What became of the rows of a file that was read in batches.
  package internal(set) var batchedRows: RowCounts?
  /// What that file is besides its rows, where it was read as a whole on the way.
  package internal(set) var audit: FileAudit?
  /// The name of the file of check-ins.
  var checkinFile = ""
  /// The cycle of each key result, -1 where it has none; filled for batches of check-ins.
  var cyclesOfKeyResults: [Int32] = []
  /// First and last day of each cycle as `yyyymmdd`; filled for batches of check-ins.
  var packedDays: [(start: Int32, end: Int32)?] = []
  /// Per cycle the day of each week as `yyyymmdd`, 0 where it was not asked for.
  var weekDays: [[Int32]] = []
  /// Key results of a flat sheet that carry ids, by the key they would have without.
  var keyResultAliases: [String: Int] = [:]

  /// Reads `files` with so many threads; accounts are checked where `accounts` is given.
  package init(
    _ files: consuming [OKRMapping.FileKind: [SheetSource]],
    accounts: AccountDirectory?,
    asOf: CalendarDate,
    threads: Int = 1
  ) {
    self.accounts = accounts
    self.threads = threads
    self.asOf = asOf
    packedAsOf = asOf.packed
    hasCycleFile = files[.cycles] != nil
    hasMoalFile = files[.moals] != nil
    let ofCycles = [.cycles, .plan, .objectives].lazy.compactMap { files[$0]?.first?.file.format }
    fiscalYear = ofCycles.first?.fiscalYear ?? .calendar
    sheet.hasCycleFile = hasCycleFile
    sheet.hasReviews = files[.reviews] != nil
    for kind in Self.order {
      if kind == .checkins { resolve() }
      // Taken out, so that the rows are gone once nothing needs them any more.
      var sources = Array((files.removeValue(forKey: kind) ?? []).reversed())
      while let source = sources.popLast() {
        if source.table != nil { readInBatches(source) } else { read(source, kind) }
      }
    }
    finishCheckins()
  }

  private static let order: [OKRMapping.FileKind] = [
    .cycles, .moals, .objectives, .plan, .milestones, .keyResults, .checkins, .reviews,
  ]

  private mutating func read(
    _ source: SheetSource,
    _ kind: OKRMapping.FileKind,
    proven: [OKRColumn: DecimalMark] = [:]
  ) {
    let table = SheetTable(source, kind: kind, proven: proven)
    findings += source.rows.layout + table.headerFindings
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
      whole.rows = SheetRows(table, file: checkinFile, counting: &counts)
      batchedRows = counts
      read(whole, .checkins)
      return
    }
    cyclesOfKeyResults = sheet.keyResults.objectives.map(cycleIndex)
    weekDays = sheet.cycles.map { _ in [] }
    packedDays = sheet.cycles.map { cycle in
      cycle.days.map { ($0.start.packed, $0.end.packed) }
    }
    stream.read(into: &self, threads: threads)
    (batchedRows, audit) = (stream.counts, stream.audit)
    findings += stream.layout.finished()
    whole.rows = SheetRows(
      header: whole.rows.header,
      headerLine: whole.rows.headerLine,
      rows: stream.rows
    )
    read(whole, .checkins, proven: stream.provenDecimal.map { [.value: $0] } ?? [:])
  }

  private mutating func read(_ table: SheetTable) {
    sources.append(table.source)
    lookUpAccounts(of: table)
    makeRoom(for: table)
    var rows = SheetRowFilter(table)
    var filler = FillDown()
    var reader = RowReader(table)
    var plain = PlainPlanRows(table)
    var plainAbove: Int?
    for row in table.rows {
      if plain?.add(row, to: &self) == true {
        plainAbove = row
        continue
      }
      guard rows.keeps(row) else { continue }
      if let above = plainAbove.take() {
        reader.move(to: above)
        filler.fill(&reader)
      }
      reader.move(to: row)
      if table.kind == .plan { filler.fill(&reader) }
      read(&reader)
    }
    findings += rows.findings
  }

  /// Looks up all accounts that a file names by their ids.
  private mutating func lookUpAccounts(of table: SheetTable) {
    knownAccounts = KnownAccounts()
    guard let accounts, let slot = table.slot(of: .account) else { return }
    knownAccounts = KnownAccounts(rows: accounts.rows(of: table.columns[slot].texts))
  }

  /// Makes room for what the rows of a file are about.
  private mutating func makeRoom(for table: SheetTable) {
    let more = table.rows.count
    if table.kind == .plan || table.kind == .objectives {
      sheet.objectives.reserve(more)
      objectives.reserve(more)
      keyResultCounts.reserveCapacity(keyResultCounts.count + more)
    }
    if table.kind == .plan || table.kind == .keyResults {
      sheet.keyResults.reserve(more)
      keyResults.reserve(more)
    }
  }

  private mutating func read(_ reader: inout RowReader) {
    switch reader.table.kind {
    case .cycles: readCycle(&reader)
    case .moals: readMoal(&reader)
    case .milestones: readMilestone(&reader)
    case .objectives: readObjective(&reader)
    case .plan: readPlanRow(&reader)
    case .keyResults: readKeyResult(&reader)
    case .checkins: readCheckin(&reader)
    case .reviews: readReview(&reader)
    }
    findings += reader.findings
  }

  /// The row at which a reader stands.
  func row(of reader: RowReader) -> KeyedRows.Row { keyedRow(reader.row) }

  /// A row of the file at hand.
  func keyedRow(_ row: Int) -> KeyedRows.Row {
    KeyedRows.Row(file: Int32(sources.count - 1), row: Int32(row))
  }

  /// Takes back what was said about a row whose key an earlier row has, and says that instead.
  func reportRepetition(
    of first: KeyedRows.Row,
    key: String,
    _ reader: inout RowReader
  ) -> Bool {
    let isIdentical =
      first.row >= 0
      && sources[Int(first.file)].isRow(
        Int(first.row),
        equalTo: reader.row,
        of: reader.table.source
      )
    reader.replaceFindings(.duplicate(reader, key: key, isIdentical: isIdentical))
    return isIdentical
  }

  /// The key result with this id, or with this key in the flat sheet.
  func keyResult(named id: String) -> Int? {
    keyResults.index(of: id, in: sheet.keyResults.ids) ?? keyResultAliases[id]
  }

  /// The objective with this id.
  func objective(named id: String) -> Int? { objectives.index(of: id, in: sheet.objectives.ids) }
}

// MARK: - References

extension OKRImport {
  /// Looks up what objectives refer to, once all key results are known.
  private mutating func resolve() {
    dateCyclesByName()
    for reference in references {
      let index = reference.objective
      let isParent = reference.column == .parentKeyResult
      let target =
        isParent
        ? sheet.objectives.parentKeyResult(at: index) : sheet.objectives.carriedFrom(at: index)
      guard let target else { continue }
      let found = isParent ? keyResult(named: target) : objective(named: target)
      if isParent { sheet.objectives.setParent(at: index, found) }
      guard found == nil else { continue }
      findings.append(reference.orphan(target: target))
      if sheet.objectives.exclusion(at: index) == nil {
        sheet.objectives.exclude(at: index, .orphanReference)
      }
    }
    references = []
    planCycleCells = [:]
    objectives = KeyedList()
    sources = []
    keyResultCounts = []
    (knownAccounts, groupsOfRows) = (KnownAccounts(), [])
    sheet.objectives.close()
    sheet.keyResults.objectiveIDs = sheet.objectives.ids
    findings += CascadeCheck.findings(&sheet)
    findings += WeightCheck.findings(&sheet)
  }

  /// Gives cycles the days that their names stand for, where no file says days of them.
  private mutating func dateCyclesByName() {
    guard !hasCycleFile else { return }
    for index in sheet.cycles.indices {
      let cycle = sheet.cycles[index]
      guard cycle.start == nil, cycle.end == nil, !cycle.hasUnreadableDays,
        let name = CycleName(sheet.cycles[index].id, fiscalYear: fiscalYear)
      else { continue }
      sheet.cycles[index].start = name.start
      sheet.cycles[index].end = name.end
      sheet.cycles[index].isDatedByName = true
    }
  }
}
