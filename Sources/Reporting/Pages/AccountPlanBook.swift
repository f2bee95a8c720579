// SPDX-License-Identifier: Apache-2.0
package import Accounts
package import CyclePerformance

/// What the account plans show, found by account: the sheet beside its figures.
package struct AccountPlanBook: Sendable {
  /// One key result with its figures.
  package struct Entry: Sendable {
    /// What the plan says.
    package let keyResult: KeyResult
    /// What it came to.
    package let row: OKRKeyResultRow
    /// The remark of the plan, else the latest one of a check-in.
    package let remark: String?
  }

  /// The accounts that have OKRs, by id.
  package let accounts: [String]
  /// How many more accounts have OKRs.
  package let leftOut: Int
  /// The names of accounts.
  package let names: [String: String]
  private let sheet: OKRSheet
  private let rowsByAccount: [String: [OKRAccountRow]]
  private let objectivesByAccount: [String: [Int]]
  private let keyResultsByObjective: Groups
  private let rows: OKRKeyResultRows
  private let remarks: [Int: String]
  private let cyclesByID: [String: Cycle]
  private let moalsByID: [String: Moal]
  /// Where the lines are kept.
  private var linePlaces: [LinePlace] = []

  /// Sorts `sheet` and its figures by account; only the first `limit` accounts are kept.
  ///
  /// The names come from `name`, nil for an account without one.
  package init(
    _ sheet: OKRSheet,
    keyResults: OKRKeyResultRows,
    accounts: OKRAccountRows,
    name: (String) -> String?,
    limit: Int
  ) {
    self.sheet = sheet
    rows = keyResults
    var all = 0
    var kept: [String] = []
    var latest: String?
    var end = 0
    for index in accounts.indices {
      let account = accounts.account(at: index)
      if account != latest {
        latest = account
        all += 1
        if kept.count < limit { kept.append(account) }
      }
      if all <= limit { end = index + 1 }
    }
    self.accounts = kept
    leftOut = all - kept.count
    names = Dictionary(
      kept.compactMap { account in name(account).map { (account, $0) } },
      uniquingKeysWith: { first, _ in first }
    )
    let wanted = Set(kept)
    rowsByAccount = Dictionary(grouping: accounts[..<end]) { $0.account }
    let isWanted = sheet.objectives.groups.texts.map { wanted.contains($0) }
    let objectives = sheet.objectives.indices.filter {
      isWanted[Int(sheet.objectives.groups.numbers[$0])]
    }
    objectivesByAccount = Dictionary(grouping: objectives) { sheet.objectives.group(at: $0) }
    keyResultsByObjective = Groups(sheet.keyResults.objectives, count: sheet.objectives.count)
    var remarks: [Int: String] = [:]
    for index in sheet.checkins.indicesWithExtras {
      let checkin = sheet.checkins[index]
      if let comment = checkin.comment { remarks[checkin.keyResult] = comment }
    }
    self.remarks = remarks
    cyclesByID = Dictionary(
      sheet.cycles.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    moalsByID = Dictionary(
      sheet.moals.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    linePlaces = collectedLines
  }

  /// That some accounts have no plan, nil where all have one.
  package var limitFinding: Finding? {
    guard leftOut > 0 else { return nil }
    return Finding(
      .info,
      "K-D100",
      found: String(leftOut),
      message: LocalizedText(
        de: "Account-Pläne gibt es für die ersten \(accounts.count) Kunden mit OKR; \(leftOut) "
          + "weitere stehen nur in den Tabellen",
        en: "the first \(accounts.count) accounts with OKRs have an account plan; \(leftOut) more "
          + "are in the tables only"
      )
    )
  }

  /// The cycle with this id.
  func cycle(_ id: String) -> Cycle? { cyclesByID[id] }

  /// The rows of an account, cycle by cycle.
  func rows(of account: String) -> [OKRAccountRow] { rowsByAccount[account] ?? [] }

  /// The row of an account in one cycle.
  func row(of account: String, in cycle: String) -> OKRAccountRow? {
    rows(of: account).first { $0.cycle == cycle }
  }

  /// The cycles of an account, the latest first; those without a first day come last.
  func cycles(of account: String) -> [String] {
    rows(of: account).map(\.cycle).sorted { a, b in
      let (first, second) = (cyclesByID[a]?.start, cyclesByID[b]?.start)
      if let first, let second, first != second { return second < first }
      if (first == nil) != (second == nil) { return first != nil }
      return a.isBytewiseLess(than: b)
    }
  }

  /// The objectives of an account in one cycle, by id.
  func objectives(of account: String, in cycle: String) -> [Objective] {
    (objectivesByAccount[account] ?? []).filter { sheet.objectives.cycle(at: $0) == cycle }
      .map { sheet.objectives[$0] }.sorted { $0.id.readsBefore($1.id) }
  }

  /// The goals that the objectives of an account serve, and those that name it, by id.
  func moals(of account: String) -> [Moal] {
    let used = Set((objectivesByAccount[account] ?? []).compactMap { sheet.objectives[$0].moal })
    return sheet.moals.filter { used.contains($0.id) || $0.account == account }
      .sorted { $0.id.readsBefore($1.id) }
  }

  /// The milestones of a goal, by day and then by id and title; those without a day come last.
  func milestones(of moal: String) -> [Milestone] {
    sheet.milestones.filter { $0.moal == moal }.sorted { $0.isBefore($1) }
  }

  /// The key results of an objective, by id.
  func keyResults(of objective: Objective) -> [Entry] {
    guard let index = objectiveIndex(objective) else { return [] }
    return keyResultsByObjective[index].map { entry(of: Int($0)) }
      .sorted { $0.keyResult.id.readsBefore($1.keyResult.id) }
  }

  private func entry(of position: Int) -> Entry {
    let keyResult = sheet.keyResults[position]
    return Entry(
      keyResult: keyResult,
      row: rows[position],
      remark: keyResult.comment ?? remarks[position]
    )
  }

  private func objectiveIndex(_ objective: Objective) -> Int? {
    objectivesByAccount[objective.group]?.first { sheet.objectives.ids[$0] == objective.id }
  }
}

// MARK: - Lines

extension AccountPlanBook {
  /// One key result with everything above it.
  struct Line {
    let account: String
    let objective: Objective
    let moal: Moal?
    let entry: Entry
  }

  /// What a line is about, by its places in the book and the sheet.
  private struct LinePlace {
    var account: Int32
    var objective: Int32
    var keyResult: Int32
  }

  /// How many lines there are: one for every key result of the book.
  var lineCount: Int { linePlaces.count }

  /// A line, by account, cycle, objective and key result.
  func line(at index: Int) -> Line {
    let place = linePlaces[index]
    let objective = sheet.objectives[Int(place.objective)]
    return Line(
      account: accounts[Int(place.account)],
      objective: objective,
      moal: objective.moal.flatMap { moalsByID[$0] },
      entry: entry(of: Int(place.keyResult))
    )
  }

  private var collectedLines: [LinePlace] {
    let (objectives, keyResults) = (sheet.objectives, sheet.keyResults)
    var lines: [LinePlace] = []
    for (number, account) in accounts.enumerated() {
      let all = objectivesByAccount[account] ?? []
      for row in rows(of: account) {
        let own = all.filter { objectives.cycle(at: $0) == row.cycle }
        for objective in own.sorted(by: objectives.ids.isLess) {
          let below = keyResultsByObjective[objective].map { Int($0) }
          for keyResult in below.sorted(by: keyResults.ids.isLess) {
            lines.append(
              LinePlace(
                account: Int32(number),
                objective: Int32(objective),
                keyResult: Int32(keyResult)
              )
            )
          }
        }
      }
    }
    return lines
  }
}
