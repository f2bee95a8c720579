// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Testing

@testable import Accounts

/// A table from text.
func table(
  _ text: String,
  _ configure: (inout FormatSettings) -> Void = { _ in }
) throws -> DelimitedTable {
  var settings = FormatSettings()
  configure(&settings)
  return try DelimitedTable(bytes: Array(text.utf8), settings: settings)
}

/// A mapping of column `Kunde` to accounts and column `Umsatz` to revenue.
func mapping(_ configure: (inout SourceMapping) throws -> Void) rethrows -> SourceMapping {
  var mapping = SourceMapping(file: "a.csv", account: IdentifierColumn(ColumnReference("Kunde")))
  mapping.values = [ValueMapping("revenue", column: ColumnReference("Umsatz"))]
  try configure(&mapping)
  return mapping
}

/// What the source reader makes of `text`.
func ledger(
  _ text: String,
  file: String = "a.csv",
  _ configure: (inout SourceMapping) throws -> Void = { _ in }
) throws -> SourceLedger {
  try ledger(bytes: Array(text.utf8), file: file, configure)
}

/// What the source reader makes of `bytes`.
func ledger(
  bytes: [UInt8],
  file: String = "a.csv",
  _ configure: (inout SourceMapping) throws -> Void = { _ in }
) throws -> SourceLedger {
  let mapping = try mapping(configure)
  let table = try DelimitedTable(bytes: bytes, settings: mapping.format)
  let reader = try SourceFileReader(
    file: file,
    mapping: mapping,
    table: table,
    programmeCurrency: "EUR"
  )
  return reader.read()
}

/// A master of columns `Nr`, `Name`, `Konzern` and whatever `configure` adds.
func master(
  _ text: String,
  _ configure: (inout MasterMapping) -> Void = { _ in }
) throws -> (ledger: MasterLedger, mapping: MasterMapping) {
  var mapping = MasterMapping(file: "m.csv", account: IdentifierColumn(ColumnReference("Nr")))
  mapping.name = ColumnReference("Name")
  mapping.parent = .init(ColumnReference("Konzern"))
  mapping.rollUp = .top
  configure(&mapping)
  var reader = MasterReader(mapping: mapping)
  try reader.read(table(text), file: "m.csv")
  return (reader.finished(), mapping)
}

/// Rates from CSV text.
func rates(_ text: String) throws -> RateTable {
  try RateTable(table(text), mapping: RateMapping(file: "rates.csv"))
}

/// Everything on one page.
func consolidated(
  _ sources: [SourceLedger],
  master: (ledger: MasterLedger, mapping: MasterMapping)? = nil,
  identities: [IdentityLink] = [],
  rates: RateTable = RateTable(),
  asOf: Period? = nil,
  threads: Int = 1
) -> Consolidation {
  Consolidator(
    sources: sources,
    master: master?.ledger ?? MasterLedger(),
    mapping: master?.mapping,
    identities: identities,
    rates: rates,
    currency: "EUR",
    asOf: asOf
  ).consolidated(threads: threads)
}

/// All sums of a ledger, by account, then in the order in which their lanes were made.
struct Cells {
  var keys: [SumStore.Key] = []
  var sums: [Int128] = []
  var rowCounts: [Int] = []
  var missingCounts: [Int] = []
}

extension SourceLedger {
  /// All sums, per key one for each value.
  var cells: Cells {
    var found = Cells()
    for account in accounts.indices {
      for lane in sums.orderedLanes.sorted() {
        let own = sums.values.indices.map { sums.sum(account: account, lane: lane, value: $0) }
        guard own.contains(where: { $0 != nil }) else { continue }
        let place = sums.place(ofLane: lane)
        found.keys.append(
          .init(account: Int32(account), period: place.period, currency: place.currency)
        )
        found.sums += own.map { $0?.amount ?? 0 }
        found.rowCounts += own.map { $0?.rows ?? 0 }
        found.missingCounts += own.map { $0?.missing ?? 0 }
      }
    }
    return found
  }

  /// used, set aside, rejected, structure.
  var counts: [Int] { [rows.used, rows.setAside, rows.rejected, rows.structure] }

  /// Codes of rejected rows with their lines.
  var rejectCodes: [String] { rejects.map { "\($0.finding.code)@\($0.finding.line ?? 0)" } }

  /// Codes of findings, in byte order.
  var codes: [String] { findings.map(\.code).sorted() }

  /// The control sum of `revenue` in `currency`.
  func control(_ currency: String = "EUR") throws -> ControlSum {
    try #require(controls.first { $0.value == "revenue" && $0.currency == currency })
  }
}

extension Consolidation {
  /// Account and total of a value, as plain text, `?` where it is missing.
  func totals(_ name: String = "revenue") throws -> [String] {
    let column = try #require(table.value(named: name))
    return zip(table.ids, column.totals).map { id, total in
      "\(id)=" + (total.map { ExactDecimal($0, scale: column.decimals).description } ?? "?")
    }
  }

  /// Codes of findings, in byte order.
  var codes: [String] { findings.map(\.code).sorted() }
}

/// The month `yyyy-mm`.
func month(_ text: String) throws -> Period { try #require(Period(iso: text)) }
