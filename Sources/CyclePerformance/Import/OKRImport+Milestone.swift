// SPDX-License-Identifier: Apache-2.0
import Accounts

// MARK: - Milestones

extension OKRImport {
  mutating func readMilestone(_ reader: inout RowReader) {
    guard let number = reader.required(.moal) else { return }
    let moal = self.moal(number, of: reader.text(.account))
    if moal == nil { reader.reportOrphan(.moal, target: number) }
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
        moal: moal ?? number,
        kind: reader.choice(.kind, of: Milestone.Kind.self),
        due: due,
        isDone: isDone,
        doneOn: doneOn,
        title: reader.required(.title),
        place: reader.place
      )
    )
  }

  /// The id of the goal that a milestone names: the id itself, or the number that a flat sheet gives
  /// it within an account; without the account where only one goal has that number.
  private mutating func moal(_ number: String, of account: String?) -> String? {
    if moals[number] != nil { return number }
    if let account {
      let id = "\(account)/\(number)"
      return moals[id] == nil ? nil : id
    }
    if moalsByNumber.isEmpty {
      for moal in sheet.moals {
        let number = moal.id.split(separator: "/").last.map(String.init) ?? moal.id
        moalsByNumber[number, default: []].append(moal.id)
      }
    }
    let named = moalsByNumber[number] ?? []
    return named.count == 1 ? named[0] : nil
  }
}
