// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// Reads the numbers of a row: exact, with unit, currency and plausible range.
struct ValueReader {
  private struct ControlKey: Hashable {
    var value: Int
    var currency: String
  }

  private enum Outcome {
    case number(Int128, currency: String)
    case missing
  }

  private(set) var findings = CellFindings()
  private let file: String
  private let header: [String]
  private let mapping: SourceMapping
  private let columns: SourceColumns
  private var sums: [ControlKey: ControlSum] = [:]
  private var signs: SignReader

  init(file: String, mapping: SourceMapping, columns: SourceColumns, header: [String]) {
    self.file = file
    self.mapping = mapping
    self.columns = columns
    self.header = header
    signs = SignReader(columns.signs)
  }

  /// Adds the numbers of a used row to the ledger; `filled` holds the texts that count for empty
  /// cells, by column.
  mutating func use(
    _ record: borrowing Record,
    _ who: RowIdentity.Resolved,
    filled: [Int: String],
    ledger: inout SourceLedger
  ) {
    for cell in columns.cells {
      let value = mapping.values[cell.value]
      let period = cell.period.map { Int32($0.index) } ?? who.period
      let outcome = read(record, cell, filled, rowCurrency: who.currency)
      var currency = value.kind == .amount ? who.currency : ""
      if case .number(_, let own) = outcome { currency = own }
      let key = SumStore.Key(
        account: Int32(who.account),
        period: period,
        currency: ledger.sums.currencyIndex(currency)
      )
      guard case .number(let number, _) = outcome,
        ledger.sums.add(number, value: cell.value, at: key)
      else {
        ledger.sums.addMissing(value: cell.value, at: key)
        change(cell.value, currency) { $0.missing += 1 }
        continue
      }
      change(cell.value, currency) { $0.parsed += number }
    }
  }

  /// Adds what regular rows hold to the control sum of one value in one currency.
  mutating func addControl(value: Int, currency: String, parsed: Int128, missing: Int) {
    change(value, currency) { control in
      control.parsed += parsed
      control.missing += missing
    }
  }

  /// Adds the readable numbers of a row that is not used to one part of the control sums.
  mutating func control(
    _ record: borrowing Record,
    currency: String,
    filled: [Int: String],
    as part: WritableKeyPath<ControlSum, Int128>
  ) {
    for cell in columns.cells where !cell.isAmbiguous {
      let value = mapping.values[cell.value]
      guard case .number(let parsed) = record.number(cell.column, style: cell.style),
        let signed = signs.signed(parsed, cell.sign, record, filled: filled),
        let number = units(signed, value)
      else { continue }
      let own = value.kind == .amount ? parsed.currency ?? currency : ""
      change(cell.value, own) { $0[keyPath: part] += number }
    }
  }

  /// What a totals row says, per value; nil where the cell is no number.
  func totals(of record: borrowing Record) -> [Int: Int128?] {
    var found: [Int: Int128?] = [:]
    for cell in columns.cells where !record.isEmpty(cell.column) {
      guard case .number(let parsed) = record.number(cell.column, style: cell.style),
        let number = units(
          signs.signedTotal(parsed, cell.sign, record),
          mapping.values[cell.value]
        ),
        !cell.isAmbiguous
      else {
        found[cell.value] = .some(nil)
        continue
      }
      if case .some(nil) = found[cell.value] { continue }
      found[cell.value] = .some((found[cell.value].flatMap { $0 } ?? 0) + number)
    }
    return found
  }

  /// The control sums, by value in mapping order, then currency, with the file's totals.
  func controls(totals: TotalsCollector, mapping: SourceMapping, file: String) -> [ControlSum] {
    var found: [ControlSum] = []
    for (index, value) in mapping.values.enumerated() {
      var own = sums.filter { $0.key.value == index }.map(\.value)
        .sorted { $0.currency.isBytewiseLess(than: $1.currency) }
      if own.isEmpty { own = [emptyControl(index, "")] }
      let isOnlyCurrency = own.count == 1
      for place in own.indices {
        if let declared = mapping.controlTotals[value.name] {
          let total = Self.units(ofTotal: declared, value)
          own[place].fileTotal = isOnlyCurrency ? total : nil
          own[place].isTotalUnreadable = own[place].fileTotal == nil
        } else {
          totals.fill(&own[place], value: index, isOnlyCurrency: isOnlyCurrency)
        }
      }
      found += own
    }
    return found
  }

