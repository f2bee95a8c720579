// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText

/// One OKR file with its header understood and the form of its numbers and days decided.
struct SheetTable {
  /// The kind of file.
  let kind: OKRMapping.FileKind
  /// The file as written in the programme.
  let path: String
  /// The header's cells.
  let header: [String]
  /// The file's rows, title rows above the header among them.
  let source: SheetRows
  /// The first row below the header.
  let firstRow: Int
  /// The known columns in file order.
  private(set) var columns: [KnownColumn]
  /// What was found about the header.
  let headerFindings: [Finding]
  /// How numbers are written, per known column; nil where the column does not say.
  private var decimals: [OKRColumn: DecimalMark] = [:]
  /// How numbers are written in the whole file, nil when its columns do not agree on one form.
  private var fileDecimal: DecimalMark?
  /// The form the programme states.
  let statedDecimal: DecimalMark?
  /// How slashed days are written, per known column.
  private(set) var dateOrders: [OKRColumn: DateOrder] = [:]
  /// Whether the file speaks German, judged by its headers.
  let isGerman: Bool
  /// Whether numbers of weeks are those of the calendar, as the header of their column says.
  let countsCalendarWeeks: Bool
  /// Where each column of the rule book stands among ``columns``, -1 where the file lacks it.
  private let slots: [Int8]

  /// Understands `source` as a file of `kind`; `proven` are marks that rows beside it prove.
  init(
    _ source: SheetSource,
    kind: OKRMapping.FileKind,
    proven: [OKRColumn: DecimalMark] = [:]
  ) {
    let matcher = HeaderMatcher(kind: kind, file: source.file)
    let choice = matcher.headerRow(of: source.rows)
    let titles = source.rows.titles(above: choice.firstRow)
    let match = matcher.match(choice.header, line: choice.line, titles: titles)
    let constants = Self.constants(of: source, kind: kind, behind: choice.header.count)
    self.kind = kind
    path = source.file.path
    header = choice.header + constants.map(\.column.name)
    self.source = source.rows
    firstRow = choice.firstRow
    countsCalendarWeeks = matcher.countsCalendarWeeks(match.columns, of: choice.header)
    headerFindings = match.findings
    statedDecimal = source.file.format.decimal
    var slots = [Int8](repeating: -1, count: OKRColumn.allCases.count)
    for (slot, column) in (match.columns.map(\.column) + constants.map(\.column)).enumerated() {
      slots[Int(column.rawValue)] = Int8(slot)
    }
    self.slots = slots
    isGerman = match.columns.contains { entry in
      let text = HeaderText.normalized(choice.header[entry.index])
      return text != HeaderText.normalized(entry.column.name)
        && entry.column.germanHeaders.contains { HeaderText.normalized($0) == text }
    }
    columns = match.columns.map { column, index in
      KnownColumn(column, at: index, of: source.rows, from: choice.firstRow)
    }
    columns += constants
    decideDecimals(proven)
    decideDates(stated: source.file.format.dateOrder)
    for slot in columns.indices where columns[slot].column.isNumeric {
      columns[slot].readNumbers(decimal(of: columns[slot].column), stated: statedDecimal)
    }
    hasUnits = columns.contains(where: \.hasUnits)
  }

  /// Columns of the rule book that the programme says the content of, in the order of the book.
  private static func constants(
    of source: SheetSource,
    kind: OKRMapping.FileKind,
    behind width: Int
  ) -> [KnownColumn] {
    let named = OKRColumn.columns(of: kind).compactMap { column in
      source.file.constants[column.name].map { (column, $0) }
    }
    return named.enumerated().map { place, entry in
      KnownColumn(entry.0, constant: entry.1, at: width + place, rows: source.rows.count)
    }
  }

  /// Whether a number of the file has a unit beside it.
  private(set) var hasUnits = false

  /// The rows below the header.
  var rows: Range<Int> { firstRow..<source.count }

  /// Whether the file has this column.
  func has(_ column: OKRColumn) -> Bool { slots[Int(column.rawValue)] >= 0 }

  /// Where the column stands among ``columns``, nil when the file lacks it.
  func slot(of column: OKRColumn) -> Int? {
    let slot = slots[Int(column.rawValue)]
    return slot < 0 ? nil : Int(slot)
  }

  /// The mark an ambiguous number of `column` is read with, and whether that is sure.
  private func decimal(of column: OKRColumn) -> (mark: DecimalMark, isSure: Bool) {
    if let mark = statedDecimal ?? decimals[column] ?? fileDecimal { return (mark, true) }
    return (isGerman ? .comma : .point, false)
  }

  private mutating func decideDecimals(_ proven: [OKRColumn: DecimalMark]) {
    var seen: Set<DecimalMark> = []
    for known in columns where known.column.isNumeric {
      let marks = known.provenMarks.union(proven[known.column].map { [$0] } ?? [])
      seen.formUnion(marks)
      if marks.count == 1 { decimals[known.column] = marks.first }
    }
    if seen.count == 1 { fileDecimal = seen.first }
  }

  private mutating func decideDates(stated: DateOrder?) {
    for known in columns where known.column.isDate {
      let orders = known.provenOrders
      if let order = stated ?? (orders.count == 1 ? orders.first : nil) {
        dateOrders[known.column] = order
      }
    }
  }
}
