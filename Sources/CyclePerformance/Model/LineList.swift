// SPDX-License-Identifier: Apache-2.0

/// The lines of rows, of which hardly any does not follow the one before.
struct LineList: Sendable {
  /// Where lines begin that follow each other: the first row's number and line.
  private var runs: [(start: Int32, line: Int32)] = []
  /// The numbers of the rows, as they were added, once their order has changed; empty before.
  private var order: [Int32] = []
  /// How many rows were added.
  private var added = 0
  private var isOrdered = false
  private var isForgotten = false

  private var count: Int { isOrdered ? order.count : added }

  /// The line of the row at `index`.
  subscript(index: Int) -> Int {
    if isForgotten { return 0 }
    precondition(index >= 0 && index < count, "row \(index) of \(count)")
    let row = isOrdered ? Int(order[index]) : index
    var (low, high) = (0, runs.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].start <= row { low = middle } else { high = middle }
    }
    return Int(runs[low].line) + row - Int(runs[low].start)
  }

  /// Adds the line of the next row.
  mutating func append(_ line: Int) {
    if isForgotten { return }
    let line = Int32(clamping: line)
    if isOrdered { order.append(Int32(added)) }
    if let last = runs.last, Int(line) - Int(last.line) == added - Int(last.start) {
      // It follows the one before.
    } else {
      runs.append((Int32(added), line))
    }
    added += 1
  }

  /// Adds the lines of so many rows that follow each other, from `line` on.
  mutating func append(_ line: Int, count: Int) {
    guard count > 0 else { return }
    append(line)
    guard !isForgotten, !isOrdered, line + count < Int(Int32.max) else {
      for next in 1..<count { append(line + next) }
      return
    }
    added += count - 1
  }

  /// Forgets all lines, which are 0 from then on.
  mutating func forget() { (runs, order, isForgotten) = ([], [], true) }

  /// Puts the rows into another order, or keeps some of them.
  mutating func apply(_ order: [Int32]) {
    if isForgotten { return }
    self.order = isOrdered ? order.map { self.order[Int($0)] } : order
    isOrdered = true
  }
}
