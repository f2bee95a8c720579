// SPDX-License-Identifier: Apache-2.0
package import Accounts
import DelimitedText
package import Selection

extension ReportTable {
  /// `ranking.csv`: every account with its rank, or why it has none, and the parts of its score.
  package static func ranking(
    _ ranking: Ranking,
    names: NameColumn,
    _ language: Language
  ) -> ReportTable {
    let rows = ranking.rows
    let places = rows.map(\.account)
    let order = CellSource.Order.rows(places)
    let statuses = Ranking.Status.allCases
    var columns: [(column: Column, cells: CellSource)] = [
      (.rank, .eachInteger { rows[$0].rank }), (.account, .texts(ranking.accounts, order)),
      (.accountName, .names(names, order)),
      (.score, .eachDecimal(decimals: 9) { rows[$0].scoreBillionths }),
      (
        .init("status", .string, LocalizedText("Status")),
        .numbered(statuses.map(\.rawValue)) { statuses.firstIndex(of: rows[$0].status) ?? -1 }
      ), (.reason, .eachText { rows[$0].reason.map { $0(language) } }),
    ]
    for (j, column) in ranking.columns.enumerated() {
      let (value, utility, contribution) = criterionColumns(column.criterion.name)
      columns += [
        (value, .numbers(column.values, order)), (utility, .numbers(column.utilities, order)),
        (contribution, .contributions(ranking.contributions(of: j), order)),
      ]
    }
    var table = ReportTable(
      "ranking",
      LocalizedText(de: "Rangliste", en: "Ranking"),
      columns: columns,
      rowCount: rows.count
    )
    table.accountOfRow = { places[$0] }
    return table
  }

  /// The columns of one criterion.
  private static func criterionColumns(_ name: String) -> (Column, Column, Column) {
    (
      .init("\(name)_value", .number, LocalizedText(de: "\(name): Wert", en: "\(name): value")),
      .init(
        "\(name)_utility",
        .number,
        LocalizedText(de: "\(name): Nutzen", en: "\(name): utility")
      ),
      .init(
        "\(name)_contribution",
        .number,
        LocalizedText(de: "\(name): Beitrag", en: "\(name): contribution")
      )
    )
  }

  /// `shortlist.csv`: the list, and why each account is on it.
  package static func shortlist(
    _ shortlist: Shortlist,
    names: NameColumn,
    robustness: ListRobustness? = nil,
    _ language: Language
  ) -> ReportTable {
    let certainty = Dictionary(
      (robustness?.rows ?? []).map { ($0.account, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    return ReportTable(
      "shortlist",
      LocalizedText(de: "Auswahlliste", en: "Shortlist"),
      columns: shortlistColumns + (shortlist.exact?.limit == nil ? [] : [.effort]),
      rowCount: shortlist.entries.count
    ) { index, cells in
      let entry = shortlist.entries[index]
      cells += [
        .integer(entry.position), .text(entry.id), .text(names[entry.account]), Cell(entry.rank),
        Cell(scoreBillionths: entry.scoreBillionths), Cell(entry.movement?.rawValue),
        .text(entry.reason(language)), Cell(entry.decision?.decidedBy),
        Cell(certainty[entry.account].map { ListRobustness.stability($0.probability) }),
        Cell(certainty[entry.account]?.probability),
      ]
      if let exact = shortlist.exact, exact.limit != nil {
        cells.append(Cell(exact.efforts[entry.account]))
      }
    }
  }

  private static let shortlistColumns: [Column] = [
    .init("position", .integer, LocalizedText(de: "Platz", en: "Position")), .account,
    .accountName, .rank, .score,
    .init("movement", .string, LocalizedText(de: "Bewegung", en: "Movement")), .reason,
    .init("decided_by", .string, LocalizedText(de: "entschieden von", en: "Decided by")),
    .init("stability", .string, LocalizedText(de: "Stabilität", en: "Stability")),
    .init("probability", .number, LocalizedText(de: "Wahrscheinlichkeit", en: "Probability")),
  ]

  /// `review.csv`: what changed against the previous list.
  package static func review(_ shortlist: Shortlist, _ language: Language) -> ReportTable {
    ReportTable(
      "review",
      LocalizedText(de: "Überprüfung", en: "Review"),
      columns: [
        .account, .init("movement", .string, LocalizedText(de: "Bewegung", en: "Movement")), .rank,
        .init("previous_rank", .integer, LocalizedText(de: "voriger Rang", en: "Previous rank")),
        .reason,
      ],
      rowCount: shortlist.reviews.count
    ) { index, cells in
      let row = shortlist.reviews[index]
      cells += [
        .text(row.id), .text(row.movement.rawValue), Cell(row.rank), Cell(row.previousRank),
        .text(row.reason(language)),
      ]
    }
  }
}

extension ReportTable.Column {
  static let effort = Self("effort", .number, LocalizedText(de: "Aufwand", en: "Effort"))
  static let score = Self("score", .number, LocalizedText(de: "Punkte", en: "Score"))
}

extension Cell {
  /// A published score: exact billionths.
  init(scoreBillionths: Int64?) {
    self.init(scoreBillionths.map { Int128($0) }, decimals: 9)
  }
}
