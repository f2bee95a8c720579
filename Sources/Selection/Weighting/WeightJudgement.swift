// SPDX-License-Identifier: Apache-2.0

/// How consistent the judgements behind the weights of one level of criteria are, or how far a group
/// agrees on them.
public struct WeightJudgement: Sendable, Equatable {
  /// The smallest and largest share that a group's members give a criterion.
  public struct Spread: Sendable, Equatable {
    /// The criterion's name.
    public var criterion: String
    /// The smallest share, 0 to 1.
    public var lowest: Double
    /// The largest share, 0 to 1.
    public var highest: Double
  }

  /// The name of the group of criteria, nil for the top level.
  public var group: String?
  /// The weighting: ahp, best-worst or group.
  public var weighting: String
  /// The consistency ratio; nil for groups of people.
  public var consistencyRatio: Double?
  /// Up to where the ratio is acceptable; nil where nobody says.
  public var threshold: Double?
  /// The largest eigenvalue of the comparison matrix; nil but for AHP.
  public var lambdaMax: Double?
  /// The random index that the ratio divides by, of the table of Saaty (1980); nil but for AHP.
  public var randomIndex: Double?
  /// The largest deviation that the weights leave (Rezaei 2016); nil but for best-worst.
  public var deviation: Double?
  /// The criteria whose judgements fit least: three under AHP, one under best-worst.
  public var leastConsistent: [String] = []
  /// Kendall's coefficient of concordance of the members, 0 to 1.
  public var concordance: Double?
  /// The mean share by which two members differ, 0 to 1.
  public var distance: Double?
  /// Per criterion how far the members are apart; empty elsewhere.
  public var spreads: [Spread] = []

  init(_ weighting: String, of group: String?) {
    self.weighting = weighting
    self.group = group
  }
}
