// SPDX-License-Identifier: Apache-2.0
import Accounts

/// Solves a list under a capacity or quotas anew for each draw of weights.
///
/// *Definition* What an account adds is its score under the drawn weights; what it takes, the limit,
/// the seats, the quotas and the decisions stay. Of lists with the same sum of scores the solver's
/// first one counts.
struct ExactMembership: Sendable {
  private let scores: ReweightedScores
  private let problem: ListProblem
  private let placeOfAccount: [Int: Int]
  /// The forced accounts that have a rank, by place.
  private let included: [Int]

  /// Candidates that all draws together may weigh; a solver's search takes about 50 µs for each.
  private static let affordableWork = 200_000
  /// The same for what is looked at beside the draws.
  private static let affordableSearch = 100_000
  /// So many draws are made whatever they take.
  private static let fewestDraws = 100

  /// Takes the list of a ranking as its problem.
  init(
    _ scores: ReweightedScores,
    _ ranking: Ranking,
    _ rule: ShortlistRule,
    _ decisions: ActiveDecisions,
    _ input: SelectionInput
  ) {
    self.scores = scores
    problem = CandidateTable(ranking, rule, decisions, input).problem
    placeOfAccount = Dictionary(
      uniqueKeysWithValues: scores.accounts.enumerated().map { ($1, $0) }
    )
    included = problem.forced.compactMap { [placeOfAccount] in placeOfAccount[$0.account] }
  }

  /// So many of `samples` draws take about ten seconds at most.
  func affordable(_ samples: Int) -> Int {
    min(samples, max(Self.fewestDraws, Self.affordableWork / size))
  }

  /// So many lists are found in about three seconds.
  var affordableSolutions: Int { Self.affordableSearch / size }

  private var size: Int { max(1, problem.reduced().candidates.count) }

  /// The places on the list under some weights, ascending; nil where none was found.
  func list(_ weights: [Double]) -> [Int]? { seated(scores.scores(weights)) }

  /// Who is on the list under the draws of a bundle; nil where one of them has no list.
  func tally(_ bundle: DrawBundle) -> MembershipTally? {
    var tally = MembershipTally(count: scores.accounts.count, width: scores.weights.count)
    for index in 0..<bundle.count {
      let weights = Array(bundle.weights(index))
      let drawn = scores.scores(weights, draw: bundle.draws[index])
      guard let seated = seated(drawn) else { return nil }
      let best = RankedPlace.best(scores.accounts.count, of: drawn)
      tally.add(best: best, seated: seated, weights: weights)
    }
    return tally
  }

  private func seated(_ scores: [Double]) -> [Int]? {
    let billionths = scores.map { ScoreQuantum.billionths($0) }
    let lift = CandidateTable.lift(lowest: billionths.min() ?? 0)
    var drawn = problem
    for index in drawn.candidates.indices {
      guard let place = placeOfAccount[drawn.candidates[index].account] else { continue }
      drawn.candidates[index].value = CandidateTable.value(billionths[place], lift: lift)
    }
    drawn.candidates.sort(by: ListProblem.isAhead)
    let reduced = drawn.reduced()
    guard let solution = reduced.outcome(among: .any).solution else { return nil }
    let members = reduced.filled(solution)
    return Set(members.compactMap { placeOfAccount[$0] }).union(included).sorted()
  }
}
