// SPDX-License-Identifier: Apache-2.0

/// The exact sums per period of one value: of each account those of its periods, ascending.
///
/// Tables hold millions of them, so they stand in blocks of accounts whose sums are as short as
/// they can be, in whatever order suits who adds them up; they read by row of the table.
public struct PeriodSums: Sendable {
  /// The exact sum of one period.
  public struct Element: Sendable, Equatable {
    /// The month.
    public var period: Period
    /// The sum, in the unit of ``ValueColumn/totals``; nil where a cell was missing.
    public var sum: Int128?
    /// How many rows it holds.
    public var rows: Int

    /// The sum of `rows` rows in one month, nil where a cell was missing.
    public init(period: Period, sum: Int128?, rows: Int) {
      self.period = period
      self.sum = sum
      self.rows = rows
    }
  }

  /// So many accounts are in each block but the last.
  static let blockSize = 1 << blockBits
  private static let blockBits = 10

  private let blocks: [PeriodSumBlock]
  /// The order of the blocks; nil where it is that of the rows.
  private let order: StoredOrder?
  /// How many accounts there are; 0 for a value without periods.
  private let accountCount: Int
  /// Whether no account has any sum.
  public let isEmpty: Bool

  /// No sums, as of a value without periods.
  public static let none = PeriodSums(blocks: [], order: nil)

  /// Takes blocks of accounts in an order, or in that of the rows.
  init(blocks: [PeriodSumBlock], order: StoredOrder?) {
    self.blocks = blocks
    self.order = order
    accountCount = blocks.reduce(0) { $0 + $1.accountCount }
    isEmpty = blocks.allSatisfy(\.isEmpty)
  }

  /// The sums of so many accounts, each account's ascending by period.
  package init(accounts count: Int, series: (Int) -> some Sequence<Element>) {
    let starts = stride(from: 0, to: count, by: Self.blockSize)
    let blocks = starts.map { start in
      var draft = PeriodSumBlock.Draft()
      for account in start..<Swift.min(start + Self.blockSize, count) {
        for sum in series(account) { draft.append(sum) }
        draft.endAccount()
      }
      return PeriodSumBlock(draft)
    }
    self.init(blocks: blocks, order: nil)
  }

  /// The same periods with every sum of the accounts that are hit put through `scaled`; nil makes a
  /// sum missing.
  package func scaled(where isHit: [Bool], by scaled: (Int128) -> Int128?) -> PeriodSums {
    PeriodSums(accounts: accountCount) { row in
      series(of: row).map { sum in
        guard isHit[row] else { return sum }
        return Element(period: sum.period, sum: sum.sum.flatMap(scaled), rows: sum.rows)
      }
    }
  }

  /// The first and the last period with a sum of any account; nil without sums.
  public var span: ClosedRange<Period>? {
    var span: ClosedRange<Period>?
    for own in blocks.lazy.compactMap(\.span) {
      let known = span ?? own
      span =
        Swift.min(known.lowerBound, own.lowerBound)...Swift.max(known.upperBound, own.upperBound)
    }
    return span
  }

  /// The sums of one account, ascending by period.
  public func series(of row: Int) -> Series {
    guard accountCount > 0 else { return Series(all: self, block: 0, range: 0..<0) }
    let place = order.map { Int($0.places[row]) } ?? row
    let block = place >> Self.blockBits
    let range = blocks[block].range(ofAccount: place & (Self.blockSize - 1))
    return Series(all: self, block: block, range: range)
  }

  /// The sums of one account.
  public struct Series: RandomAccessCollection, Sendable {
    // All of them, since that takes two references, and a block several.
    fileprivate let all: PeriodSums
    fileprivate let block: Int
    fileprivate let range: Range<Int>

    /// 0.
    public var startIndex: Int { 0 }
    /// How many periods have a sum.
    public var endIndex: Int { range.count }
    /// The sum of a period.
    public subscript(index: Int) -> Element { all.blocks[block][range.lowerBound + index] }
  }
}

extension PeriodSums: Sequence {
  /// Goes through the sums of all accounts as they are stored, which is not the order of the rows.
  public struct Iterator: IteratorProtocol {
    fileprivate let blocks: [PeriodSumBlock]
    private var block = 0
    private var place = 0

    fileprivate init(_ blocks: [PeriodSumBlock]) { self.blocks = blocks }

    /// The next sum.
    public mutating func next() -> Element? {
      while block < blocks.count {
        if place < blocks[block].count {
          defer { place += 1 }
          return blocks[block][place]
        }
        (block, place) = (block + 1, 0)
      }
      return nil
    }
  }

  /// The first of all sums.
  public func makeIterator() -> Iterator { Iterator(blocks) }
}

extension PeriodSums {
  /// What all accounts together have in one month.
  package struct MonthTotal: Sendable {
    /// The exact sum of those that have one.
    package var sum: Int128 = 0
    /// How many accounts have a sum.
    package var known = 0
    /// How many lack a cell.
    package var missing = 0
  }

  /// The totals of all months from the first to the last with a sum, by their distance.
  package var monthTotals: [MonthTotal] {
    guard let span else { return [] }
    let first = span.lowerBound.index
    var totals = [MonthTotal](repeating: MonthTotal(), count: span.upperBound.index - first + 1)
    for block in blocks {
      for place in 0..<block.count {
        let part = block[place]
        let month = part.period.index - first
        guard let sum = part.sum else {
          totals[month].missing += 1
          continue
        }
        totals[month].sum += sum
        totals[month].known += 1
      }
    }
    return totals
  }

  /// The rows whose sum of any period is negative, ascending.
  package var negativeRows: [Int] {
    var rows: [Int] = []
    for (number, block) in blocks.enumerated() {
      let first = number << Self.blockBits
      for account in block.negativeAccounts {
        rows.append(order.map { Int($0.rows[first + account]) } ?? first + account)
      }
    }
    return rows.sorted()
  }

  /// One figure per row of a table of `count` rows, in their order.
  ///
  /// They are asked for in the order in which sums are stored, which reads them fastest, on so many
  /// threads.
  package func figures<Figure: Sendable>(
    _ count: Int,
    startingWith none: Figure,
    threads: Int = 1,
    _ figure: @Sendable (_ row: Int) -> Figure
  ) -> [Figure] {
    var figures = [Figure](repeating: none, count: count)
    let starts = stride(from: 0, to: order?.rows.count ?? count, by: Self.figuresAtATime)
    let parts = starts.map { $0..<Swift.min($0 + Self.figuresAtATime, order?.rows.count ?? count) }
    let found = concurrentMap(parts, threads: threads) { [order] places in
      places.map { place in figure(order.map { Int($0.rows[place]) } ?? place) }
    }
    for (places, own) in zip(parts, found) {
      for (place, figure) in zip(places, own) {
        figures[order.map { Int($0.rows[place]) } ?? place] = figure
      }
    }
    return figures
  }

  private static var figuresAtATime: Int { 1 << 13 }
}

extension PeriodSums: Equatable {
  /// Whether both have equal sums row by row, whatever the order they are kept in.
  public static func == (a: PeriodSums, b: PeriodSums) -> Bool {
    a.accountCount == b.accountCount
      && (0..<a.accountCount).allSatisfy { a.series(of: $0).elementsEqual(b.series(of: $0)) }
  }
}
