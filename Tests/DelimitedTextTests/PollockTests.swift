// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Testing

/// The Pollock benchmark (Vitagliano et al., "Pollock: A Data Loading Benchmark", VLDB 2023).
///
/// Every file is one table of sales orders, spoilt in one way, and is read without any setting but
/// where its columns cannot be told. The benchmark's clean versions say what should come out.
@Suite struct PollockTests {
  /// The data rows of a clean version.
  private func clean(_ name: String) throws -> [[String]]? {
    guard let folder = SharedData.folder else { return nil }
    return try table(path: "\(folder)/csv-torture/pollock/clean/\(name).csv").data
  }

  private func polluted(
    _ name: String,
    _ configure: (inout FormatSettings) -> Void = { _ in }
  ) throws -> DelimitedTable {
    let folder = try #require(SharedData.folder)
    var settings = FormatSettings()
    configure(&settings)
    let path = "\(folder)/csv-torture/pollock/csv/\(name).csv"
    return try DelimitedTable(path: path, settings: settings)
  }

  private static let names = [
    "DATE", "TIME", "Qty", "PRODUCTID", "Price", "ProductType", "ProductDescription", "URL",
    "Comments",
  ]

  @Test(arguments: [
    "file_double_trailing_newline", "file_escape_char_0x00", "file_escape_char_0x5C",
    "file_field_delimiter_0x20", "file_field_delimiter_0x2C_0x20", "file_field_delimiter_0x3B",
    "file_field_delimiter_0x9", "file_header_only", "file_no_trailing_newline", "file_one_data_row",
    "file_preamble",
    "file_record_delimiter_0xA", "file_record_delimiter_0xD", "row_field_delimiter_0_0x20",
    "row_more_sep_row0_col0", "source",
  ])
  func readsEveryRowAndName(_ name: String) throws {
    guard let expected = try clean(name) else { return }
    let found = try polluted(name)
    #expect(found.data == expected)
    #expect(found.header == Self.names)
    #expect(found.rows.allSatisfy { !$0.isMalformed })
  }

