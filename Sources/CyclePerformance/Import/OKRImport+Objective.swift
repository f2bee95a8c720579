// SPDX-License-Identifier: Apache-2.0
import Accounts

// MARK: - Objectives and key results

extension OKRImport {
  mutating func readObjective(_ reader: inout RowReader) {
    guard let id = reader.required(.objective) else { return }
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
    switch objectives.claim(id, by: row(of: reader), in: sheet.objectives.ids) {
    case .first:
      refer(from: objective, at: sheet.objectives.count, reader)
      append(objective, reader)
      noteCycle(objective.cycle)
    case .again(let index, let first):
      guard !reportRepetition(of: first, key: id, &reader) else { return }
      sheet.objectives.exclude(at: index, .duplicateKey)
    }
  }

  /// Keeps the ids of cycles where no file of cycles is given.
  private mutating func noteCycle(_ id: String) {
    guard !hasCycleFile, !id.isEmpty, cycles[id] == nil else { return }
    _ = cycles.claim(id, by: KeyedRows.Row(file: 0, row: -1), at: sheet.cycles.count)
    sheet.cycles.append(Cycle(id: id))
  }

  /// Adds the objective of a row.
  mutating func append(_ objective: Objective, _ reader: RowReader) {
    let text = reader.textNumber(.account)
    let group = sheet.objectives.append(objective, group: group(ofText: text))
    noteGroup(group, ofText: text)
  }

  /// What is known of the group of an objective, whose account's text has this number.
  func group(ofText number: Int32) -> ObjectiveList.Group {
    let row = knownAccounts.row(ofText: number)
    var group = ObjectiveList.Group(row: row)
    group.number = knownAccounts.group(ofText: number)
    if group.number == nil, let row, row < groupsOfRows.count, groupsOfRows[row] >= 0 {
      group.number = Int(groupsOfRows[row])
    }
    return group
  }

  /// Whether the group of an objective has a name, by the number of its account's text; asking makes
  /// it near.
  func knowsGroup(ofText number: Int32) -> Bool {
    let group = group(ofText: number)
    guard group.number == nil, let row = group.row else { return group.number != nil }
    return accounts?.account(ofRow: row).isEmpty == false
  }

  /// Notes the number of the group of the objective that was added last.
  mutating func noteGroup(_ group: Int32, ofText number: Int32) {
    if let row = knownAccounts.row(ofText: number) {
      if groupsOfRows.isEmpty {
        groupsOfRows = Array(repeating: -1, count: accounts?.rowCount ?? 0)
      }
      groupsOfRows[row] = group
    }
    knownAccounts.note(text: number, group: group)
    keyResultCounts.append(0)
  }

  /// Reads what an objective has in both kinds of sheet.
  mutating func complete(_ objective: inout Objective, from reader: inout RowReader) {
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
    objective.owner = reader.text(reader.table.kind == .plan ? .objectiveOwner : .owner)
  }

  mutating func refer(from objective: Objective, at index: Int, _ reader: RowReader) {
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

  mutating func readKeyResult(_ reader: inout RowReader) {
    let objective = reader.required(.objective)
    let id = reader.required(.keyResult)
    var keyResult = KeyResult(id: id ?? "", objectiveID: objective ?? "", place: reader.place)
    keyResult.objective = objective.flatMap { self.objective(named: $0) }
    if let objective, keyResult.objective == nil {
      reader.reportOrphan(.objective, target: objective)
    }
    keyResult.title = reader.required(.title)
    _ = reader.required(.kind)
    keyResult.readMeasures(&reader)
    if let index = keyResult.objective, let goal = reader.text(.contributesTo) {
      sheet.objectives.contribute(at: index, to: goal)
    }
    add(keyResult, &reader, isKeyed: id != nil)
  }

  /// Adds a key result; one whose key is incomplete is listed, but nothing can refer to it.
  mutating func add(_ keyResult: KeyResult, _ reader: inout RowReader, isKeyed: Bool) {
    var keyResult = keyResult
    keyResult.exclusion = reader.fault
    if let objective = keyResult.objective { keyResultCounts[objective] += 1 }
    guard isKeyed else { return sheet.keyResults.append(keyResult) }
    switch keyResults.claim(keyResult.id, by: row(of: reader), in: sheet.keyResults.ids) {
    case .first: sheet.keyResults.append(keyResult)
    case .again(let index, let first):
      guard !reportRepetition(of: first, key: keyResult.id, &reader) else { return }
      sheet.keyResults.exclude(at: index, .duplicateKey)
    }
  }
}
