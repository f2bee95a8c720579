// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText

/// One OKR file with its header understood and the form of its numbers and days decided.
struct SheetTable {
  /// The kind of file.
  let kind: OKRMapping.FileKind
  /// The file as written in the programme.
  let path: String
  /// The header's physical line.
  let headerLine: Int
  /// The header's cells.
  let header: [String]
  /// What follows the header.
  let rows: ArraySlice<SheetRow>
  /// The known columns in file order, with their position.
  let columns: [(column: OKRColumn, index: Int)]
  /// What was found about the header.
  let headerFindings: [Finding]
  /// How numbers are written, per known column; nil where the column does not say.
  private(set) var decimals: [OKRColumn: DecimalMark] = [:]
  /// How numbers are written in the whole file, nil when its columns do not agree on one form.
  private(set) var fileDecimal: DecimalMark?
  /// The form the programme states.
  let statedDecimal: DecimalMark?
  /// How slashed days are written, per known column.
  private(set) var dateOrders: [OKRColumn: DateOrder] = [:]
  /// Whether the file speaks German, judged by its headers.
  let isGerman: Bool
  private let slots: [OKRColumn: Int]

  /// Understands `source` as a file of `kind`; `proven` are marks that rows beside it prove.
  init(
    _ source: SheetSource,
    kind: OKRMapping.FileKind,
    proven: [OKRColumn: DecimalMark] = [:]
  ) {
    let matcher = HeaderMatcher(kind: kind, file: source.file)
    let choice = matcher.headerRow(of: source.rows)
    let match = matcher.match(choice.header, line: choice.line)
    self.kind = kind
    path = source.file.path
    headerLine = choice.line
    header = choice.header
    rows = source.rows.rows[choice.firstRow...]
    columns = match.columns
    headerFindings = match.findings
    statedDecimal = source.file.format.decimal
    var slots: [OKRColumn: Int] = [:]
    for (slot, entry) in match.columns.enumerated() { slots[entry.column] = slot }
    self.slots = slots
    isGerman = match.columns.contains { entry in
      let text = HeaderText.normalized(choice.header[entry.index])
      return text != HeaderText.normalized(entry.column.rawValue)
        && entry.column.headers.contains { HeaderText.normalized($0) == text }
    }
    decideDecimals(proven)
    decideDates(stated: source.file.format.dateOrder)
  }

  /// Whether the file has this column.
  func has(_ column: OKRColumn) -> Bool { slots[column] != nil }

  /// Where the column stands among ``columns``, nil when the file lacks it.
  func slot(of column: OKRColumn) -> Int? { slots[column] }

  /// The mark an ambiguous number of `column` is read with, and whether that is sure.
  func decimal(of column: OKRColumn) -> (mark: DecimalMark, isSure: Bool) {
    if let mark = statedDecimal ?? decimals[column] ?? fileDecimal { return (mark, true) }
    return (isGerman ? .comma : .point, false)
  }

  private mutating func decideDecimals(_ proven: [OKRColumn: DecimalMark]) {
    var seen: Set<DecimalMark> = []
    for (column, index) in columns where column.isNumeric {
      var marks = Set(proven[column].map { [$0] } ?? [])
      for row in rows where index < row.cells.count {
        if case .certain(let mark)? = SheetNumber(row.cells[index])?.evidence { marks.insert(mark) }
        if marks.count == 2 { break }
      }
      seen.formUnion(marks)
      if marks.count == 1 { decimals[column] = marks.first }
    }
    if seen.count == 1 { fileDecimal = seen.first }
  }

  private mutating func decideDates(stated: DateOrder?) {
    for (column, index) in columns where column.isDate {
      var orders: Set<DateOrder> = []
      for row in rows where index < row.cells.count {
        if let order = SheetDay(row.cells[index])?.provenOrder { orders.insert(order) }
        if orders.count == 2 { break }
      }
      if let order = stated ?? (orders.count == 1 ? orders.first : nil) {
        dateOrders[column] = order
      }
    }
  }
}
