// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// Finds out to whom a row belongs, when, and in which currency.
///
/// Each distinct text of these columns is looked at once and remembered; real exports repeat them
/// by the thousand.
struct RowIdentity {
  /// The answers for one row.
  struct Resolved {
    let account: Int
    /// Month index, or ``SumStore/Key/noPeriod``.
    let period: Int32
    /// The row's currency, empty when the file has no amounts.
    let currency: String
  }

  /// Why a row cannot be used.
  struct Rejection: Error {
    let finding: Finding
  }

  private enum AccountAnswer {
    case unknown
    case account(Int)
    case invalid
  }

  private(set) var findings = CellFindings()
  /// What the periods say of fiscal years.
  private(set) var fiscalYears: FiscalYearAdvice
  private let file: String
  private let header: [String]
  private let columns: SourceColumns
  private let pattern: AccountPattern?
  private let constantPeriod: Int32
  private let constantCurrency: String?
  private var accountTexts = TextInterner()
  private var accountAnswers: [AccountAnswer] = []
  /// Ids seen, whether or not a row of theirs was used.
  private var candidates = IdentifierIndex()
  /// Per candidate its index in the ledger, -1 until a row of it is used.
  private var ledgerIndices: [Int32] = []
  private var periodTexts = TextInterner()
  private var periodAnswers: [Int32?] = []
  private var currencyTexts = TextInterner()
  private var currencyAnswers: [String?] = []
  private var keys: [[String]: Int] = [:]
  private var watchedPeriods = TextInterner()
  private var watchedCount = 0
  /// Whether a period was seen that reads differently with the month first.
  private(set) var dependsOnDateOrder = false

  init(
    file: String,
    mapping: SourceMapping,
    columns: SourceColumns,
    header: [String],
    programmeCurrency: String
  ) {
    self.file = file
    self.header = header
    self.columns = columns
    pattern = mapping.account.pattern.flatMap { AccountPattern($0) }
    fiscalYears = FiscalYearAdvice(file: file, format: mapping.format)
    if case .constant(let period) = mapping.period {
      constantPeriod = Int32(period.index)
    } else {
      constantPeriod = SumStore.Key.noPeriod
    }
    switch mapping.currency {
    case .programme: constantCurrency = programmeCurrency
    case .constant(let code): constantCurrency = code
    case .column: constantCurrency = nil
    }
  }

  /// Everything about one row, or why it is rejected.
  mutating func resolve(
    _ record: borrowing Record,
    filled: [Int: String],
    ledger: inout SourceLedger
  ) -> Result<Resolved, Rejection> {
    guard let candidate = candidate(record, filled: filled) else {
      return .failure(Rejection(finding: accountFinding(record, filled: filled)))
    }
    guard let period = period(record, filled: filled) else {
      return .failure(Rejection(finding: periodFinding(record, filled: filled)))
    }
    guard let currency = currency(record, filled: filled) else {
      return .failure(Rejection(finding: currencyFinding(record)))
    }
    if let finding = duplicateKey(record, filled: filled) {
      return .failure(Rejection(finding: finding))
    }
    let account = register(candidate, in: &ledger)
    return .success(Resolved(account: account, period: period, currency: currency))
  }

  /// Whether `text` is the id of an account with a row that was used.
  func knows(_ text: String) -> Bool {
    candidates.known(text).map { ledgerIndices[$0] >= 0 } ?? false
  }

  /// The currency of a row that is not used, empty when it cannot be told.
  mutating func currencyIfReadable(
    _ record: borrowing Record,
    filled: [Int: String]
  ) -> String {
    currency(record, filled: filled) ?? ""
  }

  // MARK: Texts of regular rows

  /// Takes over the accounts' texts of regular rows.
  mutating func share(accounts: KnownTexts) { candidates.share(accounts) }

  /// Forgets the accounts once all rows are read, as the ledger has them.
  mutating func forgetAccounts() {
    (accountTexts, accountAnswers) = (TextInterner(), [])
    (candidates, ledgerIndices) = (IdentifierIndex(), [])
  }

