// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText

/// Reads one input in every way the engine reads a file, and checks that no row is lost.
enum Target {
  /// What came of an input.
  enum Outcome {
    case refused
    case read
    case rowsLost
  }

  static func run(_ bytes: [UInt8], _ random: inout SplitMix) -> Outcome {
    let mapping = mapping(&random)
    guard let table = try? DelimitedTable(bytes: bytes, settings: mapping.format) else {
      return .refused
    }
    var records = 0
    table.forEachRecord { record in
      records += 1
      read(record)
    }
    let columns = Array(0..<min(4, table.header.count))
    _ = table.numberStyles(ofColumns: columns, settings: mapping.format)
    for column in columns { _ = table.dateStyle(ofColumn: column, settings: mapping.format) }
    for header in table.header {
      _ = CalendarCell.parse(header, style: DateStyle(order: .dayFirst))
    }
    guard rowsByChunks(of: table, &random) == records else { return .rowsLost }
    let reader = try? SourceFileReader(
      file: "fuzz.csv",
      mapping: mapping,
      table: table,
      programmeCurrency: "EUR"
    )
    guard let reader else { return .read }
    let ledger = reader.read()
    return ledger.rows.read == records + table.preambleLines ? .read : .rowsLost
  }

  /// How many rows come in chunks of any size, read ahead by any number of threads.
  private static func rowsByChunks(of table: DelimitedTable, _ random: inout SplitMix) -> Int {
    let choice = random.next()
    let column = Int(choice >> 8) % max(1, table.header.count)
    let plan = RegularRows.Plan(
      texts: [.init(column: 0, emptyAnswer: choice & 1 == 0 ? RegularRows.asRecord : 0)],
      numbers: [.init(column: column, style: choice & 2 == 0 ? .comma : .point, decimals: 4)]
    )
    var rows = RegularRows(
      of: table,
      plan: plan,
      threads: 1 + Int(choice >> 2) % 3,
      audits: false,
      chunkSize: 64 << (Int(choice >> 4) % 6)
    )
    var count = 0
    while true {
      switch rows.next() {
      case .rows(let range): count += range.count
      case .unknownText(let column):
        rows.remember(Int32(rows.unknownText(column).text.utf8.count), column)
      case .record: rows.takeRecord { _ in count += 1 }
      case .end: return count
      }
    }
  }

  private static func read(_ record: borrowing Record) {
    _ = (record.kind, record.rawText(), record.hasSurplusText(beyond: 1))
    _ = (record.repair, record.otherTable)
    for column in 0..<min(record.fieldCount, 12) {
      _ = record.text(column)
      for style in [NumberStyle.comma, .point] { _ = record.number(column, style: style) }
      for order in DateOrder.allCases {
        let fiscalYear = FiscalYear(startMonth: 4, namedAfter: .start)
        _ = record.calendar(column, style: DateStyle(order: order, fiscalYear: fiscalYear))
      }
    }
  }

  private static func mapping(_ random: inout SplitMix) -> SourceMapping {
    let choice = random.next()
    var mapping = SourceMapping(
      file: "fuzz.csv",
      account: IdentifierColumn(ColumnReference("Kunde"))
    )
    mapping.values = [ValueMapping("revenue", column: ColumnReference("Umsatz"))]
    if choice & 1 == 1 { mapping.values[0].kind = .number }
    if choice & 2 == 2 { mapping.period = .column(ColumnReference("Periode")) }
    if choice & 4 == 4 { mapping.currency = .column(ColumnReference("Währung"), map: [:]) }
    if choice & 8 == 8 { mapping.fillDown = [ColumnReference("Kunde")] }
    if choice & 16 == 16 { mapping.format.headerRows = 2 }
    if choice & 32 == 32 { mapping.format.headerRow = 1 }
    if choice & 64 == 64 { mapping.format.fiscalYearStart = 10 }
    if choice >> 16 & 3 == 3 { mapping.format.table = 1 + Int(choice >> 18 & 1) }
    if choice >> 20 & 7 == 7 { mapping.format.repairsRows = false }
    if choice >> 24 & 15 == 15 { mapping.format.names = ["Kunde", "", "Umsatz"] }
    let encodings = TextEncoding.allCases
    if choice & 384 == 384 {
      mapping.format.encoding = encodings[Int(choice >> 9) % encodings.count]
    }
    return mapping
  }
}
