// SPDX-License-Identifier: Apache-2.0
package import Accounts
package import DelimitedText

extension ReportTable.Column {
  static let account = Self("account", .string, LocalizedText(de: "Kunde", en: "Account"))
  static let accountName = Self("name", .string, LocalizedText("Name"))
  static let rank = Self("rank", .integer, LocalizedText(de: "Rang", en: "Rank"))
  static let reason = Self("reason", .string, LocalizedText(de: "Grund", en: "Reason"))
}

extension Cell {
  /// A number, or missing.
  package init(_ number: Double?) { self = number.map(Cell.real) ?? .missing }
  /// A whole number, or missing.
  package init(_ number: Int?) { self = number.map(Cell.integer) ?? .missing }
  /// A text, or missing.
  package init(_ text: String?) { self = text.map(Cell.text) ?? .missing }
  /// An exact amount, or missing.
  package init(_ units: Int128?, decimals: Int) {
    self = units.map { .decimal(ExactDecimal($0, scale: decimals)) } ?? .missing
  }
}

extension ReportTable {
  /// `accounts.csv`: one row per consolidated account.
  package static func accounts(_ table: AccountTable) -> ReportTable {
    var columns: [(column: Column, cells: CellSource)] = [
      (.account, .texts(table.ids, .asStored)), (.accountName, .names(table.names, .asStored)),
      (
        .init("members", .integer, LocalizedText(de: "Gesellschaften", en: "Members")),
        .integers(table.members, .asStored)
      ),
    ]
    columns += table.attributes.map {
      (.init($0.name, .string, LocalizedText($0.name)), .optionalTexts($0.texts, .asStored))
    }
    columns += table.values.map {
      let cells = CellSource.amounts($0.totals, decimals: $0.decimals, .asStored)
      return (.init($0.name, .number, LocalizedText($0.name)), cells)
    }
    columns += table.measures.map {
      (.init($0.name, .number, LocalizedText($0.name)), .numbers($0.numbers, .asStored))
    }
    var accounts = ReportTable(
      "accounts",
      LocalizedText(de: "Kunden", en: "Accounts"),
      columns: columns,
      rowCount: table.count
    )
    accounts.accountOfRow = \.self
    return accounts
  }

  /// `findings.csv`: everything a person should know about the input, in `language`.
  package static func findings(_ findings: FindingList, _ language: Language) -> ReportTable {
    var table = ReportTable(
      "findings",
      LocalizedText(de: "Befunde", en: "Findings"),
      columns: findingColumns,
      rowCount: findings.count
    ) { row, cells in
      append(findings[row], language, to: &cells)
    }
    table.appendCells = { row, cells in findings.append(row, in: language, to: &cells) }
    return table
  }

  /// `rejects.csv`: rows that could not be used, with their text.
  package static func rejects(_ rejects: RejectedRows, _ language: Language) -> ReportTable {
    ReportTable(
      "rejects",
      LocalizedText(de: "Abgewiesene Zeilen", en: "Rejected rows"),
      columns: findingColumns
        + [.init("raw", .string, LocalizedText(de: "Zeile", en: "Row as it stands"))],
      rowCount: rejects.count
    ) { row, cells in
      append(rejects[row].finding, language, to: &cells)
      cells.append(.text(rejects[row].raw))
    }
  }

  private static let findingColumns: [Column] = [
    .init("severity", .string, LocalizedText(de: "Schwere", en: "Severity")),
    .init("code", .string, LocalizedText("Code")),
    .init("file", .string, LocalizedText(de: "Datei", en: "File")),
    .init("line", .integer, LocalizedText(de: "Zeile", en: "Line")),
    .init("column", .integer, LocalizedText(de: "Spalte", en: "Column")),
    .init("field", .string, LocalizedText(de: "Feld", en: "Field")),
    .init("found", .string, LocalizedText(de: "Gefunden", en: "Found")),
    .init("message", .string, LocalizedText(de: "Meldung", en: "Message")),
    .init("citation", .string, LocalizedText(de: "Quelle", en: "Citation")),
  ]

  private static func append(_ finding: Finding, _ language: Language, to cells: inout [Cell]) {
    cells.append(.text(finding.severity.rawValue))
    cells.append(.text(finding.code))
    cells.append(Cell(finding.file))
    cells.append(Cell(finding.line))
    cells.append(Cell(finding.column))
    cells.append(Cell(finding.field))
    cells.append(Cell(finding.found))
    cells.append(.text(finding.message(language)))
    cells.append(Cell(finding.citation))
  }

  /// `coverage.csv`: whether each criterion is known where it matters.
  package static func coverage(_ rows: [CoverageRow]) -> ReportTable {
    ReportTable(
      "coverage",
      LocalizedText(de: "Abdeckung", en: "Coverage"),
      columns: [
        .init("criterion", .string, LocalizedText(de: "Kriterium", en: "Criterion")),
        .init("system", .string, LocalizedText("System")),
        .init("country", .string, LocalizedText(de: "Land", en: "Country")),
        .init("accounts", .integer, LocalizedText(de: "Kunden", en: "Accounts")),
        .init("with_value", .integer, LocalizedText(de: "mit Wert", en: "With a value")),
        .init("account_share", .number, LocalizedText(de: "Anteil Kunden", en: "Account share")),
        .init("revenue_share", .number, LocalizedText(de: "Anteil Umsatz", en: "Revenue share")),
        .init("verdict", .string, LocalizedText(de: "Urteil", en: "Verdict")),
      ],
      rowCount: rows.count
    ) { index, cells in
      let row = rows[index]
      cells += [
        .text(row.criterion), .text(row.system), .text(row.country), .integer(row.accounts),
        .integer(row.withValue), .real(row.accountShare), Cell(row.revenueShare),
        .text(row.verdict.rawValue),
      ]
    }
  }
}
