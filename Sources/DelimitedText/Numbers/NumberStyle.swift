// SPDX-License-Identifier: Apache-2.0

/// Which marks the numbers of a column use.
package struct NumberStyle: Sendable, Hashable {
  /// The sign before the decimals.
  package var decimal: DecimalMark
  /// The sign between groups of three digits; apostrophes and blanks are read beside any of them.
  package var grouping: GroupingMark?

  /// Describes a style; a grouping mark equal to the decimal mark counts as none.
  package init(decimal: DecimalMark, grouping: GroupingMark?) {
    self.decimal = decimal
    self.grouping = grouping?.rawValue == decimal.rawValue ? nil : grouping
  }

  /// `1.234,56`.
  package static let comma = NumberStyle(decimal: .comma, grouping: .point)
  /// `1,234.56`.
  package static let point = NumberStyle(decimal: .point, grouping: .comma)

  static let both = [comma, point]

  /// The style with the two marks exchanged.
  var opposite: NumberStyle { decimal == .comma ? .point : .comma }

  /// The styles that settings leave open.
  static func candidates(under settings: FormatSettings) -> [NumberStyle] {
    let decimals = settings.decimal.map { [$0] } ?? [.comma, .point]
    return decimals.compactMap { decimal in
      let usual: GroupingMark = decimal == .comma ? .point : .comma
      let clashes = settings.grouping?.rawValue == decimal.rawValue
      if clashes, settings.decimal == nil { return nil }
      let grouping = clashes ? usual : settings.grouping ?? usual
      return NumberStyle(decimal: decimal, grouping: grouping)
    }
  }
}

/// What the cells of a column say about its number style.
package enum NumberStyleDecision: Sendable, Equatable {
  /// The settings say so, cells of the column prove it, or other columns of the file do.
  case decided(NumberStyle)
  /// The column holds only whole numbers without marks, or none; any style reads them the same.
  case noEvidence(NumberStyle)
  /// Cells such as this one read differently in either style, and nothing decides.
  case ambiguous(line: Int, text: String)
}
