// SPDX-License-Identifier: Apache-2.0

// The solver works on doubles, the answer is whole numbers: what it returns is rounded and then
// counted again without any tolerance. Three searches make one answer canonical: the largest value,
// then the least effort at that value, then the earliest accounts at both.

extension ListProblem {
  /// Candidates that differ in nothing but their place; the first of them are taken first.
  struct Group {
    var members: [Candidate]
    var most: Int
    var first: Candidate { members[0] }
  }

  /// A choice of so many of each group.
  private struct Choice {
    var candidates: [Candidate]
    var bound: Int128?

    var value: Int128 { candidates.reduce(0) { $0 + Int128($1.value) } }
    var effort: Int128 { candidates.reduce(0) { $0 + Int128($1.effort) } }
  }

  /// How many of the solver's units make a score of 1 at the scale of effort, 1 day.
  private static let effortUnit = Double(EffortQuantum.perUnit)

  /// Values are handed over as thousandths of the largest, at least of a score of 1, so that the
  /// solver's tolerance of 1e-7 is less than a billionth of a score.
  var valueUnit: Double {
    max(1e9, Double(candidates.map(\.value).max() ?? 0)) / 1000
  }

  /// The best list.
  ///
  /// - Parameters:
  ///   - lists: how far equal lists are told apart; the value does not depend on it.
  ///   - nodeLimit: nodes after which each search ends.
  /// - Returns: The list, or why there is none.
  func outcome(
    among lists: EqualLists = .earliest,
    nodeLimit: Int = LinearSolver.usualNodeLimit
  ) -> ListOutcome {
    if let freeEffort, freeEffort < 0 { return .infeasible }
    if let seats, forced.count > seats { return .infeasible }
    guard bounds.allSatisfy({ $0.atLeast <= $0.atMost }) else { return .infeasible }
    let groups = groups()
    let model = model(of: groups) { Double($0.value) / valueUnit }
    var best: Choice
    var isProved: Bool
    switch LinearSolver.outcome(of: model, nodeLimit: nodeLimit) {
    case .solved(let values, let bound, let proof):
      best = choice(values, of: groups)
      best.bound = Int128((bound * valueUnit).rounded(.up).clamped(to: 0...0x1p100))
      isProved = proof
    case .infeasible: return .infeasible
    case .unsolved: return .unsolved
    case .absent: return .absent
    }
    guard allows(best.candidates) else { return .unsolved }
    if isProved, lists != .any, let finer = leastEffort(at: best.value, groups, nodeLimit) {
      best.candidates = finer
    }
    if isProved, lists == .earliest {
      best.candidates = earliest(equalTo: best.candidates, nodeLimit: nodeLimit)
    }
    isProved = isProved && best.value < 1 << 53
    return .solved(solution(best, isProved: isProved))
  }

  private func solution(_ best: Choice, isProved: Bool) -> ListSolution {
    let value = best.value + forced.reduce(0) { $0 + Int128($1.value) }
    let gap = isProved ? 0 : max(0, (best.bound ?? best.value) - best.value)
    return ListSolution(
      accounts: (forced + best.candidates).map(\.account).sorted(),
      value: value,
      effort: best.effort + forcedEffort,
      bound: value + gap,
      isProved: isProved
    )
  }

  /// The list with the least effort among those of a value; nil where the search does not end.
  private func leastEffort(
    at value: Int128,
    _ groups: [Group],
    _ nodeLimit: Int
  ) -> [Candidate]? {
    guard limit != nil else { return nil }
    var model = model(of: groups) { -Double($0.effort) / Self.effortUnit }
    model.bound(valueFactors(of: groups), in: Double(value) / valueUnit...(.infinity))
    guard
      case .solved(let values, _, true) = LinearSolver.outcome(of: model, nodeLimit: nodeLimit)
    else { return nil }
    let finer = choice(values, of: groups)
    return finer.value == value && allows(finer.candidates) ? finer.candidates : nil
  }

