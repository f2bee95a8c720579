// SPDX-License-Identifier: Apache-2.0
public import Accounts
package import DelimitedText

/// One table of a run: its columns, and its rows made on demand.
///
/// Rows are not kept: a writer asks for them one after another and reuses the space, so that a
/// table of a million accounts costs no more memory than the results it shows.
public struct ReportTable: Sendable {
  /// What a column holds, in the words of Frictionless Table Schema.
  public enum ColumnType: String, Sendable {
    case string, integer, number, boolean, date
  }

  /// One column.
  public struct Column: Sendable, Equatable {
    /// The stable English name.
    public var name: String
    /// What it holds.
    public var type: ColumnType
    /// The label for people.
    public var title: LocalizedText

    /// Describes a column.
    public init(_ name: String, _ type: ColumnType, _ title: LocalizedText) {
      self.name = name
      self.type = type
      self.title = title
    }
  }

  /// The file name without ending, such as `ranking`.
  public var name: String
  /// What the table shows.
  public var title: LocalizedText
  /// The columns, in order.
  public var columns: [Column]
  /// How many rows there are.
  public var rowCount: Int
  /// Appends the cells of one row.
  package let appendRow: @Sendable (_ row: Int, _ cells: inout [Cell]) -> Void
  /// The cells by column, for tables that are made of whole columns; nil for others.
  let sources: [CellSource]?
  /// Appends one row as delimited text; nil for most tables.
  ///
  /// It is for tables so wide that making cells would take longer than writing them, and gives the
  /// bytes that the cells would give.
  var appendText:
    (@Sendable (_ row: Int, _ dialect: WriterDialect, _ text: inout TextBuffer) -> Void)?

  /// Appends the cells of one row as text; nil where they come from elsewhere.
  ///
  /// It is for tables whose rows cost more to make than to print, and gives the same cells.
  var appendCells: (@Sendable (_ row: Int, _ cells: inout TextCells) -> Void)?

  /// The account of the run that a row is about, by index; nil for tables that are about something
  /// else or know no more than ids.
  var accountOfRow: (@Sendable (_ row: Int) -> Int)?
  /// The id of the account that a row is about, without making the other cells; nil for tables of
  /// whole columns and small ones.
  private(set) var accountIDOfRow: (@Sendable (_ row: Int) -> String)?

  /// Makes a table whose rows `appendRow` produces.
  package init(
    _ name: String,
    _ title: LocalizedText,
    columns: [Column],
    rowCount: Int,
    appendRow: @escaping @Sendable (_ row: Int, _ cells: inout [Cell]) -> Void
  ) {
    self.name = name
    self.title = title
    self.columns = columns
    self.rowCount = rowCount
    self.appendRow = appendRow
    sources = nil
  }

  /// Makes a table of whole columns, whose rows cost nothing until they are printed.
  ///
  /// - Parameters:
  ///   - name: the file name without ending.
  ///   - title: what the table shows.
  ///   - columns: the columns, each with its cells.
  ///   - rowCount: how many rows there are.
  package init(
    _ name: String,
    _ title: LocalizedText,
    columns: [(column: Column, cells: CellSource)],
    rowCount: Int
  ) {
    self.name = name
    self.title = title
    self.columns = columns.map(\.column)
    self.rowCount = rowCount
    let sources = columns.map(\.cells)
    self.sources = sources
    appendRow = { row, cells in
      for source in sources { cells.append(source.cell(row)) }
    }
  }

  /// The same table, told which account each of its rows is about.
  func about(_ account: @escaping @Sendable (_ row: Int) -> String) -> ReportTable {
    var table = self
    table.accountIDOfRow = account
    return table
  }

  /// The cells of one row.
  package func cells(of row: Int) -> [Cell] {
    var cells: [Cell] = []
    cells.reserveCapacity(columns.count)
    appendRow(row, &cells)
    precondition(cells.count == columns.count, "\(name) has \(columns.count) columns")
    return cells
  }
}
