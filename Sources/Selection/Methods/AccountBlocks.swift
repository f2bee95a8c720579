// SPDX-License-Identifier: Apache-2.0

/// Goes through accounts in blocks, so small that what is summed for one stays in the nearest cache
/// while one criterion after the other is added.
enum AccountBlocks {
  private static let size = 1024

  /// One number per account of columns of the same length.
  ///
  /// - Parameters:
  ///   - columns: says how many accounts there are.
  ///   - fill: makes the numbers of a range of accounts, in room of that length that holds 0 first.
  /// - Returns: The numbers of all accounts.
  static func gathered(
    _ columns: [[Double]],
    fill: (Range<Int>, inout [Double]) -> Void
  ) -> [Double] {
    let count = columns.first?.count ?? 0
    precondition(columns.allSatisfy { $0.count == count }, "columns of different length")
    var gathered: [Double] = []
    gathered.reserveCapacity(count)
    for start in stride(from: 0, to: count, by: size) {
      let rows = start..<min(count, start + size)
      var numbers = [Double](repeating: 0, count: rows.count)
      fill(rows, &numbers)
      gathered += numbers
    }
    return gathered
  }
}
