// SPDX-License-Identifier: Apache-2.0
package import Accounts
import DelimitedText

/// What labelled titles above a flat sheet say of all its rows, as in `Kunde: Rheinwerk AG`,
/// `MOAL: Lieferanteil auf 40 %` or `OKR für den Zeitraum: 01.09.2026 - 31.12.2026` (S000, 7.3.3).
package enum TitleMention {
  /// What a column of the sheet would say in every row.
  package struct Constant: Equatable, Sendable {
    /// The column.
    package let column: OKRColumn
    /// What it says.
    package let text: String
  }

  /// The columns that the titles of a file speak of, in the order of the rule book.
  ///
  /// One that they speak of twice, in different words, is left out. Without a label the only cycle
  /// that they or the name of `file` mention counts.
  package static func constants(in titles: [String], file: String) -> [Constant] {
    var said: [OKRColumn: Set<String>] = [:]
    for (label, text) in labelled(titles) {
      guard let column = labels[HeaderText.normalized(String(label))] else { continue }
      said[column, default: []].insert(text)
    }
    var found: [OKRColumn: String] = [:]
    for (column, texts) in said where texts.count == 1 { found[column] = texts.first }
    if let span = found[.cycle].flatMap(days) { (found[.start], found[.end]) = span }
    if said[.cycle] == nil {
      let name = file.split(separator: "/").last.map(String.init) ?? ""
      found[.cycle] = CycleMention.cycle(in: titles + [name])
    }
    return OKRColumn.columns(of: .plan).compactMap { column in
      found[column].map { Constant(column: column, text: $0) }
    }
  }

  private static let labels: [String: OKRColumn] = {
    var labels: [String: OKRColumn] = [:]
    let columns: [OKRColumn] = [
      .account, .accountName, .cycle, .moalTitle, .strategy, .requirements,
    ]
    for column in columns {
      let known: OKRColumn = column == .accountName ? .account : column
      for header in column.normalizedHeaders(in: .plan) { labels[header] = labels[header] ?? known }
    }
    for header in ["Account", "Zeitraum", "OKR für den Zeitraum", "period", "OKRs for the period"] {
      labels[HeaderText.normalized(header)] = header == "Account" ? .account : .cycle
    }
    return labels
  }()

  /// The day of the values that titles name, as `Stand: 20.11.2026` does; nil for several days.
  package static func keyDate(in titles: [String]) -> CalendarDate? {
    let days = titles.indices.compactMap { index -> CalendarDate? in
      var words = titles[index].split { $0.isWhitespace || $0 == ":" }.map(String.init)
      let label = keyDateLabels.first { label in
        words.count >= label.count && zip(words, label).allSatisfy { $0.lowercased() == $1 }
      }
      guard let label else { return nil }
      words.removeFirst(label.count)
      let day = words.first ?? (index + 1 < titles.count ? titles[index + 1].trimmedCell : "")
      return SheetDay(day)?.date(order: .dayFirst)
    }
    return Set(days).count == 1 ? days.first : nil
  }

  private static let keyDateLabels = [
    ["stand"], ["datenstand"], ["stichtag"], ["as", "of"], ["key", "date"], ["status", "as", "of"],
  ]

  /// Titles of the form `label: text`, the text in the cell itself or in the next one.
  private static func labelled(_ titles: [String]) -> [(label: Substring, text: String)] {
    titles.indices.compactMap { index in
      guard let colon = titles[index].firstIndex(of: ":") else { return nil }
      let label = titles[index][..<colon]
      let rest = String(titles[index][titles[index].index(after: colon)...]).trimmedCell
      if !rest.isEmpty { return (label, rest) }
      guard index + 1 < titles.count, !titles[index + 1].contains(":") else { return nil }
      let next = titles[index + 1].trimmedCell
      return next.isEmpty ? nil : (label, next)
    }
  }

  /// The two days that a period names.
  private static func days(_ period: String) -> (start: String, end: String)? {
    let words = period.split { $0.isWhitespace || $0 == "–" }.map(String.init)
    let days = words.filter { SheetDay($0)?.date(order: .dayFirst) != nil }
    guard days.count == 2, words.count <= 5 else { return nil }
    return (days[0], days[1])
  }
}
