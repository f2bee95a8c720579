// SPDX-License-Identifier: Apache-2.0

/// One line of a company's sales: an invoice total of a month or a credit note.
struct SampleBooking: Equatable {
  /// The month, 0 is January 2023.
  let month: Int
  /// Revenue in hundredths of the invoice currency.
  let revenue: Int
  /// Contribution margin in hundredths; nil where the cost estimate is missing.
  let margin: Int?
}

extension SampleCompany {
  /// All bookings in the order of their months; a credit note follows its month.
  var bookings: [SampleBooking] {
    guard let trade else { return [] }
    return (trade.firstMonth...max(trade.firstMonth, trade.lastMonth)).flatMap { month in
      bookings(of: trade, in: month)
    }
  }

  /// Two customers have a month without cost estimate, by place in the list of companies.
  private static let monthWithoutCost = [93: 20, 90: 31]

  private func bookings(of trade: SampleTrade, in month: Int) -> [SampleBooking] {
    let gap = SampleRandom(company: ordinal, purpose: .gap)
    guard !gap.happens(month, permille: trade.gaps) else { return [] }
    let revenue = invoiced(by: trade, in: month)
    let margin = revenue * marginPermille(of: trade, in: month) / 1000
    let invoice = SampleBooking(
      month: month,
      revenue: revenue,
      margin: Self.monthWithoutCost[ordinal] == month ? nil : margin
    )
    guard let credit = credited(on: revenue, in: month) else { return [invoice] }
    // A credit note takes revenue back in full, but only part of the cost.
    return [invoice, SampleBooking(month: month, revenue: -credit, margin: -credit * 7 / 10)]
  }

  /// Level, season and noise of a month; whoever orders rarely orders more at a time.
  private func invoiced(by trade: SampleTrade, in month: Int) -> Int {
    let noise = SampleRandom(company: ordinal, purpose: .revenue)
    let spread = 60 + trade.gaps / 3
    let average = trade.annualThousands * 100_000 / 12 * 1000 / (1000 - trade.gaps)
    let level = average / 1000 * trade.level(in: month) / 1000 * segment.season[month % 12]
    let cents = level / 1000 * noise.integer(month, in: (1000 - spread)...(1000 + spread))
    let odd = noise.integer(month + 100, in: 0...99)
    // Swiss invoices end on five centimes.
    return currency == "CHF" ? (cents + odd) / 5 * 5 : cents + odd
  }

  private func marginPermille(of trade: SampleTrade, in month: Int) -> Int {
    let noise = SampleRandom(company: ordinal, purpose: .margin)
    return trade.margin + noise.integer(month, in: -25...25)
  }

  /// A year-end bonus for large customers, and now and then a return.
  private func credited(on revenue: Int, in month: Int) -> Int? {
    let chance = SampleRandom(company: ordinal, purpose: .creditNote)
    if month % 12 == 11, let trade, trade.annualThousands >= 1_500 {
      return revenue / 1000 * 120 / 5 * 5
    }
    guard chance.happens(month, permille: 18) else { return nil }
    return revenue / 1000 * chance.integer(month + 100, in: 30...1_150) / 5 * 5
  }
}

extension SampleTrade {
  /// The level of a month in permille of January 2023: linear, with a bend in July 2024.
  func level(in month: Int) -> Int {
    let bend = 18
    let early = earlyGrowth * min(month, bend) / 12
    let late = lateGrowth * max(0, month - bend) / 12
    return max(50, 1000 + early + late)
  }
}
