// SPDX-License-Identifier: Apache-2.0

/// All companies of the sample with their numbers in the systems.
struct SamplePortfolio {
  /// Every company: groups first, in the order of ``SampleGroup/all``, then the others.
  let companies: [SampleCompany]
  /// The numbers of the group heads, in the order of ``SampleGroup/all``.
  let headNumbers: [String]

  /// Numbers all companies.
  init() {
    var register = Register()
    headNumbers = SampleGroup.all.map { register.add($0) }
    register.addIndependents()
    register.addIntercompany()
    register.addProspects()
    companies = register.companies
  }

  /// The companies of one system, by number.
  func companies(in system: SampleCompany.System) -> [SampleCompany] {
    companies.filter { $0.system == system }.sorted { $0.number < $1.number }
  }

  /// The number under which a company is ranked: its group's head, or its own.
  func top(of company: SampleCompany) -> String {
    guard let parent = company.parent, !company.hasLeftGroup,
      let owner = companies.first(where: { $0.number == parent && $0.system != .crm })
    else { return company.number }
    return top(of: owner)
  }
}

/// Hands out customer numbers while the list of companies grows.
private struct Register {
  private(set) var companies: [SampleCompany] = []
  private var issued: [SampleCompany.System: Int] = [:]

  /// Adds a group and returns the number of its head.
  mutating func add(_ group: SampleGroup) -> String {
    var trade: SampleTrade?
    if group.headShare > 0 { trade = group.trade.part(group.headShare) }
    let head = append(name: group.name, country: group.country, segment: group.segment) {
      $0.trade = trade
      $0.potentialThousands = group.potentialThousands
    }
    var numbers: [String] = []
    for member in group.members {
      let parent = member.under.map { numbers[$0] } ?? head
      let number = append(name: member.name, country: member.country, segment: group.segment) {
        $0.trade = group.trade.part(member.share)
        $0.parent = parent
        $0.hasLeftGroup = member.hasLeft
      }
      numbers.append(number)
    }
    return head
  }

  /// Adds the customers without group: few middling ones and a long tail.
  mutating func addIndependents() {
    let countries = ["DE", "DE", "DE", "CH", "DE", "AT", "DE", "FR", "PL", "DE", "CZ", "IT", "CH"]
    let segments = SampleSegment.allCases.dropLast()
    for index in 0..<104 {
      let chance = SampleRandom(company: 1_000 + index, purpose: .profile)
      let country = countries[index * 5 % countries.count]
      let segment = segments[chance.integer(0, in: 0...(segments.count - 1))]
      let name = SampleCompanyNames.name(index, country: country, segment: segment)
      append(name: name, country: country, segment: segment) {
        let annual = 9_000 / (index + 5) * chance.integer(1, in: 850...1_150) / 1000
        $0.trade = SampleTrade(independent: index, annual: annual, chance: chance)
        $0.potentialThousands = Self.potential(of: annual, chance)
      }
    }
  }

  /// Adds the sister companies of the machine builder, which are no customers.
  mutating func addIntercompany() {
    let sisters = [
      ("Ahrental Antriebstechnik Austria Ges.m.b.H.", "AT", 3_100),
      ("Ahrental Antriebstechnik (Schweiz) AG", "CH", 2_400),
      ("Ahrental Polska Sp. z o.o.", "PL", 900),
    ]
    for (name, country, annual) in sisters {
      append(name: name, country: country, segment: .intercompany, system: .sap) {
        $0.trade = SampleTrade(
          annualThousands: annual,
          earlyGrowth: 40,
          lateGrowth: 40,
          margin: 60,
          gaps: 0
        )
      }
    }
  }

  /// Adds companies that only the CRM knows.
  mutating func addProspects() {
    let names = [
      ("Brinkhövener Tiefkühlkost GmbH", "DE", SampleSegment.food),
      ("Castelmeyrac Biscuits S.A.S.", "FR", .food),
      ("Dorfmüllner, Prantl & Co. KG", "AT", .energy),
      ("Elbauen Batteriezellen GmbH", "DE", .automotive),
      ("Frøyvik Sjømat AS", "NO", .food), ("Grauhof \"Reinraum\" AG", "CH", .pharma),
      ("Höllriegel Intralogistik GmbH", "DE", .logistics),
      ("Jadrankovo Pakiranje d.o.o.", "HR", .packaging),
      ("Kvist & Lundmark Robotik AB", "SE", .logistics),
      ("Millbrae, Stone & Sons Ltd", "GB", .packaging), ("Orbetellini S.p.A.", "IT", .food),
      ("Pražská Balírna a.s.", "CZ", .packaging), ("Quellgrund Biotech GmbH", "DE", .pharma),
      ("Rotterzand Cold Storage B.V.", "NL", .logistics),
    ]
    for (index, prospect) in names.enumerated() {
      let chance = SampleRandom(company: 2_000 + index, purpose: .potential)
      append(name: prospect.0, country: prospect.1, segment: prospect.2, system: .crm) {
        $0.potentialThousands = chance.integer(0, in: 8...60) * 100
      }
    }
  }

  /// What the CRM thinks a customer without group could buy; nothing for every seventh.
  private static func potential(of annual: Int, _ chance: SampleRandom) -> Int? {
    guard !chance.happens(7, permille: 140) else { return nil }
    let factor = chance.integer(8, in: 0...9)
    // Every tenth estimate is older than the business that has grown beyond it.
    let percent = factor == 0 ? 80 : 130 + factor * chance.integer(9, in: 15...45)
    return max(20, annual * percent / 100 / 10 * 10)
  }

  @discardableResult
  private mutating func append(
    name: String,
    country: String,
    segment: SampleSegment,
    system: SampleCompany.System? = nil,
    completing: (inout SampleCompany) -> Void
  ) -> String {
    let isSwissBook = country == "CH" || country == "US"
    let system = system ?? (isSwissBook ? .abacus : .sap)
    var company = SampleCompany(
      number: nextNumber(in: system),
      system: system,
      name: name,
      country: country,
      segment: segment,
      ordinal: companies.count
    )
    completing(&company)
    companies.append(company)
    return company.number
  }

  private mutating func nextNumber(in system: SampleCompany.System) -> String {
    let count = issued[system, default: 0] + 1
    issued[system] = count
    return switch system {
    case .sap: SampleNumber.padded(410_000 + count * 3, to: 10)
    case .abacus: String(20_000 + count * 7)
    case .crm: "ACC-\(30_000 + count * 11)"
    }
  }
}

extension SampleTrade {
  /// The trade of a company that has `share` permille of a group's business.
  fileprivate func part(_ share: Int) -> SampleTrade {
    var trade = self
    trade.annualThousands = max(1, annualThousands * share / 1000)
    return trade
  }

  /// The trade of a customer without group: the smaller, the less regular.
  fileprivate init(independent index: Int, annual: Int, chance: SampleRandom) {
    self.init(
      annualThousands: annual,
      earlyGrowth: chance.integer(2, in: -120...220),
      lateGrowth: chance.integer(3, in: -180...260),
      margin: chance.integer(4, in: 40...420),
      gaps: min(500, index * 5)
    )
    if chance.happens(5, permille: 80) {
      firstMonth = chance.integer(6, in: 6...26)
    } else if chance.happens(10, permille: 70) {
      lastMonth = chance.integer(11, in: 15...30)
    }
  }
}
