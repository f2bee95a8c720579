// SPDX-License-Identifier: Apache-2.0

extension ListProblem {
  /// A rule that a list can break.
  enum Rule: Sendable, Equatable {
    /// The effort fits the limit.
    case limit
    /// The accounts fit the seats.
    case seats
    /// There are enough accounts of a bound, by its index.
    case atLeast(Int)
    /// There are not too many accounts of a bound, by its index.
    case atMost(Int)
  }

  /// Bounds beyond which a conflict is not narrowed down, because each costs a search.
  private static let mostTried = 200

  /// Rules that contradict each other, with the forced accounts, and none of which can be spared.
  ///
  /// Rules are dropped one after the other; those without which a list exists are needed for the
  /// contradiction (deletion filter, Chinneck and Dravnieks 1991).
  func conflict() -> [Rule] {
    var rules: [Rule] = bounds.indices.flatMap { [.atMost($0), .atLeast($0)] }
    rules =
      rules.filter(isBinding) + (seats == nil ? [] : [.seats]) + (limit == nil ? [] : [.limit])
    guard rules.count <= Self.mostTried else { return rules }
    for rule in rules {
      let others = rules.filter { $0 != rule }
      if keeping(others).outcome(among: .any) == .infeasible { rules = others }
    }
    return rules
  }

  private func isBinding(_ rule: Rule) -> Bool {
    switch rule {
    case .atLeast(let index): bounds[index].atLeast > 0
    case .atMost(let index): bounds[index].atMost < .max
    case .limit, .seats: true
    }
  }

  /// The problem with these rules alone.
  private func keeping(_ rules: [Rule]) -> ListProblem {
    var problem = self
    if !rules.contains(.limit) { problem.limit = nil }
    if !rules.contains(.seats) { problem.seats = nil }
    for index in bounds.indices {
      if !rules.contains(.atLeast(index)) { problem.bounds[index].atLeast = 0 }
      if !rules.contains(.atMost(index)) { problem.bounds[index].atMost = .max }
    }
    return problem
  }
}
