// SPDX-License-Identifier: Apache-2.0
import Accounts

/// Writes one source of a proposal, with what is to be confirmed about it.
extension ProposalText {
  func source(_ source: ProposedSource) -> String {
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

  func account(_ source: ProposedSource, indent: Int) -> String {
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
    return signNote(source) + barePeriodNote(source) + unitNote(source) + "    values:\n"
      + source.values.map { "      \($0.name): \(value($0))\n" }.joined() + unusedNote(source)
  }

  private func unitNote(_ source: ProposedSource) -> String {
    guard source.hasUnitOfTitles, let title = source.titleAmounts?.title.commentSafe else {
      return ""
    }
    return comment(
      "die Einheit steht über der Kopfzeile, '\(title)': bitte bestätigen",
      "the unit stands above the header, '\(title)': please confirm",
      indent: 4
    )
  }

  private func unusedNote(_ source: ProposedSource) -> String {
    let names = source.unusedFigures.prefix(Self.namedFigures).map(\.header.commentSafe)
    guard !names.isEmpty else { return "" }
    let list = names.joined(separator: ", ")
    return comment(
      "weitere Zahlen, noch nicht verwendet: \(list)",
      "further figures, not used yet: \(list)",
      indent: 6
    )
  }

  /// So many columns of figures are named that a proposal does not use.
  private static let namedFigures = 10

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

  func attributes(
    _ attributes: [(name: String, column: ColumnProfile)],
    indent: Int
  ) -> String {
    guard !attributes.isEmpty else { return "" }
    let texts = attributes.map { "\($0.name): \(column($0.column))" }
    return String(repeating: " ", count: indent)
      + "attributes: {\(texts.joined(separator: ", "))}\n"
  }
}
