// SPDX-License-Identifier: Apache-2.0
package import Accounts
import DelimitedText
package import Selection

extension ReportTable {
  /// `membership.csv`: who belongs to the best whatever the missing values are (`necessary`), and who
  /// only for some of them (`possible`), by place in the ranking.
  package static func membership(
    _ membership: Ranking.Membership,
    of ranking: Ranking,
    names: NameColumn
  ) -> ReportTable {
    let rows = ranking.rows.filter { membership.possible.contains($0.account) }
    return ReportTable(
      "membership",
      LocalizedText(de: "Mögliche und sichere Mitglieder", en: "Possible and necessary members"),
      columns: [
        .account, .accountName, .rank, .score,
        .init("score_low", .number, LocalizedText(de: "Punkte ab", en: "Score from")),
        .init("score_high", .number, LocalizedText(de: "Punkte bis", en: "Score to")),
        .init("membership", .string, LocalizedText(de: "Mitglied", en: "Membership")),
      ],
      rowCount: rows.count
    ) { index, cells in
      let row = rows[index]
      let isNecessary = membership.necessary.contains(row.account)
      cells += [
        .text(ranking.accounts[row.account]), .text(names[row.account]), Cell(row.rank),
        Cell(scoreBillionths: row.scoreBillionths),
        Cell(scoreBillionths: row.scoreRange?.lowerBound ?? row.scoreBillionths),
        Cell(scoreBillionths: row.scoreRange?.upperBound ?? row.scoreBillionths),
        .text(isNecessary ? "necessary" : "possible"),
      ]
    }
  }
}
