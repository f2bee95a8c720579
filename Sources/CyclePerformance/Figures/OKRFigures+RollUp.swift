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

  /// The mean of each objective over its key results, in sheet order.
  package var objectives: [RolledUp] {
    sheet.objectives.indices.map { mean(sum(of: $0, [:]), missing: .exclude) }
  }

  /// Adds up the key results of an objective, of which some have values from below.
  private func sum(of objective: Int, _ cascaded: [Int: RolledUp]) -> RolledUp.Sum {
    var sum = RolledUp.Sum()
    for place in byObjective.range(of: objective) {
      let index = Int(byObjective.members[place])
      guard sheet.keyResults.exclusion(at: index) == nil else { continue }
      let value = cascaded.isEmpty ? nil : cascaded[index]
      sum.add(
        value.map(\.value) ?? keyResults.progress(at: index),
        weight: sheet.keyResults.weight(at: index)
      )
    }
    return sum
  }

  /// The mean of what was added up; an objective without key results is one without data.
  private func mean(_ sum: RolledUp.Sum, missing: RolledUp.Missing) -> RolledUp {
    sum.count == 0 ? RolledUp(single: nil) : RolledUp(sum, missing: missing)
  }

  /// The key results of an objective that enter figures.
  private func counted(_ objective: Int) -> [Int] {
    byObjective[objective].map { Int($0) }.filter { sheet.keyResults.exclusion(at: $0) == nil }
  }
}

// MARK: - Accounts

