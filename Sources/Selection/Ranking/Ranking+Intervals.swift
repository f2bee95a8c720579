// SPDX-License-Identifier: Apache-2.0
import Accounts

extension Ranking {
  /// Which accounts belong to the best whatever their missing values are, and which may.
  public struct Membership: Sendable, Equatable {
    /// Indices of the accounts among the best for every missing value within its interval.
    public var necessary: Set<Int>
    /// Indices of the accounts among the best for some missing values.
    public var possible: Set<Int>

    /// Describes the members.
    package init(necessary: Set<Int>, possible: Set<Int>) {
      self.necessary = necessary
      self.possible = possible
    }
  }

  /// Necessary and possible members of the best `size` accounts, decisions and limits aside.
  ///
  /// *Definition* Each account's interval of scores is taken by itself: necessary where fewer than
  /// `size` others can reach its lowest score, possible where fewer than `size` others are certain
  /// to exceed its highest. Where scores hang on other accounts (TOPSIS, VIKOR, PROMETHEE) the
  /// intervals hold every score that is possible (``ScoreBounds``), so nobody is called necessary who
  /// is not, and every possible member is found.
  ///
  /// - Complexity: O(n log n)
  public func membership(ofBest size: Int) -> Membership {
    let ranked = rows.prefix { $0.rank != nil }
    let ranges = ranked.map { row in
      row.scoreRange ?? (row.scoreBillionths ?? 0)...(row.scoreBillionths ?? 0)
    }
    let highest = ranges.map(\.upperBound).sorted(by: >)
    let lowest = ranges.map(\.lowerBound).sorted(by: >)
    var result = Membership(necessary: [], possible: [])
    for (row, range) in zip(ranked, ranges) {
      // The account itself always reaches its own lowest score and never exceeds its highest.
      let rivals = Self.count(in: highest) { $0 >= range.lowerBound } - 1
      if rivals < size { result.necessary.insert(row.account) }
      let superiors = Self.count(in: lowest) { $0 > range.upperBound }
      if superiors < size { result.possible.insert(row.account) }
    }
    return result
  }

  /// How many of the descending scores meet a condition that the leading ones meet.
  private static func count(in scores: [Int64], where meets: (Int64) -> Bool) -> Int {
    var (low, high) = (0, scores.count)
    while low < high {
      let middle = (low + high) / 2
      if meets(scores[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension ShortlistBuilder {
  /// Who might be on the list instead, where intervals leave that open.
  func intervalFindings() -> [Finding] {
    guard
      ranking.rows.contains(where: { $0.scoreRange.map { $0.lowerBound < $0.upperBound } ?? false })
    else {
      return []
    }
    let membership = ranking.membership(ofBest: rule.size)
    let open = membership.possible.subtracting(membership.necessary).sorted()
    guard !open.isEmpty else { return [] }
    let names = open.prefix(10).map { "'\(ranking.accounts[$0])'" }.joined(separator: ", ")
    let shown = names + (open.count > 10 ? ", ..." : "")
    return [
      Finding(
        .warning,
        "K-S027",
        field: "missing",
        found: String(open.count),
        message: LocalizedText(
          de: "fehlende Werte lassen offen, ob diese Kunden zu den besten \(rule.size) gehören:"
            + " \(shown)",
          en: "missing values leave open whether these accounts are among the best \(rule.size):"
            + " \(shown)"
        )
      )
    ]
  }
}
