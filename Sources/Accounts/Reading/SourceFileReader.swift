// SPDX-License-Identifier: Apache-2.0
package import DelimitedText

/// Reads the rows of one source file into a ``SourceLedger``, in one pass.
///
/// The order of checks decides what a row becomes, and every row becomes exactly one thing:
/// structure, rejected for its shape, set aside by a rule, rejected for its account, period,
/// currency or key, or used. `RowIdentity` holds the questions about who and when, `ValueReader`
/// those about numbers.
package struct SourceFileReader {
  private let mapping: SourceMapping
  private let table: DelimitedTable
  private let columns: SourceColumns
  private var identity: RowIdentity
  private var values: ValueReader
  private var ledger: SourceLedger
  private var exclusions: [RowCondition]
  private var names = TextTally()
  private var nameTexts = TextInterner()
  private var attributeTallies: [TextTally]
  private var attributeTexts: [TextInterner]
  private var filled: [Int: String] = [:]
  private var totals = TotalsCollector()
  private var pendingFooters: [(line: Int, raw: String)] = []

  /// Prepares reading `table`, which messages call `file`.
  ///
  /// - Throws: ``RunError`` when the file lacks a column that the mapping names.
  package init(
    file: String, mapping: SourceMapping, table: DelimitedTable, programmeCurrency: String
  ) throws(RunError) {
    let binding = ColumnBinding(fileName: file, table: table)
    self.mapping = mapping
    self.table = table
    columns = try SourceColumns(mapping, in: binding)
    identity = RowIdentity(
      file: file, mapping: mapping, columns: columns, header: table.header,
      programmeCurrency: programmeCurrency)
    values = ValueReader(file: file, mapping: mapping, columns: columns, header: table.header)
    ledger = SourceLedger(
      file: file, system: mapping.system ?? "", sums: SumStore(values: mapping.values))
    exclusions = []
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
    for footer in pendingFooters { settle(footer, isFooter: true) }
    return finished()
  }

  // MARK: One row

  private mutating func take(_ record: borrowing Record) {
    guard record.kind == .data else {
      ledger.rows.structure += 1
      return
    }
    if isFooterCandidate(record) { return }
    for footer in pendingFooters { settle(footer, isFooter: false) }
    pendingFooters = []
    if takeTotal(record) { return }
    let isShapeRight = checkShape(record)
    guard isShapeRight else { return }
    fillDown(record)
    if isExcluded(record) {
      ledger.rows.setAside += 1
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
      names.add(account: who.account, text: nameTexts.index(of: record, column: name))
    }
    for (index, column) in columns.attributes.enumerated() {
      let text = attributeTexts[index].index(of: record, column: column)
      attributeTallies[index].add(account: who.account, text: text)
    }
  }

  private mutating func reject(_ record: borrowing Record, _ finding: Finding) {
    ledger.rows.rejected += 1
    ledger.rejects.append(RejectedRow(finding: finding, raw: record.rawText()))
    addControls(record, as: \.rejected)
  }

  /// Adds the readable numbers of an unused row to the control sums.
  private mutating func addControls(
    _ record: borrowing Record, as part: WritableKeyPath<ControlSum, Int128>
  ) {
    guard record.fieldCount >= table.header.count else { return }
    let currency = identity.currencyIfReadable(record, ledger: &ledger)
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
        record, "K-D003",
        LocalizedText(
          de: "\(wanted) Felder wie in der Kopfzeile erwartet, gefunden \(count); steht ein "
            + "Trennzeichen ohne Anführungszeichen in einem Text?",
          en: "expected \(wanted) fields like the header, found \(count); is there an unquoted "
            + "delimiter in a text?")))
    return false
  }

  private static let quoteMessage = LocalizedText(
    de: "schließendes Anführungszeichen am Feldende erwartet; verdoppeln Sie Anführungszeichen "
      + "im Text",
    en: "expected the closing quote at the end of the field; double the quotes inside texts")

  private func shapeFinding(
    _ record: borrowing Record, _ code: String, _ message: LocalizedText
  ) -> Finding {
    Finding(.error, code, file: ledger.file, line: record.line, message: message)
  }

  private func isExcluded(_ record: borrowing Record) -> Bool {
    for rule in exclusions where rule.holds(record, filled: filled) { return true }
    return false
  }

  private mutating func fillDown(_ record: borrowing Record) {
    for column in columns.fillDown where !record.isEmpty(column) {
      filled[column] = record.text(column)
    }
  }

  // MARK: Totals and footers

  private mutating func takeTotal(_ record: borrowing Record) -> Bool {
    guard let first = (0..<record.fieldCount).first(where: { !record.isEmpty($0) }),
      let level = TotalsRow.level(of: record.text(first))
    else { return false }
    let isValueColumn = columns.cells.contains { $0.column == first }
    guard !isValueColumn, !looksLikeCustomer(record, except: first) else { return false }
    ledger.rows.structure += 1
    let currency = columns.currency.map { record.text($0) } ?? ""
    totals.add(
      level: level, line: record.line, currency: identity.currencyCode(currency),
      sums: values.totals(of: record))
    return true
  }

  /// Whether the row has a period, or text beside its first cell: then the word is a name.
  private func looksLikeCustomer(_ record: borrowing Record, except first: Int) -> Bool {
    if let period = columns.period, period != first, !record.isEmpty(period),
      Period(record.calendar(period, style: columns.dateStyle)) != nil
    {
      return true
    }
    if let name = columns.name, name != first, !record.isEmpty(name),
      TotalsRow.level(of: record.text(name)) == nil, first == columns.account
    {
      return true
    }
    return first != columns.account && !record.isEmpty(columns.account)
  }

  /// Holds back rows with a single field: footers when nothing but footers follows.
  private mutating func isFooterCandidate(_ record: borrowing Record) -> Bool {
    let filledCells = (0..<record.fieldCount).reduce(0) { $0 + (record.isEmpty($1) ? 0 : 1) }
    guard filledCells == 1, table.header.count >= 3, !record.hasMalformedQuote else { return false }
    guard record.fieldCount < table.header.count || totals.hasGrandTotal else { return false }
    let text = (0..<record.fieldCount).first { !record.isEmpty($0) }.map { record.text($0) } ?? ""
    guard TotalsRow.level(of: text) == nil, text.contains(where: \.isLetter),
      text.contains(" ") || text.contains(":")
    else { return false }
    pendingFooters.append((record.line, record.rawText()))
    return true
  }

  private mutating func settle(_ row: (line: Int, raw: String), isFooter: Bool) {
    if isFooter {
      ledger.rows.structure += 1
      return
    }
    ledger.rows.rejected += 1
    let finding = Finding(
      .error, "K-D003", file: ledger.file, line: row.line,
      message: LocalizedText(
        de: "\(table.header.count) Felder wie in der Kopfzeile erwartet, gefunden 1",
        en: "expected \(table.header.count) fields like the header, found 1"))
    ledger.rejects.append(RejectedRow(finding: finding, raw: row.raw))
  }

  // MARK: The end of the file

  private consuming func finished() -> SourceLedger {
    let accounts = ledger.accounts.count
    ledger.names = names.ranked(accounts: accounts, texts: nameTexts.texts).map(\.first)
    if columns.name == nil { ledger.names = Array(repeating: nil, count: accounts) }
    for (index, attribute) in mapping.attributes.enumerated() {
      let texts = attributeTallies[index].ranked(
        accounts: accounts, texts: attributeTexts[index].texts)
      ledger.attributes.append((attribute.name, texts))
    }
    ledger.controls = values.controls(totals: totals, mapping: mapping, file: ledger.file)
    ledger.findings =
      values.findings.finished(file: ledger.file) + identity.findings.finished(file: ledger.file)
      + Self.differences(ledger.controls, file: ledger.file)
    return ledger
  }

  /// A difference to the file's own total that nothing explains is an error.
  private static func differences(_ controls: [ControlSum], file: String) -> [Finding] {
    controls.compactMap { control in
      if control.isTotalUnreadable {
        return Finding(
          .error, "K-D031", file: file, field: control.value,
          message: LocalizedText(
            de: "die Summenzeile von '\(control.value)' ist nicht lesbar oder passt zu keiner "
              + "Währung; der Abgleich fehlt",
            en: "the total of '\(control.value)' cannot be read or fits no currency; it was not "
              + "reconciled"))
      }
      guard let difference = control.difference, difference != 0 else { return nil }
      let amount = ExactDecimal(difference, scale: control.decimals).description
      let total = ExactDecimal(control.fileTotal ?? 0, scale: control.decimals).description
      return Finding(
        .error, "K-D030", file: file, field: control.value, found: total,
        message: LocalizedText(
          de: "die Summe von '\(control.value)' weicht um \(amount) \(control.currency) von den "
            + "gelesenen Zeilen ab",
          en: "the total of '\(control.value)' differs from the rows read by \(amount) "
            + "\(control.currency)"))
    }
  }
}
