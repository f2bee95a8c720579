// SPDX-License-Identifier: Apache-2.0

/// What the cells of one column say about its number style so far.
///
/// *Definition* Each cell is read in both styles. Only one reads it: evidence for that style. Both
/// read the same number: none. Both read different numbers: the cell is ambiguous. More evidence
/// for one style than for the other decides.
struct NumberEvidence {
  /// So many votes are looked at for periods in the form of numbers.
  private static let periodSample = 100

  /// So many texts are remembered with what they say.
  private static let rememberedTexts = 1 << 18

  /// What one text says about the style.
  private enum Verdict: Sendable {
    case first, last, sameNumber, ambiguous, missing, otherText
  }

  private let candidates: [NumberStyle]
  private var memo = TextMemo<Verdict>(limit: rememberedTexts)
  private var votes: [Int]
  private var firstAmbiguous: (line: Int, text: String)?
  private(set) var numbers = 0
  private(set) var otherTexts = 0
  /// Votes of cells such as `001.2025`, which are numbers only in form.
  private var periodVotes = 0

  init(settings: FormatSettings) {
    candidates = NumberStyle.candidates(under: settings)
    votes = candidates.map { _ in 0 }
  }

  /// How many cells speak for a style.
  var voteCount: Int { votes.reduce(0, +) }

  /// The style with the most votes; nil for none and for a draw.
  var style: NumberStyle? {
    guard candidates.count > 1 else { return candidates.first }
    guard let most = votes.max(), most > 0, votes.count(where: { $0 == most }) == 1,
      let index = votes.firstIndex(of: most)
    else { return nil }
    return candidates[index]
  }

  /// The style as evidence for other columns: only from a column of numbers.
  var exemplaryStyle: NumberStyle? {
    guard numbers >= 4 * otherTexts, min(voteCount, Self.periodSample) > 2 * periodVotes
    else { return nil }
    return style
  }

  /// Whether only the file's other columns can decide this one.
  var asksForOthers: Bool { firstAmbiguous != nil && voteCount == 0 }

  /// Whether the column has shown itself to hold texts rather than numbers.
  var isAboutText: Bool { otherTexts > 100 && numbers * 4 < otherTexts }

  /// The decision, with `fallback` for the style of the file's other columns.
  func decision(fallback: NumberStyle?) -> NumberStyleDecision {
    if let style { return .decided(style) }
    let isDraw = voteCount > 0
    if let firstAmbiguous, isDraw || fallback == nil {
      return .ambiguous(line: firstAmbiguous.line, text: firstAmbiguous.text)
    }
    if let fallback { return firstAmbiguous == nil ? .noEvidence(fallback) : .decided(fallback) }
    return .noEvidence(candidates.first { $0.decimal == .point } ?? .point)
  }

  /// Takes a cell of a record into account.
  mutating func add(_ record: borrowing Record, column: Int) {
    let line = record.line
    record.withContent(column) { cell in add(cell, line: line) }
  }

  /// Takes one cell into account.
  mutating func add(_ cell: Span<UInt8>, line: Int) {
    // Whole numbers without marks read the same in every style, and most cells are such.
    let isPlain = !cell.isEmpty && cell.indices.allSatisfy { cell[$0] &- UInt8(ascii: "0") < 10 }
    guard !isPlain else {
      numbers += 1
      return
    }
    let candidates = candidates
    switch memo.fact(of: cell, orElse: { cell in Self.verdict(on: cell, candidates) }) {
    case .first: vote(0, cell, line)
    case .last: vote(votes.count - 1, cell, line)
    case .sameNumber: numbers += 1
    case .ambiguous:
      numbers += 1
      noteAmbiguous(cell, line)
    case .missing: break
    case .otherText: otherTexts += 1
    }
  }

  private static func verdict(on cell: Span<UInt8>, _ candidates: [NumberStyle]) -> Verdict {
    let first = NumberReader.read(cell, style: candidates.first ?? .point)
    let last = NumberReader.read(cell, style: candidates.last ?? .point)
    return switch (first, last) {
    case (.number(let a), .number(let b)): a.value == b.value ? .sameNumber : .ambiguous
    case (.number, _): .first
    case (_, .number): .last
    case (.missing, _): .missing
    default: .otherText
    }
  }

  private mutating func vote(_ index: Int, _ cell: Span<UInt8>, _ line: Int) {
    numbers += 1
    votes[index] += 1
    // A draw has to show a cell, even when each cell by itself is clear.
    if voteCount > 1, firstAmbiguous == nil, style == nil { noteAmbiguous(cell, line) }
    guard voteCount <= Self.periodSample else { return }
    switch CalendarReader.read(cell, style: DateStyle(order: .dayFirst)) {
    case .month, .special: periodVotes += 1
    default: break
    }
  }

  private mutating func noteAmbiguous(_ cell: Span<UInt8>, _ line: Int) {
    if firstAmbiguous == nil { firstAmbiguous = (line, decodedText(of: cell)) }
  }
}
