// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Testing

@testable import KeyAccounts

@Suite struct FileProfileTests {
  private static let cells = [
    "", "  ", "\u{A0}", "-", "n/a", "n. b.", "#NV", "1.234,50", "1.234,5", "1,234.50", "1.234",
    "12 %", "7,5 %", "0001", "000", "€ 5", "5 EUR", "$3", "-3", "(4)", "5-", "1e5", "12.03.2024",
    "13/02/2024", "02/13/2024", "2024-05-06", "05/2024", "013.2025", "Q1 2024", "\"a \"\"b\"\"\"",
    "\"x;y\"", "'0012", "=\"0012\"", "\u{E9}", "e\u{301}", "T€ 5", "5 Mio.", "Summe", "*", "12k",
    String(repeating: "9", count: 40), String(repeating: "x", count: 300), "\u{202F}7", "A-1",
  ]

  /// The profile of rows that may all end with a surplus field, so that none is plain.
  private func profile(
    _ rows: [[String]],
    keptTexts: Int = FileProfile.keptTexts,
    hasSurplus: Bool = false,
    threads: Int = 1
  ) throws -> FileProfile {
    let lines = [["Kunde", "Umsatz", "Datum", "Text", "Kunde"]] + rows
    let end = hasSurplus ? ";\n" : "\n"
    let text = lines.map { $0.joined(separator: ";") }.joined(separator: end) + end
    let table = try DelimitedTable(bytes: Array(text.utf8), settings: FormatSettings())
    return FileProfile(
      table,
      file: "a.csv",
      settings: FormatSettings(),
      keptTexts: keptTexts,
      threads: threads
    )
  }

  /// Rows that walk through all cells at a different pace in each column.
  private func rows(_ count: Int) -> [[String]] {
    let cells = Self.cells
    let days = ["12.03.2024", "13/02/2024", "01/02/2024", ""]
    return (0..<count).map { row in
      [
        row.isMultiple(of: 40) ? "Summe" : "K\(row % 97)", cells[row % 22], days[row % 4],
        cells[row * 7 % cells.count], cells[(row / 3) % cells.count],
      ]
    }
  }

  /// The columns without what more texts than are kept take away.
  private func withoutCounts(_ columns: [ColumnProfile]) -> [ColumnProfile] {
    columns.map { column in
      var column = column
      (column.distinct, column.counts) = (nil, [:])
      return column
    }
  }

  @Test(arguments: [1, 5, 44, 700])
  func givesUpOnTextsWithoutAnotherTrace(_ count: Int) throws {
    let careful = try profile(rows(count))
    for keptTexts in [3, 7, 20] {
      let quick = try profile(rows(count), keptTexts: keptTexts)
      #expect(withoutCounts(quick.columns) == withoutCounts(careful.columns))
      #expect(quick.rows == careful.rows)
    }
  }

  @Test(arguments: [1, 5, 44, 700])
  func readsPlainRowsLikeRecords(_ count: Int) throws {
    let other = [["", "", "", "", ""], ["--", "---", "", "=", ""], ["", "5", "", "Summe", ""]]
    let header = [["Kunde", "Umsatz", "Datum", "Text", "Kunde"]]
    let named = [["Summe", "12.03.2024", "5", "EUR", ""], ["Summa", "1", "", "", ""]]
    let rows = rows(count / 2) + other + header + named + rows(count)
    for keptTexts in [3, 100_000] {
      let plain = try profile(rows, keptTexts: keptTexts)
      let records = try profile(rows, keptTexts: keptTexts, hasSurplus: true)
      #expect(Array(records.columns.prefix(5)) == plain.columns && records.rows == plain.rows)
    }
  }

  @Test(arguments: [0, 1, 2])
  func readsColumnsOfManyNumbersLikeRecords(_ column: Int) throws {
    let odd = [
      "", "-", "1990", "2024.5", "12.03", "5 %", "-5", "-0", "1.", ".5", "00012", "1-2", "x",
    ]
    let numbers = (0..<3000).map { row -> String in
      if row % 37 == 0 { return odd[row / 37 % odd.count] }
      let cents = "\(row * 7919 % 100_003)"
      return ["\(cents).\(row % 7)", "-\(cents)", "\(cents),\(row % 90 + 10)"][column]
    }
    let rows = numbers.enumerated().map { ["K\($0)", $1, "", $1, ""] }
    let careful = try profile(rows)
    for keptTexts in [3, 500] {
      for hasSurplus in [false, true] {
        let quick = try profile(rows, keptTexts: keptTexts, hasSurplus: hasSurplus)
        #expect(withoutCounts(Array(quick.columns.prefix(5))) == withoutCounts(careful.columns))
      }
    }
  }

  @Test(arguments: [2, 3, 9])
  func threadsShareTheColumns(_ threads: Int) throws {
    let alone = try profile(rows(700))
    let shared = try profile(rows(700), threads: threads)
    #expect(shared.columns == alone.columns && shared.rows == alone.rows)
  }

  @Test func countsEachTextInFileOrder() throws {
    let texts = ["b", "a", "\u{E9}", "b", "e\u{301}", "c", "b", "-"]
    for hasSurplus in [false, true] {
      let rows = texts.map { ["K", "1", "", $0, ""] }
      let column = try profile(rows, hasSurplus: hasSurplus).columns[3]
      #expect(column.samples == ["b", "a", "\u{E9}"])
      #expect(column.counts == ["a": 1, "b": 3, "c": 1, "\u{E9}": 2])
      #expect(column.distinct == 4 && column.missing == 1)
    }
  }

  @Test func givesUpOnMoreTextsThanAreKept() throws {
    for (count, distinct) in [(FileProfile.keptTexts, FileProfile.keptTexts), (100_001, nil)] {
      let rows = (0..<count).map { ["K\($0)", "1", "", "", ""] }
      let column = try profile(rows).columns[0]
      #expect(column.distinct == distinct)
      #expect(column.counts.count == distinct ?? 0)
      #expect(column.samples == ["K0", "K1", "K2"] && column.kind == .id)
    }
  }
}
