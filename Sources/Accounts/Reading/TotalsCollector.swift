// SPDX-License-Identifier: Apache-2.0

/// Gathers the totals rows of a file and decides which figure each value must reach.
///
/// Totals of the highest level count: one grand total as it stands, several totals of one level
/// (one per region, say) added up.
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
  mutating func add(
    level: TotalsRow.Level, line: Int, currency: String?, sums: [Int: Int128?]
  ) {
    rows.append(Row(level: level, currency: currency, sums: sums))
  }

  /// Sets the total of one control sum: the programme's where it declares one, else the file's.
  func fill(_ control: inout ControlSum, value: Int, declared: Int128?, isOnlyCurrency: Bool) {
    if let declared {
      if isOnlyCurrency { control.fileTotal = declared } else { control.isTotalUnreadable = true }
      return
    }
    let own = rows.filter { $0.sums[value] != nil }
    guard let highest = own.map(\.level).max() else { return }
    var total: Int128 = 0
    var matches = 0
    for row in own where row.level == highest {
      guard row.currency == nil || row.currency == control.currency else { continue }
      guard row.currency != nil || isOnlyCurrency, let sum = row.sums[value].flatMap({ $0 }) else {
        control.isTotalUnreadable = true
        return
      }
      total += sum
      matches += 1
    }
    if matches > 0 { control.fileTotal = total }
  }
}
