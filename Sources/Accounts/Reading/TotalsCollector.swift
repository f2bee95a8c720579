// SPDX-License-Identifier: Apache-2.0

/// Gathers the totals rows of a file and decides which figure each value must reach.
///
/// Totals of the highest level count: one grand total as it stands, several totals of one level
/// (one per region, say) added up, unless the last of them is the sum of those before it.
struct TotalsCollector {
  private struct Row {
    var level: TotalsRow.Level
    var currency: String?
    var sums: [Int: Int128?]
  }

  private var rows: [Row] = []

  /// Whether a row was seen that ends the data.
  var hasGrandTotal: Bool { rows.contains { $0.level > .subtotal } }

  /// Notes a totals row.
  mutating func add(level: TotalsRow.Level, currency: String?, sums: [Int: Int128?]) {
    rows.append(Row(level: level, currency: currency, sums: sums))
  }

  /// Sets the total of one control sum to what the file's own rows say.
  func fill(_ control: inout ControlSum, value: Int, isOnlyCurrency: Bool) {
    let own = rows.filter { $0.sums[value] != nil }
    guard let highest = own.map(\.level).max() else { return }
    var amounts: [Int128] = []
    for row in own where row.level == highest {
      guard row.currency == nil || row.currency == control.currency else { continue }
      guard row.currency != nil || isOnlyCurrency, let sum = row.sums[value].flatMap({ $0 }) else {
        control.isTotalUnreadable = true
        return
      }
      amounts.append(sum)
    }
    control.fileTotal = Self.combined(amounts)
  }

  private static func combined(_ amounts: [Int128]) -> Int128? {
    guard let last = amounts.last else { return nil }
    let before = amounts.dropLast().reduce(0, +)
    return amounts.count > 1 && last == before ? last : before + last
  }
}
