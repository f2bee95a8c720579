// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// The columns of one file that a mapping needs, resolved once before the rows are read.
struct SourceColumns {
  /// One column that holds a value, with the period its header names when periods are wide.
  struct ValueCell {
    let value: Int
    let column: Int
    let style: NumberStyle
    let period: Period?
    /// Whether the column's number style could not be decided.
    let isAmbiguous: Bool
  }

  let account: Int
  let name: Int?
  let period: Int?
  let dateStyle: DateStyle
  let currency: Int?
  let currencyMap: [String: String]
  let key: [Int]
  let fillDown: Set<Int>
  let attributes: [Int]
  let cells: [ValueCell]
  /// Findings about whole columns: ambiguous numbers and dates.
  let blocking: [Finding]

  init(_ mapping: SourceMapping, in binding: ColumnBinding) throws(RunError) {
    let table = binding.table
    var blocking: [Finding] = []
    account = try binding.index(of: mapping.account.column) as Int
    name = try binding.index(of: mapping.name)
    if case .column(let reference) = mapping.period {
      let column = try binding.index(of: reference) as Int
      period = column
      dateStyle = Self.dateStyle(of: column, binding, mapping.format, &blocking)
    } else {
      period = nil
      dateStyle = DateStyle(order: mapping.format.dateOrder ?? .dayFirst)
    }
    if case .column(let reference, let map) = mapping.currency {
      currency = try binding.index(of: reference) as Int
      currencyMap = map
    } else {
      currency = nil
      currencyMap = [:]
    }
    key = try Self.indices(of: mapping.key, in: binding)
    fillDown = Set(try Self.indices(of: mapping.fillDown, in: binding))
    attributes = try Self.indices(of: mapping.attributes.map(\.column), in: binding)
    var cells: [ValueCell] = []
    for (index, value) in mapping.values.enumerated() {
      for (column, period) in try Self.columns(of: value, mapping, in: binding) {
        let (style, isAmbiguous) = Self.numberStyle(of: column, binding, mapping.format, &blocking)
        cells.append(
          ValueCell(
            value: index, column: column, style: style, period: period,
            isAmbiguous: isAmbiguous))
      }
    }
    self.cells = cells
    self.blocking = blocking
    precondition(table.header.count > account, "bound columns lie inside the header")
  }

  private static func indices(
    of references: [ColumnReference], in binding: ColumnBinding
  ) throws(RunError) -> [Int] {
    var found: [Int] = []
    for reference in references { found.append(try binding.index(of: reference)) }
    return found
  }

  /// The columns that hold one value: one, or one per period where periods are wide.
  private static func columns(
    of value: ValueMapping, _ mapping: SourceMapping, in binding: ColumnBinding
  ) throws(RunError) -> [(column: Int, period: Period?)] {
    guard case .wide = mapping.period else {
      return [(try binding.index(of: value.column), nil)]
    }
    let style = DateStyle(order: mapping.format.dateOrder ?? .dayFirst)
    let prefix = value.column.name
    var found: [(column: Int, period: Period?)] = []
    for (index, header) in binding.table.header.enumerated() where header.hasPrefix(prefix) {
      let rest = header.dropFirst(prefix.count).trimmingBlanks()
      guard !rest.isEmpty, let period = Period(CalendarCell.parse(rest, style: style)) else {
        continue
      }
      found.append((index, period))
    }
    guard found.isEmpty else { return found }
    throw RunError(
      .badProgramme, "K-P033", at: value.column.position, file: binding.fileName,
      LocalizedText(
        de: "keine Spalte in '\(binding.fileName)' heißt '\(prefix)' mit einer Periode dahinter, "
          + "etwa '\(prefix) 2025'",
        en: "no column in '\(binding.fileName)' is called '\(prefix)' followed by a period, "
          + "such as '\(prefix) 2025'"))
  }

  private static func numberStyle(
    of column: Int, _ binding: ColumnBinding, _ format: FormatSettings,
    _ blocking: inout [Finding]
  ) -> (NumberStyle, isAmbiguous: Bool) {
    switch binding.table.numberStyle(ofColumn: column, settings: format) {
    case .decided(let style), .noEvidence(let style): return (style, false)
    case .ambiguous(let line, let text):
      blocking.append(
        Finding(
          .error, "K-D007", file: binding.fileName, line: line, column: column + 1,
          field: binding.table.header[column], found: text,
          message: LocalizedText(
            de: "'\(text)' ist mehrdeutig (Dezimal- oder Tausenderzeichen?), und keine Zelle der "
              + "Spalte entscheidet es; setzen Sie format.decimal und format.grouping",
            en: "'\(text)' is ambiguous (decimal or grouping mark?), and no cell of the column "
              + "decides it; set format.decimal and format.grouping")))
      return (NumberStyle(decimal: .point, grouping: nil), true)
    }
  }

  private static func dateStyle(
    of column: Int, _ binding: ColumnBinding, _ format: FormatSettings,
    _ blocking: inout [Finding]
  ) -> DateStyle {
    switch binding.table.dateStyle(ofColumn: column, settings: format) {
    case .decided(let style): return style
    case .ambiguous(let line, let text):
      blocking.append(
        Finding(
          .error, "K-D021", file: binding.fileName, line: line, column: column + 1,
          field: binding.table.header[column], found: text,
          message: LocalizedText(
            de: "'\(text)' ist mehrdeutig (Tag oder Monat zuerst?), und keine Zelle der Spalte "
              + "entscheidet es; setzen Sie format.date_order auf dmy oder mdy",
            en: "'\(text)' is ambiguous (day or month first?), and no cell of the column decides "
              + "it; set format.date_order to dmy or mdy")))
      return DateStyle(order: .dayFirst)
    }
  }
}

extension Period {
  /// The month that a date or period cell lies in; nil for a missing or unreadable cell.
  ///
  /// A special period 13 to 16 counts as the last month of its year.
  init?(_ cell: CalendarCell) {
    switch cell {
    case .day(let year, let month, _), .month(let year, let month):
      guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
      self.init(year: year, month: month)
    case .special(_, let year):
      guard (1...9999).contains(year) else { return nil }
      self.init(year: year, month: 12)
    case .missing, .invalid: return nil
    }
  }
}

extension StringProtocol {
  /// The text without blanks and no-break spaces at both ends.
  package func trimmingBlanks() -> String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text = text.dropFirst() }
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return String(text)
  }
}
