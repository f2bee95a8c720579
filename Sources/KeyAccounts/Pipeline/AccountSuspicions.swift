// SPDX-License-Identifier: Apache-2.0
import Accounts
import PortfolioAnalysis
import Selection

/// Finds accounts that look like no customer, or whose figures contradict each other.
///
/// A suspicion removes nothing: an `exclude` rule or a gate does. Accounts that a gate or a decision
/// already keeps off the list are not mentioned.
struct AccountSuspicions {
  private let accounts: AccountTable
  private let portfolio: [PortfolioRow]
  /// Per account whether it stands in the ranking; nil before one.
  private let isRanked: [Bool]?

  /// Looks at what `run` found so far.
  init(_ run: Run) {
    accounts = run.accounts
    portfolio = run.portfolio
    isRanked = run.selection.map { selection in
      var ranked = [Bool](repeating: false, count: run.accounts.count)
      for row in selection.ranking.rows { ranked[row.account] = row.rank != nil }
      return ranked
    }
  }

  /// So many accounts are named per kind of suspicion; the rest is counted.
  private static let namedAccounts = 20

  /// All suspicions, in the order of the accounts, the first of each kind by name.
  var findings: [Finding] {
    var counts: [String: Int] = [:]
    let all = strangers + unpadded + contradictions
    var named = all.filter { finding in
      counts[finding.code, default: 0] += 1
      return counts[finding.code, default: 0] <= Self.namedAccounts
    }
    named += negativeSums(&counts)
    let rest = counts.filter { $0.value > Self.namedAccounts }
    return named
      + rest.sorted { $0.key.isBytewiseLess(than: $1.key) }.map { code, count in
        Finding(
          .info,
          code,
          found: "\(count)",
          message: LocalizedText(
            de: "… und weitere \(count - Self.namedAccounts) Kunden mit \(code)",
            en: "… and \(count - Self.namedAccounts) more accounts with \(code)"
          )
        )
      }
  }

  // MARK: One-time and intercompany accounts

  private static let oneTime = WordSet([
    "cpd", "einmaldebitor", "einmalkunde", "einmalkunden", "laufkunde", "laufkunden",
    "laufkundschaft",
    "onetime", "sammeldebitor", "sammelkonto", "sammelkunde",
  ])
  private static let intercompany = WordSet([
    "icgroup", "intercompany", "intragroup", "konzerngesellschaft", "konzernintern",
    "konzerntochter",
  ])

  private static let test = WordSet([
    "dummy", "dummykunde", "musterkunde", "mustermann", "test", "testaccount", "testcustomer",
    "testdebitor", "testfirma", "testkonto", "testkunde",
  ])
  /// All of these words, to rule out nearly every text in one go.
  private static let any = WordSet(oneTime.words.union(intercompany.words).union(test.words))
  /// Names that mean nobody in particular, as a whole.
  private static let collective: Set<String> = [
    "diverse", "diverse kunden", "various", "various customers", "one-time customer",
    "one time customer",
  ]

  private var strangers: [Finding] {
    // Few texts of attributes are suspect, so most columns need no look per account.
    let attributes = accounts.attributes.map(\.texts)
      .filter { column in column.texts.contains { Self.code(ofAttribute: $0) != nil } }
      .map { column in column.answers(Self.code(ofAttribute:)) }
    let names = accounts.names.answers(Self.code(ofName:))
    return accounts.ids.indices.compactMap { row in
      guard isRanked?[row] ?? true else { return nil }
      if let code = names[row] { return stranger(row, code) }
      for codes in attributes {
        if let code = codes[row] { return stranger(row, code) }
      }
      return nil
    }
  }

  private static func code(ofName name: String) -> String? {
    guard any.hasWord(of: name) || isCollective(name) else { return nil }
    return code(of: name) ?? (test.hasWord(of: name) ? "K-D062" : nil)
  }

  private static func code(ofAttribute text: String?) -> String? {
    guard let text else { return nil }
    let isShort =
      text.utf8.count < 9 && text.utf8.first.map { $0 | 32 } == UInt8(ascii: "i")
      && ["ic", "ic group"].contains(text.lowercased())
    guard isShort || any.hasWord(of: text) || isCollective(text) else { return nil }
    return isShort ? "K-D058" : code(of: text)
  }

  private static func code(of text: String) -> String? {
    if oneTime.hasWord(of: text) || isCollective(text) { return "K-D057" }
    return intercompany.hasWord(of: text) ? "K-D058" : nil
  }

  private static func isCollective(_ text: String) -> Bool {
    // Nearly every text is ruled out by its length and first letter.
    guard (7...18).contains(text.utf8.count), let first = text.utf8.first,
      "dvo".utf8.contains(first | 32)
    else { return false }
    return collective.contains(text.lowercased())
  }

  private func stranger(_ row: Int, _ code: String) -> Finding {
    let id = accounts.ids[row]
    let looks = Self.looks(code)
    return Finding(
      isRanked == nil ? .info : .warning,
      code,
      field: id,
      found: accounts.names[row],
      message: LocalizedText(
        de: "'\(id)' sieht nach \(looks.german) aus; eine Regel in exclude oder gates nimmt es "
          + "aus der Auswahl",
        en: "'\(id)' looks like \(looks.english); a rule in exclude or gates keeps it out of the "
          + "selection"
      )
    )
  }

