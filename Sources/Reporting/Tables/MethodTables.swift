// SPDX-License-Identifier: Apache-2.0
package import Accounts
import DelimitedText
package import Selection

extension ReportTable {
  /// `topsis.csv`, `vikor.csv` or `promethee.csv`: what the method knows of the ranked accounts
  /// beside their scores.
  package static func method(
    _ method: MethodFigures,
    of ranking: Ranking,
    names: NameColumn
  ) -> ReportTable {
    let (name, title, columns) = heading(of: method.figures)
    return ReportTable(
      name,
      title,
      columns: [.account, .accountName, .rank, .score] + columns,
      rowCount: method.accounts.count
    ) { index, cells in
      let account = method.accounts[index]
      let row = ranking.rows[index]
      cells += [
        .text(ranking.accounts[account]), .text(names[account]), Cell(row.rank),
        Cell(scoreBillionths: row.scoreBillionths),
      ]
      switch method.figures {
      case .topsis(let toIdeal, let toAntiIdeal):
        cells += [.real(toIdeal[index]), .real(toAntiIdeal[index])]
      case .vikor(let s, let r, let q, let isCompromise):
        cells += [
          .real(s[index]), .real(r[index]), .real(q[index]),
          .text(isCompromise[index] ? "true" : "false"),
        ]
      case .promethee(let positive, let negative, let outranks, let outrankedBy, let incomparable):
        cells += [
          .real(positive[index]), .real(negative[index]), .integer(outranks[index]),
          .integer(outrankedBy[index]), .integer(incomparable[index]),
        ]
      }
    }
  }

  private static func heading(
    of figures: MethodFigures.Figures
  ) -> (name: String, title: LocalizedText, columns: [Column]) {
    switch figures {
    case .topsis: ("topsis", LocalizedText("TOPSIS"), topsisColumns)
    case .vikor: ("vikor", LocalizedText("VIKOR"), vikorColumns)
    case .promethee: ("promethee", LocalizedText("PROMETHEE I"), prometheeColumns)
    }
  }

  private static let topsisColumns: [Column] = [
    .init("distance_to_ideal", .number, LocalizedText(de: "zum Ideal", en: "To ideal")),
    .init(
      "distance_to_anti_ideal",
      .number,
      LocalizedText(de: "zum Gegenideal", en: "To anti-ideal")
    ),
  ]

  private static let vikorColumns: [Column] = [
    .init("group_regret", .number, LocalizedText("S")),
    .init("individual_regret", .number, LocalizedText("R")),
    .init("index", .number, LocalizedText("Q")),
    .init("compromise", .boolean, LocalizedText(de: "Kompromiss", en: "Compromise")),
  ]

  private static let prometheeColumns: [Column] = [
    .init("positive_flow", .number, LocalizedText(de: "positiver Fluss", en: "Positive flow")),
    .init("negative_flow", .number, LocalizedText(de: "negativer Fluss", en: "Negative flow")),
    .init("outranks", .integer, LocalizedText(de: "überragt", en: "Outranks")),
    .init("outranked_by", .integer, LocalizedText(de: "überragt von", en: "Outranked by")),
    .init("incomparable", .integer, LocalizedText(de: "unvergleichbar", en: "Incomparable")),
  ]
}
