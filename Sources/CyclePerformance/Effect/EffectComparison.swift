// SPDX-License-Identifier: Apache-2.0
package import Accounts
import Statistics

/// Compares how business figures moved around cycles, kept apart from the OKRs themselves.
///
/// Before is a window as long as the cycle that ends where the cycle starts; after is the cycle's
/// own months (lag 0), or those one or two cycle lengths later. Only windows that the data cover
/// wholly count. Values are those with periods; every account with a figure in both windows is in
/// one of the groups.
package struct EffectComparison: Sendable {
  /// The rows, by cycle, value, lag and arm.
  package let rows: [EffectRow]

  /// Products of group sizes beyond which accounts are not matched.
  package static let mostPairs = 20_000_000
  /// Standardised differences beyond which the groups are not comparable.
  package static let greatestImbalance = 0.25

  /// Compares accounts of `table` around `cycles`, in the groups that `link` gives.
  ///
  /// - Complexity: O(cycles · values · (periods + treated · control))
  package init(
    _ table: AccountTable,
    cycles: [Cycle],
    link: LinkRows,
    profile: RuleProfile
  ) {
    guard table.values.contains(where: { $0.span(upTo: table.asOf) != nil }) else {
      rows = []
      return
    }
    let rowsOfCycle = Dictionary(grouping: link.indices) { link.cycle(at: $0) }
    let ordered = cycles.sorted { $0.id.isBytewiseLess(than: $1.id) }
    var rows: [EffectRow] = []
    for cycle in ordered {
      guard let window = KPIWindow(cycle) else { continue }
      let linked = rowsOfCycle[cycle.id] ?? []
      for value in table.values.sorted(by: { $0.name.isBytewiseLess(than: $1.name) }) {
        guard let span = value.span(upTo: table.asOf) else { continue }
        let windows = Windows(table: table, value: value, window: window, span: span)
        for lag in 0...2 {
          for arm in EffectRow.Arm.allCases {
            let row = EffectRow(cycle: cycle.id, value: value.name, lag: lag, arm: arm)
            let groups = Self.groups(arm, linked, of: link)
            rows.append(windows.compared(row, groups, profile))
          }
        }
      }
    }
    self.rows = rows
  }

  /// Whether each linked account is in the group of `arm`; nil where that is not known.
  private static func groups(
    _ arm: EffectRow.Arm,
    _ rows: [Int],
    of link: LinkRows
  ) -> [String: Bool] {
    var groups: [String: Bool] = [:]
    for row in rows {
      switch arm {
      case .withOKR: groups[link.account(at: row)] = link.keyResults(at: row) != nil
      case .selected: groups[link.account(at: row)] = link.isSelected(at: row)
      }
    }
    return groups
  }
}

/// The windows of one value around one cycle.
private struct Windows {
  let table: AccountTable
  let value: ValueColumn
  let window: KPIWindow
  let span: ClosedRange<Period>

  func compared(
    _ given: EffectRow,
    _ groups: [String: Bool],
    _ profile: RuleProfile
  ) -> EffectRow {
    var row = given
    guard window.isCovered(shiftedBy: -1, by: span),
      window.isCovered(shiftedBy: row.lag, by: span)
    else {
      row.reason = .tooFewData
      return row
    }
    let sample = changes(from: -1, to: row.lag, groups, arm: row.arm)
    row.treated = sample.count { $0.hasOKR }
    row.control = sample.count - row.treated
    guard row.treated >= 2, row.control >= 2 else {
      row.reason = .tooFewInArm
      return row
    }
    guard sample.count >= profile.minAccountCycles,
      let result = try? DifferenceInDifferences(sample)
    else {
      row.reason = .tooFewData
      return row
    }
    row.fill(from: result)
    row.fillBalance(from: sample)
    if window.isCovered(shiftedBy: -2, by: span) {
      let earlier = changes(from: -2, to: -1, groups, arm: row.arm)
      row.placebo = (try? DifferenceInDifferences(earlier))?.difference.finite
    }
    return row
  }

  private func changes(
    from before: Int,
    to after: Int,
    _ groups: [String: Bool],
    arm: EffectRow.Arm
  ) -> [DifferenceInDifferences.Row] {
    let (first, second) = (window.months(shiftedBy: before), window.months(shiftedBy: after))
    return table.ids.indices.compactMap { index in
      let group = groups[table.ids[index]] ?? (arm == .withOKR ? false : nil)
      guard let group, let low = value.sum(of: index, in: first),
        let high = value.sum(of: index, in: second)
      else { return nil }
      return DifferenceInDifferences.Row(
        account: table.ids[index],
        hasOKR: group,
        before: low,
        after: high,
        covariates: [low]
      )
    }
  }
}

extension EffectRow {
  fileprivate mutating func fill(from result: DifferenceInDifferences) {
    difference = result.difference.finite
    permutationProbability = result.permutationProbability
    adjusted = result.adjusted?.finite
    adjustedError = result.adjustedErrorHC1?.finite
    standardError = result.errorHC1?.finite
    let freedom = Double(treated + control - 2)
    if let difference, let standardError,
      let quantile = Distribution.studentQuantile(0.975, degreesOfFreedom: freedom)
    {
      low = (difference - quantile * standardError).finite
      high = (difference + quantile * standardError).finite
    }
  }

  /// How alike the groups were before, what the most similar accounts did, and what could be seen.
  fileprivate mutating func fillBalance(from sample: [DifferenceInDifferences.Row]) {
    let arms = [sample.filter(\.hasOKR), sample.filter { !$0.hasOKR }]
    let (inside, outside) = (arms[0].map(\.before), arms[1].map(\.before))
    let spread = ((Sample.variance(inside) + Sample.variance(outside)) / 2).squareRoot()
    if spread > 0 {
      standardisedDifference = ((Sample.mean(inside) - Sample.mean(outside)) / spread).finite
    }
    if treated * control <= EffectComparison.mostPairs {
      matched = (try? NearestMatch(sample))?.effect.finite
    }
    let squares = arms.reduce(0.0) { sum, arm in
      sum + Sample.variance(arm.map { $0.after - $0.before }) * Double(arm.count - 1)
    }
    let deviation = (squares / Double(treated + control - 2)).squareRoot()
    detectable =
      DetectableDifference(
        treated: treated,
        control: control,
        deviation: deviation,
        alpha: 0.05,
        power: 0.8
      )?.difference.finite
    if abs(standardisedDifference ?? 0) > EffectComparison.greatestImbalance {
      reason = .notComparable
    }
  }
}

extension Double {
  /// This number, nil where it is none or infinite.
  var finite: Double? { isFinite ? self : nil }
}
