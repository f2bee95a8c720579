// SPDX-License-Identifier: Apache-2.0

/// How sure it is who is on a list, as far as weights are open.
public struct ListRobustness: Sendable, Equatable {
  /// How sure the place of an account is.
  public enum Verdict: String, Sendable, CaseIterable {
    /// On the list under at least 95 % of the weights.
    case safe
    /// On the list under more than 5 % and less than 95 % of the weights.
    case contested
    /// On the list under at most 5 % of the weights.
    case out

    /// Judges a probability.
    public init(_ probability: Double) {
      self = probability >= 0.95 ? .safe : probability > 0.05 ? .contested : .out
    }
  }

  /// The smallest move of one weight that changes whether an account is on the list.
  public struct Flip: Sendable, Equatable {
    /// The criterion whose weight moves, by its place among the leaves.
    public var criterion: Int
    /// The signed change of its normalised weight; the other weights keep their proportions.
    public var change: Double
  }

  /// One account.
  public struct Row: Sendable, Equatable {
    /// The index of the account in the ranking.
    public var account: Int
    /// Its rank under the given weights, nil for one that a decision includes without a rank.
    public var rank: Int?
    /// The share of weights that put it on the list.
    public var probability: Double
    /// The best rank, nil where it was not counted.
    public var bestRank: Int?
    /// The worst rank, nil where it was not counted.
    public var worstRank: Int?
    /// The mean rank, nil where it was not counted.
    public var meanRank: Double?
    /// The smallest move that flips it, nil where no single weight does.
    public var flip: Flip?
    /// The mean of the weights that put it on the list, nil where none does.
    public var centralWeights: [Double]?
    /// How sure its place is.
    public var verdict: Verdict { Verdict(probability) }
  }

  /// How weights were drawn.
  public var sampling: WeightSampling
  /// How many accounts were ranked.
  public var rankedCount: Int
  /// The accounts looked at, ascending by id.
  public var rows: [Row]

  /// Gathers the accounts looked at.
  package init(sampling: WeightSampling, rankedCount: Int, rows: [Row]) {
    self.sampling = sampling
    self.rankedCount = rankedCount
    self.rows = rows
  }

  /// The word for an account on the list: `safe`, or else `contested`.
  public static func stability(_ probability: Double) -> String {
    (Verdict(probability) == .safe ? Verdict.safe : .contested).rawValue
  }

  /// The standard error of a probability: the square root of p (1 - p) / samples.
  public func standardError(of probability: Double) -> Double {
    (max(0, probability * (1 - probability)) / Double(max(1, sampling.samples))).squareRoot()
  }
}
