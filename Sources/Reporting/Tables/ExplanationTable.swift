// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText
package import Selection

extension ReportTable {
  /// One account's criteria: value, utility and contribution, and the value that would move it
  /// across the cut.
  package static func explanation(
    _ explanation: Explanation,
    in ranking: Ranking
  ) -> ReportTable {
    let account = explanation.row.account
    let columns = ranking.columns
    let changes = explanation.changes
    return ReportTable(
      "explanation",
      LocalizedText(de: "Begründung", en: "Explanation"),
      columns: explanationColumns,
      rowCount: columns.count
    ) { index, cells in
      let column = columns[index]
      let change = changes.isEmpty ? nil : changes[index]
      cells += [
        .text(column.criterion.name), .real(column.criterion.weight),
        Cell(column.values[account]), Cell(column.utilities[account]),
        Cell(ranking.contributions(of: index)[account]), Cell(change?.needed),
        Cell(change?.difference),
      ]
    }
  }

  private static let explanationColumns: [Column] = [
    .init("criterion", .string, LocalizedText(de: "Kriterium", en: "Criterion")),
    .init("weight", .number, LocalizedText(de: "Gewicht", en: "Weight")),
    .init("value", .number, LocalizedText(de: "Wert", en: "Value")),
    .init("utility", .number, LocalizedText(de: "Nutzen", en: "Utility")),
    .init("contribution", .number, LocalizedText(de: "Beitrag", en: "Contribution")),
    .init("needed", .number, LocalizedText(de: "kippt bei", en: "Flips at")),
    .init("difference", .number, LocalizedText(de: "Änderung", en: "Change")),
  ]
}
