// SPDX-License-Identifier: Apache-2.0
import DelimitedText

extension RegularRowSums {
  /// How the values are read; nil where a unit or range needs exact decimals.
  static func numbers(
    _ mapping: SourceMapping,
    _ columns: SourceColumns
  ) -> [RegularRows.Plan.Number]? {
    let all = RegularRows.Plan.Number.anyNumber
    var numbers: [RegularRows.Plan.Number] = []
    for cell in columns.cells {
      let value = mapping.values[cell.value]
      let decimals = value.kind.decimals
      guard let factor = value.unitFactor.units(decimals: 0).flatMap({ Int64(exactly: $0) }),
        let least = bound(value.minimum, decimals, else: all.lowerBound),
        let most = bound(value.maximum, decimals, else: all.upperBound), least <= most
      else { return nil }
      numbers.append(
        .init(
          column: cell.column,
          style: cell.style,
          decimals: decimals,
          factor: factor,
          bounds: least...most
        )
      )
    }
    return numbers
  }

  /// The numbers that rules leave alone; nil where a rule asks for more than the size of a number,
  /// or for that of an account, period or text.
  static func numbers(
    _ rules: [RowCondition],
    _ columns: SourceColumns
  ) -> [RegularRows.Plan.Number]? {
    let others =
      [0, columns.account] + [columns.period, columns.currency].compactMap(\.self) + columns.texts
    var numbers: [RegularRows.Plan.Number] = []
    for rule in rules where rule.textColumn == nil {
      guard let range = rule.harmlessNumbers, !others.contains(range.column) else { return nil }
      numbers.append(
        .init(
          column: range.column,
          style: range.style,
          decimals: RowCondition.decimals,
          bounds: range.units
        )
      )
    }
    return numbers
  }

  private static func bound(
    _ limit: ExactDecimal?,
    _ decimals: Int,
    else none: Int64
  ) -> Int64? {
    guard let limit else { return none }
    guard let units = limit.units(decimals: decimals), units.magnitude < Int64.max.magnitude
    else { return nil }
    return Int64(units)
  }
}