extension OKRFigures {
  /// Adds the rows of all accounts in their cycles, by the bytes of their ids; `closing` are the
  /// values from below once what is missing counts as nothing.
  mutating func addAccounts(atClose closing: [Int: RolledUp]) {
    let isNamed = sheet.objectives.cycles.texts.map { !$0.isEmpty }
    // In the order of the sheet first: what an account needs of an objective lies in one place then.
    let tallies = sheet.objectives.indices.map { tally(of: $0, atClose: closing) }
    accountRowOfObjective = Array(repeating: -1, count: sheet.objectives.count)
    accounts.reserveCapacity(sheet.objectives.count)
    var members = OrderedTallies(objectivesByAccount(), tallies)
    while let first = members.next() {
      let hasRow = isNamed[Int(first.cycle)]
      var (tally, next) = (AccountTally(), Optional(first))
      while let objective = next {
        tally.add(objective)
        if hasRow { accountRowOfObjective[Int(objective.number)] = Int32(accounts.count) }
        next = members.next(like: first)
      }
      if hasRow { accounts.append(accountRow(tally, like: first)) }
    }
    accounts.close()
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

  /// The row of an account in the cycle of one of its objectives.
  private func accountRow(
    _ tally: AccountTally,
    like objective: ObjectiveTally
  ) -> OKRAccountRows.Figures {
    let attainment = RolledUp(tally.attainment, missing: .exclude).value
    var row = OKRAccountRows.Figures(group: objective.group, cycle: objective.cycle)
    row.objectives = tally.objectives
    row.keyResults = tally.keyResults
    row.hits = tally.hits
    row.attainment = attainment ?? .nan
    row.attainmentAtClose = RolledUp(tally.atClose, missing: .zero).value ?? .nan
    row.coverage = RolledUp(tally.coverage, missing: .exclude).value ?? .nan
    guard let moment = moments[Int(objective.cycle)] else { return row }
    let pace = Pace(
      of: Pace.Report(
        progress: attainment,
        lastCheckin: tally.lastDay == 0 ? nil : CalendarDate(packed: tally.lastDay)
      ),
      success: RolledUp(tally.success, missing: .exclude).value ?? profile.success,
      at: moment
    )
    row.expected = pace.expected ?? .nan
    row.status = pace.status
    return row
  }

  /// What an objective adds to its account; no number is stored as not a number.
  private struct ObjectiveTally {
    let number: Int32
    /// The numbers of its account and cycle.
    let group: Int32
    let cycle: Int32
    var keyResults: Int32 = 0
    var hits: Int32 = 0
    var lastDay: Int32 = 0
    var weight = 0.0
    var attainment = Double.nan
    var atClose = Double.nan
    /// A number where its means enter: it is a root without errors and has weights.
    var coverage = Double.nan
    var success = Double.nan
  }

  /// What objectives add to their accounts, in an order of its own.
  private struct OrderedTallies {
    /// So many are fetched at a time: they lie all over the memory, and come together that way.
    private static let most = 512

    private let order: [Int32]
    private let tallies: [ObjectiveTally]
    private var fetched: [ObjectiveTally] = []
    /// How many are fetched in all, and the place of the next one among those fetched last.
    private var end = 0
    private var place = 0

    init(_ order: [Int32], _ tallies: [ObjectiveTally]) {
      (self.order, self.tallies) = (order, tallies)
      fetched.reserveCapacity(Self.most)
    }

    /// The next one; of the account and cycle of `other`, where that is given.
    mutating func next(like other: ObjectiveTally? = nil) -> ObjectiveTally? {
      if place == fetched.count {
        fetched.removeAll(keepingCapacity: true)
        for index in order[end..<min(end + Self.most, order.count)] {
          fetched.append(tallies[Int(index)])
        }
        (end, place) = (end + fetched.count, 0)
      }
      guard place < fetched.count else { return nil }
      let tally = fetched[place]
      if let other, tally.group != other.group || tally.cycle != other.cycle { return nil }
      place += 1
      return tally
    }
  }

  /// What the objectives of an account add up to.
  private struct AccountTally {
    var objectives: Int32 = 0
    var attainment = RolledUp.Sum()
    var atClose = RolledUp.Sum()
    var coverage = RolledUp.Sum()
    var success = RolledUp.Sum()
    var keyResults: Int32 = 0
    var hits: Int32 = 0
    var lastDay: Int32 = 0

    mutating func add(_ objective: ObjectiveTally) {
      objectives += 1
      keyResults += objective.keyResults
      hits += objective.hits
      lastDay = max(lastDay, objective.lastDay)
      guard !objective.coverage.isNaN else { return }
      attainment.add(Self.number(objective.attainment), weight: objective.weight)
      atClose.add(Self.number(objective.atClose), weight: objective.weight)
      coverage.add(Self.number(objective.coverage), weight: objective.weight)
      success.add(Self.number(objective.success), weight: objective.weight)
    }

    private static func number(_ value: Double) -> Double? { value.isNaN ? nil : value }
  }

  /// What an objective adds to its account, where it is closed with values from below.
  private func tally(of objective: Int, atClose closing: [Int: RolledUp]) -> ObjectiveTally {
    var tally = ObjectiveTally(
      number: Int32(objective),
      group: sheet.objectives.groups.numbers[objective],
      cycle: sheet.objectives.cycles.numbers[objective]
    )
    var success = RolledUp.Sum()
    for place in byObjective.range(of: objective) {
      let index = Int(byObjective.members[place])
      tally.keyResults += 1
      if keyResults.isHit(at: index) == true { tally.hits += 1 }
      tally.lastDay = max(tally.lastDay, keyResults.lastDay(at: index) ?? 0)
      guard sheet.keyResults.exclusion(at: index) == nil else { continue }
      success.add(self.success(of: index), weight: sheet.keyResults.weight(at: index))
    }
    let sum = sum(of: objective, [:])
    let attained = mean(sum, missing: .exclude)
    guard let coverage = attained.coverage,
      sheet.objectives.parentKeyResult(at: objective) == nil,
      sheet.objectives.exclusion(at: objective) == nil
    else { return tally }
    let closed = closing.isEmpty ? sum : self.sum(of: objective, closing)
    tally.weight = sheet.objectives.weight(at: objective)
    tally.attainment = attained.value ?? .nan
    tally.atClose = mean(closed, missing: .zero).value ?? .nan
    tally.coverage = coverage
    tally.success = RolledUp(success, missing: .exclude).value ?? .nan
    return tally
  }
}
