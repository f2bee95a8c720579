// SPDX-License-Identifier: Apache-2.0
import Accounts

extension ShortlistRule {
  /// Refuses sizes and limits that cannot work.
  func validate() throws(SelectionError) {
    guard size >= 1 else {
      throw .badShortlist(name: "size", value: size, expected: ">= 1")
    }
    if let enter, !(0...size).contains(enter) {
      throw .badShortlist(name: "enter", value: enter, expected: "0...\(size)")
    }
    if let stay, stay < size {
      throw .badShortlist(name: "stay", value: stay, expected: ">= \(size)")
    }
  }

  /// The accounts on the list, by index.
  ///
  /// *Definition* Decisions come first: excluded accounts are out, included ones take a seat.
  /// Without a previous list the best ranked take the other seats. With one (hysteresis): members
  /// with a rank up to the stay limit stay; others with a rank up to the entry limit enter; if that
  /// is too many, the lowest ranked members beyond the size leave, then the lowest ranked newcomers;
  /// free seats go to the best ranked. Within a rank the id decides.
  func chosenAccounts(from ranking: Ranking, decisions: ActiveDecisions) -> Set<Int> {
    let included = decisions.byAccount.filter { $1.verdict == .include }.keys
    var chosen = Set(included)
    let taken = chosen
    let seats = max(0, size - chosen.count)
    // Rows are many and the list is short: nothing is copied that stands behind its end.
    let best = ranking.rows.lazy.prefix { $0.rank != nil }
      .filter { !taken.contains($0.account) }
    guard let incumbents else { return chosen.union(best.prefix(seats).map(\.account)) }
    let candidates = Array(best)
    let members = Set(incumbents)
    var staying: [Ranking.Row] = []
    var entering: [Ranking.Row] = []
    for row in candidates {
      let isMember = members.contains(ranking.accounts[row.account])
      let rank = row.rank ?? .max
      if isMember, rank <= stay ?? size { staying.append(row) }
      if !isMember, rank <= enter ?? size { entering.append(row) }
    }
    while staying.count + entering.count > seats, let last = staying.last,
      last.rank ?? .max > size
    {
      staying.removeLast()
    }
    let kept = (staying + entering).sorted { ranking.isAhead($0, $1) }.prefix(seats)
    chosen.formUnion(kept.map(\.account))
    for row in candidates where chosen.count < included.count + seats {
      chosen.insert(row.account)
    }
    return chosen
  }
}

extension Ranking {
  /// Whether a row stands before another: by rank, then by id.
  func isAhead(_ a: Row, _ b: Row) -> Bool {
    (a.rank ?? .max, a.account) < (b.rank ?? .max, b.account)
  }
}
