// SPDX-License-Identifier: Apache-2.0

/// The account list of the English CRM: one row per account with the yearly potential in EUR,
/// for whole groups rather than their members, and prospects that no ERP knows.
struct SampleCRMExport {
  private let accounts: [SampleCompany]

  /// Lists what the sales force keeps of `portfolio`.
  init(_ portfolio: SamplePortfolio) {
    accounts = portfolio.companies.filter { $0.potentialThousands != nil || $0.system == .crm }
  }

  /// The account id that the CRM gives a company.
  static func identifier(of company: SampleCompany) -> String {
    company.system == .crm ? company.number : "ACC-\(10_000 + company.ordinal * 13)"
  }

  /// The file.
  var file: SampleFile {
    let header = """
      Account ID,Account Name,ERP System,ERP Number,Industry,Country,Relationship Stage,\
      Potential Currency,Annual Potential,Last Review
      """
    var lines = [header] + accounts.map(line)
    // Somebody saved the second account twice; the later row loses.
    lines.append(line(of: accounts[1]))
    return SampleFile(
      path: "exports/crm_accounts.csv",
      text: lines.map { $0 + "\n" }.joined()
    )
  }

  private func line(of company: SampleCompany) -> String {
    let isProspect = company.system == .crm
    let fields = [
      Self.identifier(of: company), company.name, isProspect ? "" : company.system.rawValue,
      isProspect ? "" : company.number, company.segment.english, company.country,
      stage(of: company), "EUR", potential(of: company), reviewed(company),
    ]
    return SampleField.line(fields, separator: ",")
  }

  /// Three of the cells are what people type, by place in the list of companies: a letter for
  /// thousands, a marker and nothing.
  private static let typed = [120: "120k", 133: "n/a", 147: ""]

  /// What a reader can make of a company's potential, in thousand EUR.
  static func readablePotential(of company: SampleCompany) -> Int? {
    typed[company.ordinal] == nil ? company.potentialThousands : nil
  }

  private func potential(of company: SampleCompany) -> String {
    Self.typed[company.ordinal]
      ?? SampleNumber.english((company.potentialThousands ?? 0) * 100_000)
  }

  private func stage(of company: SampleCompany) -> String {
    guard company.system != .crm else { return "Exploratory" }
    let stages = ["Basic", "Cooperative", "Basic", "Interdependent", "Cooperative", "Integrated"]
    return company.ordinal < 60 ? stages[company.ordinal % 6] : stages[company.ordinal % 3]
  }

  private func reviewed(_ company: SampleCompany) -> String {
    let chance = SampleRandom(company: company.ordinal, purpose: .potential)
    let month = SampleNumber.padded(chance.integer(1, in: 1...12), to: 2)
    let day = SampleNumber.padded(chance.integer(2, in: 1...28), to: 2)
    return "2025-\(month)-\(day)"
  }
}
