// SPDX-License-Identifier: Apache-2.0
package import Accounts
import DelimitedText

extension ReportTable {
  /// `duplicates.csv`: accounts that may be the same customer, for a person to confirm.
  ///
  /// - Parameters:
  ///   - suspicions: the pairs, in order.
  ///   - table: the accounts.
  ///   - systems: per account the systems that have rows of it.
  /// - Returns: the table, a row a pair.
  package static func duplicates(
    _ suspicions: [DuplicateSuspicion],
    of table: AccountTable,
    systems: [[String]]
  ) -> ReportTable {
    ReportTable(
      "duplicates",
      LocalizedText(de: "Mögliche Dubletten", en: "Possible duplicates"),
      columns: duplicateColumns,
      rowCount: suspicions.count
    ) { row, cells in
      let pair = suspicions[row]
      cells.append(.decimal(ExactDecimal(Int128(pair.scoreHundredths), scale: 2)))
      for account in [pair.row, pair.other] {
        cells += [
          .text(table.ids[account]), .text(table.names[account]),
          .text(systems[account].joined(separator: "+")),
        ]
      }
      cells.append(.text(pair.evidence.map(\.rawValue).joined(separator: ", ")))
    }
  }

  private static let duplicateColumns: [Column] = [
    .init("score", .number, LocalizedText(de: "Ähnlichkeit", en: "Score")),
    .account, .accountName,
    .init("system", .string, LocalizedText("System")),
    .init("other_account", .string, LocalizedText(de: "anderer Kunde", en: "Other account")),
    .init("other_name", .string, LocalizedText(de: "anderer Name", en: "Other name")),
    .init("other_system", .string, LocalizedText(de: "anderes System", en: "Other system")),
    .init("evidence", .string, LocalizedText(de: "Anzeichen", en: "Evidence")),
  ]
}