  /// The candidate that an account's text names, nil where its rows need a look of their own.
  mutating func regularCandidate(_ written: WrittenText) -> Int? {
    let text = written.text
    guard text != header[columns.account], !Self.isRule(text.utf8.span) else { return nil }
    return candidate(named: written)
  }

  /// The month that a text names, nil where it is none.
  mutating func regularPeriod(_ text: String) -> Int32? {
    note(period: text)
    return period(named: text)
  }

  /// The account of a candidate whose row is used.
  mutating func account(of candidate: Int, in ledger: inout SourceLedger) -> Int {
    register(candidate, in: &ledger)
  }

  /// The currency of rows without a column for it.
  var currencyOfAll: String? { constantCurrency }

  /// The period of rows without a column for it.
  var periodOfAll: Int32 { constantPeriod }

  // MARK: The order of day and month

  /// Notes the period of a row, whatever becomes of it.
  mutating func watch(_ record: borrowing Record) {
    guard columns.isDateOrderOpen, !dependsOnDateOrder, let column = columns.period,
      !record.isEmpty(column)
    else { return }
    let index = watchedPeriods.index(of: record, column: column)
    if index == watchedCount {
      watchedCount += 1
      note(period: watchedPeriods.texts[index])
    }
  }

  private mutating func note(period text: String) {
    guard columns.isDateOrderOpen, !dependsOnDateOrder else { return }
    let orders = [DateOrder.dayFirst, .monthFirst]
    let readings = orders.map { CalendarCell.parse(text, style: DateStyle(order: $0)) }
    dependsOnDateOrder = readings[0] != readings[1]
  }

  // MARK: Account

  private mutating func candidate(
    _ record: borrowing Record,
    filled: [Int: String]
  ) -> Int? {
    let column = columns.account
    if record.isEmpty(column) { return filled[column].flatMap { candidate(named: $0) } }
    let index = accountTexts.index(of: record, column: column)
    while accountAnswers.count <= index { accountAnswers.append(.unknown) }
    switch accountAnswers[index] {
    case .account(let candidate): return candidate
    case .invalid: return nil
    case .unknown:
      let candidate = candidate(named: accountTexts.texts[index])
      accountAnswers[index] = candidate.map(AccountAnswer.account) ?? .invalid
      return candidate
    }
  }