  /// A declared total as an exact integer; nil when it has too many decimals or is beyond any sum.
  private static func units(ofTotal total: ExactDecimal, _ value: ValueMapping) -> Int128? {
    total.units(decimals: value.kind.decimals).flatMap {
      $0.magnitude <= (Int128.max / 4).magnitude ? $0 : nil
    }
  }

  // MARK: One cell

  private mutating func read(
    _ record: borrowing Record,
    _ cell: SourceColumns.ValueCell,
    _ filled: [Int: String],
    rowCurrency: String
  ) -> Outcome {
    guard !cell.isAmbiguous else { return .missing }
    let value = mapping.values[cell.value]
    switch record.number(cell.column, style: cell.style) {
    case .missing(let isMarker):
      if isMarker { note(record, cell.column, .info, "K-D009", Self.markerMessage) }
      return .missing
    case .invalid(let problem):
      let text = record.text(cell.column)
      note(record, cell.column, .error, problem == .overflow ? "K-D006" : "K-D005") { field, _ in
        problem.message(field: field, text: text, style: cell.style)
      }
      return .missing
    case .number(let parsed):
      guard let signed = signed(parsed, record, cell, filled),
        let number = checked(signed, value, record, cell.column)
      else { return .missing }
      return .number(number, currency: value.kind == .amount ? parsed.currency ?? rowCurrency : "")
    }
  }

  /// The number with the sign of its row; nil beside a mark that nobody has explained.
  private mutating func signed(
    _ parsed: ParsedNumber,
    _ record: borrowing Record,
    _ cell: SourceColumns.ValueCell,
    _ filled: [Int: String]
  ) -> ParsedNumber? {
    guard let sign = cell.sign else { return parsed }
    let column = columns.signs[sign]
    guard let signed = signs.signed(parsed, sign, record, filled: filled) else {
      if signs.isFirstRefusal(sign, line: record.line) {
        let mark = record.isEmpty(column.index) ? filled[column.index] : nil
        note(unknown: mark ?? record.text(column.index), of: column, line: record.line)
      }
      return nil
    }
    if parsed.value < .zero, signed.value > .zero {
      note(record, cell.column, .warning, "K-D112", column.doubleSign(header[column.index]))
    }
    return signed
  }

  private mutating func checked(
    _ parsed: ParsedNumber,
    _ value: ValueMapping,
    _ record: borrowing Record,
    _ column: Int
  ) -> Int128? {
    guard let exact = scaled(parsed, value), let number = rounded(exact, value) else {
      note(record, column, .error, "K-D006", Self.overflowMessage)
      return nil
    }
    if let minimum = value.minimum, exact < minimum {
      note(record, column, .error, "K-D008", Self.rangeMessage(value))
      return nil
    }
    if let maximum = value.maximum, exact > maximum {
      note(record, column, .error, "K-D008", Self.rangeMessage(value))
      return nil
    }
    if exact.units(decimals: value.kind.decimals) == nil {
      note(record, column, .warning, "K-D013", Self.decimalsMessage(value.kind.decimals))
    }
    return number
  }

  /// The exact integer of a number, nil when it does not fit.
  private func units(_ parsed: ParsedNumber, _ value: ValueMapping) -> Int128? {
    scaled(parsed, value).flatMap { rounded($0, value) }
  }

