// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// Adds up the regular rows of a source file, of which nothing is left to ask but sums.
///
/// Only a mapping without memory of other rows has such rows: no `key` and no `fill_down`. Rows that
/// an `exclude` rule or a range concerns, or whose amounts a mark turns round, are records. A rule
/// may compare the texts of one column, or the size of its numbers.
struct RegularRowSums {
  /// What is read of each row.
  let plan: RegularRows.Plan
  /// The ledger's accounts of the rows added last, by row of the batch.
  private(set) var accounts = [Int32](repeating: 0, count: RegularRows.capacity)

  private let columns: SourceColumns
  private let titles: TitleLines
  private let kinds: [ValueMapping.Kind]
  private let periodColumn: Int?
  private let currencyColumn: Int?
  private let firstText: Int
  private let firstRule: Int
  private let firstSign: Int
  private let rules: [RowCondition]
  private var groups: [Group]
  private var rowLanes = [Int32](repeating: 0, count: RegularRows.capacity)
  private var codes: [String]
  private let constantPeriod: Int32
  /// Per candidate the ledger's account, -1 until a row of it is used.
  private var accountOfCandidate: [Int32] = []
  /// So many candidates have the same number as their accounts.
  private var alikeCount = 0
  /// Lanes by period and currency text; currency texts are few.
  private var lanes: [[Int32]] = []
  private var periods: [Int32] = []
  private var controls: [Control] = []

  /// Columns whose numbers belong to the same period and currency in every row.
  private struct Group {
    var firstCell: Int
    var columns: [SumStore.Column]
  }

  private struct Control {
    var rows = 0
    var parsed: Int128 = 0
    var missing = 0
  }

  /// Plans for a mapping; nil where its rows need a look of their own.
  init?(
    _ mapping: SourceMapping,
    _ columns: SourceColumns,
    _ rules: [RowCondition],
    _ identity: RowIdentity,
    _ titles: TitleLines
  ) {
    guard columns.key.isEmpty, columns.fillDown.isEmpty, !columns.cells.isEmpty,
      columns.cells.allSatisfy({ !$0.isAmbiguous }),
      let numbers = Self.numbers(mapping, columns),
      let ruleNumbers = Self.numbers(rules, columns)
    else { return nil }
    let rules = rules.filter { $0.textColumn != nil }
    self.columns = columns
    self.titles = titles
    self.rules = rules
    kinds = mapping.values.map(\.kind)
    groups = Self.groups(mapping, columns)
    var texts = [RegularRows.Plan.Text(column: columns.account, emptyAnswer: RegularRows.asRecord)]
    periodColumn = columns.period == nil ? nil : texts.count
    if let period = columns.period {
      texts.append(.init(column: period, emptyAnswer: RegularRows.asRecord))
    }
    currencyColumn = columns.currency == nil ? nil : texts.count
    if let currency = columns.currency {
      texts.append(.init(column: currency, emptyAnswer: RegularRows.asRecord))
    }
    firstText = texts.count
    for column in columns.texts {
      texts.append(
        .init(column: column, emptyAnswer: column == 0 ? RegularRows.asRecord : Self.noText)
      )
    }
    firstRule = texts.count
    for rule in rules {
      let column = rule.textColumn ?? 0
      let needsLook = column == 0 || rule.holds(text: "")
      texts.append(
        .init(
          column: column,
          emptyAnswer: needsLook ? RegularRows.asRecord : Self.noText,
          limit: Self.ruleLimit
        )
      )
    }
    firstSign = texts.count
    for sign in columns.signs {
      let needsLook = sign.index == 0 || sign.isNegative("") != false
      texts.append(
        .init(
          column: sign.index,
          emptyAnswer: needsLook ? RegularRows.asRecord : Self.noText,
          limit: Self.ruleLimit
        )
      )
    }
    plan = RegularRows.Plan(texts: texts, numbers: numbers + ruleNumbers)
    codes = identity.currencyOfAll.map { [$0] } ?? []
    constantPeriod = identity.periodOfAll
  }

  private static func groups(_ mapping: SourceMapping, _ columns: SourceColumns) -> [Group] {
    var groups: [Group] = []
    for (number, cell) in columns.cells.enumerated() {
      let column = SumStore.Column(
        offset: number * RegularRows.capacity,
        value: cell.value,
        none: RegularRows.missing
      )
      let known = groups.firstIndex { group in
        let first = columns.cells[group.firstCell]
        return first.period == cell.period
          && mapping.values[first.value].kind == mapping.values[cell.value].kind
      }
      if let known {
        groups[known].columns.append(column)
      } else {
        groups.append(Group(firstCell: number, columns: [column]))
      }
    }
    return groups
  }

  /// More texts than that in the column of a rule are no kinds of rows but the rows' own.
  private static let ruleLimit = 1 << 14
  private static let noText: Int32 = -2

  // MARK: Texts

  /// The number among the names and attributes of a column of the plan, nil for the others.
  func textIndex(ofColumn column: Int) -> Int? {
    (firstText..<firstRule).contains(column) ? column - firstText : nil
  }

  /// The column of the plan that holds a name or attribute.
  func column(ofText index: Int) -> Int { firstText + index }

  /// Lends the texts of accounts, names and attributes to those that number them.
  func share(
    _ rows: borrowing RegularRows,
    with identity: inout RowIdentity,
    _ texts: inout [TextInterner]
  ) {
    identity.share(accounts: rows.knownTexts(0))
    for index in texts.indices { texts[index].share(rows.knownTexts(column(ofText: index))) }
  }

