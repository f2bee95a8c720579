// SPDX-License-Identifier: Apache-2.0
import Accounts

// MARK: - Cycles and mid-term goals

extension OKRImport {
  mutating func readCycle(_ row: RowReader) {
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

  func checkOrder(of cycle: Cycle, _ reader: inout RowReader) {
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

  mutating func readMoal(_ row: RowReader) {
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

  mutating func readMilestone(_ row: RowReader) {
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

  mutating func readReview(_ row: RowReader) {
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
  func group(of account: String, _ reader: inout RowReader) -> String? {
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