  /// The accounts of a list; without a limit, accounts that add nothing still take the seats that
  /// are left.
  func filled(_ solution: ListSolution) -> [Int] {
    guard limit == nil, let seats else { return solution.accounts }
    let members = Set(solution.accounts)
    var chosen = candidates.filter { members.contains($0.account) }
    for candidate in candidates
    where forced.count + chosen.count < seats && !members.contains(candidate.account) {
      if allows(chosen + [candidate]) { chosen.append(candidate) }
    }
    return (forced + chosen).map(\.account).sorted()
  }

  // MARK: Model

  private func groups() -> [Group] {
    let free = freeEffort ?? .max
    let seats = max(0, (self.seats ?? .max) - forced.count)
    var groups: [Group] = []
    var places: [[Int64]: Int] = [:]
    for candidate in reduced().candidates where candidate.effort <= free {
      if let place = places[candidate.kind] {
        groups[place].members.append(candidate)
      } else {
        places[candidate.kind] = groups.count
        groups.append(Group(members: [candidate], most: 0))
      }
    }
    for index in groups.indices {
      let effort = groups[index].first.effort
      let fitting = effort > 0 ? Int(clamping: free / effort) : .max
      groups[index].most = min(groups[index].members.count, fitting, seats)
    }
    return groups
  }

  /// One column per group under every rule of the problem.
  func model(
    of groups: [Group],
    objective: (Candidate) -> Double
  ) -> LinearModel {
    var model = LinearModel()
    for group in groups {
      _ = model.addColumn(
        0...Double(group.most),
        objective: objective(group.first),
        isWhole: true
      )
    }
    if let freeEffort {
      model.bound(
        effortFactors(of: groups),
        in: -.infinity...Double(freeEffort) / Self.effortUnit
      )
    }
    if let seats {
      model.bound(
        Dictionary(uniqueKeysWithValues: groups.indices.map { ($0, 1) }),
        in: -.infinity...Double(seats - forced.count)
      )
    }
    addBounds(over: groups, to: &model)
    return model
  }

  /// What one account of each group adds, in the solver's units.
  func valueFactors(of groups: [Group]) -> [Int: Double] {
    Dictionary(
      uniqueKeysWithValues: groups.indices.map { ($0, Double(groups[$0].first.value) / valueUnit) }
    )
  }

  /// What one account of each group takes, in units of effort.
  func effortFactors(of groups: [Group]) -> [Int: Double] {
    Dictionary(
      uniqueKeysWithValues: groups.indices.map {
        ($0, Double(groups[$0].first.effort) / Self.effortUnit)
      }
    )
  }

  /// The bounds that somebody could break.
  private func addBounds(over groups: [Group], to model: inout LinearModel) {
    let members = Dictionary(grouping: groups.indices) { groups[$0].first.category }
    let held = Dictionary(grouping: forced, by: \.category).mapValues(\.count)
    for bound in bounds {
      let columns = bound.categories.flatMap { members[$0] ?? [] }
      let count = Double(bound.categories.reduce(0) { $0 + (held[$1] ?? 0) })
      let largest = columns.reduce(count) { $0 + Double(groups[$1].most) }
      guard Double(bound.atLeast) > count || Double(bound.atMost) < largest else { continue }
      model.bound(
        Dictionary(uniqueKeysWithValues: columns.map { ($0, 1) }),
        in: Double(bound.atLeast) - count...Double(bound.atMost) - count
      )
    }
  }

  private func choice(_ values: [Double], of groups: [Group]) -> Choice {
    var candidates: [Candidate] = []
    for (value, group) in zip(values, groups) {
      let count = Int(value.rounded().clamped(to: 0...Double(group.most)))
      candidates += group.members.prefix(count)
    }
    return Choice(candidates: candidates)
  }
}

extension Double {
  /// The nearest number of a range; its lower end for what is no number.
  fileprivate func clamped(to range: ClosedRange<Double>) -> Double {
    self >= range.lowerBound ? Swift.min(self, range.upperBound) : range.lowerBound
  }
}
