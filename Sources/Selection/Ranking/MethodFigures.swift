// SPDX-License-Identifier: Apache-2.0
import Accounts

/// What TOPSIS, VIKOR and PROMETHEE know of the ranked accounts beside their scores.
public struct MethodFigures: Sendable, Equatable {
  /// The figures of one method, one per account.
  public enum Figures: Sendable, Equatable {
    /// Distances to the best and to the worst of all weighted utilities.
    case topsis(toIdeal: [Double], toAntiIdeal: [Double])
    /// Group regret S, individual regret R and the index Q, and who belongs to the compromise set.
    case vikor(s: [Double], r: [Double], q: [Double], isCompromise: [Bool])
    /// Positive and negative flows, and the partial order of PROMETHEE I in counts of accounts.
    case promethee(
      positive: [Double],
      negative: [Double],
      outranks: [Int],
      outrankedBy: [Int],
      incomparable: [Int]
    )
  }

  /// The two conditions of VIKOR and the accounts that it proposes together.
  public struct Compromise: Sendable, Equatable {
    /// Indices of the accounts, in the order of Q.
    public var accounts: [Int]
    /// Whether the first is far enough ahead of the second.
    public var hasAdvantage: Bool
    /// Whether the first by Q is also first by S or by R.
    public var isStable: Bool
  }

  /// Above so many accounts the figures, which nothing hangs on, are left out.
  public static let mostAccounts = 200_000

  /// The rows of the ranking, by place: the ranked accounts in their order.
  public let accounts: [Int]
  /// The figures in that order.
  public let figures: Figures
  /// What VIKOR proposes; nil for other methods.
  public let compromise: Compromise?

  /// The figures of each method for no account, to describe them.
  package static let ofNobody = [
    MethodFigures(.topsis(toIdeal: [], toAntiIdeal: [])),
    MethodFigures(.vikor(s: [], r: [], q: [], isCompromise: [])),
    MethodFigures(
      .promethee(positive: [], negative: [], outranks: [], outrankedBy: [], incomparable: [])
    ),
  ]

  private init(_ figures: Figures) {
    accounts = []
    self.figures = figures
    compromise = nil
  }

  /// Works the figures out again; nil for methods that have none, and for nobody or too many.
  public init?(_ ranking: Ranking) {
    let count = ranking.rankedCount
    guard (1...Self.mostAccounts).contains(count), ranking.method.hasFigures else { return nil }
    let ranked = ranking.rankedAccounts
    var place = [Int](repeating: 0, count: ranking.accounts.count)
    for (index, account) in ranked.enumerated() { place[account] = index }
    accounts = ranking.rows.prefix(count).map(\.account)
    let order = accounts.map { place[$0] }
    let leaves = ranking.columns.map(\.criterion)
    let weights = leaves.map(\.weight)
    let columns = FilledUtilities.complete(
      ranking.columns.map { $0.utilities.gathered(ranked) },
      weights: weights
    )
    let upwards = [Criterion.Direction](repeating: .maximise, count: columns.count)
    switch ranking.method {
    case .vikor(let v):
      let result = VIKOR(columns, upwards, weights: weights, v: v)
      let proposed = result.compromise
      let members = Set(proposed.accounts)
      figures = .vikor(
        s: order.map { result.groupRegret[$0] },
        r: order.map { result.individualRegret[$0] },
        q: order.map { result.index[$0] },
        isCompromise: order.map(members.contains)
      )
      compromise = Compromise(
        accounts: proposed.accounts.map { ranked[$0] },
        hasAdvantage: proposed.hasAdvantage,
        isStable: proposed.isStable
      )
    case .promethee(let thresholds):
      let functions = leaves.map {
        PreferenceFunction(thresholds.overridden(by: $0.criterion.preference)) ?? .usual
      }
      let flows = PROMETHEE(columns, upwards, weights: weights, functions: functions)
      let counts = OutrankingCounts(flows)
      figures = .promethee(
        positive: order.map { flows.positiveFlows[$0] },
        negative: order.map { flows.negativeFlows[$0] },
        outranks: order.map { counts.outranks[$0] },
        outrankedBy: order.map { counts.outrankedBy[$0] },
        incomparable: order.map { counts.incomparable[$0] }
      )
      compromise = nil
    default:
      let result = TOPSIS(columns, weights: weights)
      figures = .topsis(
        toIdeal: order.map { result.distancesToIdeal[$0] },
        toAntiIdeal: order.map { result.distancesToAntiIdeal[$0] }
      )
      compromise = nil
    }
  }
}

extension DecisionMethod {
  /// Whether the method knows more of an account than its score.
  fileprivate var hasFigures: Bool {
    switch self {
    case .topsis, .vikor, .promethee: true
    case .weightedSum, .weightedProduct, .spotis: false
    }
  }
}
