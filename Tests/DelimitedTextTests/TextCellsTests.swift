// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import DelimitedText

@Suite struct TextCellsTests {
  private static let numbers = [
    0, -0.0, 1, -1.5, 1.0 / 3, -1e-9, 1e300, .leastNonzeroMagnitude, 123_456_789.25, .nan,
    .infinity, 0.1 + 0.2,
  ]

  /// One row of cells as delimited text.
  private func line(
    _ dialect: WriterDialect = .rfc4180,
    columns: Int,
    _ append: (inout TextCells) -> Void
  ) -> String {
    var cells = TextCells()
    cells.removeAll(reserving: columns)
    append(&cells)
    var out = TextBuffer()
    cells.appendSeparated(.byRow(rows: 1, columns: columns), dialect, to: &out)
    return String(decoding: out.bytes, as: UTF8.self)
  }

  @Test func putsManyNumbersAsEachAlone() {
    let columns = Self.numbers.count
    let together = line(columns: columns) { $0.append(Self.numbers.span) }
    let alone = line(columns: columns) { cells in
      for number in Self.numbers { cells.append(number) }
    }
    #expect(together == alone)
    #expect(together.hasPrefix("0,0,1,-1.5,0.3333333333333333,-1e-9,1e300,5e-324,123456789.25,,,"))
  }

  @Test func putsManyNumbersOfEveryKindAsEachAlone() {
    var state: UInt64 = 23
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 11
    }
    let numbers = (0..<30_000).map { index -> Double in
      let share = Double(next()) * 0x1p-53
      let power = Double(sign: .plus, exponent: Int(next() % 80) - 26, significand: 1)
      let units = Double(next() % 10_000_000_000_000)
      return switch index % 11 {
      case 0: share
      case 1: power
      case 2: power.nextUp
      case 3: -power.nextDown
      case 4: power * (1 + share)
      case 5: -units / 1e4
      case 6: units / 100
      case 7: Double(Int(share * 1000)) / 1000
      case 8: Double(Int(share * 1000)) / Double(Int(power) + 7)
      case 9: Double(bitPattern: next() << 11)
      default: Self.numbers[index % Self.numbers.count]
      }
    }
    for count in [1, 7, 8, 9, 250] {
      for start in stride(from: 0, to: numbers.count - count, by: count * 20) {
        let some = Array(numbers[start..<start + count])
        let together = line(columns: count) { $0.append(some.span) }
        let alone = line(columns: count) { cells in for number in some { cells.append(number) } }
        #expect(together == alone, "seed 23, from \(start)")
      }
    }
  }

  @Test func looksAtTheDialectOnlyWhereItMatters() {
    let long = String(repeating: "Gesellschaft ", count: 40) + "AG"
    let append: (inout TextCells) -> Void = { cells in
      cells.append("A;1")
      cells.append(1.5)
      cells.append(long)
      cells.append(nil as String?)
      cells.append(-7)
      cells.append(12_500, decimals: 4)
      cells.append("a \"b\"")
    }
    #expect(line(columns: 7, append) == "A;1,1.5,\(long),,-7,1.25,\"a \"\"b\"\"\"\n")
    #expect(
      line(.excelGerman, columns: 7, append)
        == "\"A;1\";1,5;\(long);;-7;1,25;\"a \"\"b\"\"\"\r\n"
    )
  }

  @Test func takesCellsOfOthersWithWhatTheyAre() {
    var others = TextCells()
    others.removeAll(reserving: 5)
    for text in ["left out", "a;b", "", "c"] { others.append(text) }
    others.append(2.5)
    let taken = line(.excelGerman, columns: 5) { $0.append(others, from: 1, at: [3, 0, 1, 2, 0]) }
    #expect(taken == "2,5;\"a;b\";;c;\"a;b\"\r\n")
  }

  @Test(arguments: ["=1;2", "=a \"b\"", "\t=1", "-1 ", "+", "@x\ny", "Müller; Söhne", " a", "\"\""])
  func quotesCellsAsTheWriterDoes(_ text: String) {
    for dialect in [WriterDialect.rfc4180, .excelGerman, .excelEnglish] {
      var writer = DelimitedWriter(dialect: dialect)
      let before = writer.bytes.count
      writer.append([.text(text), .text("b")])
      let written = String(decoding: writer.bytes.dropFirst(before), as: UTF8.self)
      #expect(line(dialect, columns: 2) { for cell in [text, "b"] { $0.append(cell) } } == written)
    }
  }

  @Test func layoutsNameTheSameCells() {
    var byRow = TextCells()
    var byColumn = TextCells()
    byRow.removeAll(reserving: 600)
    byColumn.removeAll(reserving: 600)
    for row in 0..<200 {
      for column in 0..<3 { byRow.append(row * 3 + column) }
    }
    for column in 0..<3 {
      for row in 0..<200 { byColumn.append(row * 3 + column) }
    }
    var a = TextBuffer()
    var b = TextBuffer()
    byRow.appendSeparated(.byRow(rows: 200, columns: 3), .rfc4180, to: &a)
    byColumn.appendSeparated(.byColumn(rows: 200, columns: 3), .rfc4180, to: &b)
    #expect(a.bytes == b.bytes)
    #expect(a[0] == UInt8(ascii: "0"))
    #expect(byRow.field(599) == "599")
    #expect(byColumn.field(599) == "599")
  }

  @Test func aRowOfOneEmptyCellStaysVisible() {
    #expect(line(columns: 1) { $0.appendMissing() } == "\"\"\n")
    #expect(line(columns: 0) { _ in } == "\n")
  }
}
