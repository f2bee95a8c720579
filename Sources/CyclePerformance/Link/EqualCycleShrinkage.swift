// SPDX-License-Identifier: Apache-2.0
import Accounts
import Statistics

/// Account means drawn together by James and Stein, a second opinion beside the random effects.
///
/// The estimator takes the variance of every mean as known and the same, so all accounts must have
/// equally many cycles, two at least; the variance is that within accounts.
struct EqualCycleShrinkage {
  /// The means drawn together, by account; empty with a reason.
  private(set) var shrunk: [String: Double] = [:]
  /// Why there are none.
  private(set) var reason: String?

  /// Draws the attainments by account together.
  init(_ attained: [String: [Double]]) {
    let ids = attained.keys.sorted { $0.isBytewiseLess(than: $1) }
    let counts = Set(attained.values.map(\.count))
    guard counts.count <= 1 else {
      reason = "unequal_cycles"
      return
    }
    do throws(GroupShrinkage.Failure) {
      guard let count = counts.first else { throw .tooFewGroups }
      guard ids.count >= 4 else { throw .tooFewGroups }
      let within = try GroupShrinkage(attained).within
      let means = ids.map { Sample.mean(attained[$0] ?? []) }
      let found = try JamesStein(means, variance: within / Double(count))
      shrunk = Dictionary(uniqueKeysWithValues: zip(ids, found.shrunk))
    } catch {
      reason = error.rawValue
    }
  }
}

extension AttainmentEstimate {
  /// `rows` with the estimates by James and Stein over the attainments of `accounts`.
  package static func addingJamesStein(
    to rows: [AttainmentEstimate],
    _ accounts: [OKRAccountRow]
  ) -> [AttainmentEstimate] {
    var attained: [String: [Double]] = [:]
    for row in accounts {
      if let value = row.attainment { attained[row.account, default: []].append(value) }
    }
    let found = EqualCycleShrinkage(attained)
    return rows.map { row in
      var row = row
      row.jamesStein = found.shrunk[row.account]
      row.jamesSteinReason = found.reason
      return row
    }
  }
}
