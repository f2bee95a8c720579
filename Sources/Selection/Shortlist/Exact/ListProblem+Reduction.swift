// SPDX-License-Identifier: Apache-2.0

extension ListProblem {
  /// The problem without candidates that no best list holds.
  ///
  /// *Rule* A candidate is left out when it does not fit by itself, or when those ahead of it in the
  /// same category that take no more effort would have to be on the list with it, because exchanging
  /// it for one of them never hurts, and together with it they break the limit, the seats or a
  /// bound. What remains grows with the limit, not with the number of accounts.
  ///
  /// - Parameter slack: effort beyond the limit for which the reduction must hold as well.
  /// - Returns: A problem with the same best lists.
  /// - Complexity: O(n log n)
  func reduced(slack: Int64 = 0) -> ListProblem {
    var problem = self
    let room = limit.map { Int64(clamping: Int128(max(0, $0)) + Int128(slack)) }
    let places = Dictionary(grouping: candidates.indices) { candidates[$0].category }
    var most: [Int: Int] = [:]
    for bound in bounds {
      for category in bound.categories {
        most[category] = min(most[category] ?? .max, bound.atMost)
      }
    }
    var kept: [Int] = []
    for (category, indices) in places {
      let seats = min(self.seats ?? .max, most[category] ?? .max)
      var ahead = EffortTally(indices.map { candidates[$0].effort }, cap: room ?? .max)
      for index in indices {
        let effort = candidates[index].effort
        let rivals = ahead.upTo(effort)
        if let room, effort > room || rivals.effort > room - effort { continue }
        guard rivals.count < seats else { continue }
        kept.append(index)
        ahead.add(effort)
      }
    }
    problem.candidates = kept.sorted().map { candidates[$0] }
    return problem
  }
}

/// Counts and sums efforts up to a level, in O(log n) each (Fenwick 1994).
private struct EffortTally {
  private let levels: [Int64]
  private let cap: Int64
  private var counts: [Int]
  private var sums: [Int64]

  /// Prepares to tally efforts, of which all values are given; sums stop growing beyond `cap`.
  init(_ efforts: [Int64], cap: Int64) {
    levels = Set(efforts).sorted()
    self.cap = cap
    counts = Array(repeating: 0, count: levels.count + 1)
    sums = Array(repeating: 0, count: levels.count + 1)
  }

  mutating func add(_ effort: Int64) {
    var node = level(of: effort)
    while node < counts.count {
      counts[node] += 1
      sums[node] = capped(sums[node], effort)
      node += node & -node
    }
  }

  /// How many efforts were added that are no larger, and their sum.
  func upTo(_ effort: Int64) -> (count: Int, effort: Int64) {
    var node = level(of: effort)
    var result = (count: 0, effort: Int64(0))
    while node > 0 {
      result.count += counts[node]
      result.effort = capped(result.effort, sums[node])
      node -= node & -node
    }
    return result
  }

  private func capped(_ a: Int64, _ b: Int64) -> Int64 {
    let (sum, overflows) = a.addingReportingOverflow(b)
    return overflows || sum > cap ? cap : sum
  }

  /// The place of a level from 1.
  private func level(of effort: Int64) -> Int {
    var (low, high) = (0, levels.count)
    while low < high {
      let middle = (low + high) / 2
      if levels[middle] < effort { low = middle + 1 } else { high = middle }
    }
    return low + 1
  }
}
