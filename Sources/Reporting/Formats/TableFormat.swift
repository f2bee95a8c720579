// SPDX-License-Identifier: Apache-2.0
package import Accounts
package import DelimitedText

/// A way to print a table.
public enum TableFormat: String, Sendable, CaseIterable {
  /// Aligned columns for a terminal.
  case table
  /// Comma-separated values.
  case csv
  /// One JSON array of objects.
  case json
  /// One JSON object per line.
  case jsonl
  /// A Markdown table.
  case markdown
}

extension TableFormat {
  /// The bytes of `table` in this format.
  ///
  /// - Parameters:
  ///   - table: what to print.
  ///   - dialect: the kind of CSV, for `csv` only.
  ///   - language: the language of headings and numbers, for `table` and `markdown` only.
  /// - Returns: the text in UTF-8, with a line break at the end.
  package func bytes(
    of table: ReportTable,
    dialect: WriterDialect,
    language: Language
  ) -> [UInt8] {
    switch self {
    case .table: Array(TextTable(table, language: language).text().utf8)
    case .csv: Self.separated(table, dialect)
    case .json: JSONWriter.pretty(.rows(table))
    case .jsonl: JSONWriter.lines(table)
    case .markdown: Array(TextTable(table, language: language).markdown().utf8)
    }
  }

  /// The table as CSV with its header.
  package static func separated(_ table: ReportTable, _ dialect: WriterDialect) -> [UInt8] {
    var bytes: [UInt8] = []
    separate(table, dialect) { bytes += $0 }
    return bytes
  }

  /// The table as CSV with its header, in pieces of a thousand rows.
  package static func separate(
    _ table: ReportTable,
    _ dialect: WriterDialect,
    into take: ([UInt8]) -> Void
  ) {
    var writer = DelimitedWriter(dialect: dialect)
    writer.append(table.columns.map { .text($0.name) })
    var cells: [Cell] = []
    for row in 0..<table.rowCount {
      if let appendText = table.appendText {
        appendText(row, &writer)
      } else {
        cells.removeAll(keepingCapacity: true)
        table.appendRow(row, &cells)
        writer.append(cells)
      }
      if row % 1000 == 999 { take(writer.takeBytes()) }
    }
    take(writer.takeBytes())
  }

  /// The table as an array of objects.
  package static func json(_ table: ReportTable) -> JSONValue {
    .array((0..<table.rowCount).map { object(table, $0) })
  }

  private static func object(_ table: ReportTable, _ row: Int) -> JSONValue {
    let cells = table.cells(of: row)
    return .object(
      zip(table.columns, cells).map { .init($0.name, JSONValue($1, type: $0.type)) }
    )
  }
}

extension JSONValue {
  /// The cell as JSON; exact decimals become numbers, truth values become booleans.
  init(_ cell: Cell, type: ReportTable.ColumnType) {
    switch cell {
    case .text(let text): self = type == .boolean ? .bool(text == "true") : .string(text)
    case .integer(let number): self = .integer(number)
    case .decimal(let decimal): self = .number(decimal.doubleValue)
    case .real(let number): self = .number(number)
    case .missing: self = .null
    }
  }
}
