// SPDX-License-Identifier: Apache-2.0
import Accounts

/// Turns the chosen accounts into the list, its review and its findings.
struct ShortlistBuilder {
  let ranking: Ranking
  let rule: ShortlistRule
  let decisions: ActiveDecisions
  let previous: PreviousSelection
  let choice: ListChoice
  var chosen: Set<Int> { choice.accounts }
  private let places: [Int]

  init(
    _ ranking: Ranking,
    _ rule: ShortlistRule,
    _ decisions: ActiveDecisions,
    _ choice: ListChoice,
    previous: PreviousSelection
  ) {
    self.ranking = ranking
    self.rule = rule
    self.decisions = decisions
    self.previous = previous
    self.choice = choice
    places = ranking.rowOfAccount
  }

  func shortlist() -> Shortlist {
    let rows = chosen.map { ranking.rows[places[$0]] }.sorted { ranking.isAhead($0, $1) }
    return Shortlist(
      entries: rows.enumerated().map { entry($1, position: $0 + 1) },
      reviews: reviews(),
      priceOfStabilityBillionths: rule.isExact ? 0 : priceOfStability(rows),
      exact: choice.exact,
      findings: decisions.findings + choice.findings + goneFindings()
        + (rule.isExact ? [] : sizeFindings(rows.count) + tieFindings() + intervalFindings())
    )
  }

  /// What is to be said of a row of the ranking.
  struct Mark {
    var row: Int
    var isListed: Bool
    var reason: LocalizedText?
  }

  /// The rows of the listed accounts and of those that a limit keeps off, with what is to be said.
  func marks() -> [Mark] {
    let listed = chosen.map { account in
      let row = places[account]
      let earlier = ranking.rows[row].reason
      guard let decision = decisions.byAccount[account] else {
        return Mark(row: row, isListed: true, reason: earlier)
      }
      let reason = ActiveDecisions.reason(decision)
      let both = earlier.map {
        LocalizedText(
          de: "\(reason.german); \($0.german)",
          en: "\(reason.english); \($0.english)"
        )
      }
      return Mark(row: row, isListed: true, reason: both ?? reason)
    }
    let leftOut = (choice.exact?.alternatives ?? []).map { alternative in
      let row = places[alternative.account]
      return Mark(row: row, isListed: false, reason: ExactReasons.leftOut(alternative))
    }
    return listed + leftOut
  }

  private func entry(_ row: Ranking.Row, position: Int) -> Shortlist.Entry {
    let id = ranking.accounts[row.account]
    let decision = decisions.byAccount[row.account]
    return Shortlist.Entry(
      position: position,
      account: row.account,
      id: id,
      rank: row.rank,
      scoreBillionths: row.scoreBillionths,
      movement: movement(of: id),
      reason: decision.map(ActiveDecisions.reason) ?? reason(row, id),
      decision: decision
    )
  }

  private func movement(of id: String) -> Shortlist.Movement? {
    guard let incumbents = rule.incumbents else { return nil }
    if incumbents.contains(id) { return .stays }
    return previous.everListed.contains(id) ? .returns : .new
  }

  private func reason(_ row: Ranking.Row, _ id: String) -> LocalizedText {
    let rank = row.rank ?? 0
    if let exact = choice.exact { return ExactReasons.chosen(row, exact) }
    guard let incumbents = rule.incumbents else {
      return LocalizedText(
        de: "Rang \(rank), Listengröße \(rule.size)",
        en: "rank \(rank), list size \(rule.size)"
      )
    }
    if incumbents.contains(id), rank > rule.size, rank <= rule.stay ?? rule.size {
      return LocalizedText(
        de: "Rang \(rank), bleibt bis Rang \(rule.stay ?? rule.size)",
        en: "rank \(rank), stays up to rank \(rule.stay ?? rule.size)"
      )
    }
    if incumbents.contains(id) {
      return LocalizedText(
        de: "Rang \(rank), schon auf der Liste",
        en: "rank \(rank), already on the list"
      )
    }
    if rank <= rule.enter ?? rule.size {
      return LocalizedText(
        de: "Rang \(rank), Eintritt bis Rang \(rule.enter ?? rule.size)",
        en: "rank \(rank), enters up to rank \(rule.enter ?? rule.size)"
      )
    }
    return LocalizedText(
      de: "Rang \(rank), füllt einen freien Platz",
      en: "rank \(rank), fills a free seat"
    )
  }

  /// Sums without overflow: scores are cut to 64 bits, so few could exceed it together.
  private func priceOfStability(_ rows: [Ranking.Row]) -> Int64 {
    let best = ranking.rows.prefix(rows.count).reduce(Int128(0)) {
      $0 + Int128($1.scoreBillionths ?? 0)
    }
    let listed = rows.reduce(Int128(0)) { $0 + Int128($1.scoreBillionths ?? 0) }
    return Int64(clamping: best - listed)
  }
}

