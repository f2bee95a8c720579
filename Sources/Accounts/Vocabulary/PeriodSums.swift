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
  /// Per row its place in the order of the blocks; empty where both orders are the same.
  private let places: [Int32]
  /// How many accounts there are; 0 for a value without periods.
  private let accountCount: Int
  /// Whether no account has any sum.
  public let isEmpty: Bool

  /// No sums, as of a value without periods.
  public static let none = PeriodSums(blocks: [], places: [])

  /// Takes blocks of accounts; row `r` stands at `places[r]`, or at `r` without places.
  init(blocks: [PeriodSumBlock], places: [Int32]) {
    self.blocks = blocks
    self.places = places
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
    self.init(blocks: blocks, places: [])
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
    let place = places.isEmpty ? row : Int(places[row])
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
  /// Goes through the accounts row by row.
  public func makeIterator() -> some IteratorProtocol<Element> {
    (0..<accountCount).lazy.flatMap { series(of: $0) }.makeIterator()
  }
}

extension PeriodSums: Equatable {
  /// Whether both have equal sums row by row, whatever the order they are kept in.
  public static func == (a: PeriodSums, b: PeriodSums) -> Bool {
    a.accountCount == b.accountCount
      && (0..<a.accountCount).allSatisfy { a.series(of: $0).elementsEqual(b.series(of: $0)) }
  }
}
