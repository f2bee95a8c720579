// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Account means drawn together by James and Stein, a second opinion beside the random effects.
///
/// The estimator takes the variance of every mean as known and the same, so all accounts must have
/// equally many cycles, two at least; the variance is that within accounts.
struct EqualCycleShrinkage {
  /// The means drawn together, by account; empty with a reason.
  private(set) var shrunk: [Double] = []
  /// Why there are none.
  private(set) var reason: String?

  /// Draws the attainments of `accounts` together, which stand by account.
  ///
  /// - Complexity: O(n); it ends at the first account with another number of cycles
  init(_ accounts: OKRAccountRows) {
    self.init(
      accounts.indices.lazy.compactMap { row in
        accounts.attainment(at: row).map { (accounts.group(at: row), $0) }
      }
    )
  }

  /// Draws attainments together that stand group by group.
  init(_ values: some Sequence<(group: Int, value: Double)>) {
    var attained: [Double] = []
    var last: Int?
    var (count, current) = (0, 0)
    for (group, value) in values {
      if group != last {
        guard last == nil || count == 0 || current == count else { break }
        if last != nil { count = current }
        (last, current) = (group, 0)
      }
      current += 1
      attained.append(value)
    }
    if count == 0 { count = current }
    guard current == count else {
      reason = "unequal_cycles"
      return
    }
    do throws(GroupShrinkage.Failure) {
      shrunk = try Self.drawn(attained, each: count)
    } catch {
      reason = error.rawValue
    }
  }

  private static func drawn(
    _ attained: [Double],
    each count: Int
  ) throws(GroupShrinkage.Failure) -> [Double] {
    guard count > 0, attained.count / count >= 4 else { throw .tooFewGroups }
    var means: [Double] = []
    var squares = 0.0
    for start in stride(from: 0, to: attained.count, by: count) {
      let values = attained[start..<start + count]
      let mean = values.reduce(0, +) / Double(count)
      for value in values { squares += (value - mean) * (value - mean) }
      means.append(mean)
    }
    let freedom = attained.count - means.count
    guard freedom > 0, squares > 0, squares.isFinite else { throw .noWithinVariance }
    let within = squares / Double(freedom)
    return try JamesStein(means, variance: within / Double(count)).shrunk
  }
}
