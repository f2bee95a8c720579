// SPDX-License-Identifier: Apache-2.0
package import DelimitedText

/// A CSV file to be written.
package struct SeparatedFile {
  private let path: String
  private let dialect: WriterDialect

  /// Names the file.
  package init(path: String, dialect: WriterDialect) {
    self.path = path
    self.dialect = dialect
  }

  /// Writes a table with its header, and shows every batch of its rows to `alongside`.
  ///
  /// - Throws: ``AtomicFile/Failure`` when the file cannot be written.
  package func write(
    _ table: ReportTable,
    alongside: (borrowing RenderedRows) -> Void = { _ in }
  ) throws(AtomicFile.Failure) {
    try AtomicFile.write(to: path) { out throws(AtomicFile.Failure) in
      Self.write(table, dialect, to: &out, alongside: alongside)
    }
  }

  /// Writes a table with its header, and shows every batch of its rows to `alongside`.
  static func write(
    _ table: ReportTable,
    _ dialect: WriterDialect,
    to out: inout TextOutput,
    alongside: (borrowing RenderedRows) -> Void
  ) {
    var header = DelimitedWriter(dialect: dialect)
    header.append(table.columns.map { .text($0.name) })
    out.text.append(header.bytes)
    if let appendText = table.appendText {
      for row in 0..<table.rowCount {
        appendText(row, dialect, &out.text)
        if row % 256 == 255 { out.drain() }
      }
      return
    }
    RenderedRows.forEachBatch(of: table) { batch in
      batch.appendSeparated(dialect, to: &out.text)
      out.drain()
      alongside(batch)
    }
  }
}
