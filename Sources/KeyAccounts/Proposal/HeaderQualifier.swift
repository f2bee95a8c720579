// SPDX-License-Identifier: Apache-2.0

/// What a header says of its figure beside naming it: which year, and whether it is a plan.
///
/// `Umsatz lfd. Jahr`, `Revenue YTD` and `Umsatz Ist` are this year's, `Umsatz Vorjahr` and
/// `Vorjahresumsatz` the last one's, `Planumsatz` and `Umsatz Budget` have not happened.
enum HeaderQualifier {
  case current, prior, planned

  /// The words of a header without those that qualify it, joined; nil where none does.
  ///
  /// Of several qualifiers a plan counts most and the present year least.
  static func split(_ words: [String]) -> (compact: String, qualifier: HeaderQualifier)? {
    var rest = words
    var found: Set<HeaderQualifier> = []
    while let step = takeOne(&rest) { found.insert(step) }
    guard !found.isEmpty, !rest.isEmpty else { return nil }
    let qualifier = [planned, prior].first(where: found.contains) ?? .current
    return (rest.joined(), qualifier)
  }

  /// Takes one qualifier off the start or the end.
  private static func takeOne(_ words: inout [String]) -> HeaderQualifier? {
    while words.count > 1, let last = words.last, fillers.contains(last) { words.removeLast() }
    for (phrase, qualifier) in phrases where words.count > phrase.count {
      if words.suffix(phrase.count).elementsEqual(phrase) {
        words.removeLast(phrase.count)
        return qualifier
      }
      if words.starts(with: phrase) {
        words.removeFirst(phrase.count)
        return qualifier
      }
    }
    guard let first = words.first else { return nil }
    for (prefix, qualifier) in prefixes where first.hasPrefix(prefix) && first != prefix {
      words[0] = String(first.dropFirst(prefix.count))
      return qualifier
    }
    return nil
  }

  /// Words between a figure and its qualifier, as in `Abweichung zum Vorjahr`.
  private static let fillers: Set<String> = ["zum", "zu", "im", "vs", "ggue", "gegenueber", "of"]

  /// Qualifiers of whole words; where one is the end of another the longer stands first.
  private static let phrases: [([String], HeaderQualifier)] = [
    (
      .prior,
      "vorjahr, vorjahres, vj, vorj, last year, prior year, previous year, prev year, py, ly"
    ),
    (.planned, "plan, planung, budget, bud, ziel, forecast, fc, target, planned"),
    (
      .current,
      "letzte 12 monate, last 12 months, rollierend 12 monate, lfd jahr, laufendes jahr, "
        + "aktuelles jahr, akt jahr, current year, this year, ltm, ttm, r12, r12m, l12m, 12m, ytd, "
        + "cy, kum, kumuliert, aktuell, akt, ist, actual, actuals, act, gesamt, total, summe, "
        + "absolut, abs, netto, net"
    ),
  ].flatMap { qualifier, list in
    list.split(separator: ", ").map { ($0.split(separator: " ").map(String.init), qualifier) }
  }

  /// Qualifiers that are written together with what they qualify.
  private static let prefixes: [(String, HeaderQualifier)] = [
    ("vorjahres", .prior), ("vorjahrs", .prior), ("plan", .planned), ("soll", .planned),
    ("ziel", .planned), ("budget", .planned), ("gesamt", .current), ("netto", .current),
    ("ist", .current),
  ]
}
