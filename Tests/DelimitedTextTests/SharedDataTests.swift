// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Testing

/// Other people's files, with what their authors say of them.
@Suite struct SharedDataTests {
  /// CSVsniffer, `dialects.txt`: annotated by hand, so the bar is a share and not every file.
  @Test func findsTheDialectOfAnnotatedFiles() throws {
    guard let folder = SharedData.folder else { return }
    let base = "\(folder)/csv-torture/csvsniffer"
    let annotations = try table(path: "\(base)/dialects.txt").data
    let delimiters: [String: UInt8] = [
      "comma": UInt8(ascii: ","), "semicolon": UInt8(ascii: ";"), "vslash": UInt8(ascii: "|"),
    ]
    var right = 0
    for row in annotations {
      let format = try table(path: "\(base)/CSV/\(row[0])").format
      let quote = row[3] == "singlequote" ? UInt8(ascii: "'") : UInt8(ascii: "\"")
      if format.delimiter == delimiters[row[2]], format.quote == quote { right += 1 }
    }
    print("csvsniffer: dialect of \(right) of \(annotations.count) files")
    #expect(annotations.count == 51)
    #expect(right * 100 >= annotations.count * 96)
  }

  /// csv-spectrum: the records of its JSON files, with LF inside fields as the CSV files have it.
  @Test(arguments: [
    ("comma_in_quotes", [["John", "Doe", "120 any st.", "Anytown, WW", "08123"]]),
    ("empty", [["1", "", ""], ["2", "3", "4"]]),
    ("empty_crlf", [["1", "", ""], ["2", "3", "4"]]),
    ("escaped_quotes", [["1", "ha \"ha\" ha"], ["3", "4"]]),
    ("json", [["1", "{\"type\": \"Point\", \"coordinates\": [102.0, 0.5]}"]]),
    ("newlines", [["1", "2", "3"], ["Once upon \na time", "5", "6"], ["7", "8", "9"]]),
    ("newlines_crlf", [["1", "2", "3"], ["Once upon \na time", "5", "6"], ["7", "8", "9"]]),
    ("quotes_and_newlines", [["1", "ha \n\"ha\" \nha"], ["3", "4"]]),
    ("simple", [["1", "2", "3"]]), ("simple_crlf", [["1", "2", "3"]]),
    ("utf8", [["1", "2", "3"], ["4", "5", "ʤ"]]),
  ])
  func readsCSVSpectrum(_ name: String, _ expected: [[String]]) throws {
    guard let folder = SharedData.folder else { return }
    let table = try table(path: "\(folder)/csv-torture/csv-spectrum/csvs/\(name).csv")
    #expect(table.data == expected)
  }

  /// csv-test-data: valid files; fields are trimmed and empty lines are no records, by design.
  @Test(arguments: [
    ("empty-field", [["1", "", "3"]]), ("leading-space", [["1", "leading space", "3"]]),
    ("trailing-space", [["1", "trailing space", "3"]]), ("one-column", [["1"]]),
    ("empty-one-column", []), ("header-no-rows", []), ("header-simple", [["1", "2", "3"]]),
    ("quotes-empty", [["1", "", "3"]]),
    ("quotes-with-comma", [["1", "Luke, I am your father.", "3"]]),
    ("quotes-with-escaped-quote", [["1", "The \" must be escaped", "3"]]),
    ("quotes-with-newline", [["1", "No man is an island,\nEntire of itself", "3"]]),
    ("quotes-with-space", [["1", "Field with spaces", "3"]]), ("simple-crlf", [["1", "2", "3"]]),
    ("simple-lf", [["1", "2", "3"]]), ("trailing-newline", [["1", "2", "3"]]),
    ("trailing-newline-one-field", [["1"]]), ("utf8", [["1", "😎", "3"]]),
  ])
  func readsCSVTestData(_ name: String, _ expected: [[String]]) throws {
    guard let folder = SharedData.folder else { return }
    let table = try table(path: "\(folder)/csv-torture/csv-test-data/csv/\(name).csv")
    #expect(table.data == expected)
  }

