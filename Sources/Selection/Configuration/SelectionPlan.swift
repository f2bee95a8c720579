// SPDX-License-Identifier: Apache-2.0
public import Accounts

/// Everything the programme says about choosing accounts.
public struct SelectionPlan: Sendable, Equatable {
  /// A knock-out rule.
  public struct Gate: Sendable, Equatable {
    /// The condition an account must meet.
    public var condition: Expression
    /// Where the programme states it.
    public var position: SourcePosition?

    /// Describes a gate.
    public init(_ condition: Expression, at position: SourcePosition? = nil) {
      self.condition = condition
      self.position = position
    }
  }

  /// The knock-outs, in programme order.
  public var gates: [Gate]
  /// The criteria, in programme order; a tree.
  public var criteria: [Criterion]
  /// How weights are found.
  public var weighting: Weighting
  /// How utilities become a score.
  public var method: DecisionMethod
  /// How the shortlist is cut.
  public var shortlist: ShortlistRule

  /// Ranks by weighted sum of points and shortlists the first `size`.
  public init(criteria: [Criterion], size: Int) {
    gates = []
    self.criteria = criteria
    weighting = .points
    method = .weightedSum
    shortlist = ShortlistRule(size: size)
  }
}

/// How the weights of sibling criteria are found.
public enum Weighting: Sendable, Equatable {
  /// The points of the programme, divided by their sum.
  case points
  /// All the same.
  case equal
  /// n, n-1, ... 1 in programme order, divided by the sum.
  case rankSum
  /// 1, 1/2, 1/3 ... divided by the sum.
  case rankReciprocal
  /// Rank-order centroid.
  case rankOrderCentroid
  /// Saaty's principal eigenvector of a pairwise comparison matrix.
  case ahp([[Double]])
  /// Points for the swing from the worst to the best value of each criterion, by name.
  case swing([String: Double])
  /// The linear best-worst method.
  case bestWorst(BestWorstJudgements)
  /// The averaged points of a group.
  case group(GroupPoints)
  /// A data-driven diagnostic, by its name in the programme: entropy, critic, merec or stddev.
  case objective(String)
}

/// How utilities become a score.
public enum DecisionMethod: Sendable, Equatable {
  /// Sum of weight times utility.
  case weightedSum
  /// Product of utility to the power of the weight.
  case weightedProduct
  /// Closeness to the ideal (Hwang and Yoon 1981).
  case topsis
  /// Compromise ranking (Opricovic 1998) with the weight `v` of group utility.
  case vikor(v: Double)
  /// Net outranking flow (Brans and Vincke 1985).
  case promethee(PreferenceThresholds)
  /// Distance to an ideal point within fixed bounds (Dezert and others 2020).
  case spotis

  /// The name in programme and reports.
  public var name: String {
    switch self {
    case .weightedSum: "weighted-sum"
    case .weightedProduct: "weighted-product"
    case .topsis: "topsis"
    case .vikor: "vikor"
    case .promethee: "promethee"
    case .spotis: "spotis"
    }
  }
}

/// How the shortlist is cut from the ranking.
public struct ShortlistRule: Sendable, Equatable {
  /// How many accounts the list holds; at most so many under a capacity or quotas.
  public var size: Int { didSet { isSizeAssumed = false } }
  /// Whether nobody gave the size; under a capacity it then bounds nothing.
  public var isSizeAssumed = false
  /// The accounts of the previous list, nil without one.
  public var incumbents: [String]?
  /// Rank up to which a newcomer enters; `size` unless given.
  public var enter: Int?
  /// Rank up to which an incumbent stays; `size` unless given.
  public var stay: Int?
  /// Decisions by people that override the ranking.
  public var decisions: [Decision]
  /// The effort that the list may take; nil for any.
  public var capacity: CapacityRule?
  /// Bounds on accounts that share an attribute's text, in programme order.
  public var quotas: [QuotaRule] = []

  /// Takes the first `size` accounts.
  public init(size: Int) {
    self.size = size
    decisions = []
  }
}

/// A decision by people to take an account in or out, whatever its rank.
public struct Decision: Sendable, Equatable {
  /// What was decided.
  public enum Verdict: String, Sendable, CaseIterable {
    /// On the list.
    case include
    /// Off the list.
    case exclude
  }

  /// The account id.
  public var account: String
  /// In or out.
  public var verdict: Verdict
  /// Why.
  public var reason: String
  /// Who decided: a function or committee, as the file says.
  public var decidedBy: String
  /// The level that decided: global, international, national or regional.
  public var level: String
  /// When.
  public var date: CalendarDate?
  /// Last day on which the decision holds; nil for no end.
  public var validUntil: CalendarDate?

  /// Records a decision.
  public init(
    account: String,
    verdict: Verdict,
    reason: String,
    decidedBy: String,
    level: String,
    date: CalendarDate?,
    validUntil: CalendarDate?
  ) {
    self.account = account
    self.verdict = verdict
    self.reason = reason
    self.decidedBy = decidedBy
    self.level = level
    self.date = date
    self.validUntil = validUntil
  }
}
