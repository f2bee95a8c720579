// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Selection

@Suite struct ListProblemTests {
  /// Eight accounts, of which the best list of 115 days is A, C, G and H with 184 points.
  private let eight = problem(
    values: [90, 62, 55, 48, 33, 30, 21, 18],
    efforts: [60, 45, 30, 35, 20, 25, 15, 10],
    limit: 115
  )

  @Test func findsTheBestListWhereTakingFromTheTopDoesNot() throws {
    let best = try #require(eight.outcome().solution)
    #expect(best.accounts == [0, 2, 6, 7])
    #expect(best.value == 184)
    #expect(best.effort == 1_150_000)
    #expect(best.bound == 184)
    #expect(best.isProved)
  }

  @Test func pricesAnAccountThatIsForcedIn() throws {
    let forced = eight.forcing(eight.candidates[1])
    #expect(try #require(forced.outcome().solution).value == 171)
    #expect(try #require(forced.releasing(1, competes: true).outcome().solution).value == 184)
    #expect(try #require(forced.releasing(1, competes: false).outcome().solution).value == 184)
  }

  @Test func prefersLessEffortThenEarlierAccountsAmongEqualLists() throws {
    let cheaper = Self.problem(values: [10, 6, 4], efforts: [9, 4, 4], limit: 10)
    #expect(cheaper.outcome().solution?.accounts == [1, 2])
    let twins = Self.problem(values: [5, 5, 5, 5], efforts: [3, 3, 3, 3], limit: 7)
    #expect(twins.outcome().solution?.accounts == [0, 1])
    let idle = Self.problem(values: [5, 0], efforts: [3, 1], limit: 7)
    #expect(idle.outcome().solution?.accounts == [0])
  }

  @Test func keepsSeatsAndBounds() throws {
    var problem = eight
    problem.seats = 2
    #expect(problem.outcome().solution?.accounts == [0, 1])
    problem.bounds = [.init(categories: [0], atLeast: 3, atMost: 4)]
    #expect(problem.outcome() == .infeasible)
    problem.bounds = [.init(categories: [0], atLeast: 0, atMost: 1)]
    #expect(problem.outcome().solution?.accounts == [0])
  }

  @Test(arguments: 0..<60)
  func agreesWithTryingEveryList(seed: UInt64) throws {
    let problem = Self.random(seed: seed, count: 4 + Int(seed % 9))
    let best = Self.enumerated(problem)
    let found = problem.outcome().solution
    #expect(found?.value == best?.value, "seed \(seed)")
    #expect(found?.effort == best?.effort, "seed \(seed)")
    #expect(found?.accounts == best?.accounts, "seed \(seed)")
    #expect(found?.isProved ?? true)
  }

  @Test(arguments: 0..<8)
  func agreesWithDynamicProgramming(seed: UInt64) throws {
    var random = Draws(seed)
    let values = (0..<400).map { _ in Int64(random.below(1_000_000_000)) }
    let efforts = (0..<400).map { _ in Int64(1 + random.below(60)) }
    let problem = Self.problem(values: values, efforts: efforts, limit: 320)
    let best = try #require(problem.outcome().solution)
    #expect(best.value == Self.knapsack(values, efforts, 320), "seed \(seed)")
    #expect(best.isProved)
    #expect(problem.reduced().candidates.count < 400)
  }

  @Test func namesRulesThatContradictEachOther() {
    var problem = eight.forcing(eight.candidates[0]).forcing(eight.candidates[1])
    problem.limit = 100 * 10_000
    problem.bounds = [.init(categories: [0], atLeast: 0, atMost: 5)]
    #expect(problem.conflict() == [.limit])
    problem.seats = 1
    problem.limit = 500 * 10_000
    #expect(problem.conflict() == [.seats])
    problem.seats = 4
    problem.bounds = [
      .init(categories: [0], atLeast: 0, atMost: 3), .init(categories: [1], atLeast: 2, atMost: 9),
    ]
    #expect(problem.conflict() == [.atLeast(1)])
  }

  @Test func refusesForcedAccountsThatBreakABoundByThemselves() {
    var problem = eight.forcing(eight.candidates[6]).forcing(eight.candidates[7])
    for index in problem.candidates.indices { problem.candidates[index].category = 1 }
    problem.bounds = [.init(categories: [0], atLeast: 0, atMost: 1)]
    #expect(problem.outcome() == .infeasible)
    #expect(problem.conflict() == [.atMost(0)])
  }