extension ShortlistBuilder {
  /// One line per account of either list, ascending by id.
  private func reviews() -> [Shortlist.Review] {
    guard let incumbents = rule.incumbents else { return [] }
    let listed = Set(chosen.map { ranking.accounts[$0] })
    let rows = Dictionary(
      ranking.rows.map { (ranking.accounts[$0.account], $0) },
      uniquingKeysWith: { a, _ in a }
    )
    let members = Set(incumbents)
    return listed.union(members).sorted { $0.isBytewiseLess(than: $1) }.map { id in
      review(id, row: rows[id], isListed: listed.contains(id), wasListed: members.contains(id))
    }
  }

  private func review(
    _ id: String,
    row: Ranking.Row?,
    isListed: Bool,
    wasListed: Bool
  ) -> Shortlist.Review {
    let movement: Shortlist.ReviewMovement
    switch (isListed, wasListed) {
    case (false, _): movement = .leave
    case (true, false): movement = .enter
    case (true, true):
      movement = rule.isExact || row?.rank ?? .max <= rule.size ? .stay : .watch
    }
    return Shortlist.Review(
      id: id,
      movement: movement,
      rank: row?.rank,
      previousRank: previous.ranks[id],
      reason: reviewReason(id, row, isListed: isListed)
    )
  }

  private func reviewReason(
    _ id: String,
    _ row: Ranking.Row?,
    isListed: Bool
  ) -> LocalizedText {
    guard let row else {
      return LocalizedText(de: "keine Daten", en: "no data")
    }
    if let decision = decisions.byAccount[row.account] { return ActiveDecisions.reason(decision) }
    if isListed { return reason(row, id) }
    guard let rank = row.rank else {
      return row.reason ?? LocalizedText(de: "ohne Rang", en: "without rank")
    }
    if rule.isExact { return ExactReasons.outside(rank) }
    let limit = rule.stay ?? rule.size
    return rank > limit
      ? LocalizedText(
        de: "Rang \(rank), bleibt nur bis Rang \(limit)",
        en: "rank \(rank), stays up to \(limit)"
      )
      : LocalizedText(
        de: "Rang \(rank), Platz geht an besser gereihte",
        en: "rank \(rank), the seat goes to a better rank"
      )
  }

  private func sizeFindings(_ count: Int) -> [Finding] {
    if count > rule.size {
      return [
        Finding(
          .warning,
          "K-S024",
          field: "shortlist.size",
          found: String(count),
          message: LocalizedText(
            de: "Entscheidungen nehmen mehr Kunden auf, als die Liste Plätze hat (\(rule.size))",
            en: "decisions include more accounts than the list has seats (\(rule.size))"
          )
        )
      ]
    }
    guard count < rule.size else { return [] }
    return [
      Finding(
        .info,
        "K-S026",
        field: "shortlist.size",
        found: String(count),
        message: LocalizedText(
          de: "nur \(count) Kunden sind gereiht; die Liste hat \(rule.size) Plätze",
          en: "only \(count) accounts are ranked; the list has \(rule.size) seats"
        )
      )
    ]
  }

  /// Who was left out although somebody of the same rank is in, and no decision explains it.
  private func tieFindings() -> [Finding] {
    let isFree = { (row: Ranking.Row) in
      row.rank != nil && decisions.byAccount[row.account] == nil
    }
    guard let last = chosen.map({ places[$0] }).filter({ isFree(ranking.rows[$0]) }).max()
    else { return [] }
    let lastIn = ranking.rows[last]
    let start = ranking.rows[..<last].lastIndex { $0.rank != lastIn.rank }.map { $0 + 1 } ?? 0
    let tied = ranking.rows[start...].prefix { $0.rank == lastIn.rank }.filter(isFree)
    let members = Set(rule.incumbents ?? [])
    let left = tied.filter { !chosen.contains($0.account) }
    guard !left.isEmpty, !members.contains(ranking.accounts[lastIn.account]) else { return [] }
    let names = tied.map { "'\(ranking.accounts[$0.account])'" }
    let shown =
      names.prefix(10).joined(separator: ", ") + (names.count > 10 ? ", ..." : "")
    return [
      Finding(
        .warning,
        "K-S020",
        field: "shortlist.size",
        found: String(tied.count),
        message: LocalizedText(
          de: "Gleichstand am Schnitt auf Rang \(lastIn.rank ?? 0): \(shown); die Reihenfolge der"
            + " Kundennummern entscheidet",
          en: "tie at the cut on rank \(lastIn.rank ?? 0): \(shown); the order of the account ids"
            + " decides"
        )
      )
    ]
  }

  private func goneFindings() -> [Finding] {
    guard let incumbents = rule.incumbents, !incumbents.isEmpty else { return [] }
    let gone = Set(incumbents).subtracting(ranking.accounts)
    return gone.sorted { $0.isBytewiseLess(than: $1) }.map { id in
      Finding(
        .warning,
        "K-S025",
        field: "incumbents",
        found: id,
        message: LocalizedText(
          de: "der Kunde stand auf der vorigen Liste und fehlt in den Daten",
          en: "the account was on the previous list and is not in the data"
        )
      )
    }
  }
}
