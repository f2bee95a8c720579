// SPDX-License-Identifier: Apache-2.0

/// The profitability report of the German ERP as a list in Windows-1252: preamble, header again
/// after each page, minus behind the number, totals row.
struct SampleSAPExport {
  private let companies: [SampleCompany]

  /// Lists the SAP customers of `portfolio`.
  init(_ portfolio: SamplePortfolio) {
    companies = portfolio.companies(in: .sap)
  }

  /// The number under which SAP collects one-time customers.
  private static let oneTimeCustomer = "0000999999"
  private static let header = "Debitor;Name 1;Branche;Land;Periode;Umsatz;DB I"
  private static let linesPerPage = 2_000

  /// The file.
  var file: SampleFile {
    var lines = [
      "Bericht;ZKE_KUNDENERGEBNIS Kundenergebnis monatlich;;;;;",
      "Ergebnisbereich;AHR1 Ahrental Antriebstechnik GmbH;;;;;",
      "Stand;09.01.2026 06:14:03;;;;;", ";;;;;;", Self.header,
    ]
    let rows = rows
    for (index, row) in rows.enumerated() {
      if index > 0, index % Self.linesPerPage == 0 { lines += ["", Self.header] }
      lines.append(row.line)
    }
    lines.append(total(of: rows))
    let text = lines.map { $0 + "\r\n" }.joined()
    return SampleFile(path: "exports/sap_umsatz.csv", bytes: Self.windows1252(text))
  }

  private struct Row {
    let line: String
    let revenue: Int
    let margin: Int

    init(_ fields: [String], _ booking: SampleBooking) {
      revenue = booking.revenue
      margin = booking.margin ?? 0
      let amounts = [
        SampleNumber.german(booking.revenue), booking.margin.map(SampleNumber.german) ?? "",
      ]
      line = (fields + [SampleMonths.fiscal(booking.month)] + amounts).joined(separator: ";")
    }
  }

  private var rows: [Row] {
    let regular = companies.flatMap { company in
      company.bookings.map { booking in
        Row([company.number, company.name, company.segment.rawValue, company.country], booking)
      }
    }
    return regular + oneTimeRows + [unassignedRow]
  }

  /// A quarter's sales to one-time customers, which the programme sets aside.
  private var oneTimeRows: [Row] {
    let chance = SampleRandom(company: 9_999, purpose: .revenue)
    return stride(from: 2, to: SampleMonths.count, by: 3).map { month in
      let revenue = chance.integer(month, in: 180_000...950_000)
      return Row(
        [Self.oneTimeCustomer, "CPD Inland", "", "DE"],
        SampleBooking(month: month, revenue: revenue, margin: revenue * 3 / 10)
      )
    }
  }

  /// Freight that profitability analysis could not assign: no customer, so nobody can use it, yet
  /// the totals row has it.
  private var unassignedRow: Row {
    Row(
      ["", "Nicht zugeordnet", "", ""],
      SampleBooking(month: 29, revenue: 1_842_50, margin: -310_00)
    )
  }

  private func total(of rows: [Row]) -> String {
    let revenue = SampleNumber.german(rows.reduce(0) { $0 + $1.revenue })
    let margin = SampleNumber.german(rows.reduce(0) { $0 + $1.margin })
    return "Gesamtergebnis;;;;;\(revenue);\(margin)"
  }

  /// The sample keeps to the letters that Latin-1 shares with Windows-1252.
  private static func windows1252(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { scalar in
      precondition(
        scalar.value < 0x80 || (0xA0...0xFF).contains(scalar.value),
        "'\(scalar)' has no place in the sample's Windows-1252 export"
      )
      return UInt8(scalar.value)
    }
  }
}
