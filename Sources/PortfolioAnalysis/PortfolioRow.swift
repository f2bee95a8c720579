// SPDX-License-Identifier: Apache-2.0
public import Accounts

/// One account in the portfolio: its share of the revenue and what could still be won.
public struct PortfolioRow: Sendable, Equatable {
  /// Classes by the revenue share of the accounts before an account.
  public enum Class: String, Sendable {
    /// Less than 80 % lie before it.
    case a = "A"
    /// 80 to 95 % lie before it.
    case b = "B"
    /// At least 95 % lie before it.
    case c = "C"
    /// No positive revenue.
    case none = "N"
  }

  /// Row of the account in the table.
  public var row: Int
  /// Share of the positive revenue of all accounts; nil without positive revenue.
  public var revenueShare: Double?
  /// Share of this and all larger accounts; nil without positive revenue.
  public var cumulativeShare: Double?
  /// The ABC class; ties share the class of the first.
  public var abc: Class
  /// Margin of this and all accounts with more margin (the whale curve), in units of one; nil
  /// without a margin.
  public var cumulativeProfit: Double?
  /// Revenue of the last twelve months over potential; nil unless both are known and the potential
  /// is positive and the revenue not negative.
  public var shareOfWallet: Double?
  /// max(0, potential - revenue of the last twelve months); nil where one of them is missing.
  public var potentialGap: Double?
  /// Compound growth of the last 12 months over the 12 before; nil unless both are positive.
  public var compoundGrowth: Double?
  /// Sample standard deviation over mean of the last twelve months; nil below four months.
  public var volatility: Double?
  /// How much the account swings with all accounts (``PortfolioRisk``).
  public var beta: Double?
  /// The field of the portfolio matrix.
  public var field: PortfolioMatrix.Field?
  /// The place on the vertical axis of the matrix, 0 to 1.
  public var attractiveness: Double?
  /// The place on the horizontal axis of the matrix, 0 to 1.
  public var strength: Double?
  /// ``cumulativeProfit`` over the profit of all accounts; nil where that is not clearly positive.
  public var cumulativeProfitShare: Double?
  /// The account's part in the growth of all accounts (``GrowthDecomposition``).
  public var growthContribution: Double?
  /// The account's part in the swings of all accounts (``PortfolioRisk``).
  public var riskContribution: Double?
}

extension PortfolioRow {
  /// The portfolio by descending revenue, ties by id; accounts without positive revenue last.
  ///
  /// Figures use the values named `revenue`, `margin` and `potential`, as far as they exist.
  /// - Returns: one row per account, or none when there is no value named `revenue`.
  public static func rows(of table: AccountTable) -> [PortfolioRow] {
    guard let revenue = table.value(named: "revenue") else { return [] }
    let total = revenue.totals.reduce(Int128(0)) { $0 + max(0, $1 ?? 0) }
    let whale = table.value(named: "margin").map(cumulativeProfits)
    let measures = Measures(table)
    var before: Int128 = 0
    var classBefore: Int128 = 0
    var last: Int128?
    return revenue.totals.descendingRows.map { row in
      var found = PortfolioRow(row: row, abc: .none)
      measures.fill(&found)
      found.cumulativeProfit = whale?[row]
      guard let amount = revenue.totals[row], amount > 0 else { return found }
      if amount != last { classBefore = before }
      last = amount
      before += amount
      found.abc = classBefore * 100 < total * 80 ? .a : classBefore * 100 < total * 95 ? .b : .c
      found.revenueShare = nearestDouble(amount, decimals: 4) / nearestDouble(total, decimals: 4)
      found.cumulativeShare = nearestDouble(before, decimals: 4) / nearestDouble(total, decimals: 4)
      return found
    }
  }

  /// Per row the margin of its account and of all with more; none without a margin.
  private static func cumulativeProfits(_ margin: ValueColumn) -> NumberColumn {
    var found = NumberColumn(missing: margin.totals.count)
    var sum: Int128 = 0
    for row in margin.totals.descendingRows {
      guard let amount = margin.totals[row] else { break }
      sum += amount
      found[row] = nearestDouble(sum, decimals: margin.decimals)
    }
    return found
  }

  /// The figures that are plain measures of one account.
  private struct Measures {
    private let revenue: NumberColumn
    private let potential: NumberColumn
    private let growth: NumberColumn
    private let volatility: NumberColumn

    init(_ table: AccountTable) {
      let evaluator = MeasureEvaluator(table)
      let compute = { (text: String) -> NumberColumn in
        (try? Expression(parsing: text)).map(evaluator.numbers)
          ?? NumberColumn(missing: table.count)
      }
      let hasPeriods = table.value(named: "revenue")?.periodSums.isEmpty == false
      revenue = compute(hasPeriods ? "sum(revenue, 12)" : "revenue")
      potential = compute("potential")
      growth = compute("cagr(revenue, 12)")
      volatility = compute("volatility(revenue, 12)")
    }

    func fill(_ found: inout PortfolioRow) {
      let row = found.row
      found.compoundGrowth = growth[row]
      found.volatility = volatility[row]
      guard let potential = potential[row], let revenue = revenue[row] else { return }
      found.potentialGap = max(0, potential - revenue)
      if potential > 0, revenue >= 0 { found.shareOfWallet = revenue / potential }
    }
  }
}