  /// Whether a text is nothing but a line drawn by hand.
  private static func isRule(_ text: Span<UInt8>) -> Bool {
    for index in text.indices {
      switch text[index] {
      case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "_"): continue
      default: return false
      }
    }
    return true
  }

  private mutating func candidate(named text: String) -> Int? {
    candidate(named: WrittenText(text: text, number: nil))
  }

  private mutating func candidate(named written: WrittenText) -> Int? {
    guard let id = Self.identifier(in: written.text, pattern: pattern) else { return nil }
    let isWhole = pattern == nil
    let candidate = candidates.number(
      of: WrittenText(text: id, number: isWhole ? written.number : nil)
    )
    if candidate == ledgerIndices.count { ledgerIndices.append(-1) }
    return candidate
  }

  /// The ledger's index of a candidate; an account enters the ledger with its first used row.
  private mutating func register(_ candidate: Int, in ledger: inout SourceLedger) -> Int {
    let known = ledgerIndices[candidate]
    if known >= 0 { return Int(known) }
    ledgerIndices[candidate] = Int32(ledger.accounts.count)
    ledger.accounts.append(candidates[candidate])
    return ledger.accounts.count - 1
  }

  /// The account id that a cell holds, nil when it holds none.
  static func identifier(in text: String, pattern: AccountPattern?) -> String? {
    guard !text.isEmpty, !AccountPattern.isSpreadsheetDamage(text) else { return nil }
    guard let pattern else { return text }
    return pattern.identifier(in: text)
  }

  private func accountFinding(_ record: borrowing Record, filled: [Int: String]) -> Finding {
    let text = record.isEmpty(columns.account) ? "" : record.text(columns.account)
    let field = header[columns.account]
    let code = text.isEmpty ? "K-D010" : "K-D011"
    return Finding(
      .error,
      code,
      file: file,
      line: record.line,
      column: columns.account + 1,
      field: field,
      found: text,
      message: AccountPattern.message(field: field, text: text, pattern: pattern)
    )
  }

  // MARK: Period

  private mutating func period(_ record: borrowing Record, filled: [Int: String]) -> Int32? {
    guard let column = columns.period else { return constantPeriod }
    if record.isEmpty(column) {
      return filled[column].flatMap { period(named: $0) }
    }
    let index = periodTexts.index(of: record, column: column)
    while periodAnswers.count <= index {
      periodAnswers.append(period(named: periodTexts.texts[periodAnswers.count]))
    }
    return periodAnswers[index]
  }

  private mutating func period(named text: String) -> Int32? {
    if let column = columns.period {
      fiscalYears.look(at: text, column: column, header: header[column])
    }
    return Period(CalendarCell.parse(text, style: columns.dateStyle)).map { Int32($0.index) }
  }

  private func periodFinding(_ record: borrowing Record, filled: [Int: String]) -> Finding {
    let column = columns.period ?? 0
    let text = record.text(column)
    return Finding(
      .error,
      "K-D020",
      file: file,
      line: record.line,
      column: column + 1,
      field: header[column],
      found: text,
      message: LocalizedText(
        de: "Periode oder Datum in Spalte '\(header[column])' erwartet, gefunden '\(text)'",
        en: "expected a period or date in column '\(header[column])', found '\(text)'"
      )
    )
  }

  // MARK: Currency

  private mutating func currency(_ record: borrowing Record, filled: [Int: String]) -> String? {
    guard let column = columns.currency else { return constantCurrency }
    if record.isEmpty(column) { return filled[column].flatMap(currencyCode) }
    let index = currencyTexts.index(of: record, column: column)
    while currencyAnswers.count <= index {
      currencyAnswers.append(currencyCode(currencyTexts.texts[currencyAnswers.count]))
    }
    return currencyAnswers[index]
  }

  /// The code that a currency text stands for, nil when it is none.
  func currencyCode(_ text: String) -> String? {
    let code = columns.currencyMap[text] ?? Self.symbols[text] ?? text
    guard code.utf8.count == 3, code.utf8.allSatisfy({ ($0 | 32) >= 97 && ($0 | 32) <= 122 })
    else { return nil }
    return code.uppercased()
  }

  private static let symbols = ["€": "EUR", "$": "USD", "£": "GBP"]

  private func currencyFinding(_ record: borrowing Record) -> Finding {
    let column = columns.currency ?? 0
    let text = record.text(column)
    return Finding(
      .error,
      "K-D023",
      file: file,
      line: record.line,
      column: column + 1,
      field: header[column],
      found: text,
      message: LocalizedText(
        de: "Währungscode aus drei Buchstaben in Spalte '\(header[column])' erwartet, gefunden "
          + "'\(text)'; übersetzen Sie andere Schreibweisen mit currency.map",
        en: "expected a currency code of three letters in column '\(header[column])', found "
          + "'\(text)'; translate other spellings with currency.map"
      )
    )
  }

  // MARK: Key

  private mutating func duplicateKey(
    _ record: borrowing Record,
    filled: [Int: String]
  ) -> Finding? {
    guard !columns.key.isEmpty else { return nil }
    var key: [String] = []
    for column in columns.key {
      key.append(record.isEmpty(column) ? filled[column] ?? "" : record.text(column))
    }
    guard let first = keys[key] else {
      keys[key] = record.line
      return nil
    }
    let text = key.joined(separator: " / ")
    return Finding(
      .error,
      "K-D012",
      file: file,
      line: record.line,
      column: columns.key[0] + 1,
      field: columns.key.map { header[$0] }.joined(separator: " / "),
      found: text,
      message: LocalizedText(
        de: "Schlüssel '\(text)' steht schon in Zeile \(first); die erste Zeile gilt",
        en: "key '\(text)' already stands in line \(first); the first row counts"
      )
    )
  }
}
