// SPDX-License-Identifier: Apache-2.0

/// The lines of rows, of which hardly any does not follow the one before.
struct LineList: Sendable {
  /// Where lines begin that follow each other: the first row's index and line.
  private var runs: [(start: Int32, line: Int32)] = []
  /// The line of each row once their order has changed; empty before.
  private var lines: [Int32] = []
  private var count = 0

  /// The line of the row at `index`.
  subscript(index: Int) -> Int {
    precondition(index >= 0 && index < count, "row \(index) of \(count)")
    guard lines.isEmpty else { return Int(lines[index]) }
    var (low, high) = (0, runs.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].start <= index { low = middle } else { high = middle }
    }
    return Int(runs[low].line) + index - Int(runs[low].start)
  }

  /// Adds the line of the next row.
  mutating func append(_ line: Int) {
    let line = Int32(clamping: line)
    if !lines.isEmpty {
      lines.append(line)
    } else if let last = runs.last, Int(line) - Int(last.line) == count - Int(last.start) {
      // It follows the one before.
    } else {
      runs.append((Int32(count), line))
    }
    count += 1
  }

  /// Puts the rows into another order, or keeps some of them.
  mutating func apply(_ order: [Int32]) {
    lines = order.map { Int32(clamping: self[Int($0)]) }
    runs = []
    count = order.count
  }
}
