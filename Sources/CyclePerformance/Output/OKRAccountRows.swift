// SPDX-License-Identifier: Apache-2.0

/// The rows of `okr_accounts.csv`, by account, then cycle, kept beside the objectives they sum up.
///
/// A row is put together when it is asked for.
public struct OKRAccountRows: Sendable, Equatable, RandomAccessCollection {
  /// The figures of a row; no number is stored as not a number.
  struct Figures: Sendable {
    /// The position of the account among those of the rows.
    fileprivate(set) var account: Int32 = 0
    /// The numbers of account and cycle among those of the objectives.
    let group: Int32
    let cycle: Int32
    var objectives: Int32 = 0
    var keyResults: Int32 = 0
    var hits: Int32 = 0
    var attainment = Double.nan
    var attainmentAtClose = Double.nan
    var coverage = Double.nan
    var expected = Double.nan
    var status: Pace.Status?

    init(group: Int32, cycle: Int32) { (self.group, self.cycle) = (group, cycle) }
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

  /// Adds a row.
  mutating func append(_ figures: Figures) {
    var row = figures
    if let last = rows.last {
      row.account = last.group == row.group ? last.account : last.account + 1
    }
    rows.append(row)
  }

  /// Notes the accounts once all rows are there.
  ///
  /// Their texts lie all over the memory, and come together when nothing else is done.
  mutating func close() {
    for row in rows where row.account == accounts.count {
      accounts.append(sheet.groups.texts[Int(row.group)])
    }
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
