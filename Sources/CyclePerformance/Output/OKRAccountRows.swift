// SPDX-License-Identifier: Apache-2.0

/// The rows of `okr_accounts.csv`, by account, then cycle, kept beside the objectives they sum up.
///
/// A row is put together when it is asked for.
public struct OKRAccountRows: Sendable, Equatable, RandomAccessCollection {
  /// The figures of a row; no number is stored as not a number.
  private struct Figures: Sendable {
    /// The position of the account among those of the rows.
    var account: Int32
    /// The numbers of account and cycle among those of the objectives.
    var group: Int32
    var cycle: Int32
    var objectives: Int32
    var keyResults: Int32
    var hits: Int32
    var attainment: Double
    var attainmentAtClose: Double
    var coverage: Double
    var expected: Double
    var status: Pace.Status?
  }

  private let sheet: ObjectiveList
  private var rows: [Figures] = []
  /// The accounts of the rows, each once.
  private var accounts: [String] = []

  /// No rows yet about `objectives`.
  package init(of objectives: ObjectiveList = ObjectiveList()) { sheet = objectives }

  /// The first index, 0.
  public var startIndex: Int { 0 }
  /// How many there are.
  public var endIndex: Int { rows.count }

  /// The row at `index`.
  public subscript(index: Int) -> OKRAccountRow {
    let row = rows[index]
    return OKRAccountRow(
      account: account(at: index),
      cycle: cycle(at: index),
      attainment: attainment(at: index),
      attainmentAtClose: Self.number(row.attainmentAtClose),
      coverage: Self.number(row.coverage),
      objectives: Int(row.objectives),
      keyResults: Int(row.keyResults),
      hits: Int(row.hits),
      expected: Self.number(row.expected),
      status: row.status
    )
  }

  /// Whether both hold the same rows.
  public static func == (a: Self, b: Self) -> Bool { a.elementsEqual(b) }

  /// Makes room for so many rows.
  mutating func reserveCapacity(_ count: Int) {
    rows.reserveCapacity(count)
    accounts.reserveCapacity(Swift.min(count, sheet.groups.texts.count))
  }

  /// Adds a row about the account and cycle of `objective`.
  mutating func append(_ row: OKRAccountRow, of objective: Int) {
    let group = sheet.groups.numbers[objective]
    if rows.last?.group != group { accounts.append(row.account) }
    rows.append(
      Figures(
        account: Int32(accounts.count - 1),
        group: group,
        cycle: sheet.cycles.numbers[objective],
        objectives: Int32(row.objectives),
        keyResults: Int32(row.keyResults),
        hits: Int32(row.hits),
        attainment: row.attainment ?? .nan,
        attainmentAtClose: row.attainmentAtClose ?? .nan,
        coverage: row.coverage ?? .nan,
        expected: row.expected ?? .nan,
        status: row.status
      )
    )
  }

  private static func number(_ value: Double) -> Double? { value.isNaN ? nil : value }
}

// MARK: - Columns

extension OKRAccountRows {
  /// The account of a row.
  package func account(at index: Int) -> String { accounts[Int(rows[index].account)] }
  /// The accounts of the rows, each once.
  package var accountTexts: [String] { accounts }
  /// The number of a row's account among these.
  package func accountNumber(at index: Int) -> Int { Int(rows[index].account) }
  /// The cycles of objectives, each once.
  package var cycleTexts: [String] { sheet.cycles.texts }
  /// The cycle of a row.
  package func cycle(at index: Int) -> String { sheet.cycles.texts[cycleNumber(at: index)] }
  /// Whether a row is about this cycle.
  func isRow(_ index: Int, in cycle: String) -> Bool { self.cycle(at: index) == cycle }
  /// The number of a row's account among those of the objectives.
  func group(at index: Int) -> Int { Int(rows[index].group) }
  /// The row of a row's account in the directory that knew it, nil where it has none.
  func directoryRow(at index: Int) -> Int? { sheet.row(ofGroup: group(at: index)) }
  /// The number of a row's cycle among those of the objectives.
  package func cycleNumber(at index: Int) -> Int { Int(rows[index].cycle) }
  /// The attainment of a row.
  package func attainment(at index: Int) -> Double? { Self.number(rows[index].attainment) }
  /// The attainment with everything missing counted as 0.
  package func attainmentAtClose(at index: Int) -> Double? {
    Self.number(rows[index].attainmentAtClose)
  }
  /// The share of the weight that has data.
  package func coverage(at index: Int) -> Double? { Self.number(rows[index].coverage) }
  /// How many key results a row sums up.
  package func keyResults(at index: Int) -> Int { Int(rows[index].keyResults) }
  /// How many of them are a success today.
  package func hits(at index: Int) -> Int { Int(rows[index].hits) }
  /// The attainment to expect.
  package func expected(at index: Int) -> Double? { Self.number(rows[index].expected) }
  /// The status; nil for a cycle without dates.
  package func status(at index: Int) -> Pace.Status? { rows[index].status }
  /// How many objectives a row sums up.
  package func objectives(at index: Int) -> Int { Int(rows[index].objectives) }
}