  private static func looks(_ code: String) -> LocalizedText {
    switch code {
    case "K-D057": LocalizedText(de: "einem Sammelkonto", en: "a one-time account")
    case "K-D058":
      LocalizedText(de: "einer Konzerngesellschaft", en: "an intercompany account")
    default: LocalizedText(de: "einem Testkonto", en: "a test account")
    }
  }

  // MARK: Lost leading zeros

  /// Numbers that are as long as most padded numbers are without their zeros.
  ///
  /// Another length is another number range, of another system perhaps, and no suspicion.
  private var unpadded: [Finding] {
    let numbers = accounts.ids.filter { id in id.utf8.allSatisfy { (48...57).contains($0) } }
    let padded = numbers.filter { $0.utf8.first == 48 && $0.utf8.count > 1 }
    guard let example = padded.first,
      padded.allSatisfy({ $0.utf8.count == example.utf8.count })
    else { return [] }
    let known = Set(padded)
    let zeros = example.utf8.count - Self.commonLength(padded)
    return numbers.compactMap { id in
      guard zeros > 0, id.utf8.count + zeros == example.utf8.count,
        !known.contains(String(repeating: "0", count: zeros) + id)
      else { return nil }
      return Finding(
        .info,
        "K-D059",
        field: id,
        found: example,
        message: LocalizedText(
          de: "'\(id)' hat weniger Stellen als '\(example)'; hat ein Export führende Nullen "
            + "verloren?",
          en: "'\(id)' has fewer digits than '\(example)'; did an export lose leading zeros?"
        )
      )
    }
  }

  /// The most frequent number of digits without leading zeros; the larger of equals.
  private static func commonLength(_ padded: [String]) -> Int {
    var counts: [Int: Int] = [:]
    for id in padded { counts[id.utf8.drop { $0 == 48 }.count, default: 0] += 1 }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
  }

  // MARK: Contradictions

  private var contradictions: [Finding] {
    portfolio.filter { ($0.shareOfWallet ?? 0) > 1 }.map { row in
      let id = accounts.ids[row.row]
      return Finding(
        .warning,
        "K-D060",
        field: id,
        found: accounts.names[row.row],
        message: LocalizedText(
          de: "das Potenzial von '\(id)' ist kleiner als sein Umsatz der letzten zwölf Monate",
          en: "the potential of '\(id)' is less than its revenue of the last twelve months"
        )
      )
    }
  }
}

extension AccountSuspicions {
  /// Accounts whose revenue is negative in a month, or whose margin is negative in sum; only those
  /// that are named are put into words, as there may be many.
  private func negativeSums(_ counts: inout [String: Int]) -> [Finding] {
    let revenue = accounts.value(named: "revenue").map(rowsOfNegativeMonths) ?? []
    let margin = accounts.value(named: "margin")?.totals.negatives ?? []
    (counts["K-D063"], counts["K-D064"]) = (revenue.count, margin.count)
    return revenue.prefix(Self.namedAccounts).map { row in
      negative(
        row,
        "K-D063",
        LocalizedText(
          de: "der Umsatz von '\(accounts.ids[row])' ist in mindestens einem Monat negativ",
          en: "the revenue of '\(accounts.ids[row])' is negative in at least one month"
        )
      )
    }
      + margin.prefix(Self.namedAccounts).map { row in
        negative(
          row,
          "K-D064",
          LocalizedText(
            de: "die Marge von '\(accounts.ids[row])' ist in der Summe negativ",
            en: "the margin of '\(accounts.ids[row])' is negative in sum"
          )
        )
      }
  }

  private func rowsOfNegativeMonths(_ column: ValueColumn) -> [Int] {
    guard !column.periodSums.isEmpty else { return column.totals.negatives }
    var isNegative = [Bool](repeating: false, count: accounts.count)
    for row in column.totals.negatives + column.periodSums.negativeRows { isNegative[row] = true }
    return isNegative.indices.filter { isNegative[$0] }
  }

  private func negative(_ row: Int, _ code: String, _ message: LocalizedText) -> Finding {
    Finding(.info, code, field: accounts.ids[row], found: accounts.names[row], message: message)
  }
}

/// A few words of ASCII letters that are looked for in many texts.
private struct WordSet {
  let words: Set<String>
  /// Per lower-case letter the lengths of the words that begin with it, a bit for each.
  private let lengths: [UInt64]

  init(_ words: Set<String>) {
    self.words = words
    var lengths = [UInt64](repeating: 0, count: 256)
    for word in words {
      precondition(word.utf8.count < 64, "'\(word)' is too long")
      if let first = word.utf8.first { lengths[Int(first)] |= 1 << word.utf8.count }
    }
    self.lengths = lengths
  }

  /// Whether one of the words stands in `text` as a whole word, in any case.
  func hasWord(of text: String) -> Bool {
    let bytes = text.utf8.span
    var start = 0
    for end in bytes.indices where !Self.isWordByte(bytes[end]) {
      if isKnown(start..<end, bytes) { return true }
      start = end + 1
    }
    return isKnown(start..<bytes.count, bytes)
  }

  private func isKnown(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    // Most words are ruled out by first letter and length, without making a string.
    guard (1..<64).contains(range.count),
      lengths[Int(bytes[range.lowerBound] | 32)] & (1 << range.count) != 0
    else { return false }
    return words.contains(String(decoding: range.map { bytes[$0] }, as: UTF8.self).lowercased())
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 128 || (97...122).contains(byte | 32)
  }
}
