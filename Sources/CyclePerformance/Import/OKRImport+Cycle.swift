// SPDX-License-Identifier: Apache-2.0
import Accounts

// MARK: - Cycles and mid-term goals

extension OKRImport {
  mutating func readCycle(_ reader: inout RowReader) {
    guard let id = reader.required(.cycle) else { return }
    var cycle = Cycle(id: id)
    cycle.place = reader.place
    cycle.start = reader.required(.start).flatMap { _ in reader.date(.start) }
    cycle.end = reader.required(.end).flatMap { _ in reader.date(.end) }
    cycle.status = reader.choice(.status, of: Cycle.Status.self)
    cycle.master = reader.text(.master)
    checkOrder(of: cycle, &reader)
    switch cycles.claim(id, by: row(of: reader), at: sheet.cycles.count) {
    case .first: sheet.cycles.append(cycle)
    case .again(let index, let first):
      guard !reportRepetition(of: first, key: id, &reader) else { return }
      sheet.cycles[index].start = nil
      sheet.cycles[index].end = nil
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

  mutating func readMoal(_ reader: inout RowReader) {
    guard let id = reader.required(.moal) else { return }
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
    switch moals.claim(id, by: row(of: reader), at: sheet.moals.count) {
    case .first: sheet.moals.append(moal)
    case .again(_, let first): _ = reportRepetition(of: first, key: id, &reader)
    }
  }

  mutating func readReview(_ reader: inout RowReader) {
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
  }

  /// The account that `account` counts for; unknown ones are an error of the row.
  mutating func group(of account: String, _ reader: inout RowReader) -> String? {
    if let group = group(of: account, text: reader.textNumber(.account)) { return group }
    let isNumber = account.utf8.allSatisfy { (48...57).contains($0) }
    reader.report(
      .unknownAccount,
      .account,
      found: account,
      LocalizedText(
        de: "Kunde '\(account)' steht weder in den Quellen noch im Kundenstamm"
          + (isNumber ? "; stimmen die führenden Nullen überein?" : ""),
        en: "account '\(account)' is neither in the sources nor in the master"
          + (isNumber ? "; do leading zeros agree?" : "")
      )
    )
    return nil
  }

  /// The account that `account` counts for, whose text has this number in the file at hand; nil when
  /// nobody knows it.
  mutating func group(of account: String, text number: Int32) -> String? {
    guard let accounts else { return account }
    if let group = knownAccounts.group(ofText: number) {
      return sheet.objectives.groups.texts[group]
    }
    if let row = knownAccounts.row(ofText: number) { return accounts.account(ofRow: row) }
    guard let known = accounts.known(account) else { return nil }
    knownAccounts.note(text: number, row: known.row)
    return known.group
  }
}
