// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText
import Testing

@testable import Reporting

@Suite struct RenderedRowsTests {
  private static let texts = ["plain", "a,b", "=1", "", "ä\"q\"", "x\ny", " z", "C:\\"]
  private static let order = (0..<1000).map { ($0 * 37) % 1000 }

  private static func column(_ name: String, _ type: ReportTable.ColumnType) -> ReportTable.Column {
    .init(name, type, LocalizedText(name))
  }

  /// A table of whole columns over several batches.
  private static func table(_ order: CellSource.Order) -> ReportTable {
    let rows = 0..<1000
    let numbers = rows.map { $0 % 7 == 0 ? nil : Double($0) / 3 - 100 }
    let amounts = ExactColumn(rows.map { $0 % 5 == 0 ? nil : Int128($0) * 12_345 - 999 })
    return ReportTable(
      "t",
      LocalizedText("t"),
      columns: [
        (column("text", .string), .texts(rows.map { texts[$0 % 8] }, order)),
        (
          column("more \"text\"", .string),
          .optionalTexts(TextColumn(rows.map { $0 % 3 == 0 ? nil : texts[$0 % 8] }), order)
        ),
        (column("number", .number), .numbers(NumberColumn(numbers), order)),
        (column("amount", .number), .amounts(amounts, decimals: 4, order)),
        (column("whole", .integer), .integers(Array(rows), order)),
        (column("flag", .boolean), .each { .text($0 % 2 == 0 ? "true" : "false") }),
        (column("repeated", .string), .numbered(texts) { $0 % 9 - 1 }),
        (column("rare", .string), .numbered(rows.map { "\($0)" } + texts) { $0 % 1001 - 1 }),
        (
          column("written", .string),
          .written({ $1.append(texts[$0 % 8].utf8.span) }) { .text(texts[$0 % 8]) }
        ),
        (column("made", .number), .eachNumber { $0 % 3 == 0 ? nil : Double($0) / 8 }),
      ],
      rowCount: rows.count
    )
  }

  /// The same table made row by row.
  private static func plain(_ table: ReportTable) -> ReportTable {
    ReportTable(table.name, table.title, columns: table.columns, rowCount: table.rowCount) {
      cells(table, $0, &$1)
    }
  }

  private static func cells(_ table: ReportTable, _ row: Int, _ cells: inout [Cell]) {
    table.appendRow(row, &cells)
  }

  @Test(arguments: [CellSource.Order.asStored, .rows(order)])
  func printsColumnsLikeRows(_ order: CellSource.Order) throws {
    let table = Self.table(order)
    let plain = Self.plain(table)
    for dialect in [WriterDialect.rfc4180, .excelGerman, .excelEnglish] {
      #expect(TableFormat.separated(table, dialect) == TableFormat.separated(plain, dialect))
    }
    #expect(JSONWriter.lines(table) == JSONWriter.lines(plain))
    #expect(JSONWriter.pretty(.rows(table)) == JSONWriter.pretty(.rows(plain)))
  }

  @Test(arguments: [[3, 1], [2, 0, 1, 3, 3, 0, 2], []])
  func printsSomeTextsOrTheSameOnesAgain(_ rows: [Int]) {
    let texts = ["Ä AG", "a long name, with a comma; and another", "", "=x"]
    let table = ReportTable(
      "t",
      LocalizedText("t"),
      columns: [
        (Self.column("first", .string), .texts(texts, .rows(rows))),
        (Self.column("number", .integer), .integers(rows, .asStored)),
        (Self.column("second", .string), .texts(texts.reversed(), .rows(rows))),
      ],
      rowCount: rows.count
    )
    let plain = Self.plain(table)
    for dialect in [WriterDialect.rfc4180, .excelGerman] {
      #expect(TableFormat.separated(table, dialect) == TableFormat.separated(plain, dialect))
    }
    #expect(JSONWriter.lines(table) == JSONWriter.lines(plain))
  }

  @Test func printsRowsLikeTheWriterOfSingleRows() {
    let table = Self.table(.asStored)
    for dialect in [WriterDialect.rfc4180, .excelGerman, .excelEnglish] {
      var writer = DelimitedWriter(dialect: dialect)
      writer.append(table.columns.map { .text($0.name) })
      for row in 0..<table.rowCount { writer.append(table.cells(of: row)) }
      #expect(TableFormat.separated(table, dialect) == writer.bytes)
    }
  }

  @Test(arguments: [1, 2, 4]) func printsPiecesOnSeveralThreads(_ threads: Int) {
    let (count, texts) = (7001, Self.texts)
    let table = ReportTable(
      "t",
      LocalizedText("t"),
      columns: [
        (Self.column("whole", .integer), .integers(Array(0..<count), .asStored)),
        (Self.column("text", .string), .eachText { texts[$0 % 8] }),
        (Self.column("repeated", .string), .numbered(texts) { $0 % 9 - 1 }),
      ],
      rowCount: count
    )
    #expect(RenderedRows.canSplit(table))
    #expect(!RenderedRows.canSplit(Self.table(.rows(Self.order))))
    let columns = table.columns
    var (separated, objects) = ([UInt8](), Array("[".utf8))
    RenderedRows.forEachPiece(of: table, threads: threads) { rows, text in
      rows.appendSeparated(.rfc4180, to: &text)
    } second: { rows, text in
      rows.appendObjects(JSONKeys(columns), separator: ",", start: "\n  ", to: &text)
    } _: { first, second in
      separated += first
      objects += second
    }
    let header = Array("whole,text,repeated\n".utf8)
    let areSeparated = header + separated == TableFormat.separated(table, .rfc4180)
    let areObjects = objects + Array("\n]\n".utf8) == JSONWriter.pretty(.rows(table))
    #expect(areSeparated && areObjects)
  }

  @Test func printsJSONThatReadsBack() throws {
    let table = Self.table(.asStored)
    let read = try JSONParser.parse(JSONWriter.pretty(.rows(table)))
    #expect(read.elements?.count == 1000)
    #expect(read.elements?[1]["text"]?.text == "a,b")
    #expect(read.elements?[4]["text"]?.text == "ä\"q\"")
    #expect(read.elements?[7]["text"]?.text == "C:\\")
    #expect(read.elements?[1]["flag"]?.flag == false)
    #expect(read.elements?[0]["number"] == .null)
  }
}
