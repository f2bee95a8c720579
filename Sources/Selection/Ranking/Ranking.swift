// SPDX-License-Identifier: Apache-2.0
public import Accounts

/// Every account with its rank and score, or the reason why it has none.
public struct Ranking: Sendable, Equatable {
  /// What became of an account.
  public enum Status: String, Sendable, CaseIterable {
    /// It is on the shortlist.
    case shortlisted
    /// It has a rank and is not on the list.
    case ranked
    /// It failed a gate.
    case gated
    /// A criterion without which it cannot be ranked is missing.
    case incomplete
    /// A decision keeps it off the list.
    case excluded
  }

  /// One account's place.
  public struct Row: Sendable, Equatable {
    /// The index of the account in ``Ranking/accounts``.
    public var account: Int
    /// The competition rank (1, 2, 2, 4), nil without one.
    public var rank: Int?
    /// floor(score * 10⁹ + 0.5), nil without a rank.
    public var scoreBillionths: Int64?
    /// The lowest and highest score that missing values allow under the interval policy, nil
    /// elsewhere.
    public var scoreRange: ClosedRange<Int64>?
    /// What became of the account.
    public var status: Status
    /// Why, where there is something to say.
    public var reason: LocalizedText?
  }

  /// One criterion's figures for all accounts.
  public struct Column: Sendable, Equatable {
    /// The criterion and its weight.
    public var criterion: WeightedCriterion
    /// One value per account, nil where it is missing.
    public var values: [Double?]
    /// One utility per account, with what a missing value was given; nil for the unranked and
    /// where the other criteria were reweighted.
    public var utilities: [Double?]
    /// One part of the score per account; what the parts mean is up to the method
    /// (``DecisionMethod/contributionsExplained``).
    public var contributions: [Double?]
  }

  /// The account ids, ascending by UTF-8 bytes.
  public var accounts: [String]
  /// One row per account: by rank, within a rank and among the unranked by id.
  public var rows: [Row]
  /// One column per leaf criterion.
  public var columns: [Column]
  /// How scores came about.
  public var method: DecisionMethod
  /// The accounts that VIKOR proposes together, by index; nil for other methods.
  public var compromiseSet: [Int]?
  /// What is to be said about scales, weights and missing values.
  public var findings: [Finding]

  /// How many accounts have a rank; they are the first rows.
  public var rankedCount: Int { rows.count { $0.rank != nil } }

  /// Per account the index of its row.
  ///
  /// - Complexity: O(n)
  public var rowOfAccount: [Int] {
    var places = [Int](repeating: 0, count: rows.count)
    for (place, row) in rows.enumerated() { places[row.account] = place }
    return places
  }
}

extension DecisionMethod {
  /// What the contributions of a ranking by this method mean.
  public var contributionsExplained: LocalizedText {
    switch self {
    case .weightedSum:
      LocalizedText(
        de: "Gewicht mal Nutzen; die Summe ist die Punktzahl",
        en: "weight times utility; they add up to the score"
      )
    case .weightedProduct:
      LocalizedText(
        de: "Nutzen hoch Gewicht; das Produkt ist die Punktzahl",
        en: "utility to the power of the weight; their product is the score"
      )
    case .topsis:
      LocalizedText(
        de: "Gewicht mal Nutzen; aus den Abständen dieser Werte zum Besten und Schlechtesten"
          + " entsteht die Punktzahl",
        en: "weight times utility; the score follows from their distances to the best and worst"
      )
    case .vikor:
      LocalizedText(
        de: "minus gewichtetes Bedauern; die Summe ist -S",
        en: "minus the weighted regret; they add up to -S"
      )
    case .promethee:
      LocalizedText(
        de: "gewichteter Nettofluss; die Summe ist die Punktzahl",
        en: "weighted net flow; they add up to the score"
      )
    case .spotis:
      LocalizedText(
        de: "Gewicht mal (1 - Abstand zum Ideal); die Summe ist die Punktzahl",
        en: "weight times (1 - distance to the ideal); they add up to the score"
      )
    }
  }
}
