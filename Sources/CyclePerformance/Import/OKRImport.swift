// SPDX-License-Identifier: Apache-2.0
package import Accounts

/// Turns the OKR files of a programme into one sheet, in the order in which they refer to each
/// other: cycles, goals, the flat sheet, objectives, key results, check-ins, reviews.
///
/// Nothing is lost: a row with an error stays in the sheet with the reason why it enters no figure.
package struct OKRImport {
  /// What the files hold.
  package private(set) var sheet = OKRSheet()
  /// What was found, in reading order.
  package private(set) var findings: [Finding] = []
  private let accounts: AccountDirectory?
  private let asOf: CalendarDate
  private var cycles = KeyedRows()
  private var moals = KeyedRows()
  private var objectives = KeyedRows()
  private var keyResults = KeyedRows()
  private var references: [ObjectiveReference] = []
  private var hasCycleFile = false
  private var hasMoalFile = false
  private var keyResultCounts: [Int: Int] = [:]

  /// Reads `files`; accounts are checked where `accounts` is given.
  package init(
    _ files: [OKRMapping.FileKind: SheetSource],
    accounts: AccountDirectory?,
    asOf: CalendarDate
  ) {
    self.accounts = accounts
    self.asOf = asOf
    hasCycleFile = files[.cycles] != nil
    hasMoalFile = files[.moals] != nil
    sheet.hasReviews = files[.reviews] != nil
    for kind in Self.order {
      if kind == .checkins { resolve() }
      guard let source = files[kind] else { continue }
      let table = SheetTable(source, kind: kind)
      findings += table.headerFindings
      sheet.columns.formUnion(table.columns.map(\.column))
      read(table)
    }
    finishCheckins()
  }

  private static let order: [OKRMapping.FileKind] = [
    .cycles, .moals, .milestones, .objectives, .plan, .keyResults, .checkins, .reviews,
  ]

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

  private mutating func keep(_ reader: RowReader) { findings += reader.findings }
}

// MARK: - Cycles and mid-term goals

extension OKRImport {
  private mutating func readCycle(_ row: RowReader) {
    var reader = row
    guard let id = reader.required(.cycle) else { return keep(reader) }
    var cycle = Cycle(id: id)
    cycle.place = reader.place
    cycle.start = reader.required(.start).flatMap { _ in reader.date(.start) }
    cycle.end = reader.required(.end).flatMap { _ in reader.date(.end) }
    cycle.status = reader.choice(.status, of: Cycle.Status.self)
    cycle.master = reader.text(.master)
    checkOrder(of: cycle, &reader)
    switch cycles.claim(id, by: reader.row, at: sheet.cycles.count) {
    case .first:
      sheet.cycles.append(cycle)
      keep(reader)
    case .again(let index, let isIdentical):
      if !isIdentical {
        sheet.cycles[index].start = nil
        sheet.cycles[index].end = nil
      }
      findings.append(.duplicate(reader, key: id, isIdentical: isIdentical))
    }
  }

  private func checkOrder(of cycle: Cycle, _ reader: inout RowReader) {
    guard let start = cycle.start, let end = cycle.end, end < start else { return }
    reader.report(
      .cycleEndBeforeStart,
      .end,
      found: reader.text(.end),
      LocalizedText(
        de: "Zyklus '\(cycle.id)' endet am \(end), vor seinem Beginn am \(start)",
        en: "cycle '\(cycle.id)' ends on \(end), before it starts on \(start)"
      )
    )
  }

  private mutating func readMoal(_ row: RowReader) {
    var reader = row
    guard let id = reader.required(.moal) else { return keep(reader) }
    var moal = Moal(id: id, place: reader.place)
    moal.account = reader.required(.account)
    if let account = moal.account { _ = group(of: account, &reader) }
    moal.title = reader.required(.title)
    moal.strategy = reader.text(.strategy)
    moal.requirements = reader.text(.requirements)
    moal.start = reader.date(.start)
    moal.end = reader.date(.end)
    moal.baseline = reader.number(.baseline)
    moal.target = reader.number(.target)
    moal.current = reader.number(.current)
    moal.unit = reader.text(.unit)
    switch moals.claim(id, by: reader.row, at: sheet.moals.count) {
    case .first:
      sheet.moals.append(moal)
      keep(reader)
    case .again(_, let isIdentical):
      findings.append(.duplicate(reader, key: id, isIdentical: isIdentical))
    }
  }

