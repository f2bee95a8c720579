// SPDX-License-Identifier: Apache-2.0
package import DelimitedText

/// Reads the rows of one source file into a ``SourceLedger``, in one pass.
///
/// The order of checks decides what a row becomes, and every row becomes exactly one thing:
/// structure, rejected for its shape, set aside by a rule, rejected for its account, period,
/// currency or key, or used. `RowIdentity` holds the questions about who and when, `ValueReader`
/// those about numbers, `TotalsDetector` and `FooterCandidates` those about structure.
package struct SourceFileReader {
  private let mapping: SourceMapping
  private let table: DelimitedTable
  private let columns: SourceColumns
  private var identity: RowIdentity
  private var values: ValueReader
  private var ledger: SourceLedger
  private var exclusions: [RowCondition]
  private var excluded: ExclusionTally
  private var names = TextTally()
  private var nameTexts = TextInterner()
  private var attributeTallies: [TextTally]
  private var attributeTexts: [TextInterner]
  private var filled: [Int: String] = [:]
  private var totals = TotalsCollector()
  private let detector: TotalsDetector
  private var footers = FooterCandidates()
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
    let binding = ColumnBinding(fileName: file, table: table)
    self.mapping = mapping
    self.table = table
    columns = try SourceColumns(mapping, in: binding)
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
    exclusions = []
    excluded = ExclusionTally(rules: mapping.exclude.map(\.rule.text))
    for rule in mapping.exclude {
      exclusions.append(try RowCondition(rule.rule, in: binding, mapping, at: rule.position))
    }
    attributeTallies = columns.attributes.map { _ in TextTally() }
    attributeTexts = columns.attributes.map { _ in TextInterner() }
  }

  /// Reads all rows.
  package consuming func read() -> SourceLedger {
    ledger.rows.structure = table.preambleLines
    ledger.blocking = columns.blocking
    ledger.understood = table.format.evidence
    table.forEachRecord { record in take(record) }
    ledger.rows.structure += footers.release().count
    return finished()
  }

  // MARK: One row

  private mutating func take(_ record: borrowing Record) {
    guard record.kind == .data else {
      ledger.rows.structure += 1
      isAfterStructure = true
      return
    }
    let isHeldBack = footers.take(
      record,
      headerCount: table.header.count,
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
    values.use(record, who, ledger: &ledger)
    if let name = columns.name {
      let text = textIndex(record, name, in: &nameTexts)
      names.add(account: who.account, text: text)
    }
    for (index, column) in columns.attributes.enumerated() {
      let text = textIndex(record, column, in: &attributeTexts[index])
      attributeTallies[index].add(account: who.account, text: text)
    }
  }

  /// The number of a cell's text, or of the text above it where the column is filled down.
  private func textIndex(
    _ record: borrowing Record,
    _ column: Int,
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
    values.control(record, currency: currency, as: part)
  }

  /// Whether the row has as many fields as the header; rejects it otherwise.
  private mutating func checkShape(_ record: borrowing Record) -> Bool {
    let wanted = table.header.count
    if record.hasMalformedQuote {
      reject(record, shapeFinding(record, "K-D004", Self.quoteMessage))
      return false
    }
    let count = record.fieldCount
    guard count < wanted || record.hasSurplusText(beyond: wanted) else { return true }
    reject(
      record,
      shapeFinding(
        record,
        "K-D003",
        LocalizedText(
          de: "\(wanted) Felder wie in der Kopfzeile erwartet, gefunden \(count); steht ein "
            + "Trennzeichen ohne Anführungszeichen in einem Text?",
          en: "expected \(wanted) fields like the header, found \(count); is there an unquoted "
            + "delimiter in a text?"
        )
      )
    )
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

  private mutating func rejectFooters() {
    for row in footers.release() {
      ledger.rows.rejected += 1
      let finding = Finding(
        .error,
        "K-D003",
        file: ledger.file,
        line: row.line,
        message: LocalizedText(
          de: "\(table.header.count) Felder wie in der Kopfzeile erwartet, gefunden "
            + "\(row.fieldCount), davon eines mit Text",
          en: "expected \(table.header.count) fields like the header, found \(row.fieldCount), "
            + "one of them with text"
        )
      )
      ledger.rejects.append(RejectedRow(finding: finding, raw: row.raw))
    }
  }

  // MARK: The end of the file

  private consuming func finished() -> SourceLedger {
    let accounts = ledger.accounts.count
    ledger.names = names.counted(accounts: accounts, texts: nameTexts.texts)
    for (index, attribute) in mapping.attributes.enumerated() {
      let texts = attributeTallies[index].counted(
        accounts: accounts,
        texts: attributeTexts[index].texts
      )
      ledger.attributes.append((attribute.name, texts))
    }
    ledger.controls = values.controls(totals: totals, mapping: mapping, file: ledger.file)
    ledger.findings =
      values.findings.finished(file: ledger.file) + identity.findings.finished(file: ledger.file)
      + excluded.findings(file: ledger.file)
      + FileFindings(ledger: ledger, format: table.format, settings: mapping.format).all
    return ledger
  }
}
