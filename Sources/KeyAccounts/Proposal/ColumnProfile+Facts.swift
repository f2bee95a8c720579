// SPDX-License-Identifier: Apache-2.0
import DelimitedText

extension ColumnProfile {
  /// How the column's cells are read, and how sure that is.
  struct Styles {
    var number: NumberStyle
    var isNumberAmbiguous = false
    var isNumberProven = false
    var date: DateStyle
    var dateNote: String?

    /// How the column is written, for people; nil where nothing depends on it.
    fileprivate var numberNote: String? {
      if isNumberAmbiguous { return "ambiguous" }
      guard isNumberProven else { return nil }
      return number.decimal == .comma ? "1.234,56" : "1,234.56"
    }
  }

  /// What the counted cells say about the column.
  init(_ facts: ColumnFacts, styles: Styles, header: String, index: Int, occurrence: Int) {
    self.init(
      header: header,
      index: index,
      occurrence: occurrence,
      kind: facts.kind(header),
      rows: facts.rows,
      missing: facts.missing,
      distinct: facts.counts?.count,
      samples: facts.samples,
      counts: facts.counts ?? [:]
    )
    switch kind {
    case .amount, .number, .percent:
      style = styles.numberNote
      guard !styles.isNumberAmbiguous else { return }
      minimum = facts.smallest?.description
      maximum = facts.largest?.description
      (smallest, largest) = (facts.smallest, facts.largest)
      currency = facts.currencies.count == 1 ? facts.currencies.keys.first : nil
      if rating != nil { kind = .number }
    case .date, .period:
      style = facts.days > 0 ? styles.dateNote : nil
      minimum = facts.firstDay.map(Self.text)
      maximum = facts.lastDay.map(Self.text)
    default: break
    }
  }

  private static func text(_ day: (year: Int, month: Int, day: Int)) -> String {
    let parts = [(day.year, 4), (day.month, 2), (day.day, 2)].filter { $0.0 > 0 }
    return parts.map { number, width in
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }.joined(separator: "-")
  }
}

extension ColumnFacts {
  /// Nine of ten cells decide what the column is; the header decides between numbers and codes.
  fileprivate func kind(_ header: String) -> ColumnKind {
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
