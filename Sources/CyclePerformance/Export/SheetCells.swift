// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText

/// Writes the rows of a converted sheet, file by file.
struct SheetCells: Sendable {
  let rows: ConvertedRows
  let names: [String: String]
  let form: CellForm

  private var sheet: OKRSheet { rows.sheet }

  private func columns(
    _ kind: OKRMapping.FileKind,
    _ all: [OKRColumn],
    needed: [OKRColumn] = []
  ) -> ConvertedFile.Columns {
    ConvertedFile.Columns(
      kind: kind,
      form: form,
      all: all,
      needed: OKRColumn.required(in: kind) + needed,
      had: kind == .moals || kind == .cycles ? [] : sheet.columns
    )
  }

  // MARK: Files

  var cycles: ConvertedFile {
    let order = sheet.cycles.indices.sorted {
      sheet.cycles[$0].id.isBytewiseLess(than: sheet.cycles[$1].id)
    }
    return ConvertedFile(
      "cycles",
      columns(.cycles, [.cycle, .start, .end, .status, .master]),
      rowCount: order.count
    ) { row, column in cell(column, of: sheet.cycles[order[row]]) }
  }

  var moals: ConvertedFile {
    let order = sheet.moals.indices.sorted {
      sheet.moals[$0].id.isBytewiseLess(than: sheet.moals[$1].id)
    }
    return ConvertedFile(
      "moals",
      columns(.moals, OKRColumn.columns(of: .moals)),
      rowCount: order.count
    ) { row, column in cell(column, of: sheet.moals[order[row]]) }
  }

  var milestones: ConvertedFile {
    let order = sheet.milestones.indices.sorted {
      let (a, b) = (sheet.milestones[$0], sheet.milestones[$1])
      let (first, second) = (a.id ?? "", b.id ?? "")
      if first != second { return first.isBytewiseLess(than: second) }
      if a.moal != b.moal { return a.moal.isBytewiseLess(than: b.moal) }
      return a.isBefore(b) || !b.isBefore(a) && $0 < $1
    }
    return ConvertedFile(
      "milestones",
      columns(.milestones, OKRColumn.columns(of: .milestones).filter { $0 != .account }),
      rowCount: order.count
    ) { row, column in cell(column, of: sheet.milestones[order[row]]) }
  }

  var objectives: ConvertedFile {
    ConvertedFile(
      "objectives",
      columns(.objectives, OKRColumn.columns(of: .objectives).filter { $0 != .comment }),
      rowCount: rows.objectives.count
    ) { row, column in cell(column, of: sheet.objectives[rows.objectives[row]]) }
  }

  var keyResults: ConvertedFile {
    ConvertedFile(
      "key_results",
      columns(.keyResults, OKRColumn.columns(of: .keyResults).filter { $0 != .contributesTo }),
      rowCount: rows.keyResults.count
    ) { row, column in cell(column, of: rows.keyResults[row]) }
  }

  var checkins: ConvertedFile {
    ConvertedFile(
      "checkins",
      columns(
        .checkins,
        [.keyResult, .date, .time, .value, .confidence, .comment],
        needed: [
          .keyResult, .date, .value,
        ]
      ),
      rowCount: rows.checkins.count
    ) { row, column in cell(column, of: sheet.checkins[rows.checkins[row]]) }
  }

  var reviews: ConvertedFile {
    let order = sheet.reviews.indices.sorted {
      let (a, b) = (sheet.reviews[$0], sheet.reviews[$1])
      if a.account != b.account { return a.account.isBytewiseLess(than: b.account) }
      return a.cycle != b.cycle ? a.cycle.isBytewiseLess(than: b.cycle) : $0 < $1
    }
    return ConvertedFile(
      "reviews",
      columns(.reviews, OKRColumn.columns(of: .reviews)),
      rowCount: order.count
    ) { row, column in cell(column, of: sheet.reviews[order[row]]) }
  }

