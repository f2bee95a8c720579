// SPDX-License-Identifier: Apache-2.0
package import Accounts
package import DelimitedText
package import Selection

/// Where the cells of one column of a table come from.
///
/// A whole column is printed in one go, which is what makes tables of a million rows cheap.
package enum CellSource: Sendable {
  /// Rows of a table to rows of the data behind it.
  package enum Order: Sendable {
    /// Both are the same.
    case asStored
    /// Row `r` of the table is row `rows[r]` of the data.
    case rows([Int])

    /// The row of the data behind a row of the table.
    func dataRow(_ row: Int) -> Int {
      switch self {
      case .asStored: row
      case .rows(let rows): rows[row]
      }
    }
  }

  /// Texts.
  case texts([String], Order)
  /// Texts that may be missing.
  case optionalTexts(TextColumn, Order)
  /// Names of accounts.
  case names(NameColumn, Order)
  /// Numbers that may be missing.
  case numbers(NumberColumn, Order)
  /// Parts of scores, which may be missing.
  case contributions(Contributions, Order)
  /// Exact numbers of so many decimals that may be missing.
  case amounts(ExactColumn, decimals: Int, Order)
  /// Whole numbers.
  case integers([Int], Order)
  /// Texts of which each stands in many rows, by their numbers; a row below 0 has none.
  case numbered([String], @Sendable (_ row: Int) -> Int)
  /// Texts that are kept in another form: how a row is written, and its cell.
  case written(
    @Sendable (_ row: Int, _ cells: inout TextCells) -> Void,
    cell: @Sendable (_ row: Int) -> Cell
  )
  /// Numbers that may be missing, made one by one, by the row of the table.
  case eachNumber(@Sendable (_ row: Int) -> Double?)
  /// Whole numbers that may be missing, likewise.
  case eachInteger(@Sendable (_ row: Int) -> Int?)
  /// Numbers of so many decimals that may be missing, likewise.
  case eachDecimal(decimals: Int, @Sendable (_ row: Int) -> Int64?)
  /// Texts that may be missing, likewise.
  case eachText(@Sendable (_ row: Int) -> String?)
  /// Cells made one by one, likewise.
  case each(@Sendable (_ row: Int) -> Cell)

  /// One cell.
  func cell(_ row: Int) -> Cell {
    switch self {
    case .texts(let texts, let order): .text(texts[order.dataRow(row)])
    case .optionalTexts(let texts, let order): Cell(texts[order.dataRow(row)])
    case .names(let names, let order): .text(names[order.dataRow(row)])
    case .numbers(let numbers, let order): Cell(numbers[order.dataRow(row)])
    case .contributions(let parts, let order): Cell(parts[order.dataRow(row)])
    case .amounts(let amounts, let decimals, let order):
      Cell(amounts[order.dataRow(row)], decimals: decimals)
    case .integers(let numbers, let order): .integer(numbers[order.dataRow(row)])
    case .numbered(let texts, let number):
      number(row) < 0 ? .missing : .text(texts[number(row)])
    case .written(_, let cell): cell(row)
    case .eachNumber(let make): Cell(make(row))
    case .eachInteger(let make): Cell(make(row))
    case .eachDecimal(let decimals, let make):
      Cell(make(row).map { Int128($0) }, decimals: decimals)
    case .eachText(let make): Cell(make(row))
    case .each(let make): make(row)
    }
  }
}
