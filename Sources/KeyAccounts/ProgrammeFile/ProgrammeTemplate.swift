// SPDX-License-Identifier: Apache-2.0
public import Accounts

/// The commented programme file that `kontor init` writes.
public enum ProgrammeTemplate {
  /// A small complete programme for `goal` with comments in `language`.
  ///
  /// It names `exports/revenue.csv` and `exports/accounts.csv` with columns to adjust; the criteria
  /// follow the goal (S004) and use fixed scales, so that scores stay comparable from run to run.
  public static func minimal(language: Language, goal: Programme.Goal) -> String {
    let words = TemplateWords(language)
    let parts = TemplateGoal.parts(of: goal)
    return header(words, goal) + sources(words, parts) + measures(words, parts)
      + gates(words) + criteria(parts, language, words) + ending(words)
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
    """
    # \(words("CSV-Exporte; Trennzeichen, Zahlenformat und Kodierung werden erkannt.",
      "CSV exports; delimiter, number format and encoding are detected."))
    sources:
      # \(words("eine Zeile je Konto und Monat", "one row per account and month"))
      - file: exports/revenue.csv
        # \(words("Spalte der Kontonummer, führende Nullen bleiben",
      "column of the account number, leading zeros stay"))
        account: account_id
        period: period
        # \(words("Name hier: Spalte dort; mit unit: T€, Mio. € oder %, wo es nötig ist",
      "name here: column there; with unit: T€, Mio. € or % where needed"))
        values:
    \(parts.monthly.map { "      \($0)\n" }.joined())  \
    # \(words("eine Zeile je Konto", "one row per account"))
      - file: exports/accounts.csv
        account: account_id
        name: account_name
        values:
    \(parts.perAccount.map { "      \($0)\n" }.joined())    \
    attributes: {country: country, segment: segment}


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

  private static func criteria(
    _ parts: TemplateGoal,
    _ language: Language,
    _ words: TemplateWords
  ) -> String {
    """
    # \(words("Drei bis fünf Kriterien, die zum Ziel passen (S004). Gewichte sind Punkte.",
      "Three to five criteria that follow from the goal (S004). Weights are points."))
    # \(words("Feste Skalen von..bis anpassen: außerhalb zählt 0 oder 1.",
      "Adjust the fixed scales from..to: beyond them counts 0 or 1."))
    criteria:
    \(parts.criteria.map { "  - \($0.line(language))\n" }.joined())

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
