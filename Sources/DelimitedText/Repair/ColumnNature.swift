// SPDX-License-Identifier: Apache-2.0

/// What the cells of one column are, as far as regular rows show it.
struct ColumnNature: Sendable {
  /// The four natures.
  enum Kind: Sendable, Equatable {
    /// No row fills the column.
    case empty
    /// Numbers, in the styles that read all of them, with as many decimals as were seen.
    case number([NumberForm])
    /// Texts of few shapes, such as days, times, codes and words that come again and again.
    case shaped(Set<WrittenShape>)
    /// Any other text.
    case free
  }

  /// A style, and how many decimals were seen in it.
  struct NumberForm: Sendable, Equatable {
    var style: NumberStyle
    var decimals: ClosedRange<Int>
  }

  let kind: Kind
  /// How many bytes each filled cell has; nil where they differ.
  let width: Int?
  /// Whether every filled cell is a whole day or a time of day.
  let isCalendar: Bool
  /// Whether a cell is a number, whatever the others are.
  let holdsNumber: Bool
  /// Whether a cell was empty.
  let admitsEmpty: Bool
  /// Whether a cell held a marker that stands for a missing value.
  let admitsMarker: Bool

  /// Whether the column tells its cells from those of others.
  var isStrict: Bool { kind != .empty && kind != .free }

  /// Whether a trimmed cell may stand in the column.
  func admits(_ cell: Span<UInt8>) -> Bool {
    if cell.isEmpty { return admitsEmpty }
    switch kind {
    case .empty: return false
    case .free: return true
    case .shaped(let shapes):
      if let shape = WrittenShape(cell), shapes.contains(shape) { return true }
      return admitsMarker && MissingMarker(cell) != nil
    case .number(let forms):
      if admitsMarker, MissingMarker(cell) != nil { return true }
      return forms.allSatisfy { form in
        guard case .number(let number) = NumberReader.read(cell, style: form.style) else {
          return false
        }
        return form.decimals.contains(number.value.scale)
      }
    }
  }
}

/// Collects what the cells of one column are.
struct ColumnTally {
  /// A column of so many shapes is free text.
  private static let mostShapes = 4
  /// Each shape must stand for so many cells on average.
  private static let cellsPerShape = 5
  /// Fewer cells say nothing of a column.
  private static let minimumCells = 5

  private var filled = 0
  private var calendarCells = 0
  private var hasNumber = false
  private var hasEmpty = false
  private var hasMarker = false
  private var shapes: Set<WrittenShape>? = []
  private var widths: Set<Int> = []
  private var forms: [ColumnNature.NumberForm?]
  /// Whether all cells are numbers in each style.
  private var isNumber: [Bool]
  private let styles: [NumberStyle]

  /// No cell yet, of a column whose numbers are in one of these styles.
  init(styles: [NumberStyle]) {
    self.styles = styles
    forms = styles.map { _ in nil }
    isNumber = styles.map { _ in true }
  }

  /// Takes a trimmed cell into account.
  mutating func add(_ cell: Span<UInt8>) {
    guard !cell.isEmpty else {
      hasEmpty = true
      return
    }
    guard MissingMarker(cell) == nil else {
      hasMarker = true
      return
    }
    filled += 1
    if widths.count < 2 { widths.insert(cell.count) }
    for index in styles.indices where isNumber[index] { addNumber(cell, index) }
    let shape = WrittenShape(cell)
    if let shape, shapes != nil { shapes?.insert(shape) } else { shapes = nil }
    if let known = shapes, known.count > Self.mostShapes { shapes = nil }
    let look = CellLook(cell)
    if shape?.isClock == true || look == .day { calendarCells += 1 }
    if look == .figure || look == .neutral { hasNumber = true }
  }

  private mutating func addNumber(_ cell: Span<UInt8>, _ index: Int) {
    guard case .number(let number) = NumberReader.read(cell, style: styles[index]) else {
      isNumber[index] = false
      return
    }
    let scale = number.value.scale
    let seen = forms[index]?.decimals ?? scale...scale
    forms[index] = ColumnNature.NumberForm(
      style: styles[index],
      decimals: min(seen.lowerBound, scale)...max(seen.upperBound, scale)
    )
  }

  /// What the column is.
  var nature: ColumnNature {
    ColumnNature(
      kind: kind,
      width: widths.count == 1 ? widths.first : nil,
      isCalendar: filled > 0 && calendarCells == filled,
      holdsNumber: hasNumber,
      admitsEmpty: hasEmpty || filled == 0,
      admitsMarker: hasMarker
    )
  }

  /// What the cells show as far as headers differ from rows.
  var figureColumn: FigureColumn {
    FigureColumn(
      isFigures: filled > 0 && (isNumber.contains(true) || calendarCells == filled),
      isAlwaysFilled: filled > 0 && !hasEmpty && !hasMarker
    )
  }

  private var kind: ColumnNature.Kind {
    if filled == 0 { return hasMarker ? .free : .empty }
    guard filled >= Self.minimumCells else { return .free }
    let numbers = styles.indices.filter { isNumber[$0] }.compactMap { forms[$0] }
    if !numbers.isEmpty { return .number(numbers) }
    guard let shapes, shapes.count * Self.cellsPerShape <= filled else { return .free }
    return .shaped(shapes)
  }
}
