// SPDX-License-Identifier: Apache-2.0
import Accounts
package import DelimitedText

/// The rows of `okr_key_results.csv`, column by column beside the sheet they belong to.
///
/// A row is put together when it is asked for; tables ask for the columns they print.
public struct OKRKeyResultRows: Sendable, Equatable, RandomAccessCollection {
  /// Where a running key result is heading.
  struct Outlook: Sendable {
    var value: Double
    var interval: ClosedRange<Double>?
  }

  private let keyResults: KeyResultList
  private let objectives: ObjectiveList
  /// The key result of each row; empty where that is the row itself.
  private var order: [Int32] = []
  private var raws: [Double]
  private var progresses: [Double]
  private var expectations: [Double]
  private var statuses: [Pace.Status?]
  private var hits: [Bool?]
  /// The day of the latest check-in that counts as `yyyymmdd`, 0 for none.
  private var lastDays: [Int32]
  private var outlooks = RareColumn<Outlook>()
  private var reasons = RareColumn<String>()

  /// Rows without figures for the key results of `sheet`.
  package init(of sheet: OKRSheet) {
    keyResults = sheet.keyResults
    objectives = sheet.objectives
    let count = keyResults.count
    raws = Array(repeating: .nan, count: count)
    progresses = Array(repeating: .nan, count: count)
    expectations = Array(repeating: .nan, count: count)
    statuses = Array(repeating: nil, count: count)
    hits = Array(repeating: nil, count: count)
    lastDays = Array(repeating: 0, count: count)
  }

  /// The first index, 0.
  public var startIndex: Int { 0 }
  /// How many there are.
  public var endIndex: Int { raws.count }

  /// The row at `index`.
  public subscript(index: Int) -> OKRKeyResultRow {
    var row = OKRKeyResultRow(
      keyResult: id(at: index),
      objective: objective(at: index),
      account: account(at: index),
      cycle: cycle(at: index),
      title: title(at: index),
      kind: kind(at: index)
    )
    row.progressRaw = progressRaw(at: index)
    row.progress = progress(at: index)
    row.status = status(at: index)
    row.expected = expected(at: index)
    row.forecast = forecast(at: index)
    row.forecastLow = interval(at: index)?.lowerBound
    row.forecastHigh = interval(at: index)?.upperBound
    row.isHit = isHit(at: index)
    row.reason = reason(at: index)
    row.lastCheckin = lastDay(at: index).map(CalendarDate.init(packed:))
    return row
  }

  /// Whether both hold the same rows.
  public static func == (a: Self, b: Self) -> Bool { a.elementsEqual(b) }

  /// The rows by id, then objective, then their order in the sheet.
  func sorted() -> OKRKeyResultRows {
    var sorted = self
    let ids = keyResults.ids
    let isInOrder = indices.dropFirst().allSatisfy { ids.isLess($0 - 1, $0) }
    guard !isInOrder else { return self }
    sorted.order = indices.map { Int32($0) }
    sorted.order.sort { a, b in
      let (first, second) = (Int(a), Int(b))
      if ids.isLess(first, second) { return true }
      if ids.isLess(second, first) { return false }
      let (x, y) = (keyResults.objectiveID(at: first), keyResults.objectiveID(at: second))
      return x != y ? x.isBytewiseLess(than: y) : first < second
    }
    return sorted
  }

  /// The key result that a row is about.
  private func place(_ row: Int) -> Int { order.isEmpty ? row : Int(order[row]) }
}

// MARK: - Columns

extension OKRKeyResultRows {
  /// The id of the key result.
  package func id(at row: Int) -> String { keyResults.ids[place(row)] }
  /// The id of its objective.
  package func objective(at row: Int) -> String { keyResults.objectiveID(at: place(row)) }
  /// The account it counts for, nil when its objective is unknown.
  package func account(at row: Int) -> String? {
    keyResults.objective(of: place(row)).map { objectives.group(at: $0) }
  }
  /// The cycle, nil when its objective is unknown.
  package func cycle(at row: Int) -> String? {
    keyResults.objective(of: place(row)).map { objectives.cycle(at: $0) }
  }
  /// The accounts that objectives count for, each once.
  package var accountTexts: [String] { objectives.groups.texts }
  /// The number of a row's account among these, -1 when its objective is unknown.
  package func accountNumber(at row: Int) -> Int {
    keyResults.objective(of: place(row)).map { Int(objectives.groups.numbers[$0]) } ?? -1
  }
  /// The cycles of objectives, each once.
  package var cycleTexts: [String] { objectives.cycles.texts }
  /// The number of a row's cycle among these, -1 when its objective is unknown.
  package func cycleNumber(at row: Int) -> Int {
    keyResults.objective(of: place(row)).map { Int(objectives.cycles.numbers[$0]) } ?? -1
  }
  /// Appends the id of the key result.
  package func appendID(at row: Int, to cells: inout TextCells) {
    keyResults.ids.append(place(row), to: &cells)
  }
  /// Appends the id of its objective.
  package func appendObjective(at row: Int, to cells: inout TextCells) {
    keyResults.appendObjectiveID(at: place(row), to: &cells)
  }
  /// The result.
  package func title(at row: Int) -> String? { keyResults.title(at: place(row)) }
  /// How it is measured.
  package func kind(at row: Int) -> KeyResult.Kind { keyResults.kind(at: place(row)) }
  /// Progress without bounds.
  package func progressRaw(at row: Int) -> Double? { Self.number(raws[place(row)]) }
  /// Progress within 0 and 1.
  package func progress(at row: Int) -> Double? { Self.number(progresses[place(row)]) }
  /// The progress to expect.
  package func expected(at row: Int) -> Double? { Self.number(expectations[place(row)]) }
  /// The status; nil for a cycle without dates.
  package func status(at row: Int) -> Pace.Status? { statuses[place(row)] }
  /// Whether it counts as a success today; nil without progress.
  package func isHit(at row: Int) -> Bool? { hits[place(row)] }
  /// Where a running key result is heading at the end of the cycle.
  package func forecast(at row: Int) -> Double? { outlooks[place(row)]?.value }
  /// The 80 % prediction interval of the forecast.
  package func interval(at row: Int) -> ClosedRange<Double>? { outlooks[place(row)]?.interval }
  /// Why there is no progress.
  package func reason(at row: Int) -> String? { reasons[place(row)] }
  /// The day of the latest check-in that counts, as `yyyymmdd`.
  package func lastDay(at row: Int) -> Int32? {
    let day = lastDays[place(row)]
    return day == 0 ? nil : day
  }

  private static func number(_ value: Double) -> Double? { value.isNaN ? nil : value }
}

// MARK: - Filling, in the order of the sheet

extension OKRKeyResultRows {
  mutating func setProgress(at index: Int, raw: Double?, capped: Double?, reason: String?) {
    raws[index] = raw ?? .nan
    progresses[index] = capped ?? .nan
    reasons[index] = reason
  }

  mutating func setReason(at index: Int, _ reason: String) { reasons[index] = reason }

  mutating func setHit(at index: Int, _ isHit: Bool?) { hits[index] = isHit }

  mutating func setPace(at index: Int, _ pace: Pace) {
    expectations[index] = pace.expected ?? .nan
    statuses[index] = pace.status
  }

  mutating func setLastDay(at index: Int, _ day: Int32) { lastDays[index] = day }

  mutating func setOutlook(at index: Int, _ outlook: Outlook?) { outlooks[index] = outlook }
}