  var flat: ConvertedFile {
    ConvertedFile(
      "okr_flat",
      columns(
        .plan,
        Self.flatColumns,
        needed: [
          .start, .end, .status, .objective, .objectiveTitle, .keyResult, .number, .kind, .baseline,
          .target, .current,
        ]
      ),
      rowCount: rows.flat.count
    ) { row, column in
      let (objective, keyResult) = rows.flat[row]
      return flatCell(column, objective: objective, keyResult: keyResult)
    }
  }

  private static let flatColumns: [OKRColumn] = {
    let before: [OKRColumn] = [
      .account, .accountName, .cycle, .start, .end, .status, .moal, .moalTitle, .strategy,
      .requirements, .objective, .objectiveTitle, .origin, .objectiveWeight,
      .objectiveOwner, .carriedFrom,
      .decision, .contributesTo, .parentKeyResult, .keyResult, .number, .title,
    ]
    return before + OKRColumn.columns(of: .keyResults).filter { !before.contains($0) }
  }()
}

// MARK: - Rows

extension SheetCells {
  private func cell(_ column: OKRColumn, of cycle: Cycle) -> Cell {
    switch column {
    case .cycle: .text(cycle.id)
    case .start: form.day(cycle.start)
    case .end: form.day(cycle.end)
    case .status: form.word(cycle.status)
    case .master: form.text(cycle.master)
    default: .missing
    }
  }

  private func cell(_ column: OKRColumn, of moal: Moal) -> Cell {
    switch column {
    case .moal: .text(moal.id)
    case .account: form.text(moal.account)
    case .title: .text(moal.title ?? moal.id)
    case .strategy: form.text(moal.strategy)
    case .requirements: form.text(moal.requirements)
    case .start: form.day(moal.start)
    case .end: form.day(moal.end)
    case .baseline: form.number(moal.baseline)
    case .target: form.number(moal.target)
    case .current: form.number(moal.current)
    case .unit: form.text(moal.unit)
    default: .missing
    }
  }

  private func cell(_ column: OKRColumn, of milestone: Milestone) -> Cell {
    switch column {
    case .milestone: form.text(milestone.id)
    case .moal: .text(milestone.moal)
    case .kind: form.word(milestone.kind)
    case .due: form.day(milestone.due)
    case .done:
      milestone.doneOn == nil
        ? milestone.isDone ? form.flag(true) : .missing : form.day(milestone.doneOn)
    case .title: form.text(milestone.title)
    default: .missing
    }
  }

  private func cell(_ column: OKRColumn, of checkin: Checkin) -> Cell {
    switch column {
    case .keyResult: .text(sheet.keyResults.ids[checkin.keyResult])
    case .date: form.day(checkin.date)
    case .time: form.time(checkin.second)
    case .value: form.value(checkin.value)
    case .confidence: form.number(checkin.confidence)
    case .comment: form.text(checkin.comment)
    default: .missing
    }
  }

  private func cell(_ column: OKRColumn, of review: CycleReview) -> Cell {
    switch column {
    case .account: .text(review.account)
    case .cycle: .text(review.cycle)
    case .date: form.day(review.date)
    case .rightFocus: form.word(review.rightFocus)
    case .nextFocus: form.text(review.nextFocus)
    case .learned: form.text(review.learned)
    default: .missing
    }
  }

  private func cell(_ column: OKRColumn, of objective: Objective) -> Cell {
    switch column {
    case .objective: .text(objective.id)
    case .account: .text(objective.account)
    case .cycle: .text(objective.cycle)
    case .moal: form.text(objective.moal)
    case .parentKeyResult: form.text(objective.parentKeyResult)
    case .title, .objectiveTitle: .text(objective.title ?? objective.id)
    case .origin: form.word(objective.origin)
    case .weight, .objectiveWeight: weight(objective.weight)
    case .owner, .objectiveOwner: form.text(objective.owner)
    case .carriedFrom: carriedFrom(objective).map { .text($0) } ?? .missing
    case .decision: form.word(objective.decision)
    case .contributesTo: form.text(objective.contributesTo)
    default: .missing
    }
  }

  private func weight(_ weight: Double) -> Cell {
    weight == 1 && !sheet.columns.contains(.weight) ? .missing : form.number(weight)
  }

