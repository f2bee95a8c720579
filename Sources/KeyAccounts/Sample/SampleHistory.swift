// SPDX-License-Identifier: Apache-2.0

/// What earlier selections left behind: two runs before the OKR cycles, last year's list and the
/// decisions of the committee.
struct SampleHistory {
  private let portfolio: SamplePortfolio

  /// Looks back on `portfolio`.
  init(_ portfolio: SamplePortfolio) {
    self.portfolio = portfolio
  }

  /// The runs, the list and the decisions.
  var files: [SampleFile] {
    let december = SampleRanking(portfolio, lastMonth: 23)
    let june = SampleRanking(portfolio, lastMonth: 29)
    return run(december, "2024-12", "2024-12-31") + run(june, "2025-06", "2025-06-30")
      + [lastYear(december), decisions]
  }

  private func run(_ ranking: SampleRanking, _ name: String, _ day: String) -> [SampleFile] {
    let json = """
      {
        "run": "\(name)",
        "data_as_of": "\(day)",
        "programme": "KAM Europa"
      }

      """
    return [
      SampleFile(path: "runs/\(name)/run.json", text: json),
      SampleFile(path: "runs/\(name)/ranking.csv", text: ranking.text),
    ]
  }

  /// The first nine of the ranking at the end of 2024; the tenth came by the decision that has
  /// expired since.
  private func lastYear(_ ranking: SampleRanking) -> SampleFile {
    let exception = portfolio.headNumbers[9]
    let rows = ranking.ranked.enumerated().compactMap { index, entry in
      index < 9 || entry.account == exception ? "\(entry.account),\(index + 1)" : nil
    }
    return SampleFile(
      path: "lists/2024.csv",
      text: (["account,rank"] + rows).map { $0 + "\n" }.joined()
    )
  }

  private var decisions: SampleFile {
    let heads = portfolio.headNumbers
    let rows = [
      [
        heads[18], "include", "Entwicklungspartner Medizintechnik, Pilotwerk 2026", "KAM-Beirat",
        "international", "2025-11-20", "2026-12-31",
      ],
      [
        heads[8], "exclude", "Restrukturierung des Kunden", "Geschäftsleitung", "global",
        "2025-10-06", "2026-06-30",
      ],
      [
        heads[9], "include", "Ausschreibung Kartonagen", "Vertriebsleitung Nord", "regional",
        "2024-02-15", "2024-12-31",
      ],
    ]
    let lines =
      ["account,decision,reason,decided_by,level,date,valid_until"]
      + rows.map { SampleField.line($0, separator: ",") }
    return SampleFile(
      path: "lists/decisions.csv",
      text: lines.map { $0 + "\n" }.joined()
    )
  }
}
