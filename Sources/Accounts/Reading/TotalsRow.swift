// SPDX-License-Identifier: Apache-2.0

/// The words by which a row that adds up others names itself.
///
/// Only whole words count: `Summe` is a total, `Summa AG` and `Gesamtschule Nord` are customers.
/// Whether a row really is one is up to ``TotalsDetector``, which looks at its other cells too.
package enum TotalsRow {
  /// How far a total reaches.
  enum Level: Int, Comparable {
    /// Part of the file.
    case subtotal = 1
    /// The whole file, unless something larger follows.
    case total = 2
    /// Certainly the whole file.
    case grandTotal = 3

    static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
  }

  /// What a cell says.
  enum Label: Equatable {
    /// Nothing but the word; `isName` where companies are called so too, such as `Total`.
    case word(Level, isName: Bool)
    /// The word with what it adds up behind it: `Summe Deutschland`.
    case labelled(Level, String)
    /// What it adds up with the word behind it, as spreadsheets write it: `Acme Ergebnis`.
    case trailing(String)
    /// What counts rows instead of adding them up: `Anzahl Kunden`.
    case count
  }

  /// Whether `text` is nothing but a total's word or mark, such as `Summe`, `Total` or `**`, or
  /// says that a count follows.
  package static func isMark(_ text: String) -> Bool {
    switch label(of: text) {
    case .word, .count: true
    case .labelled, .trailing, nil: false
    }
  }

  /// Whether a text may be a total's word or mark, by its first bytes alone.
  package static func mayBeMark(_ text: Span<UInt8>) -> Bool {
    guard !text.isEmpty, text[0] != UInt8(ascii: "*") else { return true }
    return isBeginning(text)
  }

  /// What `text` says; nil when it names no total.
  static func label(of text: String) -> Label? {
    if text.utf8.first == UInt8(ascii: "*") {
      let stars = text.prefix { $0 == "*" }.count
      if stars > 0 { return label(ofStarred: text.dropFirst(stars), stars: stars) }
    }
    if isBeginning(text.utf8.span) {
      let folded = text.lowercased().trimmingSuffix(" :")
      if let level = words[folded] { return .word(level, isName: names.contains(folded)) }
      if let (level, rest) = split(folded, of: text) { return .labelled(level, rest) }
      if isCount(folded) { return .count }
    }
    let bytes = text.utf8.span
    guard let last = bytes.indices.last, lastLetters.contains(bytes[last]) else { return nil }
    for word in trailing where text.hasSuffix(word) {
      return .trailing(text.dropLast(word.count).trimmingBlanks())
    }
    return nil
  }

  /// Lists of accounting systems mark totals with one star per level: `** Summe`.
  private static func label(ofStarred rest: Substring, stars: Int) -> Label? {
    let level = Level(rawValue: min(stars, 3)) ?? .subtotal
    let text = rest.trimmingBlanks()
    if text.isEmpty || words[text.lowercased().trimmingSuffix(" :")] != nil {
      return .word(level, isName: false)
    }
    return rest.first == " " ? .labelled(level, text) : nil
  }

  private static func split(_ folded: String, of text: String) -> (Level, String)? {
    for (word, level) in leading where folded.hasPrefix(word + " ") {
      let rest = text.dropFirst(word.count + 1).trimmingBlanks()
      let isYear = rest.utf8.allSatisfy { $0 >= 48 && $0 <= 57 }
      // A company may well be called Total something, but not Total 2024.
      if word != "total" || isYear { return (level, rest) }
    }
    return nil
  }

  private static func isCount(_ folded: String) -> Bool {
    counts.contains(folded) || countBeginnings.contains { folded.hasPrefix($0) }
  }

  private static let counts: Set<String> = ["anzahl", "count", "row count", "record count"]
  private static let countBeginnings = ["anzahl ", "number of ", "count of "]

  private static let trailing = [" Ergebnis", " Total", " Summe"]
  private static let lastLetters = trailing.compactMap(\.utf8.last)

  private static let words: [String: Level] = [
    "zwischensumme": .subtotal, "subtotal": .subtotal, "sub-total": .subtotal,
    "sub total": .subtotal, "teilsumme": .subtotal, "ergebnis": .subtotal,
    "summe": .total, "summen": .total, "total": .total, "totals": .total, "sum": .total,
    "insgesamt": .total, "gesamt": .grandTotal, "gesamtsumme": .grandTotal,
    "gesamtergebnis": .grandTotal, "grand total": .grandTotal, "endsumme": .grandTotal,
    "gesamttotal": .grandTotal, "total general": .grandTotal, "overall result": .grandTotal,
    "overall total": .grandTotal,
  ]

  /// The words that companies go by as well.
  private static let names: Set<String> = ["total", "totals", "sum"]

  private static let leading: [(word: String, level: Level)] = [
    ("zwischensumme", .subtotal), ("teilsumme", .subtotal), ("subtotal", .subtotal),
    ("summe", .subtotal), ("total", .subtotal), ("gesamtsumme", .subtotal),
    ("gesamt", .subtotal),
  ]

  /// What labels begin with: by their first letters most cells are dismissed without folding case.
  private static let starts = Array(words.keys) + counts + countBeginnings
  private static let beginnings = Set(starts.map { beginning(of: $0.utf8.span) })
  /// A bit for each first letter, which rules most cells out without looking anything up.
  private static let initials = starts.compactMap(\.utf8.first)
    .reduce(UInt32(0)) { $0 | bit(ofLetter: $1) }

  /// Whether a text may begin with a word.
  private static func isBeginning(_ text: Span<UInt8>) -> Bool {
    guard !text.isEmpty, initials & bit(ofLetter: text[0]) != 0 else { return false }
    return beginnings.contains(beginning(of: text))
  }

  private static func bit(ofLetter letter: UInt8) -> UInt32 { 1 << UInt32(letter & 31) }

  private static func beginning(of text: Span<UInt8>) -> Int {
    let first = text.extracting(first: 3)
    return first.indices.reduce(0) { $0 << 8 | Int(first[$1] | 0x20) }
  }
}

extension String {
  fileprivate func trimmingSuffix(_ signs: String) -> String {
    var text = self[...]
    while let last = text.last, signs.contains(last) { text = text.dropLast() }
    return String(text)
  }
}
