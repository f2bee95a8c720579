// SPDX-License-Identifier: Apache-2.0
import Accounts

/// Which texts of a column of a flat sheet leave no question, by their numbers.
struct PlainCells {
  /// What a column may hold in a plain row.
  private enum Content {
    case nothing, text, number, weight, distance, word
  }

  private let numbers: [Int32]
  /// Per text whether it is plain; the first one stands for rows that end before the column.
  private let isPlain: [Bool]

  /// Judges the texts of the column in `slot`, which may be empty unless it `isNeeded`.
  init(_ table: SheetTable, _ slot: Int, isNeeded: Bool) {
    let known = table.columns[slot]
    let content = Self.content(of: known.column)
    let header = table.header[known.index].trimmedCell
    let mayBeEmpty = !isNeeded && known.column != .title
    numbers = known.numbers
    isPlain =
      [mayBeEmpty]
      + known.texts.indices.map { number in
        switch known.look(Int32(number)) {
        case .empty: return mayBeEmpty
        case .missing, .error, .formula: return false
        // A row that repeats the header is none of the rows.
        case .plain where isNeeded && known.texts[number] == header: return false
        case .plain: return Self.isPlain(Int32(number), of: known, as: content)
        }
      }
  }

  /// Takes the rows whose cell is not plain out of `rows`.
  func leaveOut(_ rows: inout [Bool]) {
    for row in rows.indices where !isPlain[Int(numbers[row]) + 1] { rows[row] = false }
  }

  private static func isPlain(_ number: Int32, of known: KnownColumn, as content: Content) -> Bool {
    switch content {
    case .nothing: return false
    case .text: return true
    case .word: return known.column.isWord(known.text(number))
    case .number, .weight, .distance:
      let said = known.value(number)
      guard let value = said.value, said.unit == nil, !said.isUnsure else { return false }
      return content == .number || value > 0 || content == .weight && value == 0
    }
  }

  private static func content(of column: OKRColumn) -> Content {
    switch column {
    case .account, .accountName, .cycle, .start, .end, .status, .strategy, .requirements: .text
    case .objective, .objectiveTitle, .contributesTo, .keyResult, .number, .title: .text
    case .unit, .owner, .comment: .text
    case .baseline, .target, .current, .low, .high: .number
    case .tolerance: .distance
    case .weight, .objectiveWeight: .weight
    case .kind, .origin, .decision, .indicator, .influenceable, .bonusRelevant: .word
    case .ambition, .progressMode: .word
    default: .nothing
    }
  }
}

extension OKRColumn {
  /// Whether `text` is one of the words of a column of a flat sheet.
  fileprivate func isWord(_ text: String) -> Bool {
    switch self {
    case .kind: KeyResult.Kind(word: text) != nil
    case .origin: Objective.Origin(word: text) != nil
    case .decision: Objective.Decision(word: text) != nil
    case .indicator: KeyResult.Indicator(word: text) != nil
    case .influenceable, .bonusRelevant: SheetFlag(word: text) != nil
    case .ambition: KeyResult.Ambition(word: text) != nil
    case .progressMode: KeyResult.ProgressMode(word: text) != nil
    default: false
    }
  }
}

/// A column of words, each distinct text understood once.
struct WordColumn<Word: SheetWord> {
  private let numbers: [Int32]
  private let words: [Word?]

  /// The column of `table`; empty when the table lacks it.
  init(_ column: OKRColumn, of table: SheetTable) {
    guard let slot = table.slot(of: column) else {
      (numbers, words) = ([], [])
      return
    }
    let known = table.columns[slot]
    numbers = known.numbers
    words = known.texts.indices.map { known.content(Int32($0)).flatMap(Word.init(word:)) }
  }

  /// The word in a row, nil where there is none.
  func word(_ row: Int) -> Word? {
    guard !numbers.isEmpty, numbers[row] >= 0 else { return nil }
    return words[Int(numbers[row])]
  }
}
