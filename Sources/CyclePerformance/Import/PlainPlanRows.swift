// SPDX-License-Identifier: Apache-2.0
import Accounts

/// Adds the rows of a flat sheet about which there is nothing to say.
///
/// A row is plain when its keys are there, its numbers and words leave no question and it refers to
/// no other row. What its texts mean is known by their numbers, so that none is made or read for a
/// single row. All other rows are left to ``RowReader``, which gives plain ones the same answers.
struct PlainPlanRows {
  private let table: SheetTable
  /// Whether the cells of each row are plain, from the first row of the file on.
  private let isPlain: [Bool]
  private let accounts: Int
  private let cycles: Int
  /// The slot of the objectives' numbers, of their titles in a sheet without.
  private let objectives: Int
  private let kinds: WordColumn<KeyResult.Kind>
  private let origins: WordColumn<Objective.Origin>
  private let decisions: WordColumn<Objective.Decision>
  private let indicators: WordColumn<KeyResult.Indicator>
  private let influences: WordColumn<SheetFlag>
  private let bonuses: WordColumn<SheetFlag>
  private let ambitions: WordColumn<KeyResult.Ambition>
  private let progressModes: WordColumn<KeyResult.ProgressMode>
  /// Per text of a cycle whether the sheet has it by now.
  private var knowsCycle: [Bool]
  /// The ids of the row at hand.
  private var objectiveID: [UInt8] = []
  private var keyResultID: [UInt8] = []

  /// Knows the rows of `table`; nil when it is no flat sheet or lacks a column that every row needs.
  init?(_ table: SheetTable) {
    guard table.kind == .plan, table.has(.title), let accounts = table.slot(of: .account),
      let cycles = table.slot(of: .cycle),
      let objectives = table.slot(of: .objective) ?? table.slot(of: .objectiveTitle)
    else { return nil }
    self.table = table
    self.accounts = accounts
    self.cycles = cycles
    self.objectives = objectives
    kinds = WordColumn(.kind, of: table)
    origins = WordColumn(.origin, of: table)
    decisions = WordColumn(.decision, of: table)
    indicators = WordColumn(.indicator, of: table)
    influences = WordColumn(.influenceable, of: table)
    bonuses = WordColumn(.bonusRelevant, of: table)
    ambitions = WordColumn(.ambition, of: table)
    progressModes = WordColumn(.progressMode, of: table)
    knowsCycle = table.columns[cycles].texts.map { _ in false }
    var isPlain = [Bool](repeating: true, count: table.rows.upperBound)
    for slot in table.columns.indices {
      let isNeeded = [accounts, cycles, objectives].contains(slot)
      PlainCells(table, slot, isNeeded: isNeeded).leaveOut(&isPlain)
    }
    self.isPlain = isPlain
  }

  /// Adds a row to what `sheet` has read, unless it is not plain.
  mutating func add(_ row: Int, to sheet: inout OKRImport) -> Bool {
    guard isPlain[row], sheet.knows(cycle: text(cycles, row), &knowsCycle[number(cycles, row)])
    else { return false }
    let place = SheetPlace(file: table.path, line: table.source.line(of: row))
    var keyResult = KeyResult(id: "", objectiveID: "", place: place)
    guard read(&keyResult, row), let objective = objective(row, place, &sheet) else { return false }
    writeObjectiveID(row)
    let known = sheet.objectives.index(of: objectiveID.span, in: sheet.sheet.objectives.ids)
    guard writeKeyResultID(row, count: known.map { sheet.keyResultCounts[$0] } ?? 0),
      sheet.keyResults.index(of: keyResultID.span, in: sheet.sheet.keyResults.ids) == nil
    else { return false }
    keyResult.objective = sheet.note(
      objective,
      id: objectiveID,
      known: known,
      PlainRow(number: row, account: Int32(number(accounts, row)))
    )
    sheet.add(keyResult, id: keyResultID, row: row)
    return true
  }

  /// Where a plain row stands in its file.
  struct PlainRow {
    var number: Int
    /// The number of the text of its account.
    var account: Int32
  }
}

// MARK: - Cells

extension PlainPlanRows {
  private func number(_ slot: Int, _ row: Int) -> Int { Int(table.columns[slot].numbers[row]) }

  private func text(_ slot: Int, _ row: Int) -> String {
    table.columns[slot].text(table.columns[slot].numbers[row])
  }

  private func text(_ column: OKRColumn, _ row: Int) -> String? {
    guard let slot = table.slot(of: column) else { return nil }
    return table.columns[slot].content(table.columns[slot].numbers[row])
  }

  private func number(_ column: OKRColumn, _ row: Int) -> Double? {
    guard let slot = table.slot(of: column) else { return nil }
    let number = table.columns[slot].numbers[row]
    return table.columns[slot].hasContent(number) ? table.columns[slot].value(number).value : nil
  }

