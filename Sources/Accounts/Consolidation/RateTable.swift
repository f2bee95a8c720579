// SPDX-License-Identifier: Apache-2.0
package import DelimitedText

/// What one unit of each currency is worth in the programme currency.
package struct RateTable: Sendable {
  private struct Key: Hashable {
    var currency: String
    /// Month index, nil for a rate without period.
    var period: Int?
  }

  /// Three or twelve months that share a rate.
  private struct Span: Hashable {
    var currency: String
    var last: Int
    var months: Int
  }

  private var rates: [Key: ExactDecimal] = [:]
  private struct Columns {
    let binding: ColumnBinding
    let currency: Int
    let rate: Int
    let period: Int?
    let style: NumberStyle
    let dates: DateStyle
    /// Whether a rate holds from its period on.
    let holdsOn: Bool
  }

  /// Rates dated with a quarter or a year, by the last month they were dated with.
  private var longRates: [Span: ExactDecimal] = [:]
  /// Per currency the rates that hold until the next one, by their first month.
  private var lastingRates: [String: [Int: ExactDecimal]] = [:]
  /// Per currency these months, ascending.
  private var starts: [String: [Int]] = [:]
  /// What became of the rows, and the file's name.
  package private(set) var file = ""
  /// What became of the rows.
  package private(set) var rows = RowCounts()
  /// What there is to say about the layout of rows.
  package var findings: [Finding] = []
  /// Rejected rows.
  package private(set) var rejects = RejectedBatch()

  /// A table without rates: only the programme currency itself can be used.
  package init() {}

  /// Reads a rate file with the columns that `mapping` names, or that are called as it knows them.
  ///
  /// - Throws: ``RunError`` when a column is missing.
  package init(_ table: DelimitedTable, mapping: RateMapping) throws(RunError) {
    file = mapping.file
    rows.structure = table.preambleLines
    let binding = ColumnBinding(fileName: mapping.file, table: table)
    let currency = try Self.column(mapping.currency, RateMapping.currencyHeaders, binding, mapping)
    let rate = try Self.column(mapping.rate, RateMapping.rateHeaders, binding, mapping)
    let period =
      try binding.index(of: mapping.validFrom ?? mapping.period)
      ?? RateMapping.periodHeaders.lazy.compactMap { table.column(named: $0, occurrence: 1) }.first
    let style: NumberStyle
    switch table.numberStyle(ofColumn: rate, settings: mapping.format) {
    case .decided(let found), .noEvidence(let found): style = found
    // Rates such as 1.234 look like a thousand; in a rate table the sign is the decimal mark.
    case .ambiguous(_, let text):
      style = NumberStyle(decimal: text.contains(",") ? .comma : .point, grouping: nil)
    }
    let columns = Columns(
      binding: binding,
      currency: currency,
      rate: rate,
      period: period,
      style: style,
      dates: Self.dates(of: table, period, mapping.format),
      holdsOn: mapping.validFrom != nil
    )
    var layout = LayoutFindings(file: file, table: table)
    table.forEachRecord { record in
      layout.lookAtAll(of: record)
      take(record, columns)
    }
    findings = layout.finished()
    starts = lastingRates.mapValues { $0.keys.sorted() }
  }

  /// How the periods are written; days of a table that leaves it open come first.
  private static func dates(
    of table: DelimitedTable,
    _ column: Int?,
    _ format: FormatSettings
  ) -> DateStyle {
    if let column, case .decided(let style) = table.dateStyle(ofColumn: column, settings: format) {
      return style
    }
    return DateStyle(order: format.dateOrder ?? .dayFirst, fiscalYear: format.fiscalYear)
  }

  /// The rate of `currency` in `period`; nil when the table has none.
  ///
  /// The closest rate counts: the month's own, else that of its quarter, of its year, the last one
  /// that began before, or the one without period.
  package func rate(of currency: String, in period: Period?) -> ExactDecimal? {
    guard let period else { return rates[Key(currency: currency, period: nil)] }
    if let rate = rates[Key(currency: currency, period: period.index)] { return rate }
    for months in longRates.isEmpty ? [] : [3, 12] {
      for last in period.index..<period.index + months {
        let span = Span(currency: currency, last: last, months: months)
        if let rate = longRates[span] { return rate }
      }
    }
    if let start = starts[currency]?.last(where: { $0 <= period.index }) {
      return lastingRates[currency]?[start]
    }
    return rates[Key(currency: currency, period: nil)]
  }

  /// The first rate other than 1 that the table gives the programme currency itself; the table is
  /// then meant for another currency.
  package func contradiction(to currency: String) -> ExactDecimal? {
    let own = rates.filter { $0.key.currency == currency }.map { ($0.key.period ?? .min, $0.value) }
    let long = longRates.filter { $0.key.currency == currency }.map { ($0.key.last, $0.value) }
    let lasting = lastingRates[currency]?.map { ($0.key, $0.value) } ?? []
    return (own + long + lasting).filter { $0.1 != .one }.min { $0 < $1 }?.1
  }

  private static func column(
    _ stated: ColumnReference?,
    _ names: [String],
    _ binding: ColumnBinding,
    _ mapping: RateMapping
  ) throws(RunError) -> Int {
    if let index = try binding.index(of: stated) { return index }
    for name in names {
      if let index = binding.table.column(named: name, occurrence: 1) { return index }
    }
    return try binding.index(of: ColumnReference(names[0], at: mapping.position))
  }

  private mutating func take(_ record: borrowing Record, _ columns: Columns) {
    guard record.kind == .data else {
      rows.structure += 1
      return
    }
    let code = record.text(columns.currency).uppercased()
    guard code.utf8.count == 3 else {
      reject(
        columns.binding.rejection(
          of: record,
          column: columns.currency,
          "K-D023",
          Self.currencyMessage
        )
      )
      return
    }
    guard case .number(let parsed) = record.number(columns.rate, style: columns.style),
      parsed.value > .zero
    else {
      reject(
        columns.binding.rejection(of: record, column: columns.rate, "K-D024", Self.rateMessage)
      )
      return
    }
    var month: Int?
    if let period = columns.period, !record.isEmpty(period) {
      guard let found = Period(record.calendar(period, style: columns.dates)) else {
        reject(columns.binding.rejection(of: record, column: period, "K-D020", Self.periodMessage))
        return
      }
      month = found.index
    }
    let months = columns.period.map { Self.months(named: record.text($0)) } ?? 1
    let isNew =
      columns.holdsOn && month != nil
      ? add(parsed.value, of: code, from: month ?? 0)
      : add(parsed.value, of: code, in: month, months: months)
    guard isNew else {
      reject(
        columns.binding.rejection(
          of: record,
          column: columns.currency,
          "K-D012",
          Self.duplicateMessage
        )
      )
      return
    }
    rows.used += 1
  }

  /// Notes a rate that holds from a month on; false where the table has one from that month.
  private mutating func add(_ rate: ExactDecimal, of currency: String, from month: Int) -> Bool {
    guard lastingRates[currency]?[month] == nil else { return false }
    lastingRates[currency, default: [:]][month] = rate
    return true
  }

  /// Notes a rate; false where the table has one for the same currency and period.
  private mutating func add(
    _ rate: ExactDecimal,
    of currency: String,
    in last: Int?,
    months: Int
  ) -> Bool {
    if let last, months > 1 {
      let span = Span(currency: currency, last: last, months: months)
      guard longRates[span] == nil else { return false }
      longRates[span] = rate
      return true
    }
    let key = Key(currency: currency, period: last)
    guard rates[key] == nil else { return false }
    rates[key] = rate
    return true
  }

  /// How many months a period of a rate table spans: a bare year twelve, a quarter three.
  private static func months(named text: String) -> Int {
    let digits = text.utf8.count { (48...57).contains($0) }
    if digits == text.utf8.count { return digits == 4 ? 12 : 1 }
    return text.lowercased().contains("q") ? 3 : 1
  }

  private mutating func reject(_ row: RejectedRow) {
    rows.rejected += 1
    rejects.append(row)
  }

  private static let currencyMessage = LocalizedText(
    de: "Währungscode aus drei Buchstaben erwartet",
    en: "expected a currency code of three letters"
  )
  private static let rateMessage = LocalizedText(
    de: "Kurs größer als 0 erwartet",
    en: "expected a rate greater than 0"
  )
  private static let periodMessage = LocalizedText(
    de: "Periode erwartet, etwa 2025-12",
    en: "expected a period such as 2025-12"
  )
  private static let duplicateMessage = LocalizedText(
    de: "für diese Währung und Periode steht schon ein Kurs weiter oben; der erste gilt",
    en: "a rate for this currency and period already stands above; the first counts"
  )
}

extension Int128 {
  /// This amount in ten-thousandths times a rate, rounded half away from zero; nil when it is
  /// beyond any amount, so that converted sums can be added without overflow.
  func converted(at rate: ExactDecimal) -> Int128? {
    let product = ExactDecimal(self, scale: 0).multiplied(by: rate)?.roundedUnits(decimals: 0)
    return product.flatMap { $0.magnitude <= UInt128(Int64.max) << 32 ? $0 : nil }
  }
}
