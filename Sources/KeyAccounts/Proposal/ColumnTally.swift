// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// Counts the cells of one column.
///
/// A text is read when it is first seen and only counted from then on; what it is weighs with its
/// count at the end. Beyond a fixed number of texts, new ones are read cell by cell.
struct ColumnTally {
  /// How the column's cells are read.
  struct Styles {
    var number: NumberStyle
    var isNumberAmbiguous = false
    var isNumberProven = false
    var date: DateStyle
    var dateNote: String?
  }

  /// So many different texts are kept apart.
  static let keptTexts = 100_000
  private static let shownSamples = 3

  let styles: Styles
  /// So many different texts are remembered with what they are.
  private let rememberedTexts: Int
  private var known = TextInterner()
  private var facts: [CellFacts] = []
  private var occurrences: [Int] = []
  private var rows = 0
  private var missing = 0
  private var counts: [String: Int] = [:]
  private var samples: [String] = []
  private var isOverfull = false
  private var numbers = 0
  private var percents = 0
  private var currencies: [String: Int] = [:]
  private var days = 0
  private var months = 0
  private var codes = 0
  private var padded = 0
  private var smallest: ExactDecimal?
  private var largest: ExactDecimal?
  private var firstDay: (Int, Int, Int)?
  private var lastDay: (Int, Int, Int)?

  init(styles: Styles, rememberedTexts: Int) {
    self.styles = styles
    self.rememberedTexts = rememberedTexts
  }

  private var present: Int { rows - missing }

  // MARK: Counting

  mutating func add(_ record: borrowing Record, column: Int) {
    rows += 1
    guard let index = known.index(of: record, column: column, limit: rememberedTexts) else {
      weigh(read(record, column), times: 1)
      return
    }
    if index < occurrences.count {
      occurrences[index] += 1
    } else {
      occurrences.append(1)
      facts.append(read(record, column))
    }
  }

  /// What a text is; its first sight is enough for samples and extremes.
  private mutating func read(_ record: borrowing Record, _ column: Int) -> CellFacts {
    let text = record.text(column)
    let number = record.number(column, style: styles.number)
    if text.isEmpty || number.isMissing { return CellFacts(isMissing: true) }
    keep(text)
    var facts = CellFacts()
    if case .number(let parsed) = number { add(parsed, to: &facts) }
    add(record.calendar(column, style: styles.date), to: &facts)
    facts.readCode(text)
    return facts
  }

  /// Counts what `times` cells are.
  private mutating func weigh(_ facts: CellFacts, times: Int) {
    if facts.isMissing {
      missing += times
      return
    }
    if facts.isNumber { numbers += times }
    if facts.isPercent { percents += times }
    if let code = facts.currency { currencies[code, default: 0] += times }
    switch facts.time {
    case .day: days += times
    case .month: months += times
    case .none: break
    }
    if facts.isCode { codes += times }
    if facts.isPadded { padded += times }
  }

  /// Counts the cells of the remembered texts.
  private mutating func weighKnown() {
    for index in facts.indices {
      weigh(facts[index], times: occurrences[index])
      guard !isOverfull, !facts[index].isMissing else { continue }
      counts[known.texts[index], default: 0] += occurrences[index] - 1
    }
  }

  private mutating func keep(_ text: String) {
    guard !isOverfull else { return }
    if counts[text] == nil {
      if samples.count < Self.shownSamples { samples.append(text) }
      if counts.count == Self.keptTexts {
        isOverfull = true
        counts = [:]
        return
      }
    }
    counts[text, default: 0] += 1
  }

  private mutating func add(_ parsed: ParsedNumber, to facts: inout CellFacts) {
    facts.isNumber = true
    facts.isPercent = parsed.isPercent
    facts.currency = parsed.currency
    let value = parsed.scaleWord.flatMap { parsed.value.multiplied(by: $0) } ?? parsed.value
    smallest = smallest.map { min($0, value) } ?? value
    largest = largest.map { max($0, value) } ?? value
  }

  private mutating func add(_ cell: CalendarCell, to facts: inout CellFacts) {
    let day: (Int, Int, Int)
    switch cell {
    case .day(let year, let month, let dayOfMonth):
      facts.time = .day
      day = (year, month, dayOfMonth)
    case .month(let year, let month):
      facts.time = .month
      day = (year, month, 0)
    case .special(_, let year):
      facts.time = .month
      day = (year, 12, 0)
    case .missing, .invalid: return
    }
    firstDay = firstDay.map { day < $0 ? day : $0 } ?? day
    lastDay = lastDay.map { day > $0 ? day : $0 } ?? day
  }

  // MARK: The result

  consuming func profile(header: String, index: Int, occurrence: Int) -> ColumnProfile {
    weighKnown()
    let kind = kind(header)
    var profile = ColumnProfile(
      header: header,
      index: index,
      occurrence: occurrence,
      kind: kind,
      rows: rows,
      missing: missing,
      distinct: isOverfull ? nil : counts.count,
      samples: samples,
      counts: counts
    )
    switch kind {
    case .amount, .number, .percent:
      profile.style = numberNote
      guard !styles.isNumberAmbiguous else { return profile }
      profile.minimum = smallest?.description
      profile.maximum = largest?.description
      profile.largest = largest
      profile.currency = currencies.count == 1 ? currencies.keys.first : nil
    case .date, .period:
      profile.style = days > 0 ? styles.dateNote : nil
      profile.minimum = firstDay.map(Self.text)
      profile.maximum = lastDay.map(Self.text)
    default: break
    }
    return profile
  }

  private var numberNote: String? {
    if styles.isNumberAmbiguous { return "ambiguous" }
    guard styles.isNumberProven else { return nil }
    return styles.number.decimal == .comma ? "1.234,56" : "1,234.56"
  }

  private static func text(_ day: (Int, Int, Int)) -> String {
    let parts = [(day.0, 4), (day.1, 2), (day.2, 2)].filter { $0.0 > 0 }
    return parts.map { number, width in
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }.joined(separator: "-")
  }

  /// Nine of ten cells decide what the column is; the header decides between numbers and codes.
  private func kind(_ header: String) -> ColumnKind {
    guard present > 0 else { return .empty }
    let role = ColumnRole.match(header)?.role
    let isDate = isMost(days + months)
    switch role {
    case .account, .parent, .vat: return .id
    case .postcode: return .text
    case .name, .parentName: return .name
    case .currency where !isMost(numbers): return .currency
    case .period, .validFrom, .validTo:
      if isDate { return days >= months ? .date : .period }
    default: break
    }
    if isMost(numbers) { return numberKind(header, role) }
    if isDate { return days >= months ? .date : .period }
    return isMost(codes) ? .id : .text
  }

  private func numberKind(_ header: String, _ role: ColumnRole?) -> ColumnKind {
    if padded > 0 { return .id }
    if percents * 2 > numbers || header.contains("%") || role == .share { return .percent }
    let isMoney = role.map { ColumnRole.money.contains($0) } ?? false
    let withCurrency = currencies.values.reduce(0, +)
    return isMoney || withCurrency * 2 > numbers ? .amount : .number
  }

  private func isMost(_ count: Int) -> Bool {
    count * 10 >= present * 9 - 10 && count * 2 > present
  }
}

extension NumberCell {
  fileprivate var isMissing: Bool {
    if case .missing = self { return true }
    return false
  }
}
