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

  private func words(_ german: String, _ english: String) -> String {
    LocalizedText(de: german, en: english)(language)
  }

  private func comment(_ german: String, _ english: String, indent: Int = 0) -> String {
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

  private func source(_ source: ProposedSource) -> String {
    var lines = "  # \(source.profile.understood(language))\n"
    lines += "  - file: \(YAMLScalar.text(source.file))\n"
    lines += format(source)
    lines += key(source) + account(source, indent: 4)
    if let name = source.name { lines += "    name: \(column(name))\n" }
    if source.isWide {
      lines +=
        "    periods: wide  # "
        + words("der Rest der Überschrift ist die Periode", "the rest of the header is the period")
        + "\n"
    }
    lines += period(source)
    if let currency = source.currency { lines += "    currency: \(column(currency))\n" }
    if let code = source.constantCurrency { lines += "    currency: {constant: \(code)}\n" }
    lines += values(source) + attributes(source.attributes, indent: 4) + exclude(source)
    lines += voidRows(source)
    return lines
  }

  private func period(_ source: ProposedSource) -> String {
    if let period = source.period { return "    period: \(column(period))\n" }
    if let days = source.dealPeriod {
      return comment(
        "period: \(column(days))  (hier schließen Verkaufschancen, auch künftige; Zeitfenster des "
          + "Umsatzes würden dort enden)",
        "period: \(column(days))  (deals close here, future ones too; windows of the revenue would "
          + "end there)",
        indent: 4
      )
    }
    if let odd = source.oddPeriod {
      let sample = odd.samples.first.map { " '\($0.commentSafe)'" } ?? ""
      return comment(
        "period: \(column(odd))  (keine lesbare Periode:\(sample))",
        "period: \(column(odd))  (no readable period:\(sample))",
        indent: 4
      )
    }
    guard let gappy = source.gappyPeriod else { return "" }
    let rows = "\(gappy.missing)/\(gappy.rows)"
    return comment(
      "period: \(column(gappy))  (\(rows) Zeilen haben keine und würden abgewiesen)",
      "period: \(column(gappy))  (\(rows) rows have none and would be rejected)",
      indent: 4
    )
  }

  private func exclude(_ source: ProposedSource) -> String {
    guard !source.suspects.isEmpty else { return anonymous(source) }
    let rules = source.suspects.map { "\"`\(source.account.header)` = '\($0)'\"" }
    return comment(
      "vermutlich keine Kunden; ohne das # davor legt die Zeile sie beiseite",
      "probably no customers; without the # before it the line sets them aside",
      indent: 4
    ) + "    # exclude: [\(rules.joined(separator: ", "))]\n" + anonymous(source)
  }

  private func voidRows(_ source: ProposedSource) -> String {
    guard let (column, texts) = source.voidRows,
      !(texts + [column.header]).contains(where: { $0.contains { "'\"`\\".contains($0) } })
    else { return "" }
    let rules = texts.map { "\"`\(column.header)` = '\($0)'\"" }.joined(separator: ", ")
    return comment(
      "exclude: [\(rules)]  (diese Zeilen führten zu nichts; ohne das # zählen sie nicht)",
      "exclude: [\(rules)]  (these rows came to nothing; without the # they do not count)",
      indent: 4
    )
  }

  /// Many rows without an account are no mistakes, but rows that belong to nobody.
  private func anonymous(_ source: ProposedSource) -> String {
    let (missing, header) = (source.account.missing, source.account.header)
    guard missing * 50 > source.account.rows, !header.contains(where: { "`\"\\".contains($0) })
    else { return "" }
    return comment(
      "exclude: [\"`\(header)` = ''\"]  (\(missing) Zeilen ohne Kunden beiseitelegen statt abweisen)",
      "exclude: [\"`\(header)` = ''\"]  (set \(missing) rows without an account aside, not reject "
        + "them)",
      indent: 4
    )
  }

  private func format(_ source: ProposedSource) -> String {
    let rows = source.profile.headerRows
    let header = rows == 1 ? [] : [rows == 0 ? "header_row: 0" : "header_rows: \(rows)"]
    let settings = header + source.format
    guard !settings.isEmpty else { return "" }
    var line = "    format: {\(settings.joined(separator: ", "))}\n"
    if rows == 0 {
      line =
        comment(
          "schon die erste Zeile sieht nach Daten aus: ohne Kopfzeile heißen die Spalten 1, 2, 3",
          "even the first line looks like data: without a header the columns are called 1, 2, 3",
          indent: 4
        ) + line
    }
    guard !source.format.isEmpty else { return line }
    return comment(
      "keine Zelle entscheidet die Schreibweise: bitte bestätigen",
      "no cell decides how it is written: please confirm",
      indent: 4
    ) + line
  }

  private func key(_ source: ProposedSource) -> String {
    guard source.hasRepeatedIds else { return "" }
    return comment(
      "einige Nummern stehen mehrfach da: die erste Zeile bleibt, spätere werden abgewiesen",
      "some ids occur more than once: the first row stays, later ones are rejected",
      indent: 4
    ) + "    key: [\(column(source.account))]\n"
  }

  private func account(_ source: ProposedSource, indent: Int) -> String {
    let start = String(repeating: " ", count: indent) + "account: "
    let notes = linkNote(source, indent) + patternNotes(source, indent)
    guard let pattern = source.idPattern else {
      return notes + start + column(source.account) + "\n"
    }
    return notes + start + "{column: \(YAMLScalar.text(source.account.header)), "
      + (source.account.occurrence > 1 ? "occurrence: \(source.account.occurrence), " : "")
      + "pattern: \(YAMLScalar.text(pattern))}\n"
  }

  private func patternNotes(_ source: ProposedSource, _ indent: Int) -> String {
    let odd = source.pattern.map { pattern in
      comment(
        "'\(pattern.id.commentSafe)' hat eine andere Form als alle anderen und wird abgewiesen",
        "'\(pattern.id.commentSafe)' has another shape than all others and is rejected",
        indent: indent
      )
    }
    guard source.dropsZeros else { return odd ?? "" }
    return (odd ?? "")
      + comment(
        "ohne führende Nullen sind es die Nummern der anderen Dateien",
        "without leading zeros these are the ids of the other files",
        indent: indent
      )
  }

  private func linkNote(_ source: ProposedSource, _ indent: Int) -> String {
    guard let other = source.passedOver else { return "" }
    let (own, linking) = (other.header.commentSafe, source.account.header.commentSafe)
    return comment(
      "'\(linking)' statt '\(own)': dort stehen die Nummern der anderen Dateien",
      "'\(linking)' in place of '\(own)': it holds the ids of the other files",
      indent: indent
    )
  }

  private func values(_ source: ProposedSource) -> String {
    guard !source.values.isEmpty else { return "" }
    return signNote(source) + barePeriodNote(source) + "    values:\n"
      + source.values.map { "      \($0.name): \(value($0))\n" }.joined()
  }

  private func value(_ value: ProposedValue) -> String {
    var parts: [String] = []
    if value.occurrence > 1 { parts.append("occurrence: \(value.occurrence)") }
    if value.kind == .number { parts.append("kind: number") }
    if let unit = value.unit { parts.append("unit: \(YAMLScalar.text(unit))") }
    if let minimum = value.minimum { parts.append("min: \(minimum)") }
    if let maximum = value.maximum { parts.append("max: \(maximum)") }
    if let sign = value.sign { parts.append("sign: \(self.sign(sign))") }
    let column = YAMLScalar.text(value.column)
    return parts.isEmpty ? column : "{column: \(column), \(parts.joined(separator: ", "))}"
  }

  private func sign(_ sign: (column: ColumnProfile, negative: String)) -> String {
    let occurrence = sign.column.occurrence > 1 ? ", occurrence: \(sign.column.occurrence)" : ""
    return "{column: \(YAMLScalar.text(sign.column.header))\(occurrence), "
      + "negative: [\(YAMLScalar.text(sign.negative))]}"
  }

  private func signNote(_ source: ProposedSource) -> String {
    guard let mark = source.values.compactMap(\.sign).first?.negative.commentSafe else { return "" }
    return comment(
      "'\(mark)' mindert: bitte bestätigen; auf einem Erlöskonto ist Haben der Erlös, auf einem "
        + "Debitorenkonto Soll",
      "'\(mark)' reduces: please confirm; on a revenue account credit is the revenue, on a "
        + "customer account debit",
      indent: 4
    )
  }

  private func barePeriodNote(_ source: ProposedSource) -> String {
    guard source.hasBarePeriods else { return "" }
    return comment(
      "die Überschriften sind nur Perioden; als Umsatz angenommen",
      "the headers are periods and nothing else; taken for revenue",
      indent: 4
    )
  }

  private func attributes(
    _ attributes: [(name: String, column: ColumnProfile)],
    indent: Int
  ) -> String {
    guard !attributes.isEmpty else { return "" }
    let texts = attributes.map { "\($0.name): \(column($0.column))" }
    return String(repeating: " ", count: indent)
      + "attributes: {\(texts.joined(separator: ", "))}\n"
  }

  private func column(_ column: ColumnProfile) -> String {
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
    let files = OKRMapping.FileKind.allCases.compactMap { programme.okr[$0].map(sheet) }
    return files.isEmpty ? "" : "okr:\n" + files.joined() + "\n"
  }

  private func sheet(_ sheet: ProposedSheet) -> String {
    let (key, file) = ("  \(sheet.kind.rawValue): ", YAMLScalar.text(sheet.file))
    guard let cycle = sheet.cycle else { return key + file + "\n" }
    return comment(
      "der Zyklus steht nur im Titel oder im Namen der Datei: bitte bestätigen",
      "the cycle stands in the title or in the name of the file alone: please confirm",
      indent: 2
    ) + key + "{file: \(file), columns: {cycle_id: {constant: \(YAMLScalar.text(cycle))}}}\n"
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
  fileprivate var commentSafe: String {
    String(map { $0.isNewline || $0.unicodeScalars.contains { $0.value < 32 } ? " " : $0 })
  }
}