  /// The objective it continues, as long as that one is converted too.
  private func carriedFrom(_ objective: Objective) -> String? {
    objective.carriedFrom.flatMap { rows.objectiveOfID[$0] == nil ? nil : $0 }
  }
}

// MARK: - Key results

extension SheetCells {
  private func cell(_ column: OKRColumn, of index: Int) -> Cell {
    let keyResult = sheet.keyResults[index]
    let scale = keyResult.scale
    switch column {
    case .keyResult: return .text(keyResult.id)
    case .objective: return .text(keyResult.objectiveID)
    case .title: return form.text(keyResult.title)
    case .kind: return form.word(keyResult.kind)
    case .unit: return form.text(keyResult.unit)
    case .baseline: return form.number(scale.baseline)
    case .target: return form.number(scale.target)
    case .current: return form.value(keyResult.current)
    case .low: return form.number(scale.low)
    case .high: return form.number(scale.high)
    case .commit: return form.number(scale.commit)
    case .stretch: return form.number(scale.stretch)
    case .tolerance: return form.number(scale.tolerance)
    default: return note(column, of: keyResult)
    }
  }

  private func note(_ column: OKRColumn, of keyResult: KeyResult) -> Cell {
    switch column {
    case .typedProgress: form.typed(keyResult.typedProgress)
    case .weight: weight(keyResult.weight)
    case .owner: form.text(keyResult.owner)
    case .indicator: form.word(keyResult.indicator)
    case .influenceable: form.flag(keyResult.isInfluenceable)
    case .bonusRelevant: form.flag(keyResult.isBonusRelevant)
    case .ambition: keyResult.ambition == .aspirational ? .missing : form.word(keyResult.ambition)
    case .progressMode:
      keyResult.progressMode == .own ? .missing : form.word(keyResult.progressMode)
    case .alpha: keyResult.alpha == 0.5 ? .missing : form.number(keyResult.alpha)
    case .comment: form.text(keyResult.comment)
    default: .missing
    }
  }

  private func flatCell(_ column: OKRColumn, objective index: Int, keyResult: Int?) -> Cell {
    let objective = sheet.objectives[index]
    switch column {
    case .account, .cycle, .parentKeyResult, .objectiveTitle, .origin, .objectiveWeight,
      .objectiveOwner, .decision, .contributesTo:
      return cell(column, of: objective)
    case .accountName: return form.text(names[objective.account])
    case .start, .end, .status:
      return rows.cycles[objective.cycle].map { cell(column, of: sheet.cycles[$0]) } ?? .missing
    case .moal: return form.text(objective.moal.map { short($0, below: objective.account) })
    case .moalTitle, .strategy, .requirements:
      let moal = objective.moal.flatMap { rows.moals[$0] }
      return moal.map { moalCell(column, of: sheet.moals[$0]) } ?? .missing
    case .objective: return .text(number(of: objective))
    case .carriedFrom:
      let target = carriedFrom(objective).flatMap { rows.objectiveOfID[$0] }
      return form.text(target.map { flatID(of: sheet.objectives[$0]) })
    default: break
    }
    guard let keyResult else { return .missing }
    switch column {
    case .number: return .text(short(sheet.keyResults[keyResult].id, below: objective.id))
    case .current:
      return form.value(rows.reported[keyResult] ?? sheet.keyResults[keyResult].current)
    default: return cell(column, of: keyResult)
    }
  }

  private func moalCell(_ column: OKRColumn, of moal: Moal) -> Cell {
    column == .moalTitle ? form.text(moal.title) : cell(column, of: moal)
  }

  /// What an objective is called within its account and cycle.
  private func number(of objective: Objective) -> String {
    short(objective.id, below: "\(objective.account)/\(objective.cycle)")
  }

  /// The id that the import will give an objective of the flat sheet.
  private func flatID(of objective: Objective) -> String {
    "\(objective.account)/\(objective.cycle)/\(number(of: objective))"
  }

  private func short(_ id: String, below prefix: String) -> String {
    let start = prefix + "/"
    return id.hasPrefix(start) && id.utf8.count > start.utf8.count
      ? String(id.dropFirst(start.count)) : id
  }
}
