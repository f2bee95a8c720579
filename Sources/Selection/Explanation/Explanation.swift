// SPDX-License-Identifier: Apache-2.0
import Accounts

/// Why an account is on the list or not, and what would have to change.
public struct Explanation: Sendable, Equatable {
  /// The smallest change of one value that moves the account across the cut, all else as it is.
  public struct Change: Sendable, Equatable {
    /// The criterion's name.
    public var criterion: String
    /// The value now, in the criterion's own unit; nil where it is missing.
    public var value: Double?
    /// A value that moves the account across the cut, rounded to six digits away from the present
    /// one and tried out; nil where no value of this criterion is enough.
    public var needed: Double?
    /// The difference of the two, nil where either is.
    public var difference: Double? {
      guard let value, let needed else { return nil }
      return needed - value
    }
  }

  /// The account id.
  public var account: String
  /// Its row in the ranking.
  public var row: Ranking.Row
  /// Whether it is on the list; the changes then say how far values may move before it drops out.
  public var isListed: Bool
  /// The account at the other side of the cut: the last one in for one outside, the first one out
  /// for one inside; decisions aside.
  public var rival: String?
  /// Own score minus that account's, in billionths; nil where either has no rank.
  public var marginBillionths: Int64?
  /// The criterion on which the account lies furthest behind that rival by contribution, nil where
  /// it lies behind on none.
  public var costliestCriterion: String?
  /// One change per criterion; empty where no value can help, because a gate or a decision put the
  /// account where it is.
  public var changes: [Change]
}

extension AccountSelector {
  /// Explains the place of the account with this id, or nil when there is no such account.
  ///
  /// Every change is verified by ranking once more with the changed value, so it holds for scales
  /// that look at the other accounts and for every method.
  ///
  /// - Complexity: about 30 rankings per criterion.
  public func explanation(of id: String, for input: SelectionInput) -> Explanation? {
    guard let account = input.accounts.firstIndex(of: id) else { return nil }
    let outcome = outcome(for: input)
    let ranking = outcome.ranking
    let row = ranking.rows[ranking.rowOfAccount[account]]
    let entry = outcome.shortlist.entries.first { $0.account == account }
    let listed = outcome.shortlist.entries
    let rival =
      entry == nil
      ? listed.last { $0.decision == nil && $0.rank != nil }?.account
      : ranking.rows.first { $0.status == .ranked }?.account
    var explanation = Explanation(
      account: id,
      row: row,
      isListed: entry != nil,
      rival: rival.map { input.accounts[$0] },
      marginBillionths: nil,
      costliestCriterion: nil,
      changes: []
    )
    if let rival {
      let other = ranking.rows[ranking.rowOfAccount[rival]]
      if let own = row.scoreBillionths, let theirs = other.scoreBillionths {
        explanation.marginBillionths = Int64(clamping: Int128(own) - Int128(theirs))
      }
      explanation.costliestCriterion = ranking.costliestCriterion(of: account, against: rival)
    }
    let isMovable = entry?.decision == nil && row.status != .gated && row.status != .excluded
    if isMovable {
      explanation.changes = ranking.columns.indices.map { j in
        change(of: j, account, in: input, ranking, isListed: entry != nil)
      }
    }
    return explanation
  }

  private func change(
    of j: Int,
    _ account: Int,
    in input: SelectionInput,
    _ ranking: Ranking,
    isListed: Bool
  ) -> Explanation.Change {
    let criterion = ranking.columns[j].criterion.criterion
    var trial = input
    let search = ThresholdSearch(criterion: criterion, values: input.values[j]) { value in
      trial.values[j][account] = value
      return lists(account, for: trial) != isListed
    }
    let value = input.values[j][account]
    return Explanation.Change(
      criterion: criterion.name,
      value: value,
      needed: search.nearestFlip(from: value)
    )
  }
}

extension Ranking {
  fileprivate func costliestCriterion(of account: Int, against rival: Int) -> String? {
    var worst: (name: String, gap: Double)?
    for j in columns.indices {
      let parts = contributions(of: j)
      guard let own = parts[account], let theirs = parts[rival], theirs - own > worst?.gap ?? 0
      else { continue }
      worst = (columns[j].criterion.name, theirs - own)
    }
    return worst?.name
  }
}
