// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// Tells rows that add up others from rows about a customer whose name only sounds like it.
///
/// The label stands in the first filled cell, or in the account or name column behind the group it
/// adds up. A row with a name, an attribute or other text behind the label is about a customer,
/// and so is one with a period, unless the word is unmistakable.
struct TotalsDetector {
  /// A row that was recognised.
  struct Found {
    var level: TotalsRow.Level
    /// The currency that the label names, nil without one.
    var currency: String?
  }

  private let account: Int
  private let name: Int?
  private let period: Int?
  private let currency: Int?
  private let texts: Set<Int>
  private let values: Set<Int>

  init(_ columns: SourceColumns) {
    account = columns.account
    name = columns.name
    period = columns.period
    currency = columns.currency
    values = Set(columns.cells.map(\.column))
    var texts = Set(columns.attributes).union(columns.key).union([columns.account])
    if let name = columns.name { texts.insert(name) }
    self.texts = texts.subtracting(values)
  }

  /// A cell that names a total.
  struct Candidate {
    var label: TotalsRow.Label
    var column: Int
  }

  /// What the row adds up; nil when it is data after all.
  ///
  /// - Parameters:
  ///   - record: the row.
  ///   - candidate: its label, from `candidate(in:)`.
  ///   - isKnownAccount: whether a text is the id of an account read so far.
  ///   - isKnownCurrency: whether a text is a currency read so far.
  /// - Returns: how far the total reaches, or nil.
  func total(
    in record: borrowing Record,
    _ candidate: Candidate,
    isKnownAccount: (String) -> Bool,
    isKnownCurrency: (String) -> Bool
  ) -> Found? {
    let column = candidate.column
    guard column == account || record.isEmpty(account) || word(record, account) != nil else {
      return nil
    }
    switch candidate.label {
    case .word(let level, let isName):
      guard fits(record, behind: column, isUnmistakable: !isName) else { return nil }
      return Found(level: level, currency: nil)
    case .labelled(let level, let rest):
      guard hasNumber(record), fits(record, behind: column, isUnmistakable: false) else {
        return nil
      }
      if isKnownCurrency(rest) { return Found(level: max(level, .total), currency: rest) }
      return Self.isCompany(rest) ? nil : Found(level: level, currency: nil)
    case .trailing(let rest):
      guard hasNumber(record), fits(record, behind: column, isUnmistakable: false),
        column != account || isKnownAccount(rest)
      else { return nil }
      return Found(level: .subtotal, currency: nil)
    case .count: return nil
    }
  }

  // MARK: The label

  /// The cell by which the row may be a total; nil for nearly all rows.
  func candidate(in record: borrowing Record) -> Candidate? {
    var first = 0
    while first < record.fieldCount, record.isEmpty(first) { first += 1 }
    guard first < record.fieldCount, !values.contains(first) else { return nil }
    if let label = TotalsRow.label(of: record.text(first)) {
      return Candidate(label: label, column: first)
    }
    if first < account, let label = word(record, account) {
      return Candidate(label: label, column: account)
    }
    if let name, first < name, record.isEmpty(account), let label = word(record, name) {
      return Candidate(label: label, column: name)
    }
    return nil
  }

  /// The label of a cell that holds a total's word and no company's name.
  private func word(_ record: borrowing Record, _ column: Int) -> TotalsRow.Label? {
    guard !record.isEmpty(column), let label = TotalsRow.label(of: record.text(column)),
      case .word(_, isName: false) = label
    else { return nil }
    return label
  }

  // MARK: The other cells

  /// Whether the cells behind the label are those of a total.
  private func fits(
    _ record: borrowing Record,
    behind column: Int,
    isUnmistakable: Bool
  ) -> Bool {
    var next = column + 1
    while next < record.fieldCount {
      defer { next += 1 }
      guard !record.isEmpty(next), !values.contains(next), next != currency else { continue }
      if isNumber(record, next) {
        if next != period || isUnmistakable { continue }
        return false
      }
      let isFree = next == period || !texts.contains(next)
      guard isUnmistakable && isFree || word(record, next) != nil else { return false }
    }
    return true
  }

  private func isNumber(_ record: borrowing Record, _ column: Int) -> Bool {
    for style in [NumberStyle.comma, .point] {
      if case .invalid = record.number(column, style: style) { continue }
      return true
    }
    return false
  }

  private func hasNumber(_ record: borrowing Record) -> Bool {
    values.contains { !record.isEmpty($0) && isNumber(record, $0) }
  }

  /// Whether a text ends like a company's name.
  private static func isCompany(_ text: String) -> Bool {
    guard let word = text.split(separator: " ").last else { return false }
    return legalForms.contains(word.lowercased().filter { $0 != "." })
  }

  private static let legalForms: Set<String> = [
    "gmbh", "mbh", "ag", "kg", "kgaa", "se", "ohg", "gbr", "ug", "ev", "eg", "ltd", "limited",
    "inc", "corp", "llc", "plc", "co", "sa", "sas", "sarl", "srl", "spa", "bv", "nv", "ab", "as",
    "oy", "oyj", "aps", "sl",
  ]
}
