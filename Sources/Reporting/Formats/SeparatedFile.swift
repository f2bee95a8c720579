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

  /// The same on so many threads, with what `print` makes of the rows handed to `alongside` in their
  /// order.
  func write(
    _ table: ReportTable,
    threads: Int,
    print: @escaping @Sendable (borrowing RenderedRows, inout TextBuffer) -> Void,
    alongside: ([UInt8]) -> Void
  ) throws(AtomicFile.Failure) {
    try AtomicFile.write(to: path) { out throws(AtomicFile.Failure) in
      Self.writeHeader(of: table, dialect, to: &out)
      RenderedRows.forEachPiece(of: table, threads: threads) { [dialect] rows, text in
        rows.appendSeparated(dialect, to: &text)
      } second: {
        print($0, &$1)
      } _: { separated, printed in
        out.text.append(separated)
        out.drain()
        alongside(printed)
      }
    }
  }

  private static func writeHeader(
    of table: ReportTable,
    _ dialect: WriterDialect,
    to out: inout TextOutput
  ) {
    var header = DelimitedWriter(dialect: dialect)
    header.append(table.columns.map { .text($0.name) })
    out.text.append(header.bytes)
  }

  /// Writes a table with its header, and shows every batch of its rows to `alongside`.
  static func write(
    _ table: ReportTable,
    _ dialect: WriterDialect,
    to out: inout TextOutput,
    alongside: (borrowing RenderedRows) -> Void
  ) {
    writeHeader(of: table, dialect, to: &out)
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
