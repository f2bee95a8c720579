// SPDX-License-Identifier: Apache-2.0
import Accounts

/// Who may be on an exact list, what each account adds and takes, and which quotas count it.
struct CandidateTable {
  private let ranking: Ranking
  private let rule: ShortlistRule
  private let input: SelectionInput
  /// The bounds' quotas and texts, in the order of the problem's bounds.
  private let bounded: [(quota: QuotaRule, index: Int, text: String)]
  /// Per account what it adds and takes, nil where it cannot be chosen.
  let candidates: [ListProblem.Candidate?]
  /// What is added to every score so that none is below 0, in billionths.
  let lift: Int64
  /// The problem to be solved.
  let problem: ListProblem
  /// What is to be said about efforts, scores and texts.
  let findings: [Finding]

  init(
    _ ranking: Ranking,
    _ rule: ShortlistRule,
    _ decisions: ActiveDecisions,
    _ input: SelectionInput
  ) {
    self.ranking = ranking
    self.rule = rule
    self.input = input
    lift = Self.lift(lowest: ranking.rows.lazy.compactMap(\.scoreBillionths).min() ?? 0)
    let included = decisions.byAccount.filter { $1.verdict == .include }.keys.sorted()
    var categories = Categories(input, quotas: rule.quotas.count)
    var reader = EffortReader(input, isNeeded: rule.capacity != nil)
    var candidates = [ListProblem.Candidate?](repeating: nil, count: ranking.accounts.count)
    let isForced = Set(included)
    // An account that is taken without a known effort still brings its score.
    var withoutEffort: [Int: Int64] = [:]
    for row in ranking.rows where row.rank != nil {
      let value = Self.value(row.scoreBillionths ?? 0, lift: lift)
      guard let effort = reader.effort(of: row.account) else {
        if isForced.contains(row.account) { withoutEffort[row.account] = value }
        continue
      }
      candidates[row.account] = ListProblem.Candidate(
        account: row.account,
        value: value,
        effort: effort,
        category: categories.category(of: row.account)
      )
    }
    let forced = included.map { account in
      candidates[account]
        ?? ListProblem.Candidate(
          account: account,
          value: withoutEffort[account] ?? 0,
          effort: reader.effortOfForced(account),
          category: categories.category(of: account)
        )
    }
    self.candidates = candidates
    let texts = categories.texts(under: rule.quotas)
    bounded = texts.map { ($0.quota, $0.index, $0.text) }
    problem = ListProblem(
      candidates: candidates.compactMap { $0 }.filter { !isForced.contains($0.account) }
        .sorted(by: ListProblem.isAhead),
      forced: forced,
      limit: rule.capacity.map { EffortQuantum.quanta($0.limit) },
      seats: rule.capacity != nil && rule.isSizeAssumed ? nil : rule.size,
      bounds: texts.map {
        ListProblem.Bound(
          categories: $0.categories,
          atLeast: $0.quota.atLeast ?? 0,
          atMost: $0.quota.atMost ?? .max
        )
      }
    )
    let advice = lift > 0 && rule.capacity != nil ? [ExactFindings.lifted(lift)] : []
    findings =
      reader.findings(names: ranking.accounts) + advice
      + Self.textFindings(problem, rule.quotas, input)
  }

  /// Who has no text under a quota.
  private static func textFindings(
    _ problem: ListProblem,
    _ quotas: [QuotaRule],
    _ input: SelectionInput
  ) -> [Finding] {
    quotas.enumerated().compactMap { index, quota in
      let without = problem.candidates.map(\.account)
        .filter { input.text(of: $0, quota: index) == nil }
      guard !without.isEmpty else { return nil }
      let ids = without.sorted().map { input.accounts[$0] }
      return ExactFindings.withoutText(quota.attribute, ids)
    }
  }

  /// What is added to scores of which this is the lowest.
  static func lift(lowest: Int64) -> Int64 { lowest < 0 ? Int64(clamping: -Int128(lowest)) : 0 }

  /// A member without a score of its own counts its lifted score at most so far that sums stay exact.
  static func value(_ score: Int64, lift: Int64) -> Int64 {
    min(Int64(clamping: Int128(score) + Int128(lift)), 1 << 60)
  }

  /// Whether an account could compete for a seat.
  func isSelectable(_ account: Int) -> Bool { candidates[account] != nil }

  // MARK: Results

  /// The sum of the published scores, in billionths.
  func score(of accounts: [Int]) -> Int64 {
    let places = ranking.rowOfAccount
    return Int64(
      clamping: accounts.reduce(Int128(0)) {
        $0 + Int128(ranking.rows[places[$1]].scoreBillionths ?? 0)
      }
    )
  }