  /// The number after percent sign, scale word and unit.
  private func scaled(_ parsed: ParsedNumber, _ value: ValueMapping) -> ExactDecimal? {
    if parsed.isPercent { return parsed.value.multiplied(by: ExactDecimal(1, scale: 2)) }
    if let word = parsed.scaleWord { return parsed.value.multiplied(by: word) }
    guard value.unitFactor != .one else { return parsed.value }
    return parsed.value.multiplied(by: value.unitFactor)
  }

  private func rounded(_ exact: ExactDecimal, _ value: ValueMapping) -> Int128? {
    let decimals = value.kind.decimals
    guard let number = exact.units(decimals: decimals) ?? exact.roundedUnits(decimals: decimals)
    else { return nil }
    let largest = value.kind == .amount ? Int128(Int64.max) : Int128.max / 1_000_000_000
    return number.magnitude <= largest.magnitude ? number : nil
  }

  // MARK: Control sums

  private mutating func change(
    _ value: Int,
    _ currency: String,
    _ body: (inout ControlSum) -> Void
  ) {
    let empty = emptyControl(value, currency)
    body(&sums[ControlKey(value: value, currency: currency), default: empty])
  }

  private func emptyControl(_ value: Int, _ currency: String) -> ControlSum {
    let mapped = mapping.values[value]
    return ControlSum(value: mapped.name, decimals: mapped.kind.decimals, currency: currency)
  }

  // MARK: Findings

  private mutating func note(unknown mark: String, of column: SignColumn, line: Int) {
    let field = header[column.index]
    findings.add(
      Finding(
        .error,
        "K-D110",
        file: file,
        line: line,
        column: column.index + 1,
        field: field,
        found: mark,
        message: column.unknownMark(field, mark)
      )
    )
  }

  private mutating func note(
    _ record: borrowing Record,
    _ column: Int,
    _ severity: Finding.Severity,
    _ code: String,
    _ message: (_ field: String, _ text: String) -> LocalizedText
  ) {
    let text = record.text(column)
    let field = header[column]
    findings.add(
      Finding(
        severity,
        code,
        file: file,
        line: record.line,
        column: column + 1,
        field: field,
        found: text,
        message: message(field, text)
      )
    )
  }

  private static func markerMessage(_ field: String, _ text: String) -> LocalizedText {
    LocalizedText(
      de: "'\(text)' in Spalte '\(field)' zählt als fehlend, nicht als 0",
      en: "'\(text)' in column '\(field)' counts as missing, not as 0"
    )
  }

  private static func overflowMessage(_ field: String, _ text: String) -> LocalizedText {
    LocalizedText(
      de: "Zahl in Spalte '\(field)' zu groß: '\(text)'; der Wert fehlt",
      en: "number in column '\(field)' too large: '\(text)'; the value is missing"
    )
  }

  private static func rangeMessage(
    _ value: ValueMapping
  ) -> (_ field: String, _ text: String) -> LocalizedText {
    let low = LocalizedText(decimal: value.minimum.map(\.description) ?? "…")
    let high = LocalizedText(decimal: value.maximum.map(\.description) ?? "…")
    return { field, text in
      LocalizedText(
        de: "Wert zwischen \(low.german) und \(high.german) in Spalte '\(field)' erwartet, "
          + "gefunden '\(text)'",
        en: "expected a value from \(low.english) to \(high.english) in column '\(field)', "
          + "found '\(text)'"
      )
    }
  }

  private static func decimalsMessage(
    _ decimals: Int
  ) -> (_ field: String, _ text: String) -> LocalizedText {
    { field, text in
      LocalizedText(
        de: "'\(text)' in Spalte '\(field)' hat mehr als \(decimals) Nachkommastellen und wurde "
          + "gerundet; kind: number behält neun",
        en: "'\(text)' in column '\(field)' has more than \(decimals) decimals and was rounded; "
          + "kind: number keeps nine"
      )
    }
  }
}

extension ValueMapping.Kind {
  /// Decimals of the exact integers: 4 for amounts, 9 for plain numbers.
  package var decimals: Int { self == .amount ? 4 : 9 }
}