  private mutating func readMilestone(_ row: RowReader) {
    var reader = row
    guard let moal = reader.required(.moal) else { return keep(reader) }
    if hasMoalFile, moals[moal] == nil { reader.reportOrphan(.moal, target: moal) }
    let due = reader.required(.due).flatMap { _ in reader.date(.due) }
    var doneOn: CalendarDate?
    var isDone = false
    if let done = reader.text(.done) {
      if SheetFlag(word: done) != nil {
        isDone = reader.flag(.done) ?? false
      } else {
        doneOn = reader.date(.done)
        isDone = doneOn.map { $0 <= asOf } ?? false
      }
    }
    sheet.milestones.append(
      Milestone(
        id: reader.text(.milestone),
        moal: moal,
        kind: reader.choice(.kind, of: Milestone.Kind.self),
        due: due,
        isDone: isDone,
        doneOn: doneOn,
        title: reader.required(.title),
        place: reader.place
      )
    )
    keep(reader)
  }

  private mutating func readReview(_ row: RowReader) {
    var reader = row
    let account = reader.required(.account)
    let cycle = reader.required(.cycle)
    let group = account.flatMap { self.group(of: $0, &reader) }
    if let cycle, hasCycleFile, cycles[cycle] == nil { reader.reportUnknownCycle(cycle) }
    let date = reader.date(.date)
    let focus = reader.choice(.rightFocus, of: CycleReview.Focus.self)
    if let account, let cycle {
      sheet.reviews.append(
        CycleReview(
          account: group ?? account,
          cycle: cycle,
          date: date,
          rightFocus: focus,
          nextFocus: reader.text(.nextFocus),
          learned: reader.text(.learned),
          place: reader.place
        )
      )
    }
    keep(reader)
  }

  /// The account that `account` counts for; unknown ones are an error of the row.
  private func group(of account: String, _ reader: inout RowReader) -> String? {
    guard let accounts else { return account }
    if let group = accounts.group(of: account) { return group }
    reader.report(
      .unknownAccount,
      .account,
      found: account,
      LocalizedText(
        de: "Kunde '\(account)' steht weder in den Quellen noch im Kundenstamm",
        en: "account '\(account)' is neither in the sources nor in the master"
      )
    )
    return nil
  }
}

// MARK: - Objectives and key results

extension OKRImport {
  private mutating func readObjective(_ row: RowReader) {
    var reader = row
    guard let id = reader.required(.objective) else { return keep(reader) }
    let account = reader.required(.account)
    let cycle = reader.required(.cycle)
    var objective = Objective(
      id: id,
      account: account ?? "",
      cycle: cycle ?? "",
      place: reader.place
    )
    objective.title = reader.required(.title)
    objective.weight = reader.weight(.weight)
    objective.moal = reader.text(.moal)
    if let moal = objective.moal, hasMoalFile, moals[moal] == nil {
      reader.reportOrphan(.moal, target: moal)
    }
    complete(&objective, from: &reader)
    objective.exclusion = reader.fault
    switch objectives.claim(id, by: reader.row, at: sheet.objectives.count) {
    case .first:
      refer(from: objective, at: sheet.objectives.count, reader)
      sheet.objectives.append(objective)
      keep(reader)
    case .again(let index, let isIdentical):
      if !isIdentical { sheet.objectives[index].exclusion = .duplicateKey }
      findings.append(.duplicate(reader, key: id, isIdentical: isIdentical))
    }
  }

  /// Reads what an objective has in both kinds of sheet.
  private func complete(_ objective: inout Objective, from reader: inout RowReader) {
    if !objective.account.isEmpty {
      objective.group = group(of: objective.account, &reader) ?? objective.account
    }
    if !objective.cycle.isEmpty, hasCycleFile, cycles[objective.cycle] == nil {
      reader.reportUnknownCycle(objective.cycle)
    }
    objective.origin = reader.choice(.origin, of: Objective.Origin.self)
    objective.decision = reader.choice(.decision, of: Objective.Decision.self)
    objective.carriedFrom = reader.text(.carriedFrom)
    objective.contributesTo = reader.text(.contributesTo)
    objective.parentKeyResult = reader.text(.parentKeyResult)
    if reader.table.kind == .objectives { objective.owner = reader.text(.owner) }
  }

  private mutating func refer(from objective: Objective, at index: Int, _ reader: RowReader) {
    for column in [OKRColumn.parentKeyResult, .carriedFrom] where reader.text(column) != nil {
      references.append(
        ObjectiveReference(
          objective: index,
          column: column,
          position: reader.position(of: column),
          header: reader.name(of: column),
          place: reader.place
        )
      )
    }
  }