  /// csv-test-data: the invalid files, each marked by what a caller can reject it for.
  @Test func marksTheInvalidFilesOfCSVTestData() throws {
    guard let folder = SharedData.folder else { return }
    let base = "\(folder)/csv-torture/csv-test-data/csv/bad-"
    #expect(throws: DelimitedTextError.empty) {
      try table(path: base + "header-no-header.csv")
    }
    for name in ["missing-quote", "quotes-with-unescaped-quote"] {
      let table = try table(path: base + name + ".csv")
      #expect(table.rows.map(\.isMalformed) == [true], "\(name)")
    }
    #expect(try table(path: base + "header-less-fields.csv").data == [["1", "2"]])
    #expect(try table(path: base + "header-more-fields.csv").data == [["1", "2", "3", "4"]])
    #expect(try table(path: base + "header-wrong-header.csv").header == ["qux", "quux", "quuz"])
    let stray = try table(path: base + "unescaped-quote.csv")
    #expect(stray.data == [["1", "This \"quotes\" must be escaped", "3"]])
  }

  /// The uspop files of rust-csv: the same rows in UTF-8 and ISO 8859-1, but for one letter.
  @Test func readsTheSameRowsInTwoEncodings() throws {
    guard let folder = SharedData.folder else { return }
    let base = "\(folder)/csv-torture/rust-csv"
    let first = try table(path: base + "/uspop.csv")
    let second = try table(path: base + "/uspop-latin1.csv")
    #expect(second.data[2][0] == "Õakman")
    #expect(first.data.map { $0.dropFirst() } == second.data.map { $0.dropFirst() })
    #expect(first.data.count == 100)
    #expect(second.format.encoding != .utf8)
  }
}

/// The three sample exports, with the facts of their expected results.
@Suite struct SampleExportTests {
  @Test func readsTheControllingReport() throws {
    guard let folder = SharedData.folder else { return }
    let table = try DelimitedTable(
      path: folder + "/exports/d1_sap_ke30_bericht.csv",
      settings: FormatSettings()
    )
    #expect(table.format.encoding == .windows1252)
    #expect(table.format.newline == .carriageReturnLineFeed)
    #expect(table.format.headerLine == 4)
    #expect(table.preambleLines == 3)
    let column = try #require(table.column(named: "Umsatz 2023", occurrence: 1))
    #expect(table.numberStyle(ofColumn: column, settings: FormatSettings()) == .decided(.comma))
    // 12,625,000 of the parsed rows, 1,000 of the row without customer, and the totals row.
    #expect(sum(table, column) == ExactDecimal(2 * 12_626_000, scale: 0))
  }

  @Test func readsTheCustomerExport() throws {
    guard let folder = SharedData.folder else { return }
    let table = try DelimitedTable(
      path: folder + "/exports/d2_crm_accounts.csv",
      settings: FormatSettings()
    )
    #expect(table.format.encoding == .utf8)
    #expect(table.rows.map(\.line) == [2, 3, 4, 5, 6, 7, 9, 10, 11])
    let column = try #require(table.column(named: "revenue fy25", occurrence: 1))
    #expect(table.numberStyle(ofColumn: column, settings: FormatSettings()) == .decided(.point))
    #expect(table.numbers(column, style: .point).last == .invalid(.bareScaleLetter))
    // EUR 11,210,000, PLN 850,000, USD -15,000 and the duplicate of 4,840,000.
    #expect(sum(table, column) == ExactDecimal(16_885_000, scale: 0))
  }

  @Test func readsTheHandKeptList() throws {
    guard let folder = SharedData.folder else { return }
    let table = try DelimitedTable(
      path: folder + "/exports/d3_potenzial_liste.csv",
      settings: FormatSettings()
    )
    #expect(table.format.hasByteOrderMark && table.format.separatorLine == 1)
    #expect(table.format.headerLine == 2 && table.preambleLines == 1)
    let column = try #require(table.column(named: "Potenzial (T€)", occurrence: 1))
    #expect(table.numberStyle(ofColumn: column, settings: FormatSettings()) == .decided(.comma))
    #expect(table.numbers(column, style: .comma)[4] == .missing(marker: true))
    let period = try #require(table.column(named: "Stand", occurrence: 1))
    var periods: [CalendarCell] = []
    table.forEachRecord { record in
      periods.append(record.calendar(period, style: DateStyle(order: .dayFirst)))
    }
    let january = CalendarCell.month(year: 2026, month: 1)
    #expect(periods.prefix(4).allSatisfy { $0 == january })
    #expect(periods[4] == .day(year: 2026, month: 1, day: 31))
    #expect(periods[5] == january)
  }

  private func sum(_ table: DelimitedTable, _ column: Int) -> ExactDecimal? {
    let style: NumberStyle = table.format.delimiter == UInt8(ascii: ";") ? .comma : .point
    var units: Int128 = 0
    for case .number(let number) in table.numbers(column, style: style) {
      guard let value = number.value.units(decimals: 4) else { return nil }
      units += value
    }
    return ExactDecimal(units, scale: 4)
  }
}
