// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// Adds up the regular rows of a source file, of which nothing is left to ask but sums.
///
/// Only a mapping without rules about single rows has such rows: no `exclude`, `key`, `fill_down`,
/// unit or range, and every column in one role.
struct RegularRowSums {
  /// What is read of each row.
  let plan: RegularRows.Plan
  /// The ledger's accounts of the rows added last, by row of the batch.
  private(set) var accounts = [Int32](repeating: 0, count: RegularRows.capacity)

  private let columns: SourceColumns
  private let kinds: [ValueMapping.Kind]
  private let periodColumn: Int?
  private let currencyColumn: Int?
  private let firstText: Int
  private var codes: [String]
  private let constantPeriod: Int32
  /// Per candidate the ledger's account, -1 until a row of it is used.
  private var accountOfCandidate: [Int32] = []
  /// Lanes by period and currency text; currency texts are few.
  private var lanes: [[Int32]] = []
  private var periods: [Int32] = []
  private var controls: [Control] = []

  private struct Control {
    var rows = 0
    var parsed: Int128 = 0
    var missing = 0
  }

  /// Plans for a mapping; nil where its rows need a look of their own.
  init?(_ mapping: SourceMapping, _ columns: SourceColumns, _ identity: RowIdentity) {
    let used =
      [columns.account] + [columns.period, columns.currency].compactMap { $0 } + columns.texts
    let cells = columns.cells.map(\.column)
    guard mapping.exclude.isEmpty, columns.key.isEmpty, columns.fillDown.isEmpty,
      !cells.isEmpty, !cells.contains(0), Set(used + cells).count == used.count + cells.count,
      columns.cells.allSatisfy({ !$0.isAmbiguous }),
      mapping.values.allSatisfy({
        $0.unitFactor == .one && $0.minimum == nil && $0.maximum == nil
      })
    else { return nil }
    self.columns = columns
    kinds = mapping.values.map(\.kind)
    var texts = [RegularRows.Plan.Text(column: columns.account, emptyAnswer: -1)]
    periodColumn = columns.period == nil ? nil : texts.count
    if let period = columns.period { texts.append(.init(column: period, emptyAnswer: -1)) }
    currencyColumn = columns.currency == nil ? nil : texts.count
    if let currency = columns.currency { texts.append(.init(column: currency, emptyAnswer: -1)) }
    firstText = texts.count
    for column in columns.texts {
      texts.append(.init(column: column, emptyAnswer: column == 0 ? -1 : Self.noText))
    }
    plan = RegularRows.Plan(
      texts: texts,
      numbers: columns.cells.map { cell in
        .init(
          column: cell.column,
          style: cell.style,
          decimals: mapping.values[cell.value].kind.decimals
        )
      }
    )
    codes = identity.currencyOfAll.map { [$0] } ?? []
    constantPeriod = identity.periodOfAll
  }

  private static let noText: Int32 = -2

  // MARK: Texts

  /// The number among the names and attributes of a column of the plan, nil for the others.
  func textIndex(ofColumn column: Int) -> Int? { column < firstText ? nil : column - firstText }

  /// The column of the plan that holds a name or attribute.
  func column(ofText index: Int) -> Int { firstText + index }

  /// Whether a name or attribute in this column of the plan cannot make its row a total.
  func isHarmless(_ text: String, _ column: Int) -> Bool {
    columns.texts[column - firstText] != 0 || !text.isEmpty && TotalsRow.label(of: text) == nil
  }

  /// The answer to a text of an account, period or currency.
  mutating func answer(_ text: String, _ column: Int, identity: inout RowIdentity) -> Int32 {
    guard !text.isEmpty, TotalsRow.label(of: text) == nil else { return RegularRows.asRecord }
    if column == 0 {
      return identity.regularCandidate(text).map { Int32($0) } ?? RegularRows.asRecord
    }
    if column == periodColumn {
      guard let period = identity.regularPeriod(text) else { return RegularRows.asRecord }
      return number(of: period)
    }
    return identity.currencyCode(text).map { number(of: $0) } ?? RegularRows.asRecord
  }

  private mutating func number(of period: Int32) -> Int32 {
    if let known = periods.firstIndex(of: period) { return Int32(known) }
    periods.append(period)
    return Int32(periods.count - 1)
  }

