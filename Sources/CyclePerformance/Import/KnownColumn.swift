// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText

/// A column of an OKR file whose meaning is known, with what each of its distinct texts says.
struct KnownColumn {
  /// What a text is at first sight.
  enum Look: UInt8 {
    case plain, empty
    /// A token that stands where a value is missing.
    case missing
    /// An error that a spreadsheet left behind.
    case error
    /// A free text that a spreadsheet would run as a formula.
    case formula
  }

  /// What a text says as a number.
  struct Number {
    /// Whether it has the form of a number at all.
    var isNumber = false
    /// Whether its mark may mean thousands or decimals, and nothing in the file decides it.
    var isUnsure = false
    /// The mark it is read with.
    var mark = DecimalMark.point
    /// The finite number it means, nil when it means none.
    var value: Double?
    /// The unit that stands beside it.
    var unit: String?
  }

  /// What the column stands for.
  let column: OKRColumn
  /// Its position in the file, from 0; behind all others for one that the file lacks.
  let index: Int
  /// Whether the programme says what stands in every row.
  let isConstant: Bool
  /// The number of the text in each row, -1 where the row ends before this column.
  let numbers: [Int32]
  /// The trimmed texts.
  let texts: [String]
  private let looks: [Look]
  private var values: [Number] = []
  /// Whether a row below the header has the text.
  private let isUsed: [Bool]

  /// The column at `index` of `rows`, of which those from `firstRow` on stand below the header.
  init(_ column: OKRColumn, at index: Int, of rows: SheetRows, from firstRow: Int) {
    self.column = column
    self.index = index
    isConstant = false
    let cells = rows.columns[index]
    numbers = cells.numbers
    let isTrimmed = cells.texts.allSatisfy { $0.trimmedCell == $0 }
    texts = isTrimmed ? cells.texts : cells.texts.map(\.trimmedCell)
    let isFreeText = column.isFreeText
    looks = texts.map { Self.look(of: $0, isFreeText: isFreeText) }
    var isUsed = [Bool](repeating: firstRow == 0, count: texts.count)
    if firstRow > 0 {
      for number in numbers[min(firstRow, numbers.count)...] where number >= 0 {
        isUsed[Int(number)] = true
      }
    }
    self.isUsed = isUsed
  }

  /// A column that says `text` in each of `rows` rows, called as the one at `index`.
  init(_ column: OKRColumn, constant text: String, at index: Int, rows: Int) {
    self.column = column
    self.index = index
    isConstant = true
    numbers = Array(repeating: 0, count: rows)
    texts = [text]
    looks = [Self.look(of: text, isFreeText: column.isFreeText)]
    isUsed = [true]
  }

  private static func look(of text: String, isFreeText: Bool) -> Look {
    if text.isEmpty { return .empty }
    if SheetToken.isMissing(text) { return .missing }
    if SheetToken.isError(text) { return .error }
    return isFreeText && SheetText.looksLikeFormula(text) ? .formula : .plain
  }

  /// What the text with this number looks like; -1 is empty.
  func look(_ number: Int32) -> Look { number < 0 ? .empty : looks[Int(number)] }

  /// The text with this number as it stands in the file.
  func text(_ number: Int32) -> String { texts[Int(number)] }

  /// Whether the text with this number says something.
  func hasContent(_ number: Int32) -> Bool {
    switch look(number) {
    case .plain, .formula: true
    case .empty, .missing, .error: false
    }
  }

  /// The text with this number, nil when it is empty or says that there is nothing.
  func content(_ number: Int32) -> String? {
    hasContent(number) ? texts[Int(number)] : nil
  }

  /// Whether a unit stands beside any of the numbers.
  var hasUnits: Bool { values.contains { $0.unit != nil } }

  /// What the text with this number says as a number.
  func value(_ number: Int32) -> Number { values[Int(number)] }
}

// MARK: - Forms

extension KnownColumn {
  /// The texts that stand below the header.
  private var usedTexts: [String] { texts.indices.filter { isUsed[$0] }.map { texts[$0] } }

  /// The decimal marks that numbers of the column prove.
  var provenMarks: Set<DecimalMark> {
    var marks: Set<DecimalMark> = []
    for text in usedTexts {
      if case .certain(let mark)? = sheetNumber(text)?.evidence { marks.insert(mark) }
      if marks.count == 2 { break }
    }
    return marks
  }

  /// The orders of day and month that days of the column prove.
  var provenOrders: Set<DateOrder> {
    var orders: Set<DateOrder> = []
    for text in usedTexts {
      if let order = SheetDay(text)?.provenOrder { orders.insert(order) }
      if orders.count == 2 { break }
    }
    return orders
  }

  /// Reads every text as a number: by the mark that the programme states, else by the one it proves
  /// itself, else by the one of the column.
  mutating func readNumbers(
    _ decimal: (mark: DecimalMark, isSure: Bool),
    stated: DecimalMark?
  ) {
    values = texts.map { text in
      guard let number = sheetNumber(text) else { return Number() }
      var mark = decimal.mark
      if case .certain(let certain) = number.evidence { mark = stated ?? certain }
      let value = number.value(decimal: mark)
      let isUnsure = number.evidence == .ambiguous && !decimal.isSure
      return Number(
        isNumber: true,
        isUnsure: isUnsure,
        mark: mark,
        value: value,
        unit: number.unit
      )
    }
  }

  private func sheetNumber(_ text: String) -> SheetNumber? {
    column.isMeasure ? SheetNumber(measure: text) : SheetNumber(text)
  }
}
