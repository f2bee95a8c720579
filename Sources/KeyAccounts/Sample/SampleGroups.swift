// SPDX-License-Identifier: Apache-2.0

/// A group of companies of the sample: the head and the companies below it.
struct SampleGroup {
  /// A company below the head.
  struct Member {
    let name: String
    let country: String
    /// Its part of the group's revenue in permille; the head has the rest.
    let share: Int
    /// Which member it belongs to, counted from 0; nil when the head owns it.
    var under: Int?
    /// Whether it was sold in the middle of 2024.
    var hasLeft = false

    init(_ name: String, _ country: String, _ share: Int, under: Int? = nil) {
      self.name = name
      self.country = country
      self.share = share
      self.under = under
    }
  }

  let name: String
  let country: String
  let segment: SampleSegment
  /// How the whole group buys.
  let trade: SampleTrade
  /// What the whole group could buy a year, in thousand EUR.
  let potentialThousands: Int
  var members: [Member] = []

  /// Describes a group; `figures` are annual revenue and potential in thousands, growth until and
  /// from mid 2024 and margin in permille.
  init(
    _ name: String,
    _ country: String,
    _ segment: SampleSegment,
    _ figures: Figures,
    _ members: [Member]
  ) {
    self.name = name
    self.country = country
    self.segment = segment
    self.members = members
    trade = SampleTrade(
      annualThousands: figures.annual,
      earlyGrowth: figures.earlyGrowth,
      lateGrowth: figures.lateGrowth,
      margin: figures.margin,
      gaps: figures.gaps
    )
    potentialThousands = figures.potential
  }

  /// The figures of a group in one line.
  struct Figures {
    let annual: Int
    let earlyGrowth: Int
    let lateGrowth: Int
    let margin: Int
    let potential: Int
    var gaps: Int { annual > 3_000 ? 0 : 60 }

    init(_ annual: Int, _ early: Int, _ late: Int, margin: Int, potential: Int) {
      self.annual = annual
      earlyGrowth = early
      lateGrowth = late
      self.margin = margin
      self.potential = potential
    }
  }

  /// The part of the revenue that the head itself buys; 0 makes it a mere holding.
  var headShare: Int { 1000 - members.reduce(0) { $0 + $1.share } }

  /// All groups, the largest first.
  static let all: [SampleGroup] = large + medium + small
}

