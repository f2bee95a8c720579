// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText

/// Reads a file of check-ins in batches, of which only the numbers are kept.
///
/// A row is plain when it names a known key result that is measured in numbers, a day or week of its
/// cycle, and a number in plain form; such rows never become text. All others are handed back as
/// rows, to be read one by one with everything there is to say about them.
struct CheckinStream {
  /// The rows that need a look of their own.
  private(set) var rows: [SheetRow] = []
  /// What became of the file's rows.
  private(set) var counts = RowCounts()
  /// Whether a plain number had decimals, which tells how the column writes them.
  private(set) var hasDecimals = false
  /// What the file is besides its rows; nil where reading the rows does not read it as it stands.
  private(set) var audit: FileAudit?

  /// What there is to say about the layout of rows.
  private(set) var layout: LayoutFindings

  private let table: DelimitedTable
  private let columns: Columns
  private let plan: RegularRows.Plan
  private let decimals: Int
  /// The day of each date, or the number of each week, by its answer.
  private var days: [Int32] = []
  private var dayTexts: [String] = []
  private var confidences: [Double] = []
  private var hasRoom = false
  /// The day of each row of a batch as `yyyymmdd`.
  private var rowDays = [Int32](repeating: 0, count: RegularRows.capacity)
  private static let mostExpected = 1e8

  /// Where the columns stand.
  private struct Columns {
    var keyResult: Int
    var day: Int
    var isWeek: Bool
    var value: Int
    var confidence: Int?
    var comment: Int?
  }

  /// Plans for `source`; nil where its rows need a look of their own from the start.
  init?(_ source: SheetSource) {
    guard let table = source.table, let columns = Self.columns(of: source, table) else {
      return nil
    }
    self.table = table
    self.columns = columns
    layout = LayoutFindings(file: source.file.path, table: table)
    let style: NumberStyle
    switch table.numberStyle(ofColumn: columns.value, settings: source.file.format) {
    case .decided(let decided):
      style = decided
      decimals = 6
    case .noEvidence(let any):
      style = any
      decimals = 2
    case .ambiguous: return nil
    }
    var texts = [
      RegularRows.Plan.Text(column: columns.keyResult, emptyAnswer: RegularRows.asRecord),
      RegularRows.Plan.Text(column: columns.day, emptyAnswer: RegularRows.asRecord),
    ]
    for column in [columns.confidence, columns.comment].compactMap({ $0 }) {
      texts.append(RegularRows.Plan.Text(column: column, emptyAnswer: 0))
    }
    // Grouping marks are left to the look of its own.
    let plain = NumberStyle(decimal: style.decimal, grouping: nil)
    plan = RegularRows.Plan(
      texts: texts,
      numbers: [.init(column: columns.value, style: plain, decimals: decimals)]
    )
  }

  private static func columns(of source: SheetSource, _ table: DelimitedTable) -> Columns? {
    let matcher = HeaderMatcher(kind: .checkins, file: source.file)
    guard matcher.isHeader(table.header) else { return nil }
    var found: [OKRColumn: Int] = [:]
    let matched = matcher.match(table.header, line: table.format.headerLine).columns
    guard !matcher.countsCalendarWeeks(matched, of: table.header) else { return nil }
    for (column, index) in matched { found[column] = index }
    let plain: Set<OKRColumn> = [.keyResult, .date, .week, .value, .confidence, .comment]
    guard Set(found.keys).isSubset(of: plain), Set(found.values).count == found.count,
      let keyResult = found[.keyResult], let value = found[.value], value > 0,
      (found[.date] == nil) != (found[.week] == nil), let day = found[.date] ?? found[.week]
    else { return nil }
    return Columns(
      keyResult: keyResult,
      day: day,
      isWeek: found[.week] != nil,
      value: value,
      confidence: found[.confidence],
      comment: found[.comment]
    )
  }

  /// The mark that plain numbers prove, nil where all are whole.
  var provenDecimal: DecimalMark? { hasDecimals ? plan.numbers.first?.style.decimal : nil }
}

// MARK: - Reading

extension CheckinStream {
  /// Adds the plain rows to the sheet of `sheet`, with what there is to say about their days.
  mutating func read(into sheet: inout OKRImport, threads: Int) {
    counts.structure += table.preambleLines
    var plan = plan
    plan.texts[0].expected = expectedKeyResults(sheet)
    var rows = RegularRows(of: table, plan: plan, threads: threads, audits: table.isProvisional)
    while true {
      switch rows.next() {
      case .end:
        audit = rows.finishedAudit()
        return
      case .unknownText(let column):
        let answer = answer(rows.unknownText(column).text, column, &sheet)
        rows.remember(answer, column)
      case .record:
        rows.takeRecord { record in
          layout.lookAtAll(of: record)
          guard let row = SheetRow(record, of: table) else {
            counts.structure += 1
            return
          }
          counts.used += 1
          self.rows.append(row)
        }
      case .rows(let range):
        counts.used += range.count
        if !hasRoom { makeRoom(rows.shareRead, &sheet) }
        add(range, of: rows, to: &sheet)
      }
    }
  }

