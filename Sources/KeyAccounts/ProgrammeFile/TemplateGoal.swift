// SPDX-License-Identifier: Apache-2.0
import Accounts

/// Values, measures and criteria that follow from a goal (S004), as lines of a programme file.
struct TemplateGoal {
  /// One criterion with a fixed scale.
  struct Criterion {
    let name: LocalizedText
    let measure: String
    let weight: Int
    let scale: String
    var isManual = false
    var isForward = true

    /// The criterion as one line of YAML.
    func line(_ language: Language) -> String {
      "{name: \(name(language)), measure: \(measure), weight: \(weight), "
        + (isManual ? "origin: manual, " : "") + "view: \(isForward ? "forward" : "backward"), "
        + "scale: \(scale), missing: worst}"
    }
  }

  /// Values of the export with one row per account and month.
  let monthly: [String]
  /// Values of the export with one row per account.
  let perAccount: [String]
  let measures: [String]
  let criteria: [Criterion]

  private static let money = "{from: 0, to: 5000000}"
  private static let rating = "{from: 0, to: 10}"

  /// What belongs to `goal`.
  static func parts(of goal: Programme.Goal) -> TemplateGoal {
    switch goal {
    case .potential: potential
    case .specification: specification
    case .innovation: innovation
    case .custom: custom
    }
  }

  private static func revenue(weight: Int) -> Criterion {
    Criterion(
      name: LocalizedText(de: "Umsatz", en: "revenue"),
      measure: "revenue_12m",
      weight: weight,
      scale: money,
      isForward: false
    )
  }

  /// Potential lies with customers beyond one region or country (S004), so reach counts.
  private static let potential = TemplateGoal(
    monthly: ["revenue: revenue"],
    perAccount: [
      "potential: potential", "countries: {column: countries, kind: number, min: 0}",
      "sites: {column: sites, kind: number, min: 0}",
    ],
    measures: [
      "revenue_12m: sum(revenue, 12)", "growth_12m: growth(revenue, 12)",
      "open_potential: max(0, potential - revenue_12m)",
    ],
    criteria: [
      Criterion(
        name: LocalizedText(de: "offenes Potenzial", en: "open potential"),
        measure: "open_potential",
        weight: 40,
        scale: money
      ),
      Criterion(
        name: LocalizedText(de: "Wachstum", en: "growth"),
        measure: "growth_12m",
        weight: 20,
        scale: "{from: -0.2, to: 0.5}"
      ),
      Criterion(
        name: LocalizedText(de: "Länder", en: "countries"),
        measure: "countries",
        weight: 15,
        scale: "{from: 1, to: 10}"
      ),
      Criterion(
        name: LocalizedText(de: "Standorte", en: "sites"),
        measure: "sites",
        weight: 10,
        scale: "{from: 1, to: 20}"
      ),
      revenue(weight: 15),
    ]
  )

  private static let specification = TemplateGoal(
    monthly: ["revenue: revenue", "influenced_revenue: influenced_revenue"],
    perAccount: ["projects: {column: projects, kind: number}"],
    measures: [
      "revenue_12m: sum(revenue, 12)", "influenced_12m: sum(influenced_revenue, 12)",
    ],
    criteria: [
      Criterion(
        name: LocalizedText(de: "beeinflusster Umsatz", en: "influenced revenue"),
        measure: "influenced_12m",
        weight: 50,
        scale: money
      ),
      Criterion(
        name: LocalizedText(de: "spezifizierte Projekte", en: "specified projects"),
        measure: "projects",
        weight: 30,
        scale: "{from: 0, to: 20}"
      ),
      revenue(weight: 20),
    ]
  )

  private static let innovation = TemplateGoal(
    monthly: ["revenue: revenue"],
    perAccount: [
      "idea_rating: {column: idea_rating, kind: number, min: 0, max: 10}",
      "openness_rating: {column: openness_rating, kind: number, min: 0, max: 10}",
    ],
    measures: ["revenue_12m: sum(revenue, 12)"],
    criteria: [
      Criterion(
        name: LocalizedText(de: "Ideen für Innovation", en: "ideas for innovation"),
        measure: "idea_rating",
        weight: 50,
        scale: rating,
        isManual: true
      ),
      Criterion(
        name: LocalizedText(de: "Offenheit", en: "openness"),
        measure: "openness_rating",
        weight: 30,
        scale: rating,
        isManual: true
      ),
      revenue(weight: 20),
    ]
  )

  private static let custom = TemplateGoal(
    monthly: ["revenue: revenue", "margin: margin"],
    perAccount: ["potential: potential"],
    measures: [
      "revenue_12m: sum(revenue, 12)", "margin_rate: sum(margin, 12) / revenue_12m",
    ],
    criteria: [
      Criterion(
        name: LocalizedText(de: "Potenzial", en: "potential"),
        measure: "potential",
        weight: 40,
        scale: "{from: 0, to: 10000000}"
      ),
      revenue(weight: 35),
      Criterion(
        name: LocalizedText(de: "Marge", en: "margin rate"),
        measure: "margin_rate",
        weight: 25,
        scale: "{from: 0, to: 0.4}",
        isForward: false
      ),
    ]
  )
}
