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

  private func profile(_ rows: [[String]], rememberedTexts: Int) throws -> FileProfile {
    let lines = [["Kunde", "Umsatz", "Datum", "Text", "Kunde"]] + rows
    let text = lines.map { $0.joined(separator: ";") }.joined(separator: "\n") + "\n"
    let table = try DelimitedTable(bytes: Array(text.utf8), settings: FormatSettings())
    return FileProfile(
      table,
      file: "a.csv",
      settings: FormatSettings(),
      rememberedTexts: rememberedTexts
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

  @Test(arguments: [1, 5, 44, 700])
  func remembersTextsWithoutATrace(_ count: Int) throws {
    let careful = try profile(rows(count), rememberedTexts: 0)
    for rememberedTexts in [1, 3, 20, 1 << 20] {
      let quick = try profile(rows(count), rememberedTexts: rememberedTexts)
      #expect(quick.columns == careful.columns && quick.rows == careful.rows)
    }
  }

  @Test func countsEachTextInFileOrder() throws {
    let texts = ["b", "a", "\u{E9}", "b", "e\u{301}", "c", "b", "-"]
    for rememberedTexts in [0, 2, 100] {
      let rows = texts.map { ["K", "1", "", $0, ""] }
      let column = try profile(rows, rememberedTexts: rememberedTexts).columns[3]
      #expect(column.samples == ["b", "a", "\u{E9}"])
      #expect(column.counts == ["a": 1, "b": 3, "c": 1, "\u{E9}": 2])
      #expect(column.distinct == 4 && column.missing == 1)
    }
  }

  @Test func givesUpOnMoreTextsThanAreKept() throws {
    for (count, distinct) in [(ColumnTally.keptTexts, ColumnTally.keptTexts), (100_001, nil)] {
      let rows = (0..<count).map { ["K\($0)", "1", "", "", ""] }
      let column = try profile(rows, rememberedTexts: 1 << 20).columns[0]
      #expect(column.distinct == distinct)
      #expect(column.counts.count == distinct ?? 0)
      #expect(column.samples == ["K0", "K1", "K2"] && column.kind == .id)
    }
  }
}
