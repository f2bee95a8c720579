// SPDX-License-Identifier: Apache-2.0
import Accounts

/// The lines of `link.csv`, column by column: a million of them need little more than their numbers.
///
/// A row is put together when it is asked for; figures and tables ask for the columns they need.
public struct LinkRows: Sendable, Equatable, RandomAccessCollection, ExpressibleByArrayLiteral {
  /// The rows as they were added, by the place that each has among all; empty where that is the same.
  private var order: [Int32] = []
  private var accounts: [String] = []
  private var cycles = NumberedTexts()
  private var runs = RareColumn<String>()
  private var scores = NumberColumn()
  private var ranks = RareColumn<Int32>()
  private var selections = RareColumn<Bool>()
  private var classes: [LinkRow.Class] = []
  private var attainments = NumberColumn()
  private var coverages = NumberColumn()
  private var keyResults = RareColumn<Int32>()

  /// The rows of `rows`, in their order.
  package init(_ rows: some Sequence<LinkRow>) { for row in rows { append(row) } }

  /// The rows of the literal, in their order.
  public init(arrayLiteral rows: LinkRow...) { self.init(rows) }

  /// The first index, 0.
  public var startIndex: Int { 0 }
  /// How many there are.
  public var endIndex: Int { classes.count }

  /// The row at `index`.
  public subscript(index: Int) -> LinkRow {
    LinkRow(
      account: account(at: index),
      cycle: cycle(at: index),
      run: run(at: index),
      score: score(at: index),
      rank: rank(at: index),
      isSelected: isSelected(at: index),
      linkClass: linkClass(at: index),
      attainment: attainment(at: index),
      coverage: coverage(at: index),
      keyResults: keyResults(at: index)
    )
  }

  /// Whether both hold the same rows.
  public static func == (a: Self, b: Self) -> Bool { a.elementsEqual(b) }

  private func place(_ row: Int) -> Int { order.isEmpty ? row : Int(order[row]) }
}

// MARK: - Columns

extension LinkRows {
  /// The account of a row.
  package func account(at row: Int) -> String { accounts[place(row)] }
  /// The cycle of a row.
  package func cycle(at row: Int) -> String { cycles[place(row)] }
  /// The cycles of the rows, each once.
  package var cycleTexts: [String] { cycles.texts }
  /// The number of a row's cycle among these.
  package func cycleNumber(at row: Int) -> Int { Int(cycles.numbers[place(row)]) }
  /// The run whose data end at or before the cycle's start.
  package func run(at row: Int) -> String? { runs[place(row)] }
  /// The score in that run.
  package func score(at row: Int) -> Double? { scores[place(row)] }
  /// The rank in that run.
  package func rank(at row: Int) -> Int? { ranks[place(row)].map { Int($0) } }
  /// Whether that run selected the account.
  package func isSelected(at row: Int) -> Bool? { selections[place(row)] }
  /// How selection and OKRs meet.
  package func linkClass(at row: Int) -> LinkRow.Class { classes[place(row)] }
  /// What the account reached.
  package func attainment(at row: Int) -> Double? { attainments[place(row)] }
  /// The share of the weight that has data.
  package func coverage(at row: Int) -> Double? { coverages[place(row)] }
  /// How many key results the account has.
  package func keyResults(at row: Int) -> Int? { keyResults[place(row)].map { Int($0) } }

  /// The rows that can stand in a regression of attainment on score.
  package var usableForRegression: [LinkRow] {
    indices.filter { score(at: $0) != nil && attainment(at: $0) != nil }.map { self[$0] }
  }
}

// MARK: - Growing

extension LinkRows {
  /// Adds a row at the end; nothing is added once the rows are sorted.
  mutating func append(_ row: LinkRow) {
    precondition(order.isEmpty, "rows are added before they are sorted")
    let index = count
    accounts.append(row.account)
    cycles.append(row.cycle)
    runs[index] = row.run
    scores[index] = row.score
    ranks[index] = row.rank.map { Int32(clamping: $0) }
    selections[index] = row.isSelected
    classes.append(row.linkClass)
    attainments[index] = row.attainment
    coverages[index] = row.coverage
    keyResults[index] = row.keyResults.map { Int32(clamping: $0) }
  }

  /// Puts the rows in the order of their accounts, then cycles.
  ///
  /// - Complexity: O(n log p) for p ascending parts
  mutating func sort() {
    let cycleRanks = cycles.ranks()
    let isBefore = { [accounts, cycles] (a: Entry, b: Entry) in
      if a.prefix != b.prefix { return a.prefix < b.prefix }
      let (first, second) = (accounts[Int(a.row)], accounts[Int(b.row)])
      return first != second
        ? first.isBytewiseLess(than: second)
        : cycleRanks[Int(cycles.numbers[Int(a.row)])] < cycleRanks[Int(cycles.numbers[Int(b.row)])]
    }
    var sorted = indices.map { row in
      Entry(prefix: BytewiseOrder.prefix(of: accounts[row]), row: Int32(row))
    }
    guard zip(sorted, sorted.dropFirst()).contains(where: { isBefore($1, $0) }) else { return }
    // A stable sort of one ascending part per cycle.
    sorted.sort(by: isBefore)
    order = sorted.map(\.row)
  }

  /// A row with the first bytes of its account, which decide nearly always.
  private struct Entry {
    let prefix: UInt64
    let row: Int32
  }
}
