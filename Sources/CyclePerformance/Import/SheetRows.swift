// SPDX-License-Identifier: Apache-2.0
package import DelimitedText

/// One row of an OKR file: its cells as text, decoded and trimmed.
package struct SheetRow: Sendable, Equatable {
  /// The physical line of the record's start, 1-based.
  package var line: Int
  /// The cells from left to right; missing ones at the end count as empty.
  package var cells: [String]

  /// A row of `cells` that starts in `line`.
  package init(line: Int, cells: [String]) {
    self.line = line
    self.cells = cells
  }
}

/// One OKR file as rows of text.
///
/// The header may be preceded by title rows: where a later row fits the known headers better, that
/// one is the header.
package struct SheetRows: Sendable, Equatable {
  /// The header's cells.
  package var header: [String]
  /// The header's physical line.
  package var headerLine: Int
  /// What follows the header.
  package var rows: [SheetRow]

  /// The rows `rows` under `header`.
  package init(header: [String], headerLine: Int = 1, rows: [SheetRow]) {
    self.header = header
    self.headerLine = headerLine
    self.rows = rows
  }
}

/// One OKR file together with what the programme says of it.
package struct SheetSource: Sendable {
  /// The file as the programme names it.
  package var file: OKRMapping.File
  /// Its rows; only the header where it is read from ``table`` in batches.
  package var rows: SheetRows
  /// The file itself, for one that is read in batches.
  package var table: DelimitedTable?

  /// The rows of `file`.
  package init(_ file: OKRMapping.File, rows: SheetRows) {
    self.file = file
    self.rows = rows
  }

  /// The file `file`, of which no row is kept as text that need not be.
  package init(_ file: OKRMapping.File, streaming table: DelimitedTable) {
    self.file = file
    self.table = table
    rows = SheetRows(header: table.header, headerLine: table.format.headerLine, rows: [])
  }
}
