// SPDX-License-Identifier: Apache-2.0
import Accounts

extension SelectionOutcome {
  /// The same outcome among more accounts, so that programmes over different data can be held side
  /// by side; the added ones have no rank.
  ///
  /// - Parameters:
  ///   - accounts: ids ascending by UTF-8 bytes, those of this outcome among them.
  ///   - places: per account of this outcome its index in `accounts`.
  /// - Returns: the outcome with indices into `accounts`.
  package func spread(over accounts: [String], places: [Int]) -> SelectionOutcome {
    var result = self
    result.ranking.accounts = accounts
    var isKnown = [Bool](repeating: false, count: accounts.count)
    for place in places { isKnown[place] = true }
    for row in result.ranking.rows.indices {
      result.ranking.rows[row].account = places[ranking.rows[row].account]
    }
    result.ranking.rows += accounts.indices.filter { !isKnown[$0] }.map {
      Ranking.Row(account: $0, status: .incomplete, reason: Self.unknown)
    }
    let spread = { (figures: NumberColumn) in figures.spread(over: places, of: accounts.count) }
    result.ranking.columns = ranking.columns.map { column in
      Ranking.Column(
        criterion: column.criterion,
        values: spread(column.values),
        utilities: spread(column.utilities)
      )
    }
    result.ranking.pieces = ranking.pieces.spread(over: places, of: accounts.count)
    for entry in result.shortlist.entries.indices {
      result.shortlist.entries[entry].account = places[shortlist.entries[entry].account]
    }
    return result
  }

  private static let unknown = LocalizedText(
    de: "nicht in den Daten dieses Programms",
    en: "not in the data of this programme"
  )
}
