// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText

/// The months that the name of a cycle stands for, where it leaves one reading.
///
/// Quarters, tertials and halves of a year are counted within the fiscal year (`Q1 2026`, `2026-T2`,
/// `1. Halbjahr 2026`), months stand for themselves (`Jan-Apr 2026`, `Nov 2025 bis Feb 2026`). A
/// range that would have to cross the new year with one year named says too little.
struct CycleName {
  /// The first day.
  let start: CalendarDate
  /// The last day, included.
  let end: CalendarDate

  /// Reads `name`; nil where it could mean something else, or nothing.
  init?(_ name: String, fiscalYear: FiscalYear) {
    guard let parts = Self.parts(of: name),
      let span = Self.share(of: parts, fiscalYear) ?? Self.months(parts),
      let start = CalendarDate(year: span.first.year, month: span.first.month, day: 1),
      let end = CalendarDate(lastDayOf: span.last), start < end,
      span.last.index - span.first.index < 12
    else { return nil }
    (self.start, self.end) = (start, end)
  }
}

// MARK: - Readings

extension CycleName {
  private typealias Span = (first: Period, last: Period)

  /// A numbered share of a year, its number beside the word: `Q1 2026`, `2026-H2`, `1. Tertial 26`.
  private static func share(of parts: [Part], _ fiscalYear: FiscalYear) -> Span? {
    guard parts.count == 3, let at = parts.firstIndex(where: { $0.word != nil }),
      let length = parts[at].word.flatMap({ lengths[$0] }),
      let place = parts.firstIndex(where: { $0.number?.digits == 1 }), abs(place - at) == 1,
      let ordinal = parts[place].number?.value,
      let year = parts.compactMap({ $0.number?.year }).first,
      case .month(let lastYear, let lastMonth) = CalendarCell.parse(
        "\(year)-\(ordinal * length)",
        style: DateStyle(order: .dayFirst, fiscalYear: fiscalYear)
      )
    else { return nil }
    let last = Period(year: lastYear, month: lastMonth)
    return (Period(index: last.index - length + 1), last)
  }

  /// A month or a range of months, the year beside the last one or beside each.
  private static func months(_ parts: [Part]) -> Span? {
    let words = parts.compactMap(\.word)
    let years = parts.compactMap { $0.number?.digits == 4 ? $0.number?.year : nil }
    guard let first = words.first, let last = words.last, words.count <= 2,
      let firstYear = years.first, let lastYear = years.last, years.count <= words.count,
      parts.count == words.count + years.count,
      let begin = month(first, firstYear), let end = month(last, lastYear)
    else { return nil }
    return (begin, end)
  }

  private static func month(_ word: String, _ year: Int) -> Period? {
    let cell = CalendarCell.parse("\(word) \(year)", style: DateStyle(order: .dayFirst))
    guard case .month(let year, let month) = cell else { return nil }
    return Period(year: year, month: month)
  }

  /// How many months the shares of a year have.
  private static let lengths = [
    "q": 3, "quartal": 3, "quarter": 3, "t": 4, "tertial": 4, "h": 6, "hj": 6, "halbjahr": 6,
    "half": 6,
  ]
}

// MARK: - Parts

extension CycleName {
  /// A run of digits.
  private struct Number {
    var value = 0
    var digits = 0

    /// The year it names: four digits, or two of this century.
    var year: Int? {
      switch digits {
      case 4 where (1900...2099).contains(value): value
      case 2: 2000 + value
      default: nil
      }
    }
  }

  /// A word in small letters, or a number.
  private struct Part {
    var word: String?
    var number: Number?
  }

  /// The parts of a name without words that say nothing; nil where it holds other signs than
  /// separators.
  private static func parts(of name: String) -> [Part]? {
    var parts: [Part] = []
    var isJoined = false
    for character in name.lowercased() {
      if let digit = character.isASCII ? character.wholeNumberValue : nil {
        var number = isJoined ? parts.last?.number : nil
        if number != nil { parts.removeLast() }
        number = Number(
          value: min((number?.value ?? 0) * 10 + digit, 10_000),
          digits: (number?.digits ?? 0) + 1
        )
        parts.append(Part(number: number))
        isJoined = true
      } else if character.isLetter {
        let word = isJoined ? parts.last?.word : nil
        if word != nil { parts.removeLast() }
        parts.append(Part(word: (word ?? "") + String(character)))
        isJoined = true
      } else if separators.contains(character) {
        isJoined = false
      } else {
        return nil
      }
    }
    return parts.filter { part in part.word.map { !fillers.contains($0) } ?? true }
  }

  private static let separators = Set(" .,/-–—_'’\u{A0}()")
  /// Words that say nothing in the name of a cycle.
  static let fillers: Set = ["okr", "okrs", "zyklus", "cycle", "bis", "to", "until"]
}
