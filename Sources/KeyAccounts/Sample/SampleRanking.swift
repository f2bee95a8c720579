// SPDX-License-Identifier: Apache-2.0

/// A former selection run: the sample's programme applied to the data of its day.
///
/// It follows the gates, scales and weights of ``SampleProgrammeText``, in whole numbers, so that
/// the runs before the OKR cycles fit the run of today.
struct SampleRanking {
  /// One account in the ranking.
  struct Entry {
    let account: String
    let name: String
    let figures: Figures
    /// Utility of each criterion in billionths, in the order of the programme.
    let utilities: [Int]

    /// Weighted sum in billionths.
    var score: Int { zip(SampleRanking.weights, utilities).reduce(0) { $0 + $1.0 * $1.1 } / 100 }
  }

  /// What the criteria look at, in whole EUR and millionths.
  struct Figures {
    var revenue = 0
    var priorRevenue = 0
    var margin = 0
    var isMarginKnown = true
    var potential: Int?

    var openPotential: Int? { potential.map { max(0, $0 - revenue) } }
    var growth: Int? {
      priorRevenue > 0 ? (revenue - priorRevenue) * 1_000_000 / priorRevenue : nil
    }
    var marginRate: Int? { revenue > 0 && isMarginKnown ? margin * 1_000_000 / revenue : nil }
  }

  /// The accounts that passed the gates, best first.
  let ranked: [Entry]
  private let gated: [(entry: Entry, reason: String)]

  private static let weights = [40, 25, 20, 15]
  private static let criteria = ["Offenes Potenzial", "Umsatz 12 Monate", "Wachstum", "DB-Marge"]

  /// Ranks the groups of `portfolio` by the twelve months that end with `lastMonth`.
  init(_ portfolio: SamplePortfolio, lastMonth: Int) {
    var ranked: [Entry] = []
    var gated: [(entry: Entry, reason: String)] = []
    for (head, members) in Self.groups(of: portfolio) {
      let figures = Self.figures(of: members, lastMonth: lastMonth)
      let entry = Entry(
        account: head.number,
        name: head.name,
        figures: figures,
        utilities: Self.utilities(of: figures)
      )
      if let reason = Self.failedGate(of: head, figures) {
        gated.append((entry, reason))
      } else {
        ranked.append(entry)
      }
    }
    self.ranked = ranked.sorted { ($1.score, $0.account) < ($0.score, $1.account) }
    self.gated = gated.sorted { $0.entry.account < $1.entry.account }
  }

  /// The file `ranking.csv` of the run.
  var text: String {
    let header =
      ["rank", "account", "name", "score", "status", "reason"]
      + Self.criteria.flatMap { ["\($0)_value", "\($0)_utility", "\($0)_contribution"] }
    let rows = ranked.enumerated().map { index, entry in
      line(entry, rank: String(index + 1), status: index < 10 ? "shortlisted" : "ranked", "")
    }
    let unranked = gated.map { line($0.entry, rank: "", status: "gated", $0.reason) }
    return ([header.joined(separator: ",")] + rows + unranked).map { $0 + "\n" }.joined()
  }

  private func line(_ entry: Entry, rank: String, status: String, _ reason: String) -> String {
    let figures = entry.figures
    let values = [
      figures.openPotential.map(String.init), String(figures.revenue),
      figures.growth.map { SampleNumber.plain($0, decimals: 6) },
      figures.marginRate.map { SampleNumber.plain($0, decimals: 6) },
    ]
    let criteria = zip(zip(values, entry.utilities), Self.weights).flatMap { cell, weight in
      [
        cell.0 ?? "", SampleNumber.plain(cell.1, decimals: 9),
        SampleNumber.plain(cell.1 * weight / 100, decimals: 9),
      ]
    }
    let score = rank.isEmpty ? "" : SampleNumber.plain(entry.score, decimals: 9)
    let fields = [rank, entry.account, entry.name, score, status, reason] + criteria
    return SampleField.line(fields, separator: ",")
  }
}

// MARK: - Figures

extension SampleRanking {
  private typealias Group = (head: SampleCompany, members: [SampleCompany])

  private static func groups(of portfolio: SamplePortfolio) -> [Group] {
    let customers = portfolio.companies.filter { $0.system != .crm }
    let members = Dictionary(grouping: customers) { portfolio.top(of: $0) }
    return customers.compactMap { head in members[head.number].map { (head, $0) } }
  }

  private static func figures(of members: [SampleCompany], lastMonth: Int) -> Figures {
    var sums = [0, 0, 0]
    var isMarginKnown = true
    for member in members {
      for booking in member.bookings {
        let rate = SampleRates.rate(of: member.currency, in: booking.month)
        switch lastMonth - booking.month {
        case 0..<12:
          sums[0] += booking.revenue * rate
          sums[2] += (booking.margin ?? 0) * rate
          isMarginKnown = isMarginKnown && booking.margin != nil
        case 12..<24: sums[1] += booking.revenue * rate
        default: break
        }
      }
    }
    // Hundredths times ten-thousandths.
    return Figures(
      revenue: sums[0] / 1_000_000,
      priorRevenue: sums[1] / 1_000_000,
      margin: sums[2] / 1_000_000,
      isMarginKnown: isMarginKnown,
      potential: members.compactMap(SampleCRMExport.readablePotential).first.map { $0 * 1_000 }
    )
  }

  private static func failedGate(of head: SampleCompany, _ figures: Figures) -> String? {
    if head.segment == .intercompany { return "segment != \"Intercompany\"" }
    if figures.revenue < 100_000 { return "revenue_12m >= 100000" }
    return (figures.marginRate ?? 0) < 50_000 ? "margin_rate >= 0.05" : nil
  }

  /// The scales of the programme; a missing value is worth as much as the worst.
  private static func utilities(of figures: Figures) -> [Int] {
    [
      figures.openPotential.map { $0 * 1_000_000_000 / 20_000_000 } ?? 0,
      figures.revenue * 1_000_000_000 / 12_000_000,
      figures.growth.map { ($0 + 200_000) * 1_000_000_000 / 600_000 } ?? 0,
      figures.marginRate.map { ($0 - 100_000) * 1_000_000_000 / 300_000 } ?? 0,
    ].map { min(1_000_000_000, max(0, $0)) }
  }
}
