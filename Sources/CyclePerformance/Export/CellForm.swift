// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText

/// How the cells of a converted sheet are written: with stable English words, or the way a German
/// spreadsheet expects them.
struct CellForm: Sendable {
  /// Whether words, days and decimals are German.
  let isGerman: Bool

  /// The header of `column` in a file of `kind`, one that the import knows.
  func header(of column: OKRColumn, in kind: OKRMapping.FileKind) -> String {
    switch (kind, column) {
    case (.plan, .title): return isGerman ? "Key Result" : "title"
    case (.plan, .status): return isGerman ? "Zyklusstatus" : "cycle_status"
    case (.plan, .start), (.plan, .end):
      return isGerman ? column.germanHeaders[0] : "\(column.name)_date"
    case (.milestones, .kind): return isGerman ? "Art" : column.name
    default:
      return isGerman ? (column.germanHeaders + column.headers).first ?? column.name : column.name
    }
  }

  /// A text, or nothing.
  func text(_ text: String?) -> Cell { text.map { .text($0) } ?? .missing }

  /// A number that reads back as itself; one that could be taken for thousands gets another zero.
  func number(_ number: Double?) -> Cell {
    guard let number, number.isFinite else { return .missing }
    let text = numberText(number)
    return number > 0 && text.looksGrouped ? .text(text.text + "0") : .real(number)
  }

  /// A percentage somebody typed, with its sign where it had one.
  func typed(_ progress: TypedProgress?) -> Cell {
    guard let progress, progress.number.isFinite else { return .missing }
    let number = numberText(progress.number)
    let digits = number.looksGrouped ? number.text + "0" : number.text
    return .text(progress.hasPercentSign ? "\(digits) %" : digits)
  }

  /// A day.
  func day(_ day: CalendarDate?) -> Cell {
    guard let day else { return .missing }
    guard isGerman else { return .text(day.description) }
    let parts = day.description.split(separator: "-")
    return .text("\(parts[2]).\(parts[1]).\(parts[0])")
  }

  /// A time of day.
  func time(_ second: Int?) -> Cell {
    guard let second else { return .missing }
    let parts = [second / 3600, second / 60 % 60, second % 60]
    return .text(parts.map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: ":"))
  }

  /// One of a few words.
  func word<Word: SheetWord>(_ word: Word?) -> Cell {
    guard let word else { return .missing }
    return .text(isGerman ? word.words.first ?? word.rawValue : word.rawValue)
  }

  /// Yes or no.
  func flag(_ flag: Bool?) -> Cell { word(flag.map { $0 ? SheetFlag.yes : .no }) }

  /// A value of a key result.
  func value(_ value: KeyResultValue?) -> Cell {
    switch value {
    case .number(let number)?: self.number(number)
    case .flag(let flag)?: self.flag(flag)
    case .zone(let zone)?: word(zone)
    case nil: .missing
    }
  }

  private func numberText(_ number: Double) -> (text: String, looksGrouped: Bool) {
    let text = NumberText.shortest(number)
    let shown = isGerman ? text.replacing(".", with: ",") : text
    return (shown, SheetNumber(text)?.evidence == .ambiguous)
  }
}

extension String {
  /// This text with every `character` replaced.
  fileprivate func replacing(_ character: Character, with other: Character) -> String {
    String(map { $0 == character ? other : $0 })
  }
}