  @Test func takesOneAccountOfEachOfManyGroups() throws {
    var random = Draws(5)
    var problem = Self.problem(
      values: (0..<900).map { _ in Int64(random.below(1_000_000_000)) },
      efforts: (0..<900).map { _ in Int64(1 + random.below(60)) },
      limit: 320
    )
    for index in problem.candidates.indices {
      problem.candidates[index].category = problem.candidates[index].account / 3
    }
    problem.bounds = (0..<300).map { .init(categories: [$0], atLeast: 0, atMost: 1) }
    let best = try #require(problem.outcome().solution)
    #expect(Set(best.accounts.map { $0 / 3 }).count == best.accounts.count)
    #expect(best.isProved)
  }

  @Test func survivesEmptyAndEnormousProblems() throws {
    let nobody = Self.problem(values: [], efforts: [], limit: 0)
    #expect(nobody.outcome().solution?.accounts == [])
    let free = Self.problem(values: [0, 0], efforts: [0, 0], limit: 0)
    #expect(free.outcome().solution?.value == 0)
    let large = Self.problem(values: [.max, .max], efforts: [900_000_000, 1], limit: 900_000_000)
    #expect(try #require(large.outcome().solution).accounts.count == 1)
  }

  @Test func saysWhenTheSearchEndedEarly() throws {
    let hard = Self.random(seed: 7, count: 60)
    let outcome = hard.outcome(nodeLimit: 0)
    if let early = outcome.solution, !early.isProved {
      #expect(early.bound >= early.value)
    } else {
      #expect(outcome == .unsolved || outcome.solution?.isProved == true)
    }
  }
}

extension ListProblemTests {
  private static func problem(values: [Int64], efforts: [Int64], limit: Int64) -> ListProblem {
    let candidates = values.indices.map {
      ListProblem.Candidate(
        account: $0,
        value: values[$0],
        effort: efforts[$0] * EffortQuantum.perUnit,
        category: 0
      )
    }
    return ListProblem(
      candidates: candidates.sorted(by: ListProblem.isAhead),
      forced: [],
      limit: limit * EffortQuantum.perUnit,
      seats: nil,
      bounds: []
    )
  }

  private static func random(seed: UInt64, count: Int) -> ListProblem {
    var random = Draws(seed)
    var problem = problem(
      values: (0..<count).map { _ in Int64(random.below(12)) * 50_000_000 },
      efforts: (0..<count).map { _ in Int64(random.below(9)) },
      limit: Int64(3 + random.below(20))
    )
    for index in problem.candidates.indices { problem.candidates[index].category = random.below(3) }
    if random.below(2) == 0 { problem.seats = 1 + random.below(5) }
    problem.bounds = [
      .init(categories: [0], atLeast: random.below(2), atMost: 1 + random.below(3)),
      .init(categories: [1, 2], atLeast: 0, atMost: 3),
    ]
    if random.below(3) == 0, let first = problem.candidates.last {
      problem = problem.forcing(first)
    }
    return problem
  }

  /// The best value, the least effort at it and the earliest accounts at both, by trying every
  /// subset.
  private static func enumerated(_ problem: ListProblem) -> ListSolution? {
    var best: ListSolution?
    for bits in 0..<(1 << problem.candidates.count) {
      let chosen = problem.candidates.indices.filter { bits & (1 << $0) != 0 }
        .map { problem.candidates[$0] }
      guard problem.allows(chosen) else { continue }
      let list = chosen + problem.forced
      let value = list.reduce(Int128(0)) { $0 + Int128($1.value) }
      let solution = ListSolution(
        accounts: list.map(\.account).sorted(),
        value: value,
        effort: list.reduce(Int128(0)) { $0 + Int128($1.effort) },
        bound: value,
        isProved: true
      )
      if isBetter(solution, than: best) { best = solution }
    }
    return best
  }

  private static func isBetter(_ a: ListSolution, than b: ListSolution?) -> Bool {
    guard let b else { return true }
    guard (a.value, b.effort) == (b.value, a.effort) else {
      return (b.value, a.effort) < (a.value, b.effort)
    }
    // At the first account by which they differ, the list that holds it wins.
    let (own, others) = (Set(a.accounts), Set(b.accounts))
    guard let first = own.symmetricDifference(others).min() else { return false }
    return own.contains(first)
  }

  /// Bellman's recursion (1957) over whole days.
  private static func knapsack(_ values: [Int64], _ efforts: [Int64], _ limit: Int) -> Int128 {
    var best = [Int64](repeating: 0, count: limit + 1)
    for (value, effort) in zip(values, efforts) {
      for room in stride(from: limit, through: Int(effort), by: -1) {
        best[room] = max(best[room], best[room - Int(effort)] + value)
      }
    }
    return Int128(best[limit])
  }
}

/// Whole numbers from a seed.
private struct Draws {
  private var stream: RandomNumbers.Stream

  init(_ seed: UInt64) { stream = RandomNumbers(seed: seed).stream(0) }

  mutating func below(_ bound: Int) -> Int { Int(stream.next() * Double(bound)) }
}
