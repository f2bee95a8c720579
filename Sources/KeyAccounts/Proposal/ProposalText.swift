// SPDX-License-Identifier: Apache-2.0
import Accounts
import CyclePerformance

/// Writes a proposal as a commented programme file.
struct ProposalText {
  var programme: ProposedProgramme
  let language: Language
  /// The goal; nil decides it by the criteria.
  var goal: Programme.Goal?
  /// Criteria, nil for a draft that only reads the files.
  var criteria: ProposedCriteria?
  /// How many accounts there are.
  var accountCount = 0

  /// The whole file.
  var text: String {
    let head = header + sources + master + rates + okr
    guard let criteria else { return head }
    return head + measures(criteria) + gates + lines(criteria) + unused
  }

  func words(_ german: String, _ english: String) -> String {
    LocalizedText(de: german, en: english)(language)
  }

  func comment(_ german: String, _ english: String, indent: Int = 0) -> String {
    String(repeating: " ", count: indent) + "# " + words(german, english) + "\n"
  }

  // MARK: Head

  private var header: String {
    let goal = goal ?? (criteria?.measuresPotential ?? false ? .potential : .custom)
    return "# yaml-language-server: $schema=kontor.schema.json\n"
      + comment(
        "Vorschlag aus den Exporten: bitte jede Zuordnung prüfen, dann kontor check und kontor run",
        "Proposed from the exports: please check every mapping, then kontor check and kontor run"
      )
      + comment("Alle Pfade gelten ab dieser Datei.", "All paths start at this file.")
        + """
        version: 1
        programme:
          name: \(words("Mein Key-Account-Programm", "My key-account programme"))
          goal: \(goal.rawValue)  # potential | specification | innovation | custom
          approach: sales  # company | sales
          phase: prototype  # \(words("3 bis 5 Konten; danach rollout", "3 to 5 accounts; then rollout"))
          currency: \(programme.currency)  # \(words("Berichtswährung", "reporting currency"))
          language: \(language.rawValue)


        """
  }

  // MARK: Files

  private var sources: String {
    "sources:\n" + programme.sources.map(source).joined(separator: "\n") + "\n"
  }

  func column(_ column: ColumnProfile) -> String {
    let name = YAMLScalar.text(column.header)
    return column.occurrence > 1 ? "{column: \(name), occurrence: \(column.occurrence)}" : name
  }

  private var master: String {
    guard let master = programme.master else { return "" }
    var lines = comment(
      "Kundenstamm: ein Konto je Zeile",
      "customer master: one account per row"
    )
    lines += "accounts:\n  file: \(YAMLScalar.text(master.file))\n"
    lines += account(master, indent: 2)
    if let name = master.name { lines += "  name: \(column(name))\n" }
    if let parent = master.parent { lines += "  parent: \(column(parent))\n" }
    let roles = RoleAssignment(master.profile.columns)
    if master.parent != nil, let from = roles.best(.validFrom) {
      lines += "  valid_from: \(column(from))\n"
    }
    if master.parent != nil, let to = roles.best(.validTo) {
      lines += "  valid_to: \(column(to))\n"
    }
    lines += attributes(master.attributes, indent: 2)
    if let system = roles.best(.system) {
      lines += comment(
        "system: \(column(system))  (sobald jede Quelle ihr system nennt)",
        "system: \(column(system))  (once every source names its system)",
        indent: 2
      )
    }
    if master.parent != nil { lines += "  rollup: top  # none | parent | top\n" }
    lines += comment(
      "mapping: same_customers.csv  (bestätigte Paare aus duplicates.csv)",
      "mapping: same_customers.csv  (confirmed pairs of duplicates.csv)",
      indent: 2
    )
    return lines + "\n"
  }

  private var rates: String {
    if let rates = programme.rates { return self.rates(rates) }
    guard !programme.foreignCurrencies.isEmpty else { return "" }
    let codes = programme.foreignCurrencies.joined(separator: ", ")
    return comment(
      "rates: {file: rates.csv}  (Spalten currency, rate, period; gebraucht: \(codes))",
      "rates: {file: rates.csv}  (columns currency, rate, period; needed: \(codes))"
    ) + "\n"
  }

