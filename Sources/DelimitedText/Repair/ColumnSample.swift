// SPDX-License-Identifier: Apache-2.0

/// What the first rows of a table show of its columns.
struct ColumnSample: Sendable {
  /// What a cell of each column is; empty where too few rows show it.
  var natures: [ColumnNature]
  /// How many empty fields most rows have behind those of the header; nil where they differ.
  var spareFields: Int?
  /// What the first block of rows shows of each column.
  var figures: [FigureColumn]
}

/// Collects what the first rows of a table show.
struct SampleTally {
  /// So many rows must show what the columns hold, and more than half of all must have one width.
  private static let minimumRows = 10

  /// Rows with exactly the fields of the header, and those with empty fields behind them.
  private var exact: [ColumnTally]
  private var wide: [ColumnTally]
  private var counts = (exact: 0, wide: 0, other: 0)
  private var spareFields: Set<Int> = []
  private var firstBlock: [FigureColumn]?

  /// No row yet of a table of so many columns, whose numbers are in one of these styles.
  init(_ columnCount: Int, styles: [NumberStyle]) {
    exact = Array(repeating: ColumnTally(styles: styles), count: columnCount)
    wide = exact
  }

  /// How many rows were added.
  var rows: Int { counts.exact + counts.wide + counts.other }

  /// What the rows up to the first blank line or row of another width show.
  var figures: [FigureColumn] { firstBlock ?? shown.map(\.figureColumn) }

  /// Ends the first block of rows, if it has any.
  mutating func endBlock() {
    if firstBlock == nil, counts.exact + counts.wide > 0 {
      firstBlock = shown.map(\.figureColumn)
    }
  }

  /// Adds a row.
  mutating func add(_ record: borrowing Record) {
    let count = exact.count
    guard !record.hasMalformedQuote, record.fieldCount >= count,
      !record.hasSurplusText(beyond: count)
    else {
      counts.other += 1
      return endBlock()
    }
    guard record.fieldCount > count else {
      counts.exact += 1
      for column in exact.indices { record.withContent(column) { exact[column].add($0) } }
      return
    }
    counts.wide += 1
    spareFields.insert(record.fieldCount - count)
    for column in wide.indices { record.withContent(column) { wide[column].add($0) } }
  }

  /// What the rows show.
  var sample: ColumnSample {
    let most = max(counts.exact, counts.wide)
    let isEnough = most >= Self.minimumRows && most * 2 > rows
    return ColumnSample(
      natures: isEnough ? shown.map(\.nature) : [],
      spareFields: isExact ? 0 : spareFields.count == 1 ? spareFields.first : nil,
      figures: figures
    )
  }

  private var isExact: Bool { counts.exact >= counts.wide }
  private var shown: [ColumnTally] { isExact ? exact : wide }
}
