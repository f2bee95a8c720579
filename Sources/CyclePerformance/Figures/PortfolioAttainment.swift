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
    let sums = Sums(ordered)
    (equal, byRevenue, byPotential) = (sums.equal, sums.byRevenue, sums.byPotential)
    tiers = Dictionary(grouping: ordered.filter { $0.tier != nil }) { $0.tier ?? "" }
      .map { Tier(name: $0, attainment: Sums($1).equal, count: $1.count) }
      .sorted { $0.name.isBytewiseLess(than: $1.name) }
  }
}

extension PortfolioAttainment {
  /// The attainment of accounts that are added up one by one, in the order of their ids.
  struct Sums {
    private var ofAll = RolledUp.Sum()
    private var ofRevenue = RolledUp.Sum()
    private var ofPotential = RolledUp.Sum()

    /// No accounts.
    init() {}

    fileprivate init(_ rows: [Row]) {
      for row in rows { add(row.attainment, revenue: row.revenue, potential: row.potential) }
    }

    /// Adds what an account reached, nil without data.
    mutating func add(_ attainment: Double?, revenue: Double?, potential: Double?) {
      ofAll.add(attainment)
      ofRevenue.add(attainment, weight: revenue ?? 0)
      ofPotential.add(attainment, weight: potential ?? 0)
    }

    /// All count the same.
    var equal: RolledUp { RolledUp(ofAll, missing: .exclude) }
    /// Weighted by revenue.
    var byRevenue: RolledUp { RolledUp(ofRevenue, missing: .exclude) }
    /// Weighted by potential.
    var byPotential: RolledUp { RolledUp(ofPotential, missing: .exclude) }
  }
}