  private mutating func number(of code: String) -> Int32 {
    if let known = codes.firstIndex(of: code) { return Int32(known) }
    codes.append(code)
    return Int32(codes.count - 1)
  }

  // MARK: Rows

  /// Adds the rows of a batch.
  mutating func add(
    _ range: Range<Int>,
    of rows: borrowing RegularRows,
    identity: inout RowIdentity,
    ledger: inout SourceLedger
  ) {
    for row in range {
      let candidate = Int(rows.answers[row])
      if candidate >= accountOfCandidate.count || accountOfCandidate[candidate] < 0 {
        register(candidate, identity: &identity, ledger: &ledger)
      }
      accounts[row] = accountOfCandidate[candidate]
    }
    var first = range.lowerBound
    while first < range.upperBound {
      let end = endOfRun(from: first, range.upperBound, rows)
      for number in columns.cells.indices { add(number, first..<end, of: rows, &ledger.sums) }
      first = end
    }
  }

  private mutating func register(
    _ candidate: Int,
    identity: inout RowIdentity,
    ledger: inout SourceLedger
  ) {
    let new = candidate + 1 - accountOfCandidate.count
    if new > 0 { accountOfCandidate.append(contentsOf: repeatElement(-1, count: new)) }
    accountOfCandidate[candidate] = Int32(identity.account(of: candidate, in: &ledger))
  }

  /// Where the rows end that have the period and currency of the row `first`.
  private func endOfRun(from first: Int, _ end: Int, _ rows: borrowing RegularRows) -> Int {
    var run = end
    for column in [periodColumn, currencyColumn].compactMap(\.self) {
      let offset = column * RegularRows.capacity
      let answer = rows.answers[offset + first]
      var row = first + 1
      while row < run, rows.answers[offset + row] == answer { row += 1 }
      run = row
    }
    return run
  }

  /// Adds one column of rows with one period and currency.
  private mutating func add(
    _ number: Int,
    _ run: Range<Int>,
    of rows: borrowing RegularRows,
    _ sums: inout SumStore
  ) {
    let first = run.lowerBound
    let period = periodColumn.map { rows.answers[$0 * RegularRows.capacity + first] } ?? 0
    let currency = currencyColumn.map { rows.answers[$0 * RegularRows.capacity + first] } ?? 0
    let value = columns.cells[number].value
    let lane = lane(number, period, currency, &sums)
    let added = sums.add(
      run,
      accounts: accounts,
      numbers: rows.numbers,
      at: (number * RegularRows.capacity, value, RegularRows.missing),
      lane: lane
    )
    let control = Int(currency) * kinds.count + value
    while controls.count <= control { controls.append(Control()) }
    controls[control].rows += run.count
    controls[control].parsed += added.sum
    controls[control].missing += added.missing
  }

  /// The lane of a number, a period's number and a currency's.
  private mutating func lane(
    _ number: Int,
    _ period: Int32,
    _ currency: Int32,
    _ sums: inout SumStore
  ) -> Int {
    let place = Int(currency) * columns.cells.count + number
    while lanes.count <= place { lanes.append([]) }
    while lanes[place].count <= Int(period) { lanes[place].append(-1) }
    if lanes[place][Int(period)] >= 0 { return Int(lanes[place][Int(period)]) }
    let cell = columns.cells[number]
    let code = kinds[cell.value] == .amount ? codes[Int(currency)] : ""
    let month =
      cell.period.map { Int32($0.index) }
      ?? (periodColumn == nil ? constantPeriod : periods[Int(period)])
    let lane = sums.lane(period: month, currency: sums.currencyIndex(code))
    lanes[place][Int(period)] = Int32(lane)
    return lane
  }

  // MARK: Control sums

  /// Hands the control sums over.
  mutating func finish(_ values: inout ValueReader) {
    for (place, control) in controls.enumerated() where control.rows > 0 {
      let (currency, value) = (place / kinds.count, place % kinds.count)
      let code = kinds[value] == .amount ? codes[currency] : ""
      values.addControl(
        value: value,
        currency: code,
        parsed: control.parsed,
        missing: control.missing
      )
    }
    controls = []
  }
}
