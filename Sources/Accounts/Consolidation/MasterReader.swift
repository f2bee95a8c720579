// SPDX-License-Identifier: Apache-2.0
package import DelimitedText

/// Reads customer master files into a ``MasterLedger``.
package struct MasterReader {
  private struct Columns {
    let account: Int
    let name: Int?
    let attributes: [Int]
    let system: Int?
    let parent: Int?
    let parentName: Int?
    let validFrom: Int?
    let validTo: Int?

    init(_ mapping: MasterMapping, in binding: ColumnBinding) throws(RunError) {
      account = try binding.index(of: mapping.account.column) as Int
      name = try binding.index(of: mapping.name)
      var found: [Int] = []
      for attribute in mapping.attributes { found.append(try binding.index(of: attribute.column)) }
      attributes = found
      system = try binding.index(of: mapping.system)
      parent = try binding.index(of: mapping.parent?.column)
      parentName = try binding.index(of: mapping.parentName)
      validFrom = try binding.index(of: mapping.validFrom)
      validTo = try binding.index(of: mapping.validTo)
    }

    var isDated: Bool { validFrom != nil || validTo != nil }
  }

  private let mapping: MasterMapping
  private var ledger = MasterLedger()
  private var seen: [[String]: Int] = [:]
  /// The last row of the file at hand that counts the others.
  private var countRow: CountRow?

  /// Reads files that `mapping` describes.
  package init(mapping: MasterMapping) {
    self.mapping = mapping
    ledger.attributes = mapping.attributes.map(\.name)
  }

  /// Reads one file.
  ///
  /// - Throws: ``RunError`` when the file lacks a column that the mapping names.
  package mutating func read(_ table: DelimitedTable, file: String) throws(RunError) {
    let binding = ColumnBinding(fileName: file, table: table)
    let columns = try Columns(mapping, in: binding)
    let pattern = mapping.account.pattern.flatMap { AccountPattern($0) }
    var counts = RowCounts()
    counts.structure = table.preambleLines
    var layout = LayoutFindings(file: file, table: table)
    table.forEachRecord { record in
      layout.look(at: record)
      take(record, columns, pattern, table, &layout, &counts)
    }
    ledger.findings += layout.finished()
    if let miscount = miscount(file: file, counts) { ledger.findings.append(miscount) }
    countRow = nil
    ledger.rows.append((file, counts))
  }

  private func miscount(file: String, _ counts: RowCounts) -> Finding? {
    countRow?.difference(
      file: file,
      rows: counts.used + counts.rejected,
      accounts: Set(ledger.records.lazy.filter { $0.file == file }.map(\.id)).count
    )
  }

  /// The ledger of everything read.
  package consuming func finished() -> MasterLedger { ledger }

  private mutating func take(
    _ record: borrowing Record,
    _ columns: Columns,
    _ pattern: AccountPattern?,
    _ table: DelimitedTable,
    _ layout: inout LayoutFindings,
    _ counts: inout RowCounts
  ) {
    guard record.kind == .data else {
      counts.structure += 1
      return
    }
    if takeTotal(record, account: columns.account) {
      counts.structure += 1
      return
    }
    if let finding = rejection(record, columns, pattern, table, &layout) {
      counts.rejected += 1
      ledger.rejects.append(RejectedRow(finding: finding, raw: record.rawText()))
      return
    }
    counts.used += 1
    keep(record, columns, pattern, table.header, file: layout.file)
  }

  /// Whether the row adds up or counts the others, so that it describes no account.
  private mutating func takeTotal(_ record: borrowing Record, account: Int) -> Bool {
    if let row = CountRow(record) {
      countRow = row
      return true
    }
    let text = record.text(account)
    // Companies are called Total, too.
    if case .word(_, isName: true)? = TotalsRow.label(of: text) { return false }
    return (text.isEmpty || TotalsRow.isMark(text))
      && TotalMarks.isTotal(record, columns: record.fieldCount)
  }

  private mutating func rejection(
    _ record: borrowing Record,
    _ columns: Columns,
    _ pattern: AccountPattern?,
    _ table: DelimitedTable,
    _ layout: inout LayoutFindings
  ) -> Finding? {
    let (header, file) = (table.header, layout.file)
    guard layout.haveColumns(record) else {
      return Finding(
        .error,
        "K-D003",
        file: file,
        line: record.line,
        message: layout.rejection(of: record)
      )
    }
    let text = record.text(columns.account)
    let field = header[columns.account]
    guard let id = RowIdentity.identifier(in: text, pattern: pattern) else {
      return Finding(
        .error,
        text.isEmpty ? "K-D010" : "K-D011",
        file: file,
        line: record.line,
        column: columns.account + 1,
        field: field,
        found: text,
        message: AccountPattern.message(field: field, text: text, pattern: pattern)
      )
    }
    guard !columns.isDated else { return nil }
    let key = [columns.system.map { record.text($0) } ?? "", id]
    guard let first = seen[key] else {
      seen[key] = record.line
      return nil
    }
    return Finding(
      .error,
      "K-D012",
      file: file,
      line: record.line,
      column: columns.account + 1,
      field: field,
      found: id,
      message: LocalizedText(
        de: "Kunde '\(id)' steht schon in Zeile \(first); die erste Zeile gilt",
        en: "account '\(id)' already stands in line \(first); the first row counts"
      )
    )
  }

  private mutating func keep(
    _ record: borrowing Record,
    _ columns: Columns,
    _ pattern: AccountPattern?,
    _ header: [String],
    file: String
  ) {
    let id = RowIdentity.identifier(in: record.text(columns.account), pattern: pattern) ?? ""
    var attributes: [String] = []
    for column in columns.attributes { attributes.append(record.text(column)) }
    var row = MasterRecord(
      file: file,
      line: record.line,
      id: id,
      system: columns.system.map { record.text($0) } ?? "",
      name: columns.name.map { record.text($0) } ?? "",
      attributes: attributes,
      parent: columns.parent.map { record.text($0) } ?? "",
      parentName: columns.parentName.map { record.text($0) } ?? ""
    )
    row.validFrom = date(record, columns.validFrom, header, file, isEnd: false)
    row.validTo = date(record, columns.validTo, header, file, isEnd: true)
    if let from = row.validFrom, let to = row.validTo, to < from {
      ledger.findings.append(
        Finding(
          .warning,
          "K-D054",
          file: file,
          line: record.line,
          field: id,
          found: "\(from) – \(to)",
          message: LocalizedText(
            de: "Gültigkeit endet vor ihrem Beginn; die Zuordnung gilt nie",
            en: "validity ends before it begins; the link never holds"
          )
        )
      )
    }
    ledger.records.append(row)
  }

  private mutating func date(
    _ record: borrowing Record,
    _ column: Int?,
    _ header: [String],
    _ file: String,
    isEnd: Bool
  ) -> CalendarDate? {
    guard let column, !record.isEmpty(column) else { return nil }
    let style = DateStyle(
      order: mapping.format.dateOrder ?? .dayFirst,
      fiscalYear: mapping.format.fiscalYear
    )
    switch record.calendar(column, style: style) {
    case .missing: return nil
    case .day(let year, let month, let day):
      if let date = CalendarDate(year: year, month: month, day: day) { return date }
    case .month(let year, let month):
      let day = isEnd ? CalendarDate.days(inMonth: month, of: year) : 1
      if let date = CalendarDate(year: year, month: month, day: day) { return date }
    default: break
    }
    let text = record.text(column)
    ledger.findings.append(
      Finding(
        .error,
        "K-D022",
        file: file,
        line: record.line,
        column: column + 1,
        field: header[column],
        found: text,
        message: LocalizedText(
          de: "Datum in Spalte '\(header[column])' erwartet, gefunden '\(text)'; die Grenze gilt "
            + "als offen",
          en: "expected a date in column '\(header[column])', found '\(text)'; the limit counts "
            + "as open"
        )
      )
    )
    return nil
  }
}
