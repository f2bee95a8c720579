// SPDX-License-Identifier: Apache-2.0

/// One count per account: reads like an array of `Int` in an eighth of its memory.
///
/// Nearly every count is small; the first one beyond 8 bits makes all of them 32 bits.
public struct CountColumn: Sendable {
  private var narrow: [UInt8]
  /// All counts, once one of them is too large for 8 bits; then `narrow` is empty.
  private var wide: [Int32] = []

  /// A column of zeros.
  public init(zeros count: Int) { narrow = Array(repeating: 0, count: count) }

  /// The counts of a sequence, each from 0 on.
  public init(_ elements: some Sequence<Int>) {
    narrow = []
    for element in elements { append(element) }
  }

  /// Appends the count of one more account; one beyond 32 bits is cut.
  mutating func append(_ count: Int) {
    if wide.isEmpty, let small = UInt8(exactly: count) { return narrow.append(small) }
    widen()
    wide.append(Int32(clamping: count))
  }

  /// Puts the counts of another column to some rows, in their order.
  mutating func spread(_ others: CountColumn, over rows: ArraySlice<Int32>) {
    if let run = rows.run, wide.isEmpty, others.wide.isEmpty {
      narrow.replaceSubrange(run, with: others.narrow)
    } else {
      for (count, row) in zip(others, rows) { self[Int(row)] = count }
    }
  }

  private mutating func widen() {
    guard !narrow.isEmpty else { return }
    (wide, narrow) = (narrow.map { Int32($0) }, [])
  }
}

extension CountColumn: RandomAccessCollection, MutableCollection {
  /// 0.
  public var startIndex: Int { 0 }
  /// How many accounts there are.
  public var endIndex: Int { narrow.count + wide.count }

  /// The count of one account; one beyond 32 bits is cut.
  public subscript(account: Int) -> Int {
    get { wide.isEmpty ? Int(narrow[account]) : Int(wide[account]) }
    set {
      if wide.isEmpty, let small = UInt8(exactly: newValue) {
        narrow[account] = small
      } else {
        widen()
        wide[account] = Int32(clamping: newValue)
      }
    }
  }
}

extension CountColumn: Equatable {
  /// Whether all accounts have equal counts.
  public static func == (a: CountColumn, b: CountColumn) -> Bool { a.elementsEqual(b) }
}

extension CountColumn: ExpressibleByArrayLiteral {
  /// The counts as listed.
  public init(arrayLiteral elements: Int...) { self.init(elements) }
}
