// SPDX-License-Identifier: Apache-2.0
package import Accounts
package import DelimitedText

/// What was understood of one file: its format and each of its columns.
package struct FileProfile: Sendable {
  /// The file as written, or as resolved from a glob.
  package var file: String
  /// Data rows, totals left out.
  package var rows: Int
  /// The columns, in file order.
  package var columns: [ColumnProfile]
  /// What stands above the header.
  package let titles: [String]
  /// Lines of the header, joined; 0 without one.
  package let headerRows: Int
  private let format: DetectedFormat

  /// Rows that show which columns hold days.
  private static let sampledRows = 200
  /// So many different texts of a column are kept apart.
  static let keptTexts = 100_000

  /// Reads the whole table once, and before that as much of it as shows how its numbers are written.
  ///
  /// Beyond `keptTexts` different texts of a column they are not counted, which shows in nothing
  /// else. Several threads share the columns, which shows in nothing but the time.
  ///
  /// - Complexity: O(n) in the cells of the file.
  package init(
    _ table: DelimitedTable,
    file: String,
    settings: FormatSettings,
    keptTexts: Int = Self.keptTexts,
    threads: Int = 1
  ) {
    self.file = file
    headerRows = table.format.lineOfHeader == nil ? 0 : settings.headerRows
    format = table.format
    titles = table.titles.texts
    let styles = Self.styles(of: table, settings)
    let facts = Self.facts(of: table, styles, keptTexts: keptTexts, threads: threads)
    rows = facts.first?.rows ?? 0
    var seen: [String: Int] = [:]
    columns = table.header.indices.map { index in
      let header = table.header[index]
      seen[header, default: 0] += 1
      return ColumnProfile(
        facts[index],
        styles: styles[index],
        header: header,
        index: index,
        occurrence: seen[header, default: 1]
      )
    }
  }

  private static func facts(
    of table: DelimitedTable,
    _ styles: [ColumnProfile.Styles],
    keptTexts: Int,
    threads: Int
  ) -> [ColumnFacts] {
    let cells = styles.map { CellStyle(number: $0.number, date: $0.date) }
    let shares = (0..<max(1, threads)).map { first in
      Array(stride(from: first, to: cells.count, by: max(1, threads)))
    }
    let parts = concurrentMap(shares, threads: threads) { columns in
      table.columnFacts(
        of: columns,
        cells,
        keptTexts: keptTexts,
        mayNameTotal: TotalsRow.mayBeMark,
        isTotal: { record in TotalMarks.isTotal(record, columns: cells.count) }
      )
    }
    return cells.indices.map { parts[$0 % shares.count][$0 / shares.count] }
  }

  /// The format and the size on one line.
  package func understood(_ language: Language) -> String {
    let delimiter =
      format.delimiter == 9 ? "TAB" : "'\(Character(Unicode.Scalar(format.delimiter)))'"
    let count = columns.count { !$0.header.isEmpty }
    let header =
      format.lineOfHeader.map { LocalizedText(de: "Kopfzeile \($0)", en: "header in line \($0)") }
      ?? LocalizedText(de: "ohne Kopfzeile", en: "no header")
    let facts = LocalizedText(
      de: "\(format.encoding.rawValue), \(format.newline.rawValue), Trennzeichen \(delimiter), "
        + "\(header.german), \(count) Spalten, \(rows) Datenzeilen",
      en: "\(format.encoding.rawValue), \(format.newline.rawValue), delimiter \(delimiter), "
        + "\(header.english), \(count) columns, \(rows) data rows"
    )
    return facts(language)
  }

  /// What decided the format, one short fact each.
  package var evidence: [LocalizedText] {
    format.evidence.map { LocalizedText(de: $0.german, en: $0.english) }
  }

  // MARK: Styles

  private static func styles(
    of table: DelimitedTable,
    _ settings: FormatSettings
  ) -> [ColumnProfile.Styles] {
    let numbers = table.numberStyles(ofColumns: Array(table.header.indices), settings: settings)
    let calendars = calendarColumns(of: table)
    return numbers.enumerated().map { column, decision in
      var styles = ColumnProfile.Styles(number: .point, date: DateStyle(order: .dayFirst))
      switch decision {
      case .decided(let style): (styles.number, styles.isNumberProven) = (style, true)
      case .noEvidence(let style): styles.number = style
      case .ambiguous: styles.isNumberAmbiguous = true
      }
      guard calendars.contains(column) else { return styles }
      switch table.dateStyle(ofColumn: column, settings: settings) {
      case .decided(let style): (styles.date, styles.dateNote) = (style, style.order.rawValue)
      case .ambiguous: styles.dateNote = "ambiguous"
      }
      return styles
    }
  }

  private static func calendarColumns(of table: DelimitedTable) -> Set<Int> {
    var days = [Int](repeating: 0, count: table.header.count)
    var rows = 0
    table.readRecords(while: { record in
      guard record.kind == .data else { return true }
      rows += 1
      for column in days.indices {
        let isDay = [DateOrder.dayFirst, .monthFirst].contains { order in
          if case .day = record.calendar(column, style: DateStyle(order: order)) { return true }
          return false
        }
        if isDay { days[column] += 1 }
      }
      return rows < sampledRows
    })
    return Set(days.indices.filter { days[$0] * 4 > rows })
  }
}
