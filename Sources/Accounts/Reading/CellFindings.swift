// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// Collects the findings of one file, at most a thousand of a kind and column.
///
/// A damaged column of a large export would otherwise fill memory with the same sentence; what is
/// left out is counted and said.
struct CellFindings {
  private struct Kind: Hashable {
    var code: String
    var column: Int?
  }

  private static let limit = 1000
  private var kept: [Finding] = []
  private var counts: [Kind: Int] = [:]

  /// Adds a finding.
  mutating func add(_ finding: Finding) {
    let kind = Kind(code: finding.code, column: finding.column)
    counts[kind, default: 0] += 1
    if counts[kind, default: 0] <= Self.limit { kept.append(finding) }
  }

  /// Everything found, with a line for each kind that was cut.
  func finished(file: String) -> [Finding] {
    let cut = counts.filter { $0.value > Self.limit }
    let notes = cut.map { kind, count in
      let more = count - Self.limit
      return Finding(
        .warning,
        "K-D099",
        file: file,
        column: kind.column,
        message: LocalizedText(
          de: "\(more) weitere Befunde \(kind.code) in dieser Spalte nicht einzeln aufgeführt",
          en: "\(more) more findings \(kind.code) in this column are not listed one by one"
        )
      )
    }
    return kept + notes.sorted(by: Finding.isOrderedBefore)
  }
}

extension NumberProblem {
  /// What was expected, for a cell of `field` that holds `text`.
  func message(field: String, text: String, style: NumberStyle) -> LocalizedText {
    let mark = style.decimal.rawValue
    switch self {
    case .notANumber:
      return LocalizedText(
        de: "Zahl in Spalte '\(field)' erwartet, gefunden '\(text)'",
        en: "expected a number in column '\(field)', found '\(text)'"
      )
    case .conflictingStyle:
      return LocalizedText(
        de: "Zahl mit Dezimalzeichen '\(mark)' wie im Rest der Spalte '\(field)' erwartet, "
          + "gefunden '\(text)'",
        en: "expected a number with decimal mark '\(mark)' like the rest of column '\(field)', "
          + "found '\(text)'"
      )
    case .truncated:
      return LocalizedText(
        de: "abgeschnittene Zahl in Spalte '\(field)': '\(text)'; exportieren Sie die Spalte "
          + "breiter",
        en: "number cut off in column '\(field)': '\(text)'; export the column wider"
      )
    case .overflow:
      return LocalizedText(
        de: "Zahl in Spalte '\(field)' zu groß: '\(text)'",
        en: "number in column '\(field)' too large: '\(text)'"
      )
    case .notFinite:
      return LocalizedText(
        de: "endliche Zahl in Spalte '\(field)' erwartet, gefunden '\(text)'",
        en: "expected a finite number in column '\(field)', found '\(text)'"
      )
    case .bareScaleLetter:
      return LocalizedText(
        de: "'\(text)' in Spalte '\(field)' ist mehrdeutig; schreiben Sie die Zahl aus oder "
          + "setzen Sie unit",
        en: "'\(text)' in column '\(field)' is ambiguous; write the number out or set unit"
      )
    case .spreadsheetDate:
      return LocalizedText(
        de: "Zahl in Spalte '\(field)' erwartet, gefunden das Datum '\(text)'; hat eine "
          + "Tabellenkalkulation sie verändert? Exportieren Sie die Spalte als Zahl",
        en: "expected a number in column '\(field)', found the date '\(text)'; did a spreadsheet "
          + "change it? Export the column as a number"
      )
    }
  }
}