  private mutating func readKeyResult(_ row: RowReader) {
    var reader = row
    let objective = reader.required(.objective)
    guard let id = reader.required(.keyResult) else { return keep(reader) }
    var keyResult = KeyResult(id: id, objectiveID: objective ?? "", place: reader.place)
    keyResult.objective = objective.flatMap { objectives[$0] }
    if let objective, keyResult.objective == nil {
      reader.reportOrphan(.objective, target: objective)
    }
    keyResult.title = reader.required(.title)
    _ = reader.required(.kind)
    keyResult.readMeasures(&reader)
    if let index = keyResult.objective, let goal = reader.text(.contributesTo) {
      sheet.objectives[index].contributesTo = sheet.objectives[index].contributesTo ?? goal
    }
    add(keyResult, reader, isKeyed: true)
  }

  /// Adds a key result; one whose key is incomplete is listed, but nothing can refer to it.
  private mutating func add(_ keyResult: KeyResult, _ reader: RowReader, isKeyed: Bool) {
    var keyResult = keyResult
    keyResult.exclusion = reader.fault
    if let objective = keyResult.objective { keyResultCounts[objective, default: 0] += 1 }
    guard isKeyed else {
      sheet.keyResults.append(keyResult)
      return keep(reader)
    }
    switch keyResults.claim(keyResult.id, by: reader.row, at: sheet.keyResults.count) {
    case .first:
      sheet.keyResults.append(keyResult)
      keep(reader)
    case .again(let index, let isIdentical):
      if !isIdentical { sheet.keyResults[index].exclusion = .duplicateKey }
      findings.append(.duplicate(reader, key: keyResult.id, isIdentical: isIdentical))
    }
  }

  private mutating func readPlanRow(_ row: RowReader) {
    var reader = row
    let account = reader.required(.account)
    let cycle = reader.required(.cycle)
    let number = objectiveNumber(&reader)
    if let cycle { noteCycle(cycle, &reader) }
    let objectiveID = "\(account ?? "")/\(cycle ?? "")/\(number ?? "")"
    var objective = Objective(
      id: objectiveID,
      account: account ?? "",
      cycle: cycle ?? "",
      place: reader.place
    )
    complete(&objective, from: &reader)
    objective.title = reader.text(.objectiveTitle)
    objective.weight = reader.weight(.objectiveWeight)
    objective.moal = account.flatMap { noteMoal(of: $0, reader) }
    let hasKeyResult = [OKRColumn.number, .keyResult, .title].contains { reader.text($0) != nil }
    guard account != nil, cycle != nil, number != nil else {
      if hasKeyResult { addUnplaced(objectiveID, &reader) } else { keep(reader) }
      return
    }
    let index = note(objective, reader)
    guard hasKeyResult else { return keep(reader) }
    let position = keyResultNumber(in: index, &reader)
    let id = reader.text(.keyResult) ?? "\(objectiveID)/\(position ?? "")"
    var keyResult = KeyResult(id: id, objectiveID: objectiveID, place: reader.place)
    keyResult.objective = index
    keyResult.title = reader.required(.title)
    keyResult.readMeasures(&reader)
    add(keyResult, reader, isKeyed: position != nil)
  }

  /// Keeps a key result whose account, cycle or objective is missing, so that it is listed.
  private mutating func addUnplaced(_ objectiveID: String, _ reader: inout RowReader) {
    let number = reader.text(.number) ?? ""
    let id = reader.text(.keyResult) ?? "\(objectiveID)/\(number)"
    var keyResult = KeyResult(id: id, objectiveID: objectiveID, place: reader.place)
    keyResult.title = reader.required(.title)
    keyResult.readMeasures(&reader)
    add(keyResult, reader, isKeyed: false)
  }

  /// The number of the objective; sheets without such a column are keyed by its title.
  private func objectiveNumber(_ reader: inout RowReader) -> String? {
    reader.table.has(.objective)
      ? reader.required(.objective) : reader.required(.objectiveTitle)
  }

  /// The number of the key result; sheets without such a column count within the objective.
  private func keyResultNumber(in objective: Int, _ reader: inout RowReader) -> String? {
    if let id = reader.text(.keyResult) { return id }
    if reader.table.has(.number) { return reader.required(.number) }
    return String(keyResultCounts[objective, default: 0] + 1)
  }

