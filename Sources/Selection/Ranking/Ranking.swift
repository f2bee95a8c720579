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
  ///
  /// Rankings hold millions of these, so what few of them have stands apart.
  public struct Row: Sendable, Equatable {
    /// What few rows have.
    private struct Extra: Equatable {
      var scoreRange: ClosedRange<Int64>?
      var reason: LocalizedText?
    }

    @usableFromInline var score: Int64 = 0
    /// One element, or none where there is nothing in it.
    private var extra: [Extra] = []
    @usableFromInline var accountIndex: Int32
    /// 0 without a rank.
    @usableFromInline var place: Int32
    @usableFromInline var hasScore: Bool
    /// What became of the account.
    public var status: Status

    /// Describes the place of one account.
    public init(
      account: Int,
      rank: Int? = nil,
      scoreBillionths: Int64? = nil,
      status: Status,
      reason: LocalizedText? = nil
    ) {
      accountIndex = Int32(account)
      place = Int32(rank ?? 0)
      score = scoreBillionths ?? 0
      hasScore = scoreBillionths != nil
      self.status = status
      if let reason { extra = [Extra(reason: reason)] }
    }
  }

  /// One criterion's figures for all accounts.
  public struct Column: Sendable, Equatable {
    /// The criterion and its weight.
    public var criterion: WeightedCriterion
    /// One value per account, nil where it is missing.
    public var values: NumberColumn
    /// One utility per account, with what a missing value was given; nil for the unranked and
    /// where the other criteria were reweighted.
    public var utilities: NumberColumn
  }

  /// The account ids, ascending by UTF-8 bytes.
  public var accounts: [String]
  /// One row per account: by rank, within a rank and among the unranked by id.
  public var rows: [Row]
  /// One column per leaf criterion.
  public var columns: [Column]
  /// What the criteria give to the scores.
  var pieces: ScorePieces
  /// How scores came about.
  public var method: DecisionMethod
  /// The accounts that VIKOR proposes together, by index; nil for other methods.
  public var compromiseSet: [Int]?
  /// What is to be said about scales, weights and missing values.
  public var findings: [Finding]

  /// What criterion `j` gives to the scores; what the parts mean is up to the method
  /// (``DecisionMethod/contributionsExplained``).
  public func contributions(of j: Int) -> Contributions { Contributions(pieces, of: j, columns[j]) }

  /// How many accounts have a rank; they are the first rows.
  public var rankedCount: Int { rows.count { $0.rank != nil } }

  /// The accounts with a rank, ascending by id.
  ///
  /// - Complexity: O(n)
  package var rankedAccounts: [Int] {
    var isRanked = [Bool](repeating: false, count: accounts.count)
    for row in rows where row.rank != nil { isRanked[row.account] = true }
    return isRanked.indices.filter { isRanked[$0] }
  }

  /// Per account the index of its row.
  ///
  /// - Complexity: O(n)
  public var rowOfAccount: [Int] {
    var places = [Int](repeating: 0, count: rows.count)
    for (place, row) in rows.enumerated() { places[row.account] = place }
    return places
  }
}

extension Ranking.Row {
  /// The index of the account in ``Ranking/accounts``.
  @inlinable public var account: Int {
    get { Int(accountIndex) }
    set { accountIndex = Int32(newValue) }
  }

  /// The competition rank (1, 2, 2, 4), nil without one.
  @inlinable public var rank: Int? {
    get { place > 0 ? Int(place) : nil }
    set { place = Int32(newValue ?? 0) }
  }

  /// floor(score * 10⁹ + 0.5), nil without a rank.
  @inlinable public var scoreBillionths: Int64? {
    get { hasScore ? score : nil }
    set { (score, hasScore) = (newValue ?? 0, newValue != nil) }
  }

  /// The lowest and highest score that missing values allow under the interval policy, nil
  /// elsewhere.
  public var scoreRange: ClosedRange<Int64>? {
    get { extra.first?.scoreRange }
    set { setExtra { $0.scoreRange = newValue } }
  }

  /// Why, where there is something to say.
  public var reason: LocalizedText? {
    get { extra.first?.reason }
    set { setExtra { $0.reason = newValue } }
  }

  private mutating func setExtra(_ change: (inout Extra) -> Void) {
    var changed = extra.first ?? Extra()
    change(&changed)
    extra = changed == Extra() ? [] : [changed]
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
