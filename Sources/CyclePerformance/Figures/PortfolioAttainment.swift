// SPDX-License-Identifier: Apache-2.0
import Accounts

/// The attainment of a portfolio of accounts, in three weightings and by tier.
package struct PortfolioAttainment: Sendable, Equatable {
  /// One account of the portfolio.
  package struct Row: Sendable {
    /// The account.
    package var account: String
    /// Its tier, nil where there is none.
    package var tier: String?
    /// Its revenue, nil where it is missing.
    package var revenue: Double?
    /// Its potential, nil where it is missing.
    package var potential: Double?
    /// What it reached, nil without data.
    package var attainment: Double?

    /// An account with what it weighs and reached.
    package init(
      account: String,
      tier: String?,
      revenue: Double?,
      potential: Double?,
      attainment: Double?
    ) {
      self.account = account
      self.tier = tier
      self.revenue = revenue
      self.potential = potential
      self.attainment = attainment
    }
  }

  /// The attainment of one tier.
  package struct Tier: Sendable, Equatable {
    /// The tier.
    package var name: String
    /// The mean over its accounts, all equal.
    package var attainment: RolledUp
    /// How many accounts it has, those without data included.
    package var count: Int
  }

  /// Every account counts the same.
  package let equal: RolledUp
  /// Accounts weighted by revenue; those without one have no weight.
  package let byRevenue: RolledUp
  /// Accounts weighted by potential; those without one have no weight.
  package let byPotential: RolledUp
  /// The tiers by name; accounts without one belong to none.
  package let tiers: [Tier]

  /// Adds up `rows` in the order of their account ids.
  package init(_ rows: [Row]) {
    let isOrdered = zip(rows, rows.dropFirst()).allSatisfy {
      !$1.account.isBytewiseLess(than: $0.account)
    }
    let ordered = isOrdered ? rows : rows.sorted { $0.account.isBytewiseLess(than: $1.account) }
    equal = Self.mean(ordered) { _ in 1 }
    byRevenue = Self.mean(ordered) { $0.revenue ?? 0 }
    byPotential = Self.mean(ordered) { $0.potential ?? 0 }
    tiers = Dictionary(grouping: ordered.filter { $0.tier != nil }) { $0.tier ?? "" }
      .map { Tier(name: $0, attainment: Self.mean($1) { _ in 1 }, count: $1.count) }
      .sorted { $0.name.isBytewiseLess(than: $1.name) }
  }

  private static func mean(_ rows: [Row], weight: (Row) -> Double) -> RolledUp {
    var sum = RolledUp.Sum()
    for row in rows { sum.add(row.attainment, weight: weight(row)) }
    return RolledUp(sum, missing: .exclude)
  }
}
