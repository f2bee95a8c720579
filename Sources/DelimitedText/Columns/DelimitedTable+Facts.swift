// SPDX-License-Identifier: Apache-2.0

extension DelimitedTable {
  /// Counts what the cells of some columns are, in one pass; `styles` says how each column of the
  /// table is read.
  ///
  /// Rows count that hold data and of which `isTotal` is false. It is asked only where the first
  /// field is empty, begins like a separator, repeats the header or may name a total as
  /// `mayNameTotal` says, and for rows that are not plain. Beyond `keptTexts` different texts of a
  /// column they are not counted.
  ///
  /// - Complexity: O(n) in the bytes of the file.
  package func columnFacts(
    of columns: [Int],
    _ styles: [CellStyle],
    keptTexts: Int,
    mayNameTotal: (Span<UInt8>) -> Bool,
    isTotal: (borrowing Record) -> Bool
  ) -> [ColumnFacts] {
    var tallies = columns.map { CellTally($0, style: styles[$0], keptTexts: keptTexts) }
    func add(_ record: borrowing Record) {
      guard record.kind == .data, !isTotal(record) else { return }
      for (place, column) in columns.enumerated() {
        record.withContent(column) { cell in tallies[place].add(cell) }
      }
    }
    scanBlocks { block in
      var first = block.rows.lowerBound
      block.forEachContent(of: 0) { row, cell in
        guard isUnusual(cell) || mayNameTotal(cell) else { return true }
        Self.add(block, first..<row, to: &tallies)
        block.withRecord(row) { record in add(record) }
        first = row + 1
        return true
      }
      Self.add(block, first..<block.rows.upperBound, to: &tallies)
      return .goOn
    } orRecord: { record in
      add(record)
      return .goOn
    }
    return tallies.map { $0.finished() }
  }

  /// Whether a row with this first cell may be no data by its looks.
  private func isUnusual(_ cell: Span<UInt8>) -> Bool {
    guard !cell.isEmpty else { return true }
    switch cell[0] {
    case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "_"): return true
    default: return hasBytes(cell, header[0]) || titles.mayMention(cell)
    }
  }

  private static func add(_ block: RowBlock, _ rows: Range<Int>, to tallies: inout [CellTally]) {
    guard !rows.isEmpty else { return }
    for column in tallies.indices { tallies[column].add(rows, of: block) }
  }
}
