// SPDX-License-Identifier: Apache-2.0

extension RegularRows.Plan {
  /// A plan that takes the rows of `table` for regular whatever texts they hold, as long as a number
  /// in one column shows that they are data; nil where the first row has none.
  ///
  /// The column is the first one with a number in the first row, so that most rows have one, too.
  package init?(anyRowsOf table: DelimitedTable) {
    guard !table.isTableChosen, table.surplusFields == 0, table.titles.texts.isEmpty,
      let column = table.columnOfFirstNumber
    else { return nil }
    let style: NumberStyle
    switch table.numberStyle(ofColumn: column, settings: table.settings) {
    case .decided(let decided): style = decided
    case .noEvidence(let any): style = any
    case .ambiguous: return nil
    }
    let plain = NumberStyle(decimal: style.decimal, grouping: nil)
    self.init(proof: Number(column: column, style: plain, decimals: 6))
  }
}

extension DelimitedTable {
  /// The first column with a number in the first row below the header; nil where that row has none,
  /// or the header one, which might come again.
  fileprivate var columnOfFirstNumber: Int? {
    var found: Int?
    readRecords { record in
      guard record.kind == .data else { return true }
      found = header.indices.first { column in
        NumberStyle.both.contains { style in
          guard case .number = record.number(column, style: style) else { return false }
          return true
        }
      }
      return false
    }
    guard let found, CellLook(header[found].utf8.span) == .text else { return nil }
    return found
  }
}
