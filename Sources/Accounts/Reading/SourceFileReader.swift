// SPDX-License-Identifier: Apache-2.0
package import DelimitedText

/// Reads the rows of one source file into a ``SourceLedger``, in one pass.
///
/// Rows that are regular and hold only texts seen before go through ``RegularRowSums`` in batches;
/// every other row comes here as a record. Both ways lead to the same ledger.
///
/// The order of checks decides what a row becomes, and every row becomes exactly one thing:
/// structure, rejected for its shape, set aside by a rule, rejected for its account, period,
/// currency or key, or used. `RowIdentity` holds the questions about who and when, `ValueReader`
/// those about numbers, `TotalsDetector` and `FooterCandidates` those about structure.
package struct SourceFileReader {
  private let mapping: SourceMapping
  private let table: DelimitedTable
  private let programmeCurrency: String
  private let columns: SourceColumns
  var identity: RowIdentity
  var values: ValueReader
  var ledger: SourceLedger
  private var exclusions: [RowCondition]
  private var excluded: ExclusionTally
  private var tallies: [TextTally]
  private var texts: [TextInterner]
  private var filled: [Int: String] = [:]
  private var totals = TotalsCollector()
  private let detector: TotalsDetector
  private var footers: FooterCandidates
  private var layout: LayoutFindings
  private var otherTable: OtherTable
  /// Whether the record before was structure, so that a footer may follow.
  private var isAfterStructure = false

  /// Prepares reading `table`, which messages call `file`.
  ///
  /// - Throws: ``RunError`` when the file lacks a column that the mapping names.
  package init(
    file: String,
    mapping: SourceMapping,
    table: DelimitedTable,
    programmeCurrency: String
  ) throws(RunError) {
    try self.init(file, mapping, table, programmeCurrency, asksDateOrder: false)
  }

  private init(
    _ file: String,
    _ mapping: SourceMapping,
    _ table: DelimitedTable,
    _ programmeCurrency: String,
    asksDateOrder: Bool
  ) throws(RunError) {
    let binding = ColumnBinding(fileName: file, table: table)
    self.mapping = mapping
    self.table = table
    self.programmeCurrency = programmeCurrency
    columns = try SourceColumns(mapping, in: binding, asksDateOrder: asksDateOrder)
    identity = RowIdentity(
      file: file,
      mapping: mapping,
      columns: columns,
      header: table.header,
      programmeCurrency: programmeCurrency
    )
    values = ValueReader(file: file, mapping: mapping, columns: columns, header: table.header)
    ledger = SourceLedger(
      file: file,
      system: mapping.system ?? "",
      sums: SumStore(values: mapping.values)
    )
    detector = TotalsDetector(columns)
    footers = FooterCandidates(file: file, headerCount: table.header.count)
    otherTable = OtherTable(header: table.header, columns)
    layout = LayoutFindings(file: file, table: table)
    exclusions = []
    excluded = ExclusionTally(rules: mapping.exclude.map(\.rule.text))
    for rule in mapping.exclude {
      exclusions.append(try RowCondition(rule.rule, in: binding, mapping, at: rule.position))
    }
    tallies = columns.texts.map { _ in TextTally() }
    texts = columns.texts.map { _ in TextInterner() }
  }

  /// Reads all rows.
  package consuming func read() -> SourceLedger { read(audits: false).ledger }

  /// Reads all rows on so many threads, which shows in nothing but the time; where it asks for that
  /// and rows allow it, audits the file on the way.
  package consuming func read(
    audits: Bool,
    threads: Int = 1
  ) -> (ledger: SourceLedger, audit: FileAudit?) {
    let plan = RegularRowSums(mapping, columns, exclusions, identity, table.titles)
    var audit = readRows(plan, audits: audits, threads)
    // Few files depend on the order of day and month, so it is asked for only now. The columns were
    // found once, so they are found again.
    if identity.dependsOnDateOrder,
      let again = try? Self(ledger.file, mapping, table, programmeCurrency, asksDateOrder: true)
    {
      self = again
      let plan = RegularRowSums(mapping, columns, exclusions, identity, table.titles)
      audit = readRows(plan, audits: audits, threads)
    }
    return (finished(), audit)
  }

  private mutating func readRows(
    _ sums: consuming RegularRowSums?,
    audits: Bool,
    _ threads: Int
  ) -> FileAudit? {
    ledger.rows.structure = table.preambleLines
    ledger.blocking = columns.blocking
    defer { ledger.rows.structure += footers.release().count }
    if let sums { return read(sums, audits: audits, threads) }
    table.forEachRecord { record in take(record) }
    return nil
  }

  private mutating func read(
    _ sums: consuming RegularRowSums,
    audits: Bool,
    _ threads: Int
  ) -> FileAudit? {
    var sums = sums
    var rows = RegularRows(of: table, plan: sums.plan, threads: threads, audits: audits)
    sums.share(rows, with: &identity, &texts)
    while !identity.dependsOnDateOrder {
      switch rows.next() {
      case .rows(let range):
        rejectFooters()
        isAfterStructure = false
        ledger.rows.used += range.count
        sums.add(range, of: rows, identity: &identity, ledger: &ledger)
        for index in columns.texts.indices { tally(index, range, rows, sums) }
      case .unknownText(let column):
        rows.answerTexts(of: column) { text in answer(text, column, &sums) }
      case .record:
        rows.takeRecord { record in take(record) }
        rows.readsRecordsOnly = otherTable.start != nil
      case .end:
        sums.finish(&values)
        return rows.finishedAudit()
      }
    }
    return nil
  }

  private mutating func answer(
    _ text: WrittenText,
    _ column: Int,
    _ sums: inout RegularRowSums
  ) -> Int32 {
    guard let index = sums.textIndex(ofColumn: column) else {
      return sums.answer(text, column, identity: &identity)
    }
    guard sums.isHarmless(text.text, column) else { return RegularRows.asRecord }
    return Int32(texts[index].index(of: text))
  }

  private mutating func tally(
    _ index: Int,
    _ range: Range<Int>,
    _ rows: borrowing RegularRows,
    _ sums: borrowing RegularRowSums
  ) {
    let offset = sums.column(ofText: index) * RegularRows.capacity
    for row in range {
      let text = rows.answers[offset + row]
      if text >= 0 { tallies[index].add(account: Int(sums.accounts[row]), text: Int(text)) }
    }
  }

  // MARK: One row

  private mutating func take(_ record: borrowing Record) {
    let kind = record.kind
    layout.look(at: record)
    if kind == .repeatedHeader { otherTable.end() }
    guard kind == .data, !otherTable.holds(record, &layout) else {
      ledger.rows.structure += 1
      isAfterStructure = true
      return
    }
    identity.watch(record)
    let isHeldBack = footers.take(
      record,
      isAfterStructure: isAfterStructure,
      hasGrandTotal: totals.hasGrandTotal
    )
    guard !isHeldBack else { return }
    rejectFooters()
    if takeTotal(record) { return }
    isAfterStructure = false
    let isShapeRight = checkShape(record)
    guard isShapeRight else { return }
    fillDown(record)
    if let rule = excludingRule(record) {
      ledger.rows.setAside += 1
      excluded.add(rule: rule, line: record.line)
      addControls(record, as: \.setAside)
      return
    }
    switch identity.resolve(record, filled: filled, ledger: &ledger) {
    case .failure(let rejection): reject(record, rejection.finding)
    case .success(let who): use(record, who)
    }
  }

  private mutating func use(_ record: borrowing Record, _ who: RowIdentity.Resolved) {
    ledger.rows.used += 1
    values.use(record, who, filled: filled, ledger: &ledger)
    for (index, column) in columns.texts.enumerated() {
      let text = Self.textIndex(record, column, filled, in: &texts[index])
      tallies[index].add(account: who.account, text: text)
    }
  }

  /// The number of a cell's text, or of the text above it where the column is filled down.
  private static func textIndex(
    _ record: borrowing Record,
    _ column: Int,
    _ filled: [Int: String],
    in texts: inout TextInterner
  ) -> Int {
    if record.isEmpty(column), let text = filled[column] { return texts.index(of: text) }
    return texts.index(of: record, column: column)
  }

  private mutating func reject(_ record: borrowing Record, _ finding: Finding) {
    ledger.rows.rejected += 1
    ledger.rejects.append(RejectedRow(finding: finding, raw: record.rawText()))
    addControls(record, as: \.rejected)
  }

  /// Adds the readable numbers of an unused row to the control sums.
  private mutating func addControls(
    _ record: borrowing Record,
    as part: WritableKeyPath<ControlSum, Int128>
  ) {
    guard record.fieldCount >= table.header.count else { return }
    let currency = identity.currencyIfReadable(record, filled: filled)
    values.control(record, currency: currency, filled: filled, as: part)
  }

  /// Whether the row has as many fields as the header; rejects it otherwise.
  private mutating func checkShape(_ record: borrowing Record) -> Bool {
    if layout.haveColumns(record) { return true }
    let finding =
      record.hasMalformedQuote
      ? shapeFinding(record, "K-D004", Self.quoteMessage)
      : shapeFinding(record, "K-D003", layout.rejection(of: record))
    reject(record, finding)
    return false
  }

  private static let quoteMessage = LocalizedText(
    de: "schließendes Anführungszeichen am Feldende erwartet; verdoppeln Sie Anführungszeichen "
      + "im Text",
    en: "expected the closing quote at the end of the field; double the quotes inside texts"
  )

  private func shapeFinding(
    _ record: borrowing Record,
    _ code: String,
    _ message: LocalizedText
  ) -> Finding {
    Finding(.error, code, file: ledger.file, line: record.line, message: message)
  }

  /// The first rule that sets the row aside, nil without one.
  private func excludingRule(_ record: borrowing Record) -> Int? {
    for (index, rule) in exclusions.enumerated() where rule.holds(record, filled: filled) {
      return index
    }
    return nil
  }

  private mutating func fillDown(_ record: borrowing Record) {
    for column in columns.fillDown where !record.isEmpty(column) {
      filled[column] = record.text(column)
    }
  }

  // MARK: Totals and footers

  private mutating func takeTotal(_ record: borrowing Record) -> Bool {
    guard let candidate = detector.candidate(in: record) else { return false }
    if candidate.label == .count { return takeCount(record) }
    let found = detector.total(
      in: record,
      candidate,
      isKnownAccount: { [identity] in identity.knows($0) },
      isKnownCurrency: { [ledger] in $0.utf8.count == 3 && ledger.sums.currencies.contains($0) }
    )
    guard let found else { return false }
    ledger.rows.structure += 1
    isAfterStructure = true
    let currency = columns.currency.flatMap { identity.currencyCode(record.text($0)) }
    totals.add(
      level: found.level,
      currency: found.currency ?? currency,
      sums: values.totals(of: record)
    )
    return true
  }

  private mutating func takeCount(_ record: borrowing Record) -> Bool {
    guard let row = CountRow(record) else { return false }
    ledger.rows.structure += 1
    isAfterStructure = true
    ledger.countRow = row
    return true
  }

  private mutating func rejectFooters() {
    guard !footers.rows.isEmpty else { return }
    for row in footers.release() {
      ledger.rows.rejected += 1
      ledger.rejects.append(row)
    }
  }

  // MARK: The end of the file

  private consuming func finished() -> SourceLedger {
    identity.forgetAccounts()
    for index in texts.indices { texts[index].close() }
    let accounts = ledger.accounts.count
    var counted = zip(tallies, texts).map { tally, texts in
      tally.counted(accounts: accounts, texts: texts.texts)
    }
    let names = columns.name == nil ? nil : counted.removeFirst()
    ledger.names = names ?? AccountTexts(none: accounts)
    ledger.attributes = zip(mapping.attributes, counted).map { ($0.name, $1) }
    ledger.controls = values.controls(totals: totals, mapping: mapping, file: ledger.file)
    let titles = TitleAdvice(
      file: ledger.file,
      mapping: mapping,
      columns: columns,
      header: table.header,
      programmeCurrency: programmeCurrency
    )
    ledger.findings =
      columns.advice + titles.findings(table.titles.texts)
      + values.findings.finished(file: ledger.file)
      + identity.findings.finished(file: ledger.file)
      + (identity.fiscalYears.finding.map { [$0] } ?? []) + layout.finished()
      + excluded.findings(file: ledger.file)
      + FileFindings(ledger: ledger, format: table.format, settings: mapping.format).all
    let marks = UnreadMarks(table: table, mapping: mapping, columns: columns)
    if let unread = marks.finding(file: ledger.file) { ledger.findings.append(unread) }
    return ledger
  }
}