  private func rates(_ rates: ProposedRates) -> String {
    let keys = rates.keys.map { ", \($0.key): \(column($0.column))" }.joined()
    let line = "rates: {file: \(YAMLScalar.text(rates.file))\(keys)}\n\n"
    guard rates.holdsOn else { return line }
    return comment(
      "ein Kurs gilt, bis der nächste beginnt: bitte bestätigen",
      "a rate holds until the next one begins: please confirm"
    ) + line
  }

  private var okr: String {
    let files = OKRMapping.FileKind.allCases.compactMap { programme.okr[$0].map(sheets) }
    return files.isEmpty ? "" : "okr:\n" + files.joined() + keyDate + "\n"
  }

  /// The latest day that a title of the sheets names.
  private var keyDate: String {
    guard let day = programme.okr.values.joined().compactMap(\.keyDate).max() else { return "" }
    let note = LocalizedText(
      de: "Stand der Werte laut Titel",
      en: "the day of the values, as a title says"
    )
    return "  as_of: \(day)  # \(note(language))\n"
  }

  private func sheets(_ sheets: [ProposedSheet]) -> String {
    let note =
      sheets.contains { !$0.constants.isEmpty }
      ? comment(
        "was für alle Zeilen gilt, steht nur im Titel oder im Namen der Datei: bitte bestätigen",
        "what all rows have stands in the title or in the name of the file alone: please confirm",
        indent: 2
      ) : ""
    guard let first = sheets.first else { return "" }
    let key = "  \(first.kind.rawValue):"
    guard sheets.count > 1 else { return note + "\(key) \(sheet(first))\n" }
    return note + key + "\n" + sheets.map { "    - \(sheet($0))\n" }.joined()
  }

  private func sheet(_ sheet: ProposedSheet) -> String {
    let file = YAMLScalar.text(sheet.file)
    guard !sheet.constants.isEmpty else { return file }
    let columns = sheet.constants.map { "\($0.name): {constant: \(YAMLScalar.text($0.text))}" }
    return "{file: \(file), columns: {\(columns.joined(separator: ", "))}}"
  }

  private var unused: String {
    guard !programme.unused.isEmpty else { return "" }
    let names = programme.unused.map(\.commentSafe).joined(separator: ", ")
    return "\n"
      + comment(
        "nicht verwendet, weil ohne Kunden, ohne Zahlen oder von einer Art, die schon da ist: "
          + names,
        "not used, as without accounts, without figures or of a kind that is there already: \(names)"
      )
  }

  // MARK: Choice

  private func measures(_ criteria: ProposedCriteria) -> String {
    guard !criteria.measures.isEmpty else { return "" }
    return "measures:\n" + criteria.measures.map { "  \($0.name): \($0.formula)\n" }.joined() + "\n"
  }

  private var gates: String {
    comment(
      "K.-o.-Regeln, etwa gegen konzerninterne Konten; Verdächtige nennt findings.csv",
      "knock-outs, for instance of intercompany accounts; findings.csv names suspects"
    ) + "gates: []\n\n"
  }

  private func lines(_ criteria: ProposedCriteria) -> String {
    guard !criteria.lines.isEmpty else {
      return comment(
        "kein Wert erkannt, nach dem sich reihen ließe: values ergänzen, dann criteria",
        "no value recognised to rank by: add values, then criteria"
      )
    }
    let texts = criteria.lines.map { line in
      "  - {name: \(YAMLScalar.text(line.name(language))), measure: \(line.measure), weight: \(line.weight), "
        + "view: \(line.isForward ? "forward" : "backward"), "
        + "scale: {from: \(YAMLScalar.number(line.low)), to: \(YAMLScalar.number(line.high))}, "
        + "missing: worst\(line.isManual ? ", origin: manual" : "")}\n"
    }
    return comment(
      "Gewichte sind Punkte. Die Skalen umfassen 90 % der Konten, nach außen gerundet; jetzt "
        + "festhalten, damit Noten vergleichbar bleiben",
      "Weights are points. The scales span 90 % of the accounts, rounded outwards; fixed from now "
        + "on, so that scores stay comparable"
    ) + "criteria:\n" + texts.joined()
      + "\nshortlist:\n  size: \(max(1, min(5, accountCount)))\n"
  }
}

extension String {
  /// The text on one line.
  var commentSafe: String {
    String(map { $0.isNewline || $0.unicodeScalars.contains { $0.value < 32 } ? " " : $0 })
  }
}