extension SampleGroup {
  private static let large: [SampleGroup] = [
    SampleGroup(
      "Hagenwörth Verpackungssysteme AG",
      "DE",
      .packaging,
      Figures(13_800, 60, 90, margin: 285, potential: 34_000),
      [
        Member("Hagenwörth Österreich Ges.m.b.H.", "AT", 140), Member("Hagenwörth AG", "CH", 110),
        Member("Hagenwörth Polska Sp. z o.o.", "PL", 120),
        Member("Hagenwörth Morava s.r.o.", "CZ", 50, under: 2),
        Member("Hagenwörth France S.A.S.", "FR", 90),
      ]
    ),
    SampleGroup(
      "Brüggenau Automotive SE",
      "DE",
      .automotive,
      Figures(12_400, -40, -110, margin: 170, potential: 26_000),
      [
        Member("Brüggenau Druckguss GmbH", "DE", 260), Member("Brüggenau Hungária Kft.", "HU", 150),
        Member("Brüggenau Componentes S.A.", "ES", 90),
        Member("Brüggenau Gießtechnik Zwönau GmbH", "DE", 120, under: 0),
      ]
    ),
    SampleGroup(
      "Süßkind & Söhne Lebensmitteltechnik GmbH & Co. KG",
      "DE",
      .food,
      Figures(9_100, 110, 160, margin: 330, potential: 24_000),
      [
        Member("Süßkind Kältetechnik GmbH", "DE", 180), Member("Süßkind Benelux N.V.", "BE", 130),
        Member("Süßkind Suisse SA", "CH", 90),
      ]
    ),
    SampleGroup(
      "Öderlin Pharma Holding AG",
      "CH",
      .pharma,
      Figures(7_600, 90, 140, margin: 360, potential: 22_000),
      [
        Member("Öderlin Produktions AG", "CH", 520),
        Member("Öderlin Pharma Deutschland GmbH", "DE", 330),
        Member("Öderlin Farmaceutici S.r.l.", "IT", 150, under: 1),
      ]
    ),
    SampleGroup(
      "Vahrenbeck Logistiksysteme SE",
      "DE",
      .logistics,
      Figures(6_900, 200, 220, margin: 260, potential: 28_000),
      [
        Member("Vahrenbeck Sorter GmbH", "DE", 240),
        Member("Vahrenbeck Logistics Polska Sp. z o.o.", "PL", 160),
        Member("Vahrenbeck Norden AB", "SE", 110),
      ]
    ),
    SampleGroup(
      "Groupe Châtelvert S.A.",
      "FR",
      .food,
      Figures(5_400, 150, 50, margin: 240, potential: 19_000),
      [
        Member("Châtelvert Laiteries S.A.S.", "FR", 300),
        Member("Châtelvert Romandie SA", "CH", 160),
        Member("Châtelvert Surgelés S.A.S.", "FR", 140, under: 0),
      ]
    ),
    SampleGroup(
      "Mazurek Opakowania S.A.",
      "PL",
      .packaging,
      Figures(4_700, 260, 300, margin: 270, potential: 16_500),
      [Member("Mazurek Folie Sp. z o.o.", "PL", 280), Member("Mazurek Obaly a.s.", "CZ", 170)]
    ),
    SampleGroup(
      "Kaltenbrunn Medizintechnik GmbH",
      "DE",
      .medical,
      Figures(4_300, 70, 60, margin: 390, potential: 11_000),
      [
        Member("Kaltenbrunn Implantate GmbH", "DE", 220),
        Member("Kaltenbrunn Medical AG", "CH", 180),
        Member("Kaltenbrunn Dental GmbH", "DE", 90).sold,
      ]
    ),
    SampleGroup(
      "Steinhövel Energieanlagen AG",
      "DE",
      .energy,
      Figures(4_000, -60, 40, margin: 220, potential: 18_000),
      [
        Member("Steinhövel Turbinen GmbH", "DE", 310), Member("Steinhövel Iberia S.L.", "ES", 120),
        Member("Steinhövel Service GmbH", "AT", 90),
      ]
    ),
  ]

  private static let medium: [SampleGroup] = [
    SampleGroup(
      "Wellpapp-Union Nordmark eG",
      "DE",
      .packaging,
      Figures(3_600, 20, 10, margin: 210, potential: 7_200),
      [Member("Nordmark Kartonagen GmbH", "DE", 240), Member("Nordmark Emballage ApS", "DK", 130)]
    ),
    SampleGroup(
      "Alpenrhein Molkereien AG",
      "CH",
      .food,
      Figures(3_300, 80, 130, margin: 310, potential: 9_800),
      [
        Member("Käserei Hinterrüti AG", "CH", 260),
        Member("Alpenrhein Frischdienst GmbH", "AT", 180),
      ]
    ),
    SampleGroup(
      "Tröndle Sortiertechnik GmbH",
      "DE",
      .logistics,
      Figures(2_900, 180, 260, margin: 280, potential: 12_500),
      [
        Member("Tröndle Software & Service GmbH", "DE", 150),
        Member("Tröndle Fördersysteme AG", "CH", 140),
      ]
    ),
    SampleGroup(
      "Bergströmma Emballage AB",
      "SE",
      .packaging,
      Figures(2_600, 40, 90, margin: 250, potential: 8_800),
      [Member("Bergströmma Pakkaukset Oy", "FI", 210)]
    ),
    SampleGroup(
      "Karosseriewerke Dönhof GmbH",
      "DE",
      .automotive,
      Figures(2_500, -90, -200, margin: 120, potential: 9_000),
      [Member("Dönhof Presswerk Ilsenau GmbH", "DE", 330)]
    ),
    SampleGroup(
      "Ostfalen Getränke GmbH & Co. KG",
      "DE",
      .food,
      Figures(2_300, 30, 20, margin: 38, potential: 6_500),
      [
        Member("Mineralbrunnen Lerchengrund GmbH", "DE", 280),
        Member("Ostfalen Logistik KG", "DE", 80),
      ]
    ),
    SampleGroup(
      "Novalabre Générique S.A.S.",
      "FR",
      .pharma,
      Figures(2_100, 300, 350, margin: 340, potential: 10_400),
      [
        Member("Novalabre Blisters S.A.R.L.", "FR", 250),
        Member("Novalabre Suisse Sàrl", "CH", 120),
      ]
    ),
    SampleGroup(
      "Zieglmair Backtechnik GmbH",
      "AT",
      .food,
      Figures(1_900, 50, 70, margin: 300, potential: 4_800),
      [Member("Zieglmair Ofenbau GmbH", "DE", 240)]
    ),
    SampleGroup(
      "Rheinfurt Kompressoren AG",
      "DE",
      .energy,
      Figures(1_800, 120, 180, margin: 230, potential: 9_500),
      [
        Member("Rheinfurt Vakuum GmbH", "DE", 220), Member("Rheinfurt Asia Pte. Ltd.", "SG", 140),
        Member("Rheinfurt Dichtungen GmbH", "DE", 90, under: 0),
      ]
    ),
  ]