  /// The objective of a row; nil when nobody knows its account.
  private func objective(
    _ row: Int,
    _ place: SheetPlace,
    _ sheet: inout OKRImport
  ) -> Objective? {
    let account = text(accounts, row)
    guard let group = sheet.group(of: account, text: Int32(number(accounts, row))) else {
      return nil
    }
    var objective = Objective(id: "", account: account, cycle: text(cycles, row), place: place)
    objective.group = group
    objective.title = text(.objectiveTitle, row)
    objective.origin = origins.word(row)
    objective.decision = decisions.word(row)
    objective.contributesTo = text(.contributesTo, row)
    objective.weight = number(.objectiveWeight, row) ?? 1
    return objective
  }

  /// Reads a key result; false when there is something to say about its numbers.
  private func read(_ keyResult: inout KeyResult, _ row: Int) -> Bool {
    keyResult.kind = kinds.word(row) ?? .metric
    keyResult.scale.baseline = number(.baseline, row)
    keyResult.scale.target = number(.target, row)
    keyResult.scale.low = number(.low, row)
    keyResult.scale.high = number(.high, row)
    keyResult.scale.tolerance = number(.tolerance, row)
    guard keyResult.scale.isPlain(keyResult.kind) else { return false }
    keyResult.title = text(.title, row)
    keyResult.unit = text(.unit, row)
    keyResult.current = number(.current, row).map { .number($0) }
    keyResult.weight = number(.weight, row) ?? 1
    keyResult.owner = text(.owner, row)
    keyResult.comment = text(.comment, row)
    keyResult.indicator = indicators.word(row)
    keyResult.isInfluenceable = influences.word(row).map { $0 == .yes }
    keyResult.isBonusRelevant = bonuses.word(row).map { $0 == .yes }
    keyResult.ambition = ambitions.word(row) ?? .aspirational
    keyResult.progressMode = progressModes.word(row) ?? .own
    return true
  }
}

// MARK: - Keys

extension PlainPlanRows {
  private static let separator = UInt8(ascii: "/")

  private mutating func writeObjectiveID(_ row: Int) {
    objectiveID.removeAll(keepingCapacity: true)
    objectiveID.append(contentsOf: text(accounts, row).utf8)
    objectiveID.append(Self.separator)
    objectiveID.append(contentsOf: text(cycles, row).utf8)
    objectiveID.append(Self.separator)
    objectiveID.append(contentsOf: text(objectives, row).utf8)
  }

  /// Writes the id of a key result whose objective has `count` before it; false where the row gives
  /// it two, or none in a sheet that numbers them.
  private mutating func writeKeyResultID(_ row: Int, count: Int32) -> Bool {
    let (id, number) = (text(.keyResult, row), text(.number, row))
    guard id == nil || number == nil else { return false }
    keyResultID.removeAll(keepingCapacity: true)
    if let id {
      keyResultID.append(contentsOf: id.utf8)
      return true
    }
    guard number != nil || !table.has(.number) else { return false }
    keyResultID.append(contentsOf: objectiveID)
    keyResultID.append(Self.separator)
    keyResultID.append(contentsOf: (number ?? String(count + 1)).utf8)
    return true
  }
}

extension KeyResult.Scale {
  /// Whether there is nothing to say about the scale of a key result that is measured in numbers.
  fileprivate func isPlain(_ kind: KeyResult.Kind) -> Bool {
    switch kind {
    case .metric: baseline == nil || baseline != target
    case .between: (low ?? -.infinity) <= (high ?? .infinity)
    case .atLeast, .atMost: true
    case .boolean, .milestone, .zones, .ordinal: false
    }
  }
}

// MARK: - The sheet

extension OKRImport {
  /// Whether the sheet has a cycle; what is known is kept in `isKnown`.
  fileprivate func knows(cycle: String, _ isKnown: inout Bool) -> Bool {
    if !isKnown { isKnown = cycles[cycle] != nil }
    return isKnown
  }

  /// Keeps the first row of an objective, which is not `known` yet, and completes it from later
  /// ones.
  fileprivate mutating func note(
    _ objective: Objective,
    id: [UInt8],
    known: Int?,
    _ row: PlainPlanRows.PlainRow
  ) -> Int {
    if let known {
      sheet.objectives.complete(at: known, from: objective)
      return known
    }
    let index = sheet.objectives.count
    _ = objectives.claim(id.span, by: keyedRow(row.number), in: sheet.objectives.ids)
    append(objective, id: id, account: row.account)
    return index
  }

  /// Adds a key result with a new id.
  fileprivate mutating func add(_ keyResult: KeyResult, id: [UInt8], row: Int) {
    if let objective = keyResult.objective { keyResultCounts[objective] += 1 }
    _ = keyResults.claim(id.span, by: keyedRow(row), in: sheet.keyResults.ids)
    sheet.keyResults.append(keyResult, id: id)
  }
}
