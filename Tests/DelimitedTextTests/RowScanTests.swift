// SPDX-License-Identifier: Apache-2.0
import CScanning
import Testing

@testable import DelimitedText

/// The kernels find what a plain reading finds, whatever the bytes.
@Suite struct RowScanTests {
  private typealias Finding = (
    scan_dialect, UnsafePointer<UInt8>?, UInt32, UInt32, UnsafeMutablePointer<scan_marks>?
  ) -> Void

  private struct Found: Equatable {
    /// The fields of each row as they stand, quotes and a carriage return left out.
    var rows: [[String]]
    var isIrregular: Bool
  }

  // MARK: Separators

  @Test(arguments: 0..<200)
  func allSearchesAgree(seed: Int) {
    let bytes = Self.lines(seed: seed)
    let plain = unsafe Self.found(in: bytes, scan_find_plain)
    #expect(unsafe Self.found(in: bytes, scan_find_halves) == plain, "seed \(seed)")
    #expect(unsafe Self.found(in: bytes, scan_find) == plain, "seed \(seed)")
  }

  @Test(arguments: 0..<200)
  func regularRowsAreTheRecordsOfTheScanner(seed: Int) {
    let bytes = Self.lines(seed: seed)
    let found = unsafe Self.found(in: bytes, scan_find)
    let dialect = Dialect(delimiter: 0x3B, quote: 0x22)
    var scanner = RecordScanner(dialect: dialect, position: 0, line: 1)
    var record = Record(of: bytes, quote: 0x22, header: HeaderMatcher(texts: []))
    for row in found.rows {
      let hasRecord = scanner.next(bytes, into: &record)
      let count = record.fieldCount
      #expect(hasRecord && count == row.count)
      let isMalformed = record.hasMalformedQuote
      #expect(!isMalformed)
      for (column, field) in row.enumerated() {
        let text = field.replacing("\"\"", with: "\"")
        let read = record.text(column)
        #expect(read == text, "seed \(seed)")
      }
    }
  }

  @Test(
    arguments: [
      ("a;b\nc;d\n", 2, false), ("a;\"b;\"\"c\"\r\n\"\";\n", 2, false), ("a;b", 0, false),
      ("a\n\n;\n", 3, false), ("a;b\nc\rd\n", 1, true), ("a\r\r\n", 0, true),
      ("a;\"b\nc\"\n", 0, true), ("a;b\"c\n", 0, true), ("a;\"b\"c\n", 0, true),
      ("a;b\n\"c\n", 1, true), ("a;\"b\" \n", 0, true), ("\"a\"\r\n", 1, false), ("", 0, false),
    ] as [(String, Int, Bool)]
  )
  func endsAtTheFirstRowThatIsNotPlain(text: String, rows: Int, isIrregular: Bool) {
    for padding in [0, 55, 60, 61, 62, 63, 64] {
      let line = padding == 0 ? "" : String(repeating: "x", count: padding - 1) + "\n"
      let found = unsafe Self.found(in: Array((line + text).utf8), scan_find)
      #expect(found.rows.count == rows + (padding == 0 ? 0 : 1), "padding \(padding)")
      #expect(found.isIrregular == isIrregular, "padding \(padding)")
    }
  }

  // MARK: Numbers

  @Test(arguments: [
    "1.23", "1.2345,6", "01.234,5", "1,23456", "--1", "1-", "+1", "1,", ",5", "1 000", "1e3", "0x1",
    "1234567890123456", "12%", ".5", "-", "1..2", "1.234.56", "1:", "/1", "1.23,4", "12345.678,9",
    "0.123", "-.123", "1,2,3", "1,2.345", "1234.567",
  ])
  func leavesNumbersOfAnyOtherFormToTheReader(cell: String) {
    #expect(Self.number(cell).flags == UInt8(scan_needs_look))
  }

  @Test(
    arguments: [
      ("7", 70_000), ("-7", -70_000), ("0,0001", 1), ("1.234,5", 12_345_000), ("\"1\"", 10_000),
      ("999.999,99", 9_999_999_900), ("12.345.678,9012", 123_456_789_012), ("-0", 0),
      ("123456789", 1_234_567_890_000), ("0123", 1_230_000), ("12345678,1", 123_456_781_000),
    ] as [(String, Int64)]
  )
  func readsPlainNumbersExactly(cell: String, number: Int64) {
    #expect(Self.number(cell).number == number)
  }

