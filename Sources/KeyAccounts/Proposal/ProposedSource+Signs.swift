// SPDX-License-Identifier: Apache-2.0
import Accounts

extension ProposedSource {
  /// Takes the signs of amounts from the column that a finding K-D111 names; false without amounts.
  ///
  /// The rarer mark reduces, and of two that are as frequent debit does. A minus always does.
  mutating func takeSigns(_ unread: Finding) -> Bool {
    guard let place = unread.column, let mark = unread.found,
      let column = profile.columns.first(where: { $0.index == place - 1 })
    else { return false }
    let negative = mark == "-" ? mark : Self.rarer(mark, in: column)
    var isTaken = false
    for index in values.indices where isUnsignedAmount(values[index]) {
      values[index].sign = (column, negative)
      isTaken = true
    }
    return isTaken
  }

  private static func rarer(_ mark: String, in column: ColumnProfile) -> String {
    let others = SignMark.counterparts(of: mark)
    let opposite = column.counts.keys.filter { others.contains(SignMark.folded($0)) }.sorted().first
    guard let opposite else { return mark }
    return column.counts[opposite, default: 0] < column.counts[mark, default: 0] ? opposite : mark
  }

  /// Whether no cell of a value has a sign of its own; a potential has none by nature.
  private func isUnsignedAmount(_ value: ProposedValue) -> Bool {
    guard value.kind == .amount, value.name != ColumnRole.potential.programmeName else {
      return false
    }
    let column = profile.columns.first {
      $0.header == value.column && $0.occurrence == value.occurrence
    }
    return column?.minimum.map { !$0.hasPrefix("-") } ?? true
  }
}
