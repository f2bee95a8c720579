// SPDX-License-Identifier: Apache-2.0

/// What a column of an export means to a programme.
enum ColumnRole: String, CaseIterable {
  case account, name, parent, parentName
  case vat, postcode, country, region, segment, system
  case period, validFrom, validTo, currency, rate
  case revenue, priorRevenue, orderIntake, pipeline, cost, margin, potential, share, growth
  case countries, sites

  /// Roles whose column is money that a programme may sum.
  static let money: [ColumnRole] = [
    .revenue, .priorRevenue, .orderIntake, .pipeline, .cost, .margin, .potential,
  ]

  /// Roles whose numbers say how far an account reaches.
  static let reach: [ColumnRole] = [.countries, .sites]

  /// Roles whose texts describe an account.
  static let attributes: [ColumnRole] = [.country, .region, .segment, .vat, .postcode]

  /// The name of the value or attribute in the programme.
  var programmeName: String {
    switch self {
    case .orderIntake: "order_intake"
    case .priorRevenue: "revenue_prior_year"
    default: rawValue
    }
  }

  /// The role that a header names and how well its word fits; nil for an unknown header.
  ///
  /// A whole header goes before one that only ends in a known word, as in `Jahresumsatz` or
  /// `Potential Currency`; among whole headers the more specific word goes first.
  static func match(_ header: String) -> (role: ColumnRole, fit: Int)? {
    let words = HeaderWords(header)
    guard !words.compact.isEmpty else { return nil }
    if let known = HeaderWords.roles[words.compact] { return known }
    if let (rest, qualifier) = words.qualified, let plain = match(compact: rest),
      plain.role.isFigure
    {
      return plain.role.match(qualifier, fit: plain.fit)
    }
    return match(compact: words.compact)
  }

  private static func match(compact: String) -> (role: ColumnRole, fit: Int)? {
    if let known = HeaderWords.roles[compact] { return known }
    let endings = HeaderWords.endings.filter { compact.hasSuffix($0.word) }
    guard let longest = endings.max(by: { $0.word.utf8.count < $1.word.utf8.count }),
      let known = HeaderWords.roles[longest.word]
    else { return nil }
    return (known.role, known.fit + 100)
  }

  private var isFigure: Bool { Self.money.contains(self) || self == .growth }

  /// What a figure of that year is: of the prior year only revenue has a use, and a plan is taken
  /// for what happened only where nothing else is there.
  private func match(_ qualifier: HeaderQualifier, fit: Int) -> (role: ColumnRole, fit: Int)? {
    switch (self, qualifier) {
    case (.growth, _), (_, .current): (self, fit + 50)
    case (.revenue, .prior): (.priorRevenue, fit)
    case (_, .prior): nil
    case (_, .planned): (self, fit + 200)
    }
  }
}