  @Test(arguments: 0..<400)
  func numbersAreThoseOfTheReader(seed: Int) throws {
    var draws = Draws(seed: seed)
    var cell = draws.below(3) == 0 ? "-" : ""
    for place in stride(from: 1 + draws.below(11), through: 1, by: -1) {
      cell += String(draws.below(10))
      if place % 3 == 1, place > 1, seed.isMultiple(of: 2) { cell += "." }
    }
    let places = draws.below(5)
    if places > 0 { cell += "," + (0..<places).map { _ in String(draws.below(10)) }.joined() }
    let found = Self.number(cell)
    guard found.flags == UInt8(scan_has_number) else { return }
    let style = NumberStyle(decimal: .comma, grouping: .point)
    guard case .number(let parsed) = NumberReader.read(cell.utf8.span, style: style) else {
      Issue.record("'\(cell)' is no number for the reader")
      return
    }
    #expect(parsed.value.units(decimals: 4) == Int128(found.number), "'\(cell)'")
  }

  @Test func anEmptyNumberIsMissing() {
    #expect(Self.number("").number == RegularRows.missing)
    #expect(Self.number("\"\"").flags == 0)
  }

  // MARK: Helpers

  private static func found(in bytes: [UInt8], _ find: Finding) -> Found {
    var separators = [UInt32](repeating: 0, count: bytes.count + 17)
    var rowEnds = [UInt32](repeating: 0, count: bytes.count + 1)
    var found = Found(rows: [], isIrregular: false)
    unsafe separators.withUnsafeMutableBufferPointer { separators in
      unsafe rowEnds.withUnsafeMutableBufferPointer { rowEnds in
        var marks = unsafe scan_marks(
          separators: separators.baseAddress,
          row_ends: rowEnds.baseAddress,
          row_count: 0,
          is_irregular: false
        )
        let dialect = scan_dialect(delimiter: 0x3B, quote: 0x22)
        unsafe find(dialect, bytes, 0, UInt32(bytes.count), &marks)
        found.isIrregular = unsafe marks.is_irregular
        var separator = 0
        for row in 0..<Int(unsafe marks.row_count) {
          var fields: [String] = []
          while separator < Int(unsafe rowEnds[row]) {
            let start = unsafe Int(separators[separator] &+ 1)
            let end = unsafe Int(separators[separator + 1])
            fields.append(Self.text(of: bytes[start..<end]))
            separator += 1
          }
          found.rows.append(fields)
        }
      }
    }
    return found
  }

  private static func text(of field: ArraySlice<UInt8>) -> String {
    var field = field
    if field.last == 0x0D { field.removeLast() }
    if field.first == 0x22 { field = field.dropFirst().dropLast() }
    return String(decoding: field, as: UTF8.self)
  }

  private static func number(_ cell: String) -> (number: Int64, flags: UInt8) {
    let bytes = Array("a text before;\(cell)\n".utf8)
    let separators = [13, UInt32(bytes.count - 1)]
    let form = scan_number_form(
      field: 0,
      decimal_mark: 0x2C,
      grouping_mark: 0x2E,
      decimals: 4,
      factor: 1,
      least: -Int64.max,
      most: .max
    )
    var (numbers, flags) = ([Int64(0)], [UInt8(0)])
    unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe separators.withUnsafeBufferPointer { separators in
        var rows = unsafe scan_rows(
          bytes: bytes.baseAddress,
          separators: separators.baseAddress,
          count: 1,
          field_count: 1,
          quote: 0x22
        )
        unsafe scan_numbers(&rows, [form], 1, 1, &numbers, &flags)
      }
    }
    return (numbers[0], flags[0])
  }

  private struct Draws {
    var state: UInt64

    init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 7 }

    mutating func below(_ count: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33 % count)
    }
  }

  private static func lines(seed: Int) -> [UInt8] {
    var draws = Draws(seed: seed)
    let fields = [
      "k1", "\"k;2\"", "", "12,5", "-1.234,50", "\"7\"", "Müller",
      String(repeating: "x", count: 70),
      "\"a\"\"b\"", "3", "4,25", "99",
    ]
    var text = ""
    for _ in 0..<12 {
      let odd = draws.below(30)
      text +=
        fields[draws.below(12)] + ";" + fields[draws.below(12)] + ";" + fields[9 + draws.below(3)]
      text += odd == 0 ? "\r" : odd == 1 ? "\"\n" : odd < 9 ? "\r\n" : "\n"
    }
    return Array(text.utf8)
  }
}
