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
    "file_field_delimiter_0x2C_0x20", "file_field_delimiter_0x3B", "file_field_delimiter_0x9",
    "file_header_only", "file_no_trailing_newline", "file_one_data_row", "file_preamble",
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
}
