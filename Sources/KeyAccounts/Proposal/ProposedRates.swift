// SPDX-License-Identifier: Apache-2.0
import Accounts

/// How a table of exchange rates would be read.
struct ProposedRates {
  /// The path as the programme will write it.
  let file: String
  private let currency: ColumnProfile
  private let rate: ColumnProfile
  private let period: ColumnProfile?
  /// Whether a rate holds until the next one begins, as dates with gaps between them suggest.
  let holdsOn: Bool

  /// Recognises a table of currencies and rates without accounts; nil for any other file.
  init?(_ profile: FileProfile) {
    let roles = RoleAssignment(profile.columns)
    guard roles.best(.account) == nil, let currency = roles.best(.currency),
      let rate = roles.best(.rate) ?? profile.columns.first(where: { Self.namesRate($0.header) }),
      rate.kind.isNumeric
    else { return nil }
    file = profile.file
    (self.currency, self.rate) = (currency, rate)
    let start = roles.best(.validFrom).flatMap { $0.kind.isTime ? $0 : nil }
    period = start ?? roles.best(.period).flatMap { $0.kind.isTime ? $0 : nil }
    holdsOn = start != nil || period.map(Self.hasGaps) ?? false
  }

  /// Keys of the programme for columns that are not called as it calls them.
  var keys: [(key: String, column: ColumnProfile)] {
    var keys: [(key: String, column: ColumnProfile)] = []
    if !RateMapping.currencyHeaders.contains(currency.header) {
      keys.append(("currency", currency))
    }
    if !RateMapping.rateHeaders.contains(rate.header) { keys.append(("rate", rate)) }
    guard let period else { return keys }
    if holdsOn {
      keys.append(("valid_from", period))
    } else if !RateMapping.periodHeaders.contains(period.header) {
      keys.append(("period", period))
    }
    return keys
  }

  /// The currency that rates lead to: the one that the header names, else the only one of `codes`
  /// that needs no rate.
  func base(of codes: Set<String>) -> String? {
    if let named = HeaderCurrency.code(in: rate.header) { return named }
    let unrated = codes.subtracting(currency.counts.keys.map { $0.uppercased() })
    return unrated.count == 1 ? unrated.first : nil
  }

  private static func namesRate(_ header: String) -> Bool {
    HeaderWords.folded(header).split(separator: " ").contains { word in
      ["rate", "kurs"].contains(word) || word.hasSuffix("kurs")
    }
  }

  /// Whether there are fewer dates than months between the first and the last.
  private static func hasGaps(_ period: ColumnProfile) -> Bool {
    guard let first = period.minimum.flatMap(month), let last = period.maximum.flatMap(month)
    else { return false }
    return period.counts.count < last - first + 1
  }

  /// A month counted from the year 0, of a text such as `2026-01` or `2026-01-31`.
  private static func month(_ text: String) -> Int? {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return parts.count >= 2 ? parts[0] * 12 + parts[1] : nil
  }
}
