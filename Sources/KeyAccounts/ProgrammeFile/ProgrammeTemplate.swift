// SPDX-License-Identifier: Apache-2.0
public import Accounts

/// The commented programme file that `kontor init` writes.
public enum ProgrammeTemplate {
  /// A small complete programme for `goal` with comments in `language`.
  ///
  /// It names the files `exports/revenue.csv` and the columns that the comments explain; criteria
  /// follow the goal (S004) and use fixed scales, so that scores stay comparable from run to run.
  public static func minimal(language: Language, goal: Programme.Goal) -> String {
    let words = TemplateWords(language)
    let parts = TemplateGoal(goal)
    return header(words, goal) + sources(words, parts) + measures(words, parts)
      + gates(words) + criteria(words, parts) + ending(words)
  }

  private static func header(_ words: TemplateWords, _ goal: Programme.Goal) -> String {
    """
    # yaml-language-server: $schema=kontor.schema.json
    # \(words("Kontor-Programm: was gelesen, wie gewählt und was berichtet wird.",
      "Kontor programme: what is read, how accounts are chosen, what is reported."))
    # \(words("Alle Pfade gelten ab dieser Datei. Prüfen: kontor check",
      "All paths start at this file. Check it: kontor check"))
    version: 1
    programme:
      name: \(words("Mein Key-Account-Programm", "My key-account programme"))
      goal: \(goal.rawValue)  # potential | specification | innovation | custom
      approach: sales  # \(words("company: wenige Konten, ganzes Unternehmen | sales",
      "company: few accounts, whole company | sales"))
      phase: prototype  # \(words("prototype: 3 bis 5 Konten | rollout",
      "prototype: 3 to 5 accounts | rollout"))
      currency: EUR
      language: \(words("de", "en"))


    """
  }

  private static func sources(_ words: TemplateWords, _ parts: TemplateGoal) -> String {
    let values = parts.values.map { "      \($0)\n" }.joined()
    return """
      # \(words("CSV-Exporte; Trennzeichen, Zahlenformat und Kodierung werden erkannt.",
        "CSV exports; delimiter, number format and encoding are detected."))
      sources:
        - file: exports/revenue.csv
          # \(words("Spalte der Kontonummer, führende Nullen bleiben",
        "column of the account number, leading zeros stay"))
          account: account_id
          name: account_name
          # \(words("Monat der Zeile; weglassen, wenn die Datei keine Monate hat",
        "month of the row; leave it out if the file has no months"))
          period: period
          # \(words("Name hier: Spalte dort; unit: T€, Mio. €, % rechnet um",
        "name here: column there; unit: T€, Mio. €, % converts"))
          values:
      \(values)    attributes: {country: country, segment: segment}


      """
  }

  private static func measures(_ words: TemplateWords, _ parts: TemplateGoal) -> String {
    let lines = parts.measures.map { "  \($0)\n" }.joined()
    return """
      # \(words("Formeln über die Werte; (revenue, 12) sind die letzten zwölf Monate.",
        "Formulas over the values; (revenue, 12) are the last twelve months."))
      measures:
      \(lines)

      """
  }

  private static func gates(_ words: TemplateWords) -> String {
    """
    # \(words("K.-o.-Regeln: wer eine verfehlt, steht mit diesem Grund außerhalb der Rangfolge.",
      "Knock-outs: who fails one stays outside the ranking, with this as the reason."))
    gates:
      - segment != "Intercompany"


    """
  }

  private static func criteria(_ words: TemplateWords, _ parts: TemplateGoal) -> String {
    """
    # \(words("Drei bis fünf Kriterien, die zum Ziel passen (S004). Gewichte sind Punkte.",
      "Three to five criteria that follow from the goal (S004). Weights are points."))
    # \(words("Feste Skalen von..bis anpassen: außerhalb zählt 0 oder 1.",
      "Adjust the fixed scales from..to: beyond them counts 0 or 1."))
    criteria:
    \(parts.criteria.map { "  - \($0)\n" }.joined())

    """
  }