  /// Keeps the first row of an objective and completes it from later ones.
  private mutating func note(_ objective: Objective, _ reader: RowReader) -> Int {
    if let index = objectives[objective.id] {
      let known = sheet.objectives[index]
      sheet.objectives[index].title = known.title ?? objective.title
      sheet.objectives[index].moal = known.moal ?? objective.moal
      sheet.objectives[index].origin = known.origin ?? objective.origin
      sheet.objectives[index].contributesTo = known.contributesTo ?? objective.contributesTo
      if known.carriedFrom == nil, objective.carriedFrom != nil {
        sheet.objectives[index].carriedFrom = objective.carriedFrom
      }
      return index
    }
    let index = sheet.objectives.count
    _ = objectives.claim(objective.id, by: reader.row, at: index)
    refer(from: objective, at: index, reader)
    sheet.objectives.append(objective)
    return index
  }

  private mutating func noteMoal(of account: String, _ reader: RowReader) -> String? {
    guard let number = reader.text(.moal) ?? reader.text(.moalTitle) else { return nil }
    if moals[number] != nil { return number }
    let id = "\(account)/\(number)"
    if let index = moals[id] {
      let known = sheet.moals[index]
      sheet.moals[index].title = known.title ?? reader.text(.moalTitle)
      sheet.moals[index].strategy = known.strategy ?? reader.text(.strategy)
      sheet.moals[index].requirements = known.requirements ?? reader.text(.requirements)
      return id
    }
    var moal = Moal(id: id, place: reader.place)
    moal.account = account
    moal.title = reader.text(.moalTitle)
    moal.strategy = reader.text(.strategy)
    moal.requirements = reader.text(.requirements)
    _ = moals.claim(id, by: reader.row, at: sheet.moals.count)
    sheet.moals.append(moal)
    return id
  }

  /// Takes cycles from the flat sheet where no file of cycles says otherwise.
  private mutating func noteCycle(_ id: String, _ reader: inout RowReader) {
    guard !hasCycleFile, cycles[id] == nil else { return }
    var cycle = Cycle(id: id)
    cycle.start = reader.date(.start)
    cycle.end = reader.date(.end)
    cycle.status = reader.choice(.status, of: Cycle.Status.self)
    if cycle.start != nil || cycle.end != nil { cycle.place = reader.place }
    checkOrder(of: cycle, &reader)
    _ = cycles.claim(id, by: reader.row, at: sheet.cycles.count)
    sheet.cycles.append(cycle)
  }
}

// MARK: - References

extension OKRImport {
  /// Looks up what objectives refer to, once all key results are known.
  private mutating func resolve() {
    for reference in references {
      let objective = sheet.objectives[reference.objective]
      let isParent = reference.column == .parentKeyResult
      guard let target = isParent ? objective.parentKeyResult : objective.carriedFrom else {
        continue
      }
      let index = isParent ? keyResults[target] : objectives[target]
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

// MARK: - Check-ins

extension OKRImport {
  private mutating func readCheckin(_ row: RowReader) {
    var reader = row
    let id = checkinKey(&reader)
    let index = id.flatMap { keyResults[$0] }
    if let id, index == nil { reader.reportOrphan(.keyResult, target: id) }
    let cycle = index.flatMap(cycle(ofKeyResult:))
    let day = reader.checkinDay(in: cycle, asOf: asOf)
    let keyResult = index.map { sheet.keyResults[$0] }
    let value = reader.checkinValue(of: keyResult)
    let confidence = reader.confidence()
    if let day, let id { reader.checkTime(day.date, of: cycle, key: id, asOf: asOf) }
    if let index, let day {
      sheet.checkins.append(
        Checkin(
          keyResult: index,
          date: day.date,
          second: day.second,
          value: value,
          confidence: confidence,
          comment: reader.text(.comment),
          exclusion: reader.fault,
          place: reader.place
        )
      )
    }
    keep(reader)
  }

  /// The id that a check-in names: its own, or the parts of a flat sheet's key.
  private func checkinKey(_ reader: inout RowReader) -> String? {
    if let id = reader.text(.keyResult) { return id }
    guard reader.table.has(.account) else { return reader.required(.keyResult) }
    let parts = [OKRColumn.account, .cycle, .objective, .number].map { reader.required($0) }
    guard !parts.contains(nil) else { return nil }
    return parts.compactMap { $0 }.joined(separator: "/")
  }

  private func cycle(ofKeyResult index: Int) -> Cycle? {
    guard let objective = sheet.keyResults[index].objective,
      let cycle = cycles[sheet.objectives[objective].cycle]
    else { return nil }
    return sheet.cycles[cycle]
  }

  private mutating func finishCheckins() {
    findings += CheckinConflicts.resolve(&sheet)
  }
}
