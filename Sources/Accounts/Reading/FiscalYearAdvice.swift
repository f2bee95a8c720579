// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// Says where periods name fiscal years over two calendar years and no setting says when these
/// begin.
struct FiscalYearAdvice {
  /// A finding on the first such period, nil without one.
  private(set) var finding: Finding?
  private let file: String
  private let isCalledFor: Bool

  /// Looks at the periods of `file`; `format` may say when fiscal years begin.
  init(file: String, format: FormatSettings) {
    self.file = file
    isCalledFor = format.fiscalYearStart == 1
  }

  /// Looks at a period in a cell of `column`, or in its header, which stands in `headerLine`.
  mutating func look(at text: String, column: Int, header: String, headerLine: Int? = nil) {
    guard isCalledFor, finding == nil, Self.namesTwoYears(text) else { return }
    finding = Finding(
      .warning,
      "K-D162",
      file: file,
      line: headerLine,
      column: column + 1,
      field: header,
      found: text,
      message: LocalizedText(
        de: "'\(text)' ist ein Geschäftsjahr über zwei Kalenderjahre und zählt doch als "
          + "Kalenderjahr; setzen Sie format.fiscal_year_start auf den Monat, in dem es beginnt",
        en: "'\(text)' is a fiscal year over two calendar years and counts as a calendar year all "
          + "the same; set format.fiscal_year_start to the month in which it begins"
      )
    )
  }

  /// Whether the year in which a fiscal year starts and the one in which it ends are both named:
  /// only then does the meaning of such names matter in calendar years.
  private static func namesTwoYears(_ text: String) -> Bool {
    period(in: text, .start) != period(in: text, .end)
  }

  private static func period(in text: String, _ name: FiscalYearName) -> CalendarCell {
    let years = FiscalYear(startMonth: 1, namedAfter: name)
    return HeaderUnit.period(in: text, style: DateStyle(order: .dayFirst, fiscalYear: years))
  }
}
