// SPDX-License-Identifier: Apache-2.0

/// One customer number of the sample, as one of the systems keeps it.
struct SampleCompany {
  /// The systems that keep customers.
  enum System: String {
    case sap = "SAP-DE"
    case abacus = "ABACUS-CH"
    case crm = "CRM"
  }

  /// The number in its system.
  let number: String
  let system: System
  let name: String
  /// Two letters.
  let country: String
  let segment: SampleSegment
  /// Place in the list of all companies; it opens the company's streams of chance.
  let ordinal: Int
  /// How it buys; nil for a holding or prospect that never bought.
  var trade: SampleTrade?
  /// The number of the company above it.
  var parent: String?
  /// Whether the link to the company above has ended.
  var hasLeftGroup = false
  /// What the CRM says it could buy a year, in thousand EUR.
  var potentialThousands: Int?

  /// The sales region of the customer master.
  var region: String {
    switch country {
    case "DE": ["Nord", "West", "Süd", "Ost"][ordinal % 4]
    case "AT", "CH": "Alpen"
    case "FR", "ES", "IT", "BE": "Südwesteuropa"
    case "PL", "CZ", "HU": "Osteuropa"
    default: "Nordeuropa und Übersee"
    }
  }

  /// The currency its invoices are booked in.
  var currency: String {
    guard system == .abacus else { return "EUR" }
    return country == "US" ? "USD" : "CHF"
  }
}

/// How a company buys.
struct SampleTrade {
  /// Revenue of a year at the level of January 2023, in thousands of the invoice currency.
  var annualThousands: Int
  /// Yearly growth in permille until mid 2024.
  var earlyGrowth: Int
  /// Yearly growth in permille from mid 2024.
  var lateGrowth: Int
  /// Contribution margin in permille of revenue.
  var margin: Int
  /// Months without invoice, in permille.
  var gaps: Int
  /// First month with invoices, 0 is January 2023.
  var firstMonth = 0
  /// Last month with invoices.
  var lastMonth = SampleMonths.count - 1
}

/// The industries that the machine builder sells to, each with its own year.
enum SampleSegment: String, CaseIterable {
  case packaging = "Verpackung"
  case food = "Lebensmittel"
  case automotive = "Automobilzulieferer"
  case pharma = "Pharma"
  case logistics = "Intralogistik"
  case medical = "Medizintechnik"
  case energy = "Energie"
  case intercompany = "Intercompany"

  /// The name in the English CRM.
  var english: String {
    switch self {
    case .packaging: "Packaging"
    case .food: "Food & Beverage"
    case .automotive: "Automotive"
    case .pharma: "Pharmaceuticals"
    case .logistics: "Intralogistics"
    case .medical: "Medical Technology"
    case .energy: "Energy"
    case .intercompany: "Intercompany"
    }
  }

  /// Revenue of each month of the year in permille of the average month.
  var season: [Int] {
    switch self {
    case .food: [860, 900, 1090, 1130, 1120, 1060, 940, 800, 980, 1080, 1060, 980]
    case .automotive: [980, 1040, 1110, 1050, 1020, 1060, 890, 700, 1080, 1120, 1090, 860]
    case .energy: [700, 780, 930, 960, 990, 1040, 1010, 940, 1060, 1120, 1180, 1290]
    default: [910, 960, 1080, 1010, 1000, 1050, 930, 830, 1040, 1090, 1080, 1020]
    }
  }
}
