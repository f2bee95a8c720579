// SPDX-License-Identifier: Apache-2.0
import Accounts

// MARK: - Objectives

extension OKRFigures {
  /// The values of the key results that take theirs from the objectives below them, by index.
  ///
  /// Rows with errors take no part: not as a value, and not in the weight either.
  func cascaded(_ own: [Progress], missing: RolledUp.Missing) -> [Int: RolledUp] {
    let keyResults = sheet.keyResults
    let parents = keyResults.indices.filter { keyResults.progressMode(at: $0) != .own }
    guard !parents.isEmpty else { return [:] }
    var nodes: [Cascade.Node] = []
    var nodeOfKeyResult: [Int: Int] = [:]
    func node(of index: Int) -> Int {
      if let known = nodeOfKeyResult[index] { return known }
      var node = Cascade.Node(own: own[index].capped)
      node.mode = keyResults.progressMode(at: index)
      node.alpha = keyResults.alpha(at: index)
      nodes.append(node)
      nodeOfKeyResult[index] = nodes.count - 1
      return nodes.count - 1
    }
    for index in parents { _ = node(of: index) }
    for objective in sheet.objectives.indices where sheet.objectives.exclusion(at: objective) == nil
    {
      guard let parent = sheet.objectives.parent(at: objective), let above = nodeOfKeyResult[parent]
      else { continue }
      var mean = Cascade.Node()
      mean.mode = .children
      mean.children = counted(objective).map { (node(of: $0), keyResults.weight(at: $0)) }
      nodes.append(mean)
      nodes[above].children.append((nodes.count - 1, sheet.objectives.weight(at: objective)))
    }
    do {
      let values = try Cascade(nodes).values(missing: missing)
      return Dictionary(uniqueKeysWithValues: parents.map { ($0, values[node(of: $0)]) })
    } catch {
      preconditionFailure("circles are taken out when the sheet is read: \(error.path)")
    }
  }

  /// The mean of each objective over its key results.
  func objectiveMeans(
    _ own: [Progress],
    _ cascaded: [Int: RolledUp],
    missing: RolledUp.Missing
  ) -> [RolledUp] {
    let keyResults = sheet.keyResults
    var sums = [RolledUp.Sum](repeating: RolledUp.Sum(), count: sheet.objectives.count)
    for index in keyResults.indices where keyResults.exclusion(at: index) == nil {
      guard let objective = keyResults.objective(of: index) else { continue }
      let value = cascaded.isEmpty ? nil : cascaded[index]
      sums[objective].add(
        value.map(\.value) ?? own[index].capped,
        weight: keyResults.weight(at: index)
      )
    }
    return sums.map { $0.count == 0 ? RolledUp(single: nil) : RolledUp($0, missing: missing) }
  }

  /// The key results of an objective that enter figures.
  private func counted(_ objective: Int) -> [Int] {
    byObjective[objective].map { Int($0) }.filter { sheet.keyResults.exclusion(at: $0) == nil }
  }
}

// MARK: - Accounts

extension OKRFigures {
  /// Adds the rows of all accounts in their cycles, by the bytes of their ids.
  mutating func addAccounts(atClose closed: [Double?]) {
    // In the order of the sheet first: what an account needs of an objective lies in one place then.
    let tallies = sheet.objectives.indices.map { tally(of: $0, atClose: closed[$0]) }
    accountRowOfObjective = Array(repeating: -1, count: sheet.objectives.count)
    accounts.reserveCapacity(sheet.objectives.count)
    let order = objectivesByAccount()
    let (groups, cycles) = (sheet.objectives.groups.numbers, sheet.objectives.cycles.numbers)
    var start = 0
    while start < order.count {
      let first = Int(order[start])
      var end = start + 1
      while end < order.count, groups[Int(order[end])] == groups[first],
        cycles[Int(order[end])] == cycles[first]
      {
        end += 1
      }
      addAccount(order[start..<end], tallies)
      start = end
    }
  }

  /// The objectives that have an account, by account, cycle and their order in the sheet.
  private func objectivesByAccount() -> [Int32] {
    let (groups, cycles) = (sheet.objectives.groups, sheet.objectives.cycles)
    let (ranks, cycleRanks) = (groups.ranks(), cycles.ranks())
    let byCycle = Groups(cycles.numbers.map { cycleRanks[Int($0)] }, count: cycleRanks.count)
    let isNamed = groups.texts.map { !$0.isEmpty }
    let ranksInCycles = byCycle.members.map { objective in
      let group = Int(groups.numbers[Int(objective)])
      return isNamed[group] ? ranks[group] : -1
    }
    return Groups(ranksInCycles, count: ranks.count).members.map { byCycle.members[Int($0)] }
  }

