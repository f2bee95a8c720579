// SPDX-License-Identifier: Apache-2.0
package import Accounts

/// One line of `kpi_development.csv`: a business figure of one account around one cycle, kept apart
/// from its OKRs.
public struct KPIDevelopment: Sendable, Equatable {
  /// The account.
  public var account: String
  /// The cycle.
  public var cycle: String
  /// The value, such as `revenue`.
  public var value: String
  /// Cycles between the OKRs and the figure after them, 0 to 2.
  public var lag: Int
  /// The sum of the window before the cycle.
  public var before: Double
  /// The sum of the window after.
  public var after: Double
  /// The change as a share of before; nil unless before is positive.
  public var change: Double?

  /// The development of all accounts that were selected for a cycle or have OKRs in it, in windows
  /// that the data of `table` cover, by account, cycle, value and lag.
  ///
  /// - Complexity: O(accounts · values · periods)
  package static func rows(
    _ table: AccountTable,
    cycles: [Cycle],
    link: LinkRows
  ) -> [KPIDevelopment] {
    var windows: [String: KPIWindow] = [:]
    for cycle in cycles where windows[cycle.id] == nil { windows[cycle.id] = KPIWindow(cycle) }
    let values = table.values.sorted { $0.name.isBytewiseLess(than: $1.name) }
      .compactMap { value in value.span(upTo: table.asOf).map { (value, $0) } }
    guard !values.isEmpty else { return [] }
    let wanted = link.indices.filter { link.linkClass(at: $0) != .otherWithoutOKR }
    return wanted.flatMap { row -> [KPIDevelopment] in
      let (account, cycle) = (link.account(at: row), link.cycle(at: row))
      guard let window = windows[cycle], let index = table.row(of: account) else { return [] }
      return values.flatMap { value, span in
        (0...2).compactMap { lag in
          guard window.isCovered(shiftedBy: -1, by: span),
            window.isCovered(shiftedBy: lag, by: span),
            let before = value.sum(of: index, in: window.months(shiftedBy: -1)),
            let after = value.sum(of: index, in: window.months(shiftedBy: lag))
          else { return nil }
          return KPIDevelopment(
            account: account,
            cycle: cycle,
            value: value.name,
            lag: lag,
            before: before,
            after: after,
            change: before > 0 ? (after / before - 1).finite : nil
          )
        }
      }
    }
  }
}
