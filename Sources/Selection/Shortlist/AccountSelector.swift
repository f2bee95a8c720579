// SPDX-License-Identifier: Apache-2.0
public import Accounts

/// Carries out a plan: ranks, applies decisions and cuts the list.
///
/// ```swift
/// let selector = try AccountSelector(SelectionPlan(criteria: criteria, size: 10))
/// let outcome = selector.outcome(for: input)
/// ```
public struct AccountSelector: Sendable {
  private let ranker: Ranker
  private let rule: ShortlistRule
  private let day: CalendarDate?
  private let previous: PreviousSelection

  /// Prepares the selection by `plan`.
  ///
  /// - Parameters:
  ///   - plan: what the programme says about choosing accounts.
  ///   - day: the day on which decisions must hold; nil lets all of them hold.
  ///   - previous: what earlier lists know.
  /// - Throws: ``SelectionError`` where no data could make sense of the plan.
  public init(
    _ plan: SelectionPlan,
    on day: CalendarDate? = nil,
    previous: PreviousSelection = PreviousSelection()
  ) throws(SelectionError) {
    ranker = try Ranker(plan)
    try plan.shortlist.validate()
    rule = plan.shortlist
    self.day = day
    self.previous = previous
  }

  /// The ranking and the shortlist of the accounts.
  ///
  /// - Complexity: O(criteria * n log n)
  public func outcome(for input: SelectionInput) -> SelectionOutcome {
    let decisions = ActiveDecisions(rule.decisions, accounts: input.accounts, on: day)
    var ranking = ranker.ranking(of: input, excluded: decisions.excluded)
    let (shortlist, marks) = list(ranking, decisions, input)
    // Nobody else holds the rows any more, so marking them copies none.
    for mark in marks {
      if mark.isListed { ranking.rows[mark.row].status = .shortlisted }
      ranking.rows[mark.row].reason = mark.reason
    }
    return SelectionOutcome(ranking: ranking, shortlist: shortlist)
  }

  private func list(
    _ ranking: Ranking,
    _ decisions: ActiveDecisions,
    _ input: SelectionInput
  ) -> (Shortlist, [ShortlistBuilder.Mark]) {
    let choice = rule.choice(from: ranking, decisions, input)
    let builder = ShortlistBuilder(ranking, rule, decisions, choice, previous: previous)
    return (builder.shortlist(), builder.marks())
  }

  /// Whether an account is on the list for `input`, without building reasons and reviews.
  func lists(_ account: Int, for input: SelectionInput) -> Bool {
    let decisions = ActiveDecisions(rule.decisions, accounts: input.accounts, on: day)
    let ranking = ranker.ranking(of: input, excluded: decisions.excluded)
    let chosen =
      rule.isExact
      ? ExactChooser(ranking, rule, decisions, input).chosen()
      : rule.chosenAccounts(from: ranking, decisions: decisions)
    return chosen.contains(account)
  }
}