  /// Whether a name or attribute in this column of the plan cannot make its row a total.
  func isHarmless(_ text: String, _ column: Int) -> Bool {
    columns.texts[column - firstText] != 0 || !mayBeStructure(text)
  }

  /// The answer to a text of an account, period, currency, rule or sign.
  mutating func answer(
    _ written: WrittenText,
    _ column: Int,
    identity: inout RowIdentity
  ) -> Int32 {
    let text = written.text
    if column >= firstSign {
      let sign = columns.signs[column - firstSign]
      let needsLook = sign.index == 0 && mayBeStructure(text)
      return needsLook || sign.isNegative(text) != false ? RegularRows.asRecord : Self.noText
    }
    if column >= firstRule {
      let rule = rules[column - firstRule]
      let needsLook = rule.textColumn == 0 && mayBeStructure(text)
      return needsLook || rule.holds(text: text) ? RegularRows.asRecord : Self.noText
    }
    guard !mayBeStructure(text) else { return RegularRows.asRecord }
    if column == 0 {
      return identity.regularCandidate(written).map { Int32($0) } ?? RegularRows.asRecord
    }
    if column == periodColumn {
      guard let period = identity.regularPeriod(text) else { return RegularRows.asRecord }
      return number(of: period)
    }
    return identity.currencyCode(text).map { number(of: $0) } ?? RegularRows.asRecord
  }

  /// Whether a row with this text in its first column or its account's may be no data at all.
  private func mayBeStructure(_ text: String) -> Bool {
    text.isEmpty || TotalsRow.label(of: text) != nil || titles.mentions(text)
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
    findAccounts(range, rows, &identity, &ledger)
    var first = range.lowerBound
    while first < range.upperBound {
      let run = first..<endOfCurrency(from: first, range.upperBound, rows)
      for group in groups.indices { add(run, of: rows, to: group, &ledger.sums) }
      first = run.upperBound
    }
  }

  private mutating func findAccounts(
    _ range: Range<Int>,
    _ rows: borrowing RegularRows,
    _ identity: inout RowIdentity,
    _ ledger: inout SourceLedger
  ) {
    var largest = Int32(0)
    for row in range {
      largest = max(largest, rows.answers[row])
      accounts[row] = rows.answers[row]
    }
    // Nearly always candidates become accounts in their own order.
    guard Int(largest) >= alikeCount else { return }
    for row in range {
      let candidate = Int(rows.answers[row])
      guard candidate >= alikeCount else { continue }
      if candidate >= accountOfCandidate.count || accountOfCandidate[candidate] < 0 {
        register(candidate, identity: &identity, ledger: &ledger)
      }
      accounts[row] = accountOfCandidate[candidate]
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
    while alikeCount < accountOfCandidate.count,
      accountOfCandidate[alikeCount] == Int32(alikeCount)
    {
      alikeCount += 1
    }
  }

  /// Where the rows end that have the currency of the row `first`.
  private func endOfCurrency(from first: Int, _ end: Int, _ rows: borrowing RegularRows) -> Int {
    guard let column = currencyColumn else { return end }
    let offset = column * RegularRows.capacity
    let answer = rows.answers[offset + first]
    var row = first + 1
    while row < end, rows.answers[offset + row] == answer { row += 1 }
    return row
  }

  /// Adds rows with one currency to the columns of a group.
  private mutating func add(
    _ run: Range<Int>,
    of rows: borrowing RegularRows,
    to group: Int,
    _ sums: inout SumStore
  ) {
    let capacity = RegularRows.capacity
    let currency = currencyColumn.map { rows.answers[$0 * capacity + run.lowerBound] } ?? 0
    let cell = groups[group].firstCell
    if let column = periodColumn {
      var last: (period: Int32, lane: Int32) = (-1, 0)
      for row in run {
        let period = rows.answers[column * capacity + row]
        if period != last.period { last = (period, lane(cell, period, currency, &sums)) }
        rowLanes[row] = last.lane
      }
    } else {
      let only = lane(cell, 0, currency, &sums)
      for row in run { rowLanes[row] = only }
    }
    sums.add(
      run,
      accounts: accounts,
      lanes: rowLanes,
      numbers: rows.numbers,
      to: &groups[group].columns
    )
    note(group, rows: run.count, currency)
  }

  /// Moves what was added up in a group to the control sums of a currency.
  private mutating func note(_ group: Int, rows: Int, _ currency: Int32) {
    for index in groups[group].columns.indices {
      let column = groups[group].columns[index]
      let control = Int(currency) * kinds.count + column.value
      while controls.count <= control { controls.append(Control()) }
      controls[control].rows += rows
      controls[control].parsed += column.sum
      controls[control].missing += column.missing
      groups[group].columns[index].sum = 0
      groups[group].columns[index].missing = 0
    }
  }

  /// The lane of a number, a period's number and a currency's.
  private mutating func lane(
    _ number: Int,
    _ period: Int32,
    _ currency: Int32,
    _ sums: inout SumStore
  ) -> Int32 {
    let place = Int(currency) * columns.cells.count + number
    while lanes.count <= place { lanes.append([]) }
    while lanes[place].count <= Int(period) { lanes[place].append(-1) }
    if lanes[place][Int(period)] >= 0 { return lanes[place][Int(period)] }
    let cell = columns.cells[number]
    let code = kinds[cell.value] == .amount ? codes[Int(currency)] : ""
    let month =
      cell.period.map { Int32($0.index) }
      ?? (periodColumn == nil ? constantPeriod : periods[Int(period)])
    let lane = Int32(sums.lane(period: month, currency: sums.currencyIndex(code)))
    lanes[place][Int(period)] = lane
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
