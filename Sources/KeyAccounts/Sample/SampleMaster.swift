// SPDX-License-Identifier: Apache-2.0

/// The customer master as a spreadsheet saves it, and the table that says which CRM account is
/// which ERP customer.
struct SampleMaster {
  private let companies: [SampleCompany]

  /// Describes the companies of `portfolio` that an ERP knows.
  init(_ portfolio: SamplePortfolio) {
    companies = portfolio.companies(in: .sap) + portfolio.companies(in: .abacus)
  }

  /// The customer master.
  var file: SampleFile {
    let header =
      "Kundennummer;Name 1;System;Konzernnummer;Land;Branche;Gebiet;gültig ab;gültig bis"
    let text = ([header] + companies.map(line)).map { $0 + "\r\n" }.joined()
    return SampleFile(path: "exports/kundenstamm.csv", text: "\u{FEFF}" + text)
  }

  /// The confirmed identities.
  var identities: SampleFile {
    let rows = companies.filter { $0.potentialThousands != nil }.map { company in
      [
        SampleCompany.System.crm.rawValue, SampleCRMExport.identifier(of: company),
        company.system.rawValue, company.number,
      ].joined(separator: ",")
    }
    let text = (["system,account,same_as_system,same_as"] + rows).map { $0 + "\n" }.joined()
    return SampleFile(path: "same_customers.csv", text: text)
  }

  private func isSwissHead(_ company: SampleCompany) -> Bool {
    company.system == .abacus && companies.contains { $0.parent == company.number }
  }

  private func line(of company: SampleCompany) -> String {
    let isMember = company.parent != nil
    // The Swiss name the head of a group as its own parent, the Germans leave the cell empty.
    let parent = company.parent ?? (isSwissHead(company) ? company.number : "")
    let end = company.hasLeftGroup ? "30.06.2024" : "31.12.9999"
    let fields = [
      company.number, company.name, company.system.rawValue, parent,
      company.country, company.segment.rawValue, company.region, isMember ? "01.01.2019" : "",
      isMember ? end : "",
    ]
    return SampleField.line(fields, separator: ";")
  }
}