  /// Here the quote is an apostrophe, and pairs of quotation marks stand for one all the same.
  @Test func readsApostrophesAsQuotes() throws {
    guard let expected = try clean("file_quotation_char_0x27") else { return }
    let found = try polluted("file_quotation_char_0x27")
    #expect(found.format.quote == UInt8(ascii: "'"))
    #expect(found.header == Self.names)
    #expect(found.data == expected)
    #expect(
      found.format.evidence.map(\.english).contains(
        "two quotation marks inside fields stand for one"
      )
    )
  }

  /// The clean version joins the names of the lines, as `headerRows` does.
  @Test(arguments: [("file_header_multirow_2", 2), ("file_header_multirow_3", 3)])
  func joinsHeaderLines(_ name: String, _ lines: Int) throws {
    guard let expected = try clean(name) else { return }
    let found = try polluted(name) { $0.headerRows = lines }
    #expect(
      found.header == Self.names.map { Array(repeating: $0, count: lines).joined(separator: " ") }
    )
    #expect(found.data == expected)
    #expect(try polluted(name).data == expected, "repeated names are read over")
  }

  /// The rows of the first table come out clean, and where the second one begins is said.
  @Test(arguments: ["file_multitable_less", "file_multitable_more"])
  func readsTheFirstOfTwoTables(_ name: String) throws {
    guard let expected = try clean(name) else { return }
    let found = try polluted(name)
    #expect(found.data == expected)
    var starts: [OtherTableStart] = []
    found.forEachRecord { if let start = $0.otherTable { starts.append(start) } }
    #expect(starts.count == 83 && starts.allSatisfy { $0.line == 85 && $0.headerLine == 85 })
    let second = try polluted(name) { $0.table = 2 }
    #expect(second.header.prefix(8) == Self.names.prefix(8))
    #expect(second.data.map { Array($0.prefix(8)) }.first == expected[0].prefix(8).map(\.self))
    #expect(second.data.count == 82 && second.format.headerLine == 85)
  }

  /// A header that comes again belongs to a page, unless the settings speak of tables.
  @Test func readsTheFirstOfTwoTablesWithOneHeader() throws {
    let name = "file_multitable_same"
    guard let expected = try clean(name) else { return }
    let pages = try polluted(name)
    #expect(Array(pages.data.prefix(expected.count)) == expected && pages.data.count == 165)
    #expect(pages.rows[83].kind == .repeatedHeader)
    #expect(try polluted(name) { $0.table = 1 }.data == expected)
    #expect(try polluted(name) { $0.table = 2 }.data.count == 82)
  }

  /// Without names the first row takes their place, as in the clean version, and this is noticed.
  ///
  /// With the setting all rows are data.
  @Test func readsAFileWithoutAHeader() throws {
    guard let expected = try clean("file_no_header") else { return }
    let rows = [try cleanHeader("file_no_header")] + expected
    let found = try polluted("file_no_header")
    #expect([found.header] + found.data == rows)
    #expect(found.headerLooksLikeData)
    let set = try polluted("file_no_header") { $0.headerRow = 0 }
    #expect(set.data == rows)
    #expect(set.header == (1...9).map(String.init))
  }

  @Test func takesNoOtherHeaderForData() throws {
    guard let folder = SharedData.folder else { return }
    for file in SharedData.files(in: "\(folder)/csv-torture/pollock/csv") {
      let table = try? DelimitedTable(path: file, settings: FormatSettings())
      #expect(table?.headerLooksLikeData != true || file.hasSuffix("file_no_header.csv"), "\(file)")
    }
  }

  private func cleanHeader(_ name: String) throws -> [String] {
    let folder = try #require(SharedData.folder)
    return try DelimitedTextTests.table(path: "\(folder)/csv-torture/pollock/clean/\(name).csv")
      .header
  }

  @Test func saysThatNothingIsThere() throws {
    guard SharedData.folder != nil else { return }
    #expect(throws: DelimitedTextError.empty) { try polluted("file_no_payload") }
  }

  /// A quote before the first name belongs to it, as the clean version has it.
  @Test func keepsAStrayQuoteInTheHeader() throws {
    let name = "row_extra_quote0_col0"
    guard let expected = try clean(name) else { return }
    let found = try polluted(name)
    #expect(found.header == (try cleanHeader(name)))
    #expect(found.header.first == "\"DATE")
    #expect(found.data == expected)
  }

  /// Two header names are one: all rows come out under the names that are there.
  @Test func readsRowsUnderASpoiltHeader() throws {
    guard let expected = try clean("row_less_sep_row0_col1") else { return }
    let found = try polluted("row_less_sep_row0_col1")
    #expect(found.data == expected)
    #expect(found.header == ["DATETIME"] + Self.names.dropFirst(2))
    #expect(
      found.format.evidence.map(\.english).contains("the rows have 9 fields, the header 8")
    )
    #expect(found.shiftedColumn(among: [1]) == 1, "Qty stands over times")
    let named = try polluted("row_less_sep_row0_col1") { $0.names = Self.names }
    #expect(named.header == Self.names && named.data == expected)
    #expect(named.shiftedColumn(among: [2]) == nil)
  }

  /// A quote before the first field of a row belongs to it; only so the row has its columns.
  @Test func keepsAStrayQuoteInARow() throws {
    guard let expected = try clean("row_extra_quote48_col0") else { return }
    let found = try polluted("row_extra_quote48_col0")
    #expect(found.header == Self.names)
    #expect(found.data == expected)
    #expect(found.data[47][0] == "\"25/04/2018")
    var proven: [Int] = []
    found.forEachRecord { if found.provesColumns(of: $0) { proven.append($0.line) } }
    #expect(proven == [49])
  }

  /// One row is spoilt, and one reading of it alone fits the columns.
  @Test(arguments: [
    ("row_field_delimiter_48_0x20", RowRepair.otherDelimiter(0x20, textColumn: 5)),
    ("row_less_sep_row48_col1", .delimiterMissing(column: 1)),
    ("row_more_sep_row48_col0", .emptyFieldLeftOut(column: 0)),
  ])
  func repairsASpoiltRow(_ name: String, _ repair: RowRepair) throws {
    guard let expected = try clean(name) else { return }
    let found = try polluted(name)
    #expect(found.header == Self.names)
    #expect(found.data == expected)
    var repairs: [Int: RowRepair] = [:]
    found.forEachRecord { if let repair = $0.repair { repairs[$0.line] = repair } }
    #expect(repairs == [49: repair])
    let off = try polluted(name) { $0.repairsRows = false }
    #expect(off.data.count == 83 && off.data.filter { !expected.contains($0) }.count == 1)
  }

  @Test func coversEveryFile() throws {
    guard let folder = SharedData.folder else { return }
    #expect(SharedData.files(in: "\(folder)/csv-torture/pollock/csv").count == 16 + 14)
  }
}
