// SPDX-License-Identifier: Apache-2.0

/// The monthly sales list of the Swiss ERP: UTF-8, apostrophes between the thousands, several
/// currencies, no totals.
struct SampleAbacusExport {
  private let companies: [SampleCompany]

  /// Lists the Abacus customers of `portfolio`.
  init(_ portfolio: SamplePortfolio) {
    companies = portfolio.companies(in: .abacus)
  }

  /// The file, month by month.
  var file: SampleFile {
    let header = "Kundennr.;Kunde;Land;Branche;Monat;Währung;Nettoerlös;Bruttomarge"
    let rows = companies.flatMap { company in
      company.bookings.map { (month: $0.month, line: line(of: company, $0)) }
    }
    let ordered = (0..<SampleMonths.count).flatMap { month in
      rows.filter { $0.month == month }.map(\.line)
    }
    let text = ([header] + ordered).map { $0 + "\r\n" }.joined()
    return SampleFile(path: "exports/abacus_schweiz.csv", text: text)
  }

  private func line(of company: SampleCompany, _ booking: SampleBooking) -> String {
    [
      company.number, company.name, company.country, company.segment.rawValue,
      SampleMonths.iso(booking.month), company.currency, SampleNumber.swiss(booking.revenue),
      booking.margin.map(SampleNumber.swiss) ?? "",
    ].joined(separator: ";")
  }
}
