// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText

/// Adds the rows of a flat sheet about which there is nothing to say.
///
/// A row is plain when its keys are there, its numbers and words leave no question and it refers to
/// no other row. What its texts mean is known by their numbers, so that none is made or read for a
/// single row. All other rows are left to ``RowReader``, which gives plain ones the same answers.
struct PlainPlanRows {
  private let table: SheetTable
  /// Whether the cells of each row are plain, from the first row of the file on.
  private let isPlain: [Bool]
  private var keys: PlainKeys
  private let details: PlainDetails
  private let measures: PlainMeasures
  /// Per text of a cycle whether the sheet has it by now.
  private var knowsCycle: [Bool]
  private var cycleCells: RepeatedCycleCells
  /// The id of the key result of the row at hand.
  private var keyResultID: [UInt8] = []

  /// Knows the rows of `table`; nil when it is no flat sheet or lacks a column that every row needs.
  init?(_ table: SheetTable) {
    guard table.kind == .plan, table.has(.title), let keys = PlainKeys(table) else { return nil }
    self.table = table
    self.keys = keys
    details = PlainDetails(table)
    measures = PlainMeasures(table)
    knowsCycle = keys.cycles.texts.map { _ in false }
    cycleCells = RepeatedCycleCells(table, count: keys.cycles.texts.count)
    var isPlain = [Bool](repeating: true, count: table.rows.upperBound)
    for slot in table.columns.indices {
      PlainCells(table, slot, isNeeded: keys.slots.contains(slot)).leaveOut(&isPlain)
    }
    self.isPlain = isPlain
  }

  /// Adds a row to what `sheet` has read, unless it is not plain.
  mutating func add(_ row: Int, to sheet: inout OKRImport) -> Bool {
    let isRepeated = cycleCells.repeats(row, cycle: keys.cycles.numbers[row])
    guard isPlain[row], isRepeated || sheet.hasCycleFile,
      sheet.knows(cycle: keys.cycles.text(row), &knowsCycle[Int(keys.cycles.numbers[row])])
    else { return false }
    let kind = measures.kinds.word(row) ?? .metric
    let scale = measures.scale(row)
    guard scale.isPlain(kind) else { return false }
    var group: String?
    if !sheet.knownAccounts.isAccount(text: keys.accounts.numbers[row]) {
      group = sheet.group(of: keys.accounts.text(row), text: keys.accounts.numbers[row])
      guard group != nil else { return false }
    }
    keys.moveAhead(to: row, in: sheet)
    let objective = keys.ahead.withID(of: row) { id, hash in
      sheet.objectives.find(id, hash: hash, in: sheet.sheet.objectives.ids)
    }
    if details.isSaid, let known = objective.known,
      details.differs(row, from: sheet.sheet.objectives, at: known)
    {
      return false
    }
    guard writeKeyResultID(row, count: objective.known.map { sheet.keyResultCounts[$0] } ?? 0)
    else { return false }
    let keyResult = sheet.keyResults.find(keyResultID.span, in: sheet.sheet.keyResults.ids)
    guard keyResult.known == nil else { return false }
    let place = SheetPlace(file: table.path, line: table.source.line(of: row))
    let index = note(objective, group: group, row, place, &sheet)
    sheet.keyResultCounts[index] += 1
    sheet.keyResults.take(keyResult, by: sheet.keyedRow(row), in: sheet.sheet.keyResults.ids)
    var words = measures.words(row)
    words.kind = kind
    sheet.sheet.keyResults.append(words, id: keyResultID.span, objective: Int32(index), place)
    measures.set(row, scale, of: &sheet.sheet.keyResults)
    return true
  }

  /// Keeps the first row of an objective, and completes it from later ones; without `group` its
  /// account stands for itself.
  private func note(
    _ objective: KeyedList.Found,
    group: String?,
    _ row: Int,
    _ place: SheetPlace,
    _ sheet: inout OKRImport
  ) -> Int {
    if let known = objective.known {
      if details.isSaid { sheet.sheet.objectives.complete(at: known, from: details.of(row)) }
      return known
    }
    let index = sheet.sheet.objectives.count
    let text = keys.accounts.numbers[row]
    let (account, known) = (keys.accounts.text(row), sheet.group(ofText: text))
    // The text of a group that is there already is not asked for.
    let own = known.number == nil ? known.row.flatMap { sheet.accounts?.account(ofRow: $0) } : nil
    sheet.objectives.take(objective, by: sheet.keyedRow(row), in: sheet.sheet.objectives.ids)
    let keys = ObjectiveList.Keys(
      account: account,
      group: group ?? own ?? account,
      cycle: keys.cycles.text(row),
      place: place
    )
    let number = self.keys.ahead.withID(of: row) { id, _ in
      sheet.sheet.objectives.append(keys, id: id, group: known)
    }
    sheet.noteGroup(number, ofText: text)
    if details.isSaid { sheet.sheet.objectives.set(details.of(row), at: index) }
    return index
  }

  /// Writes the id of a key result whose objective has `count` before it; false where the row gives
  /// it two, or none in a sheet that numbers them.
  private mutating func writeKeyResultID(_ row: Int, count: Int32) -> Bool {
    let (id, number) = (keys.keyResults.content(row), keys.numbers.content(row))
    guard id == nil || number == nil else { return false }
    keyResultID.removeAll(keepingCapacity: true)
    if let id {
      keyResultID.append(contentsOf: id.utf8)
      return true
    }
    guard number != nil || !table.has(.number) else { return false }
    keys.ahead.withID(of: row) { id, _ in TextWords.append(id, to: &keyResultID) }
    keyResultID.append(PlainKeys.separator)
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
}