  private static func ending(_ words: TemplateWords) -> String {
    """
    shortlist:
      size: 5
      # \(words("Liste vom letzten Mal; enter und stay verhindern ein Hin und Her.",
      "The list of last time; enter and stay prevent a to and fro."))
      # incumbents: lists/previous.csv
      # enter: 4
      # stay: 7

    """
  }
}

/// Picks the wording of one language.
private struct TemplateWords {
  private let language: Language

  init(_ language: Language) { self.language = language }

  func callAsFunction(_ german: String, _ english: String) -> String {
    LocalizedText(de: german, en: english)(language)
  }
}

/// Values, measures and criteria that follow from a goal (S004).
private struct TemplateGoal {
  let values: [String]
  let measures: [String]
  let criteria: [String]

  init(_ goal: Programme.Goal) {
    switch goal {
    case .potential: self = .potential
    case .specification: self = .specification
    case .innovation: self = .innovation
    case .custom: self = .custom
    }
  }

  private init(values: [String], measures: [String], criteria: [String]) {
    self.values = values
    self.measures = measures
    self.criteria = criteria
  }

  private static let potential = TemplateGoal(
    values: ["revenue: revenue", "potential: potential"],
    measures: [
      "revenue_12m: sum(revenue, 12)",
      "growth_12m: growth(revenue, 12)",
      "open_potential: max(0, potential - revenue_12m)",
    ],
    criteria: [
      "{name: open potential, measure: open_potential, weight: 50, view: forward, "
        + "scale: {from: 0, to: 5000000}, missing: worst}",
      "{name: growth, measure: growth_12m, weight: 30, view: forward, "
        + "scale: {from: -0.2, to: 0.5}, missing: worst}",
      "{name: revenue, measure: revenue_12m, weight: 20, view: backward, "
        + "scale: {from: 0, to: 5000000}, missing: worst}",
    ]
  )

  private static let specification = TemplateGoal(
    values: [
      "revenue: revenue", "influenced_revenue: influenced_revenue",
      "projects: {column: projects, kind: number}",
    ],
    measures: [
      "revenue_12m: sum(revenue, 12)",
      "influenced_12m: sum(influenced_revenue, 12)",
    ],
    criteria: [
      "{name: influenced revenue, measure: influenced_12m, weight: 50, view: forward, "
        + "scale: {from: 0, to: 5000000}, missing: worst}",
      "{name: specified projects, measure: projects, weight: 30, view: forward, "
        + "scale: {from: 0, to: 20}, missing: worst}",
      "{name: own revenue, measure: revenue_12m, weight: 20, view: backward, "
        + "scale: {from: 0, to: 5000000}, missing: worst}",
    ]
  )

  private static let innovation = TemplateGoal(
    values: [
      "revenue: revenue", "idea_rating: {column: idea_rating, kind: number, min: 0, max: 10}",
      "openness_rating: {column: openness_rating, kind: number, min: 0, max: 10}",
    ],
    measures: ["revenue_12m: sum(revenue, 12)"],
    criteria: [
      "{name: innovation ideas, measure: idea_rating, weight: 50, origin: manual, view: forward, "
        + "scale: {from: 0, to: 10}, missing: worst}",
      "{name: openness, measure: openness_rating, weight: 30, origin: manual, view: forward, "
        + "scale: {from: 0, to: 10}, missing: worst}",
      "{name: revenue, measure: revenue_12m, weight: 20, view: backward, "
        + "scale: {from: 0, to: 5000000}, missing: worst}",
    ]
  )

  private static let custom = TemplateGoal(
    values: ["revenue: revenue", "margin: margin", "potential: potential"],
    measures: [
      "revenue_12m: sum(revenue, 12)",
      "margin_rate: sum(margin, 12) / revenue_12m",
    ],
    criteria: [
      "{name: potential, measure: potential, weight: 40, view: forward, "
        + "scale: {from: 0, to: 10000000}, missing: worst}",
      "{name: revenue, measure: revenue_12m, weight: 35, view: backward, "
        + "scale: {from: 0, to: 5000000}, missing: worst}",
      "{name: margin rate, measure: margin_rate, weight: 25, view: backward, "
        + "scale: {from: 0, to: 0.4}, missing: worst}",
    ]
  )
}
