// SPDX-License-Identifier: Apache-2.0

/// The best list within a limit of effort, seats and quotas, as whole numbers.
///
/// *Definition* Of all lists that hold the forced accounts, fit the limit and the seats and keep
/// every bound, the one with the largest sum of values; of equal ones the one with the least effort,
/// then the one whose accounts come first. Values are billionths, 0 or more; efforts are
/// ten-thousandths, so every sum is exact.
struct ListProblem: Sendable, Equatable {
  /// An account that may be on the list.
  struct Candidate: Sendable, Equatable {
    /// Its index; smaller ones come first among equals.
    var account: Int
    /// What it adds, 0 or more.
    var value: Int64
    /// What it takes of the limit, 0 or more.
    var effort: Int64
    /// Accounts of one category count for the same bounds.
    var category: Int

    /// What it has in common with candidates that could stand in for it.
    var kind: [Int64] { [value, effort, Int64(category)] }
  }

  /// Which of the lists with the largest value is wanted; each choice takes more searches.
  enum EqualLists {
    /// Whichever the solver finds.
    case any
    /// One with the least effort.
    case leastEffort
    /// Of those with the least effort the one whose accounts come first.
    case earliest
  }

  /// How many accounts of some categories the list holds.
  struct Bound: Sendable, Equatable {
    /// The categories that count together.
    var categories: Set<Int>
    /// Fewest accounts.
    var atLeast: Int
    /// Most accounts.
    var atMost: Int
  }

  /// Accounts that may be taken, in the order of ``isAhead(_:_:)``.
  var candidates: [Candidate]
  /// Accounts that are taken whatever they cost.
  var forced: [Candidate]
  /// The effort that is there; nil for any.
  var limit: Int64?
  /// Most accounts on the list; nil for any number.
  var seats: Int?
  /// Bounds on categories.
  var bounds: [Bound]

  /// Whether a candidate is preferred wherever both would do: more value, less effort, earlier.
  static func isAhead(_ a: Candidate, _ b: Candidate) -> Bool {
    (b.value, a.effort, a.account) < (a.value, b.effort, b.account)
  }

  /// The effort of the forced accounts.
  var forcedEffort: Int128 { forced.reduce(0) { $0 + Int128($1.effort) } }

  /// What is left of the limit for candidates; nil for any, negative where nothing fits.
  var freeEffort: Int64? { limit.map { Int64(clamping: Int128($0) - forcedEffort) } }

  /// The problem with one more account on the list whatever it costs.
  func forcing(_ candidate: Candidate) -> ListProblem {
    var problem = self
    problem.candidates.removeAll { $0.account == candidate.account }
    problem.forced.append(candidate)
    return problem
  }

  /// The problem with a forced account left to compete, or without it where it has no rank.
  func releasing(_ account: Int, competes: Bool) -> ListProblem {
    guard let index = forced.firstIndex(where: { $0.account == account }) else { return self }
    var problem = self
    let released = problem.forced.remove(at: index)
    guard competes else { return problem }
    let place = problem.candidates.firstIndex { Self.isAhead(released, $0) }
    problem.candidates.insert(released, at: place ?? problem.candidates.count)
    return problem
  }

  /// Whether a set of candidates keeps every rule; counted in whole numbers.
  func allows(_ chosen: [Candidate]) -> Bool {
    let list = forced + chosen
    if let limit, list.reduce(Int128(0), { $0 + Int128($1.effort) }) > Int128(limit) {
      return false
    }
    if let seats, list.count > seats { return false }
    let counts = Dictionary(grouping: list, by: \.category).mapValues(\.count)
    return bounds.allSatisfy { bound in
      let count = bound.categories.reduce(0) { $0 + (counts[$1] ?? 0) }
      return bound.atLeast <= count && count <= bound.atMost
    }
  }
}

/// The answer to a list problem.
struct ListSolution: Sendable, Equatable {
  /// The accounts of the list, forced ones among them, ascending.
  var accounts: [Int]
  /// The sum of their values.
  var value: Int128
  /// The sum of their efforts.
  var effort: Int128
  /// No list has a larger sum of values.
  var bound: Int128
  /// Whether the search showed that no list is better.
  var isProved: Bool
}

/// What came of a list problem.
enum ListOutcome: Sendable, Equatable {
  /// The best list.
  case solved(ListSolution)
  /// No list keeps every rule.
  case infeasible
  /// The search ended without a list.
  case unsolved
  /// The solver's library is not installed.
  case absent

  /// The best list, if there is one.
  var solution: ListSolution? {
    guard case .solved(let solution) = self else { return nil }
    return solution
  }
}