  /// Makes room for all check-ins of the file, as many as the first rows let expect.
  private mutating func makeRoom(_ share: Double, _ sheet: inout OKRImport) {
    hasRoom = true
    guard share > 0 else { return }
    let expected = Double(counts.used) / share * 1.02
    sheet.sheet.checkins.reserveCapacity(Int(min(expected, Self.mostExpected)))
  }

  private mutating func answer(
    _ text: String,
    _ column: Int,
    _ sheet: inout OKRImport
  ) -> Int32 {
    let cell = text.trimmedCell
    guard cell == text else { return RegularRows.asRecord }
    switch column {
    case 0:
      guard let index = sheet.keyResult(named: text), sheet.isPlain(index, byWeek: columns.isWeek)
      else { return RegularRows.asRecord }
      return Int32(exactly: index) ?? RegularRows.asRecord
    case 1: return dayAnswer(text)
    case 2 where columns.confidence != nil: return confidenceAnswer(text)
    default: return RegularRows.asRecord
    }
  }

  /// The ids of the key results, in whose order most files name them.
  private func expectedKeyResults(_ sheet: OKRImport) -> ExpectedTexts {
    sheet.sheet.keyResults.ids.expected { index in
      let isKnown = sheet.keyResults.isKey(at: index)
      let isPlain = isKnown && sheet.isPlain(index, byWeek: columns.isWeek)
      return isPlain ? Int32(index) : RegularRows.unasked
    }
  }

  private mutating func dayAnswer(_ text: String) -> Int32 {
    if columns.isWeek {
      guard let week = Int32(text), (1...999).contains(week) else { return RegularRows.asRecord }
      days.append(week)
    } else {
      guard let day = SheetDay(text), day.second == nil, !day.hasTwoDigitYear, !day.isSlashed,
        let date = day.date(order: .dayFirst)
      else { return RegularRows.asRecord }
      days.append(date.packed)
    }
    dayTexts.append(text)
    return Int32(days.count - 1)
  }

  /// A confidence from 1 to 10, or 0, whose form leaves no question; counted from 1.
  private mutating func confidenceAnswer(_ text: String) -> Int32 {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Double(text),
      number <= 10
    else { return RegularRows.asRecord }
    confidences.append(number)
    return Int32(confidences.count)
  }

  private mutating func add(
    _ range: Range<Int>,
    of rows: borrowing RegularRows,
    to sheet: inout OKRImport
  ) {
    sheet.sheet.checkins.file = sheet.checkinFile
    let answers = rows.answers
    var first = range.lowerBound
    for row in range {
      let (keyResult, answer) = (Int(answers[row]), Int(answers[RegularRows.capacity + row]))
      guard let day = sheet.plainDay(days[answer], byWeek: columns.isWeek, of: keyResult) else {
        append(first..<row, of: rows, to: &sheet.sheet.checkins)
        first = row + 1
        continue
      }
      rowDays[row] = day
      if sheet.isRemarkable(day, of: keyResult) {
        sheet.noteDay(day, of: keyResult, line: rows.line(ofRow: row), found: dayTexts[answer])
      }
    }
    append(first..<range.upperBound, of: rows, to: &sheet.sheet.checkins)
  }

  /// Adds rows whose days are known.
  private mutating func append(
    _ range: Range<Int>,
    of rows: borrowing RegularRows,
    to checkins: inout CheckinList
  ) {
    guard let first = range.first else { return }
    let scale: Int64 = decimals == 6 ? 1_000_000 : 100
    let (answers, numbers) = (rows.answers, rows.numbers[range])
    if !hasDecimals {
      hasDecimals = numbers.contains { $0 != RegularRows.missing && $0 % scale != 0 }
    }
    if columns.confidence != nil {
      for row in range {
        let confidence = Int(answers[2 * RegularRows.capacity + row])
        guard confidence > 0 else { continue }
        checkins.setConfidence(confidences[confidence - 1], at: checkins.count + row - first)
      }
    }
    checkins.append(
      CheckinList.PlainRows(
        keyResults: answers[range],
        days: rowDays[range],
        numbers: numbers,
        scale: scale,
        line: rows.line(ofRow: first)
      )
    )
  }
}
