// SPDX-License-Identifier: Apache-2.0
import CScanning
import Testing

@testable import DelimitedText

/// The scan by vectors finds what the plain one finds, whatever the bytes.
@Suite struct RowScanTests {
  private struct Outcome: Equatable {
    var rows: Int64
    var next: Int64
    var reason: UInt32
    var starts: [Int64]
    var texts: [Int64]
    var lengths: [UInt32]
    var numbers: [Int64]
  }

  @Test(arguments: 0..<200)
  func bothScansAgree(seed: Int) {
    let bytes = Self.lines(seed: seed)
    let vectors = unsafe Self.outcome(bytes, scan_rows)
    let words = unsafe Self.outcome(bytes, scan_rows_plain)
    #expect(vectors == words, "seed \(seed)")
  }

  @Test func readsRegularRowsAndStopsAtTheFirstOther() {
    let text = "k1;x;1.234,5\r\n\"k2\";\"a;\"\"b\";-7\nk3;;\"0,0001\"\nk4;y;\nk5;y;12,x\n"
    let found = unsafe Self.outcome(Array(text.utf8), scan_rows)
    #expect(found.rows == 3)
    #expect(found.reason == scan_irregular.rawValue)
    #expect(found.numbers.prefix(3) == [12_345_000, -70_000, 1])
    #expect(found.lengths.prefix(3) == [2, 2, 2])
    #expect(found.starts.prefix(3) == [0, 14, 30])
  }

  @Test(arguments: [
    "1.23", "1.2345,6", "01.234,5", "1,23456", "--1", "1-", "+1", "1,", ",5", "1 000", "1e3", "0x1",
    "1234567890123456", "12%", ".5", "-", "1..2", "1.234.56",
  ])
  func leavesNumbersOfAnyOtherFormToTheReader(cell: String) {
    let found = unsafe Self.outcome(Array("k1;x;\(cell)\n".utf8), scan_rows)
    #expect(found.rows == 0)
  }

  private static func outcome(
    _ bytes: [UInt8],
    _ scan: (
      UnsafePointer<scan_plan>?, UnsafePointer<UInt8>?, Int64, Int64, Int64,
      UnsafePointer<scan_rows_result>?, UnsafeMutablePointer<Int64>?,
      UnsafeMutablePointer<scan_stop>?
    ) -> Int64
  ) -> Outcome {
    let roles: [Int32] = [1, 0, -1]
    let (decimal, grouping, decimals): ([UInt8], [UInt8], [UInt8]) = ([0x2C], [0x2E], [4])
    var starts = [Int64](repeating: 0, count: 8)
    var (texts, numbers) = (starts, starts)
    var lengths = [UInt32](repeating: 0, count: 8)
    var (next, reason) = (Int64(0), scan_reached_end)
    let count = Int64(bytes.count)
    let rows = unsafe roles.withUnsafeBufferPointer { roles in
      unsafe starts.withUnsafeMutableBufferPointer { starts in
        unsafe texts.withUnsafeMutableBufferPointer { texts in
          unsafe lengths.withUnsafeMutableBufferPointer { lengths in
            unsafe numbers.withUnsafeMutableBufferPointer { numbers in
              unsafe decimal.withUnsafeBufferPointer { decimal in
                unsafe grouping.withUnsafeBufferPointer { grouping in
                  unsafe decimals.withUnsafeBufferPointer { decimals in
                    var plan = unsafe scan_plan(
                      delimiter: 0x3B,
                      quote: 0x22,
                      checks_first_field: false,
                      field_count: 3,
                      text_count: 1,
                      number_count: 1,
                      roles: roles.baseAddress,
                      decimal_marks: decimal.baseAddress,
                      grouping_marks: grouping.baseAddress,
                      decimals: decimals.baseAddress
                    )
                    var result = unsafe scan_rows_result(
                      capacity: 8,
                      row_starts: starts.baseAddress,
                      text_starts: texts.baseAddress,
                      text_lengths: lengths.baseAddress,
                      numbers: numbers.baseAddress
                    )
                    return unsafe scan(&plan, bytes, 0, count, count, &result, &next, &reason)
                  }
                }
              }
            }
          }
        }
      }
    }
    let kept = Int(rows)
    return Outcome(
      rows: rows,
      next: next,
      reason: reason.rawValue,
      starts: Array(starts.prefix(kept)),
      texts: Array(texts.prefix(kept)),
      lengths: Array(lengths.prefix(kept)),
      numbers: Array(numbers.prefix(kept))
    )
  }

  private static func lines(seed: Int) -> [UInt8] {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 7
    func draw(_ count: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33 % count)
    }
    let fields = [
      "k1", "\"k;2\"", "", "12,5", "-1.234,50", "\"7\"", "Müller",
      String(repeating: "x", count: 70),
      "\"a\"\"b\"", "3", "4,25", "99",
    ]
    var text = ""
    for _ in 0..<12 {
      let odd = draw(30)
      text += fields[draw(12)] + ";" + fields[draw(12)] + ";" + fields[9 + draw(3)]
      text += odd == 0 ? "\r" : odd == 1 ? "\"\n" : odd < 9 ? "\r\n" : "\n"
    }
    return Array(text.utf8)
  }
}
