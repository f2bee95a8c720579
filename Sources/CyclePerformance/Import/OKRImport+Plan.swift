// SPDX-License-Identifier: Apache-2.0
import Accounts

// MARK: - The flat sheet

extension OKRImport {
  mutating func readPlanRow(_ reader: inout RowReader) {
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
    let hasKeyResult = OKRColumn.ofKeyResults.contains { reader.hasContent($0) }
    guard account != nil, cycle != nil, number != nil else {
      if hasKeyResult { addUnplaced(objectiveID, &reader) }
      return
    }
    let index = note(objective, &reader)
    guard hasKeyResult else { return }
    let position = keyResultNumber(in: index, &reader)
    let id = reader.text(.keyResult) ?? "\(objectiveID)/\(position ?? "")"
    var keyResult = KeyResult(id: id, objectiveID: objectiveID, place: reader.place)
    keyResult.objective = index
    if reader.text(.keyResult) != nil, let number = reader.text(.number),
      keyResultAliases["\(objectiveID)/\(number)"] == nil
    {
      let known = keyResults.index(of: id, in: sheet.keyResults.ids)
      keyResultAliases["\(objectiveID)/\(number)"] = known ?? sheet.keyResults.count
    }
    keyResult.title = reader.required(.title)
    keyResult.readMeasures(&reader)
    add(keyResult, &reader, isKeyed: position != nil)
  }

  /// Keeps a key result whose account, cycle or objective is missing, so that it is listed.
  mutating func addUnplaced(_ objectiveID: String, _ reader: inout RowReader) {
    let number = reader.text(.number) ?? ""
    let id = reader.text(.keyResult) ?? "\(objectiveID)/\(number)"
    var keyResult = KeyResult(id: id, objectiveID: objectiveID, place: reader.place)
    keyResult.title = reader.required(.title)
    keyResult.readMeasures(&reader)
    add(keyResult, &reader, isKeyed: false)
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
    return String(keyResultCounts[objective] + 1)
  }

  /// Keeps the first row of an objective and completes it from later ones.
  mutating func note(_ objective: Objective, _ reader: inout RowReader) -> Int {
    let index = sheet.objectives.count
    let claim = objectives.claim(objective.id, by: row(of: reader), in: sheet.objectives.ids)
    if case .again(let known, _) = claim {
      compare(objective, with: known, &reader)
      sheet.objectives.complete(at: known, from: objective)
      return known
    }
    refer(from: objective, at: index, reader)
    append(objective, reader)
    return index
  }

  mutating func noteMoal(of account: String, _ reader: RowReader) -> String? {
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
    _ = moals.claim(id, by: row(of: reader), at: sheet.moals.count)
    sheet.moals.append(moal)
    return id
  }
}