  /// The efforts of the members, as far as they are known.
  func efforts(of accounts: [Int]) -> [Int: Double] {
    guard rule.capacity != nil else { return [:] }
    let known = accounts.compactMap { account in
      input.effort(of: account).map { (account, $0) }
    }
    return Dictionary(uniqueKeysWithValues: known)
  }

  /// How many members share each bounded text; texts without a member only where some are wanted.
  func quotaUses(of accounts: [Int]) -> [ExactSelection.QuotaUse] {
    let counts = rule.quotas.indices.map { index in
      Dictionary(grouping: accounts.compactMap { input.text(of: $0, quota: index) }) { $0 }
        .mapValues(\.count)
    }
    return bounded.compactMap { quota, index, text in
      let count = counts[index][text] ?? 0
      guard count > 0 || quota.atLeast ?? 0 > 0 else { return nil }
      return ExactSelection.QuotaUse(
        attribute: quota.attribute,
        text: text,
        count: count,
        atLeast: quota.atLeast,
        atMost: quota.atMost
      )
    }
  }

  /// A rule of the problem in words, with what stands against it.
  func text(of rule: ListProblem.Rule) -> LocalizedText {
    switch rule {
    case .limit:
      return ExactFindings.limit(self.rule.capacity?.limit ?? 0, forced: problem.forcedEffort)
    case .seats:
      return ExactFindings.seats(problem.seats ?? 0, forced: problem.forced.count)
    case .atLeast(let index):
      let bound = problem.bounds[index]
      let count = (problem.candidates + problem.forced).count {
        bound.categories.contains($0.category)
      }
      return ExactFindings.quota("at_least", bound.atLeast, place(index), selectable: count)
    case .atMost(let index):
      let bound = problem.bounds[index]
      let count = problem.forced.count { bound.categories.contains($0.category) }
      return ExactFindings.quota("at_most", bound.atMost, place(index), forced: count)
    }
  }

  private func place(_ index: Int) -> String {
    "\(bounded[index].quota.attribute) = '\(bounded[index].text)'"
  }
}

/// Accounts with the same texts under all quotas.
private struct Categories {
  private let input: SelectionInput
  private let quotas: Int
  private var places: [[String?]: Int] = [:]
  private var all: [[String?]] = []

  init(_ input: SelectionInput, quotas: Int) {
    self.input = input
    self.quotas = quotas
  }

  mutating func category(of account: Int) -> Int {
    let key = (0..<quotas).map { input.text(of: account, quota: $0) }
    if let place = places[key] { return place }
    places[key] = all.count
    all.append(key)
    return all.count - 1
  }

  /// Every quota with each text that some account has and the categories that have it, texts
  /// ascending.
  func texts(
    under quotas: [QuotaRule]
  ) -> [(quota: QuotaRule, index: Int, text: String, categories: Set<Int>)] {
    quotas.enumerated().flatMap { index, quota in
      var categories: [String: Set<Int>] = [:]
      for (category, key) in all.enumerated() {
        if let text = key[index] { categories[text, default: []].insert(category) }
      }
      return categories.sorted { $0.key.isBytewiseLess(than: $1.key) }
        .map { (quota, index, $0.key, $0.value) }
    }
  }
}

/// Efforts in quanta, noting what cannot be used.
private struct EffortReader {
  private let input: SelectionInput
  private let isNeeded: Bool
  private var missing: [Int] = []
  private var negative: [Int] = []
  private var unknownForced: [Int] = []

  init(_ input: SelectionInput, isNeeded: Bool) {
    self.input = input
    self.isNeeded = isNeeded
  }

  /// The effort of an account, nil where it cannot be chosen without one.
  mutating func effort(of account: Int) -> Int64? {
    guard isNeeded else { return 0 }
    guard let effort = input.effort(of: account) else {
      missing.append(account)
      return nil
    }
    guard effort >= 0 else {
      negative.append(account)
      return nil
    }
    return EffortQuantum.quanta(effort)
  }

  /// The effort of an account that is taken anyway; 0 where nobody knows it.
  mutating func effortOfForced(_ account: Int) -> Int64 {
    guard isNeeded else { return 0 }
    if let effort = input.effort(of: account), effort >= 0 { return EffortQuantum.quanta(effort) }
    unknownForced.append(account)
    return 0
  }

  func findings(names: [String]) -> [Finding] {
    let forced = Set(unknownForced)
    let ids = { (accounts: [Int]) in accounts.sorted().map { names[$0] } }
    return ExactFindings.unusable(
      missing: ids(missing.filter { !forced.contains($0) }),
      negative: ids(negative.filter { !forced.contains($0) }),
      forced: ids(unknownForced)
    )
  }
}