  private static let small: [SampleGroup] = [
    SampleGroup(
      "Huttwyl Präzision AG",
      "CH",
      .medical,
      Figures(1_600, 140, 90, margin: 370, potential: 5_200),
      [Member("Huttwyl Mikrotechnik AG", "CH", 320), Member("Huttwyl Deutschland GmbH", "DE", 140)]
    ),
    SampleGroup(
      "Moravské Dopravníky a.s.",
      "CZ",
      .logistics,
      Figures(1_500, 210, 240, margin: 250, potential: 6_900),
      [
        Member("Dopravníky Servis s.r.o.", "CZ", 180),
        Member("Transportér Slovakia s.r.o.", "SK", 160),
      ]
    ),
    SampleGroup(
      "Wattmeer Fischwerke GmbH",
      "DE",
      .food,
      Figures(1_400, -30, 10, margin: 200, potential: 3_300),
      [Member("Räucherei Büsumsiel GmbH", "DE", 210)]
    ),
    SampleGroup(
      "Etxebarren Envases S.L.",
      "ES",
      .packaging,
      Figures(1_300, 90, 150, margin: 240, potential: 5_600),
      [Member("Etxebarren Cartón S.L.", "ES", 260)]
    ),
    SampleGroup(
      "Grünsiek & Ahrmann Blechtechnik KG",
      "DE",
      .automotive,
      Figures(1_200, -20, -60, margin: 180, potential: 3_100),
      [Member("Ahrmann Stanzwerk GmbH", "DE", 310), Member("Grünsiek Tooling s.r.o.", "CZ", 150)]
    ),
    SampleGroup(
      "Valmaira Imballaggi SA",
      "CH",
      .packaging,
      Figures(1_100, 60, 80, margin: 290, potential: 3_900),
      [Member("Valmaira Italia S.r.l.", "IT", 270)]
    ),
    SampleGroup(
      "Höfelmoser Anlagenbau GmbH",
      "AT",
      .energy,
      Figures(1_000, 100, -40, margin: 210, potential: 4_100),
      [
        Member("Höfelmoser Biogas GmbH", "AT", 300),
        Member("Höfelmoser Netztechnik GmbH", "DE", 160),
      ]
    ),
    SampleGroup(
      "Lakemoor \"Fresh\" Packaging Ltd",
      "GB",
      .packaging,
      Figures(950, 130, 170, margin: 260, potential: 4_400),
      [Member("Lakemoor Cold Chain, Inc.", "US", 380)]
    ),
  ]
}

extension SampleGroup.Member {
  /// The same company, sold by the group in the middle of 2024.
  fileprivate var sold: Self {
    var member = self
    member.hasLeft = true
    return member
  }
}
