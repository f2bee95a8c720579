// SPDX-License-Identifier: Apache-2.0
import Accounts
import CyclePerformance
import DelimitedText

/// What the files of a proposal are for.
struct ProposedProgramme {
  /// Files with figures, in the order given.
  var sources: [ProposedSource] = []
  /// The customer master.
  var master: ProposedSource?
  /// The table of rates.
  var rates: ProposedRates?
  /// OKR sheets by kind; of several files of check-ins the first.
  var okr: [OKRMapping.FileKind: [ProposedSheet]] = [:]
  /// Files in which no account or nothing about accounts was recognised.
  var unused: [String] = []
  /// The reporting currency.
  var currency = "EUR"
  /// Currencies that need a rate, ascending.
  var foreignCurrencies: [String] = []

  /// Sorts the files by what they look like.
  init(_ files: [FileProfile]) {
    var drafts: [ProposedSource] = []
    let sheets = files.map(ProposedSheet.init)
    for sheet in sheets.compactMap({ $0 }) {
      if sheet.kind == .checkins, okr[.checkins] != nil {
        unused.append(sheet.file)
      } else {
        okr[sheet.kind, default: []].append(sheet)
      }
    }
    let known = Self.linkingIds(files, sheets)
    let padded = LeadingZeros.padded(known)
    for (index, file) in files.enumerated() where sheets[index] == nil {
      let others = known.enumerated().reduce(into: Set<String>()) { ids, entry in
        if entry.offset != index { ids.formUnion(entry.element.map(LeadingZeros.dropped)) }
      }
      if let table = ProposedRates(file) {
        rates = table
      } else if var draft = ProposedSource(file, file: file.file, knownIds: others) {
        draft.dropsZeros = padded.contains(index)
        drafts.append(draft)
        if let other = draft.withoutPeriods { drafts.append(other) }
      } else {
        unused.append(file.file)
      }
    }
    chooseMaster(&drafts)
    if drafts.allSatisfy(\.values.isEmpty) {
      for index in drafts.indices { drafts[index].takeUnnamedValues() }
    }
    if drafts.contains(where: { !$0.values.isEmpty }) {
      unused += drafts.filter(\.saysNothing).map(\.file)
      drafts.removeAll(where: \.saysNothing)
    }
    sources = drafts
    setDealsApart()
    decideCurrency()
  }

  /// Per file the ids by which other files may be linked to it.
  private static func linkingIds(
    _ files: [FileProfile],
    _ sheets: [ProposedSheet?]
  ) -> [Set<String>] {
    zip(files, sheets).map { file, sheet in
      if let sheet, !sheet.namesAccounts { return [] }
      return RoleAssignment(file.columns).account(knownIds: []).map { Set($0.counts.keys) } ?? []
    }
  }

  /// Deals close in the future, where windows of sales must not end.
  private mutating func setDealsApart() {
    let hasSales = sources.contains { !$0.listsDeals && ($0.period != nil || $0.isWide) }
    for index in sources.indices where hasSales && sources[index].listsDeals {
      sources[index].dealPeriod = sources[index].period.take()
    }
  }

  /// The file with parents, else the first without figures; only beside files with figures.
  private mutating func chooseMaster(_ drafts: inout [ProposedSource]) {
    let hasFigures = drafts.contains { !$0.values.isEmpty }
    let candidates = drafts.indices.filter { drafts[$0].looksLikeMaster }
    guard hasFigures,
      let chosen = candidates.first(where: { drafts[$0].parent != nil }) ?? candidates.first
    else { return }
    master = drafts[chosen]
    if drafts[chosen].values.isEmpty { drafts.remove(at: chosen) }
  }

  /// The currency that rates lead to; else the euro where it occurs or a file names no currency, or
  /// the most frequent one.
  private mutating func decideCurrency() {
    var counts: [String: Int] = [:]
    for source in sources {
      for (code, count) in source.currency?.counts ?? [:] where CurrencyCode.isValid(code) {
        counts[code, default: 0] += count
      }
      if let code = source.constantCurrency { counts[code, default: 0] += source.profile.rows }
    }
    let isUnsaid = sources.contains { source in
      source.currency == nil && source.constantCurrency == nil && !source.values.isEmpty
    }
    let frequent = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    if !isUnsaid, counts["EUR"] == nil, let frequent { currency = frequent }
    if let base = rates?.base(of: Set(counts.keys)) { currency = base }
    foreignCurrencies = counts.keys.filter { $0 != currency }.sorted()
  }
}
