// SPDX-License-Identifier: Apache-2.0
package import DelimitedText

/// One file of a converted sheet, its rows made on demand.
package struct ConvertedFile: Sendable {
  /// The name without ending, such as `key_results`.
  package let name: String
  /// The headers, which the import knows.
  package let header: [String]
  /// How many rows there are.
  package let rowCount: Int
  /// The cells of one row.
  package let cells: @Sendable (_ row: Int) -> [Cell]

  /// A file of `kind`; `optional` columns are left out where they hold nothing and the sheet did
  /// not have them, because rules stay silent about columns that are not there.
  init(
    _ name: String,
    _ columns: Columns,
    rowCount: Int,
    cell: @escaping @Sendable (_ row: Int, _ column: OKRColumn) -> Cell
  ) {
    let needed = Set(columns.needed)
    let kept = columns.all.filter { column in
      needed.contains(column) || columns.had.contains(column)
        || (0..<rowCount).contains { cell($0, column) != .missing }
    }
    self.name = name
    self.rowCount = rowCount
    header = kept.map { columns.form.header(of: $0, in: columns.kind) }
    cells = { row in kept.map { cell(row, $0) } }
  }

  /// Which columns a file has.
  struct Columns {
    /// The kind of file.
    let kind: OKRMapping.FileKind
    /// How headers are written.
    let form: CellForm
    /// All columns it may have, in order.
    let all: [OKRColumn]
    /// Those it always has.
    let needed: [OKRColumn]
    /// Those that the sheet had.
    let had: Set<OKRColumn>
  }
}