  /// Adds the row of an account in a cycle, unless the cycle is not said.
  private mutating func addAccount(_ members: ArraySlice<Int32>, _ tallies: [ObjectiveTally]) {
    guard let first = members.first, !sheet.objectives.cycle(at: Int(first)).isEmpty else { return }
    for objective in members { accountRowOfObjective[Int(objective)] = Int32(accounts.count) }
    accounts.append(accountRow(members, tallies), of: Int(first))
  }

  /// The row of an account in a cycle, of which `members` are the objectives.
  private func accountRow(
    _ members: ArraySlice<Int32>,
    _ tallies: [ObjectiveTally]
  ) -> OKRAccountRow {
    let first = Int(members[members.startIndex])
    var tally = AccountTally()
    for member in members { tally.add(tallies[Int(member)]) }
    var row = OKRAccountRow(
      account: sheet.objectives.group(at: first),
      cycle: sheet.objectives.cycle(at: first),
      attainment: RolledUp(tally.attainment, missing: .exclude).value,
      attainmentAtClose: RolledUp(tally.atClose, missing: .zero).value,
      coverage: RolledUp(tally.coverage, missing: .exclude).value,
      objectives: members.count,
      keyResults: tally.keyResults,
      hits: tally.hits
    )
    guard let span = spans[Int(sheet.objectives.cycles.numbers[first])] else { return row }
    let pace = Pace(
      of: Pace.Report(
        progress: row.attainment,
        lastCheckin: tally.lastDay == 0 ? nil : CalendarDate(packed: tally.lastDay)
      ),
      success: RolledUp(tally.success, missing: .exclude).value ?? profile.success,
      in: span,
      on: day,
      rules: profile
    )
    row.expected = pace.expected
    row.status = pace.status
    return row
  }

  /// What an objective adds to its account; no number is stored as not a number.
  private struct ObjectiveTally {
    var keyResults: Int32 = 0
    var hits: Int32 = 0
    var lastDay: Int32 = 0
    /// Whether its means enter: it is a root without errors and has weights.
    var isCounted = false
    var weight = 0.0
    var attainment = Double.nan
    var atClose = Double.nan
    var coverage = Double.nan
    var success = Double.nan
  }

  /// What the objectives of an account add up to.
  private struct AccountTally {
    var attainment = RolledUp.Sum()
    var atClose = RolledUp.Sum()
    var coverage = RolledUp.Sum()
    var success = RolledUp.Sum()
    var keyResults = 0
    var hits = 0
    var lastDay: Int32 = 0

    mutating func add(_ objective: ObjectiveTally) {
      keyResults += Int(objective.keyResults)
      hits += Int(objective.hits)
      lastDay = max(lastDay, objective.lastDay)
      guard objective.isCounted else { return }
      attainment.add(Self.number(objective.attainment), weight: objective.weight)
      atClose.add(Self.number(objective.atClose), weight: objective.weight)
      coverage.add(Self.number(objective.coverage), weight: objective.weight)
      success.add(Self.number(objective.success), weight: objective.weight)
    }

    private static func number(_ value: Double) -> Double? { value.isNaN ? nil : value }
  }

  /// What an objective adds to its account, where it is closed with `closed`.
  private func tally(of objective: Int, atClose closed: Double?) -> ObjectiveTally {
    var tally = ObjectiveTally()
    var success = RolledUp.Sum()
    for member in byObjective[objective] {
      let index = Int(member)
      tally.keyResults += 1
      if keyResults.isHit(at: index) == true { tally.hits += 1 }
      tally.lastDay = max(tally.lastDay, keyResults.lastDay(at: index) ?? 0)
      guard sheet.keyResults.exclusion(at: index) == nil else { continue }
      success.add(self.success(of: index), weight: sheet.keyResults.weight(at: index))
    }
    guard sheet.objectives.parentKeyResult(at: objective) == nil,
      sheet.objectives.exclusion(at: objective) == nil, objectives[objective].coverage != nil
    else { return tally }
    tally.isCounted = true
    tally.weight = sheet.objectives.weight(at: objective)
    tally.attainment = objectives[objective].value ?? .nan
    tally.atClose = closed ?? .nan
    tally.coverage = objectives[objective].coverage ?? .nan
    tally.success = RolledUp(success, missing: .exclude).value ?? .nan
    return tally
  }
}
