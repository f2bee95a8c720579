// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// Looks for a column of debit and credit marks beside unsigned amounts that nobody reads.
///
/// Without it reversals and credit notes would count as revenue. Where amounts carry their own sign,
/// or all rows have the same mark, the column decides nothing and nothing is said.
struct UnreadMarks {
  let table: DelimitedTable
  let mapping: SourceMapping
  let columns: SourceColumns

  /// The finding about the first such column; nil without one.
  ///
  /// - Complexity: O(n) in the rows where a header names marks, else O(columns).
  func finding(file: String) -> Finding? {
    let amounts = columns.cells.filter { $0.sign == nil && !$0.isAmbiguous }
    guard !amounts.isEmpty else { return nil }
    for (index, header) in table.header.enumerated()
    where SignMark.isHeader(header) && !isKnown(index, header) {
      if let marks = deciding(index, amounts) { return finding(file, index, marks, amounts[0]) }
    }
    return nil
  }

  /// Whether the mapping reads the column already, or sets rows aside by it.
  private func isKnown(_ index: Int, _ header: String) -> Bool {
    columns.signs.contains { $0.index == index }
      || mapping.exclude.contains { $0.rule.names.contains(header) }
  }

  /// The two marks, debit or minus first, if both stand beside positive amounts and no other does.
  private func deciding(
    _ index: Int,
    _ amounts: [SourceColumns.ValueCell]
  ) -> (first: String, second: String)? {
    var marks: Set<String> = []
    var unsigned: [Bool: String] = [:]
    table.readRecords { record in
      guard record.kind == .data, index < record.fieldCount, !record.isEmpty(columns.account) else {
        return true
      }
      let text = record.text(index)
      if !text.isEmpty { marks.insert(text) }
      guard marks.isEmpty || SignMark.arePaired(marks) else { return false }
      if Self.isPositive(amounts, record) {
        let isFirst = SignMark.isDebitOrMinus(text)
        if unsigned[isFirst] == nil { unsigned[isFirst] = text }
      }
      return unsigned.count < 2
    }
    guard let first = unsigned[true], let second = unsigned[false],
      SignMark.arePaired([first, second])
    else { return nil }
    return (first, second)
  }

  private static func isPositive(
    _ amounts: [SourceColumns.ValueCell],
    _ record: borrowing Record
  ) -> Bool {
    for cell in amounts {
      if case .number(let parsed) = record.number(cell.column, style: cell.style),
        parsed.value > .zero
      {
        return true
      }
    }
    return false
  }

  private func finding(
    _ file: String,
    _ index: Int,
    _ marks: (first: String, second: String),
    _ cell: SourceColumns.ValueCell
  ) -> Finding {
    let header = table.header[index]
    let value = mapping.values[cell.value]
    let setting =
      "values.\(value.name): {column: \(value.column.name), "
      + "sign: {column: \(header), negative: [\(marks.first == "-" ? "\"-\"" : marks.first)]}}"
    return Finding(
      .warning,
      "K-D111",
      file: file,
      line: table.format.lineOfHeader,
      column: index + 1,
      field: header,
      found: marks.first,
      message: LocalizedText(
        de: "Spalte '\(header)' hält '\(marks.first)' und '\(marks.second)' neben Beträgen ohne "
          + "Vorzeichen, und alle zählen positiv; sagen Sie mit sign, was mindert, etwa \(setting)",
        en: "column '\(header)' holds '\(marks.first)' and '\(marks.second)' beside unsigned "
          + "amounts, and all count as positive; say with sign which one reduces, such as "
          + "\(setting)"
      )
    )
  }
}
