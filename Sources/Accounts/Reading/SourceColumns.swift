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
    /// The place in ``SourceColumns/signs`` of the column that gives the number its sign.
    let sign: Int?
  }

  let account: Int
  let name: Int?
  let period: Int?
  let dateStyle: DateStyle
  /// Whether days are read first only because nothing has asked for the order yet.
  let isDateOrderOpen: Bool
  let currency: Int?
  let currencyMap: [String: String]
  let key: [Int]
  let fillDown: Set<Int>
  let attributes: [Int]
  let cells: [ValueCell]
  /// Columns that give numbers their sign.
  let signs: [SignColumn]
  /// Findings about whole columns: ambiguous numbers and dates.
  let blocking: [Finding]
  /// What headers say that the mapping does not.
  let advice: [Finding]

  /// Resolves the columns; with `asksDateOrder` the whole file is asked for the order of its dates.
  init(
    _ mapping: SourceMapping,
    in binding: ColumnBinding,
    asksDateOrder: Bool
  ) throws(RunError) {
    let table = binding.table
    var blocking: [Finding] = []
    account = try binding.index(of: mapping.account.column) as Int
    name = try binding.index(of: mapping.name)
    if case .column(let reference) = mapping.period {
      let column = try binding.index(of: reference) as Int
      period = column
      isDateOrderOpen = !asksDateOrder && mapping.format.dateOrder == nil
      dateStyle =
        isDateOrderOpen
        ? Self.headerStyle(mapping.format)
        : Self.dateStyle(of: column, binding, mapping.format, &blocking)
    } else {
      period = nil
      isDateOrderOpen = false
      dateStyle = Self.headerStyle(mapping.format)
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
    let signs = try SignColumn.all(of: mapping, in: binding)
    self.signs = signs.columns
    cells = try Self.cells(mapping, in: binding, signs: signs.ofValues, &blocking)
    self.blocking = blocking + Self.missingNames(cells.map(\.column), in: binding)
    advice =
      Self.otherUnits(cells, mapping, in: binding)
      + Self.fiscalYears(cells, mapping, in: binding)
    precondition(table.header.count > account, "bound columns lie inside the header")
  }

  /// The columns whose texts are counted per account: the name's, if there is one, and those of
  /// the attributes.
  var texts: [Int] { (name.map { [$0] } ?? []) + attributes }

  private static func indices(
    of references: [ColumnReference],
    in binding: ColumnBinding
  ) throws(RunError) -> [Int] {
    var found: [Int] = []
    for reference in references { found.append(try binding.index(of: reference)) }
    return found
  }

  /// How periods outside a column are read, as in the header of wide layouts.
  private static func headerStyle(_ format: FormatSettings) -> DateStyle {
    DateStyle(order: format.dateOrder ?? .dayFirst, fiscalYear: format.fiscalYear)
  }

  /// The columns that hold one value: one, or one per period where periods are wide.
  private static func columns(
    of value: ValueMapping,
    _ mapping: SourceMapping,
    in binding: ColumnBinding
  ) throws(RunError) -> [(column: Int, period: Period?)] {
    guard case .wide = mapping.period else {
      return [(try binding.index(of: value.column), nil)]
    }
    let style = headerStyle(mapping.format)
    let name = value.column.name
    var found: [(column: Int, period: Period?)] = []
    for (index, header) in binding.table.header.enumerated() {
      guard let rest = rest(of: header, beside: name), !rest.isEmpty,
        let period = Period(HeaderUnit.period(in: rest, style: style))
      else { continue }
      found.append((index, period))
    }
    guard found.isEmpty else { return found }
    throw RunError(
      .badProgramme,
      "K-P033",
      at: value.column.position,
      file: binding.fileName,
      LocalizedText(
        de: "keine Spalte in '\(binding.fileName)' heißt '\(name)' mit einer Periode dahinter, "
          + "etwa '\(name) 2025'",
        en: "no column in '\(binding.fileName)' is called '\(name)' followed by a period, "
          + "such as '\(name) 2025'"
      )
    )
  }

  /// Whether the header lacks a name, so that columns may be called by those of their neighbours.
  private static func missingNames(_ numbers: [Int], in binding: ColumnBinding) -> [Finding] {
    let table = binding.table
    let shifted = table.shiftedColumn(among: numbers)
    guard table.missingNames > 0 || shifted != nil else { return [] }
    let (names, fields) = (table.header.count, table.header.count + table.surplusFields)
    return [
      Finding(
        .error,
        "K-D168",
        file: binding.fileName,
        line: table.format.lineOfHeader,
        column: shifted.map { $0 + 1 },
        field: shifted.map { table.header[$0] },
        message: LocalizedText(
          de: "die Kopfzeile hat \(names) Namen, die Zeilen haben \(fields) Felder; welche Spalte "
            + "ohne Namen ist, steht nicht fest; setzen Sie format.names mit allen \(fields) Namen",
          en: "the header has \(names) names, the rows have \(fields) fields; which column has no "
            + "name is not certain; set format.names to all \(fields) names"
        )
      )
    ]
  }

  /// What a header has behind or before a name, as in `Umsatz 2025` and `2025 Umsatz`.
  private static func rest(of header: String, beside name: String) -> String? {
    if header.hasPrefix(name) { return header.dropFirst(name.count).trimmingBlanks() }
    if header.hasSuffix(name) { return header.dropLast(name.count).trimmingBlanks() }
    return nil
  }

  /// The value columns with their number styles, decided in one pass over the file.
  private static func cells(
    _ mapping: SourceMapping,
    in binding: ColumnBinding,
    signs: [Int?],
    _ blocking: inout [Finding]
  ) throws(RunError) -> [ValueCell] {
    var bound: [(value: Int, column: Int, period: Period?)] = []
    for (index, value) in mapping.values.enumerated() {
      for (column, period) in try columns(of: value, mapping, in: binding) {
        bound.append((index, column, period))
      }
    }
    blocking += repeatedPeriods(bound, binding)
    let decisions = binding.table.numberStyles(
      ofColumns: bound.map(\.column),
      settings: mapping.format
    )
    var cells: [ValueCell] = []
    for (place, decision) in zip(bound, decisions) {
      var style = NumberStyle(decimal: .point, grouping: nil)
      var isAmbiguous = false
      switch decision {
      case .decided(let found), .noEvidence(let found): style = found
      case .ambiguous(let line, let text):
        isAmbiguous = true
        blocking.append(ambiguity(ofColumn: place.column, binding, line: line, text: text))
      }
      cells.append(
        ValueCell(
          value: place.value,
          column: place.column,
          style: style,
          period: place.period,
          isAmbiguous: isAmbiguous,
          sign: signs[place.value]
        )
      )
    }
    return cells
  }

  /// Two columns of one value and month, such as `Umsatz 2025` beside `Umsatz 12/2025`.
  private static func repeatedPeriods(
    _ bound: [(value: Int, column: Int, period: Period?)],
    _ binding: ColumnBinding
  ) -> [Finding] {
    var found: [Finding] = []
    for (place, later) in bound.enumerated() {
      guard let period = later.period,
        let first = bound[..<place].first(where: {
          $0.value == later.value && $0.period == period
        })
      else { continue }
      let (header, other) = (binding.table.header[later.column], binding.table.header[first.column])
      found.append(
        Finding(
          .error,
          "K-D045",
          file: binding.fileName,
          column: later.column + 1,
          field: header,
          found: other,
          message: LocalizedText(
            de: "die Spalten '\(other)' und '\(header)' stehen beide für \(period) und würden "
              + "doppelt zählen; benennen Sie die Spalte, die nicht zählt, im Export um",
            en: "columns '\(other)' and '\(header)' both stand for \(period) and would count "
              + "twice; rename the column that does not count in the export"
          )
        )
      )
    }
    return found
  }

  /// Headers that name another unit than the mapping, such as `Umsatz (T€)` without `unit`.
  private static func otherUnits(
    _ cells: [ValueCell],
    _ mapping: SourceMapping,
    in binding: ColumnBinding
  ) -> [Finding] {
    cells.compactMap { cell in
      let header = binding.table.header[cell.column]
      guard let unit = HeaderUnit.unit(of: header), unit != "%",
        UnitWord.factor(of: unit) != mapping.values[cell.value].unitFactor
      else { return nil }
      let name = mapping.values[cell.value].name
      return Finding(
        .warning,
        "K-D154",
        file: binding.fileName,
        line: binding.table.format.headerLine,
        column: cell.column + 1,
        field: header,
        found: unit,
        message: LocalizedText(
          de: "die Überschrift nennt die Einheit '\(unit)', der Wert '\(name)' rechnet in einer "
            + "anderen; setzen Sie unit: \"\(unit)\", wenn die Zahlen so gemeint sind",
          en: "the header names the unit '\(unit)', the value '\(name)' counts in another; set "
            + "unit: \"\(unit)\" if the numbers are meant so"
        )
      )
    }
  }

  /// What headers of wide layouts say of fiscal years.
  private static func fiscalYears(
    _ cells: [ValueCell],
    _ mapping: SourceMapping,
    in binding: ColumnBinding
  ) -> [Finding] {
    var advice = FiscalYearAdvice(file: binding.fileName, format: mapping.format)
    for cell in cells where cell.period != nil {
      let header = binding.table.header[cell.column]
      guard let rest = rest(of: header, beside: mapping.values[cell.value].column.name) else {
        continue
      }
      advice.look(
        at: rest,
        column: cell.column,
        header: header,
        headerLine: binding.table.format.headerLine
      )
    }
    return advice.finding.map { [$0] } ?? []
  }

  private static func ambiguity(
    ofColumn column: Int,
    _ binding: ColumnBinding,
    line: Int,
    text: String
  ) -> Finding {
    Finding(
      .error,
      "K-D007",
      file: binding.fileName,
      line: line,
      column: column + 1,
      field: binding.table.header[column],
      found: text,
      message: LocalizedText(
        de: "'\(text)' ist mehrdeutig (Dezimal- oder Tausenderzeichen?), und keine Zelle der "
          + "Spalte entscheidet es; setzen Sie format.decimal und format.grouping",
        en: "'\(text)' is ambiguous (decimal or grouping mark?), and no cell of the column "
          + "decides it; set format.decimal and format.grouping"
      )
    )
  }

  private static func dateStyle(
    of column: Int,
    _ binding: ColumnBinding,
    _ format: FormatSettings,
    _ blocking: inout [Finding]
  ) -> DateStyle {
    switch binding.table.dateStyle(ofColumn: column, settings: format) {
    case .decided(let style): return style
    case .ambiguous(let line, let text):
      blocking.append(
        Finding(
          .error,
          "K-D021",
          file: binding.fileName,
          line: line,
          column: column + 1,
          field: binding.table.header[column],
          found: text,
          message: LocalizedText(
            de: "'\(text)' ist mehrdeutig (Tag oder Monat zuerst?), und keine Zelle der Spalte "
              + "entscheidet es; setzen Sie format.date_order auf dmy oder mdy",
            en: "'\(text)' is ambiguous (day or month first?), and no cell of the column decides "
              + "it; set format.date_order to dmy or mdy"
          )
        )
      )
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
