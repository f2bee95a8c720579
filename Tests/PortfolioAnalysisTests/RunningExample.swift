// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Glibc
import Testing

@testable import Accounts

/// Ten accounts with three years of revenue, profit and potential, in thousands: small enough to
/// check by hand, with a new account, a negative year and a missing potential.
enum RunningExample {
  static let revenue = [4840, 2430, 2250, 1190, 800, 600, 500, 484, 243, 163]
  private static let rows = [
    "A;4000;4400;4840;900;9680", "B;3000;2700;2430;180;2500", "C;0;1500;2250;400;15000",
    "D;1200;1210;1190;230;", "E;900;-100;800;50;4000", "F;600;600;600;60;600",
    "G;500;550;500;-120;400", "H;400;440;484;96;968", "I;300;270;243;-40;1215",
    "J;100;130;163;24;2000",
  ]

  /// One row per account, with revenue by year.
  static func accounts() throws -> AccountTable {
    var sales = SourceMapping(file: "r.csv", account: IdentifierColumn(ColumnReference("account")))
    sales.values = [ValueMapping("revenue", column: ColumnReference("rev"))]
    sales.period = .wide
    var others = SourceMapping(file: "p.csv", account: IdentifierColumn(ColumnReference("account")))
    others.values = ["margin", "potential"].map {
      ValueMapping($0, column: ColumnReference($0))
    }
    let text =
      "account;rev 2023;rev 2024;rev 2025;margin;potential\n"
      + rows.joined(separator: "\n")
    return try table([(text, sales), (text, others)])
  }

  /// The accounts of these files.
  static func table(_ files: [(text: String, mapping: SourceMapping)]) throws -> AccountTable {
    try table(files.map { (Array($0.text.utf8), $0.mapping) })
  }

  /// The accounts of these files.
  static func table(_ files: [(bytes: [UInt8], mapping: SourceMapping)]) throws -> AccountTable {
    var ledgers: [SourceLedger] = []
    for file in files {
      let reader = try SourceFileReader(
        file: file.mapping.file,
        mapping: file.mapping,
        table: DelimitedTable(bytes: file.bytes, settings: file.mapping.format),
        programmeCurrency: "EUR"
      )
      ledgers.append(reader.read())
    }
    return Consolidator(
      sources: ledgers,
      master: MasterLedger(),
      mapping: nil,
      identities: [],
      rates: RateTable(),
      currency: "EUR",
      asOf: nil
    ).consolidated().table
  }
}

/// A value column of amounts in units of one.
func column(_ amounts: [Int?], name: String = "revenue") -> ValueColumn {
  ValueColumn(
    name: name,
    kind: .amount,
    totals: ExactColumn(amounts.map { $0.map { Int128($0) * 10_000 } }),
    periodSums: .none,
    rowCounts: CountColumn(amounts.map { $0 == nil ? 0 : 1 })
  )
}

/// A table with these columns over accounts a, b, c ...
func table(_ columns: [ValueColumn]) -> AccountTable {
  let count = columns[0].totals.count
  return AccountTable(
    ids: (0..<count).map { "\(Character(Unicode.Scalar(UInt8(97 + $0))))" },
    names: NameColumn(repeatElement("", count: count)),
    members: Array(repeating: 1, count: count),
    attributes: [],
    values: columns,
    measures: [],
    asOf: nil
  )
}

/// Sample data that is not part of the project, found through the environment.
func sharedFile(_ path: String) -> String? {
  let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  let stated = unsafe getenv("KONTOR_SHARED").map { unsafe String(cString: $0) }
  let file = (stated ?? "/\(root)/../shared") + "/" + path
  guard unsafe access(file, R_OK) == 0 else {
    print("skipped: no shared data")
    return nil
  }
  return file
}
