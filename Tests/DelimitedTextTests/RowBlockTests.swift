// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import DelimitedText

/// Blocks and records together give every row that records alone give.
@Suite struct RowBlockTests {
  private static let rows = [
    "k1;Müller;1,5\n", "k2;\"a;b\";2\n", "k3;\"a \"\"b\"\"\";3\r\n", "k4;\"two\nlines\";4\n",
    "k5;short\n",
    "k6;a;b;c\n", "\n", ";;\n", "--;---;-\n", "Kunde;Name;Umsatz\n", "k7; padded ;\u{A0}7\n",
    "k8;\"open;8\n", "k9;=\"09\";9\n", "k10;5\" Rohr;10\n", "k11;cr;11\r", "k12;\"\";\n",
  ]

  /// A text of several chunks, nearly all of whose rows are plain in some parts and none in others.
  private func text(seed: Int) -> String {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    var text = "Kunde;Name;Umsatz\n"
    while text.utf8.count < 700_000 {
      let plain = 1 << random(12)
      for row in 0..<plain { text += "p\(row);plain;\(row)\n" }
      for _ in 0..<random(200) { text += Self.rows[random(Self.rows.count)] }
      if random(20) == 0 { text += "long;\(String(repeating: "x", count: 300_000));1\n" }
    }
    return random(2) == 0 ? text : text + "last;no break;1"
  }

  @Test(arguments: 0..<6)
  func giveEveryRow(seed: Int) throws {
    var settings = FormatSettings()
    settings.headerRow = 1
    settings.delimiter = UInt8(ascii: ";")
    for encoding in [TextEncoding.utf8, .windows1252] {
      settings.encoding = encoding
      let table = try DelimitedTable(bytes: Array(text(seed: seed).utf8), settings: settings)
      var expected: [[String]] = []
      table.forEachRecord { record in
        expected.append([String(record.line)] + (0..<3).map { record.text($0) })
      }
      var found: [[String]] = []
      var plain = 0
      table.scanBlocks { block in
        let first = found.count
        plain += block.rows.count
        for row in block.rows { found.append([String(block.line(ofRow: row))]) }
        for column in 0..<3 {
          block.forEachContent(of: column) { row, cell in
            found[first + row - block.rows.lowerBound].append(decodedText(of: cell))
            return true
          }
        }
        return .goOn
      } orRecord: { record in
        found.append([String(record.line)] + (0..<3).map { record.text($0) })
        return .goOn
      }
      #expect(found == expected, "seed \(seed)")
      #expect(plain * 2 > found.count, "seed \(seed)")
    }
  }

  /// Whether a point or comma stands before a digit.
  private func hasNumberMark(_ cell: [UInt8]) -> Bool {
    zip(cell, cell.dropFirst()).contains { mark, next in
      (mark == UInt8(ascii: ".") || mark == UInt8(ascii: ",")) && next &- UInt8(ascii: "0") < 10
    }
  }

  @Test(arguments: 0..<4)
  func findNumbersWithMarks(seed: Int) throws {
    var state = UInt64(seed) &+ 7
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let bytes = Array("0123456789..,,ab-".utf8)
    var text = "a;b;c\n"
    for _ in 0..<2000 {
      let cells = (0..<3).map { _ in
        String(decoding: (0..<random(20)).map { _ in bytes[random(bytes.count)] }, as: UTF8.self)
      }
      text += cells.joined(separator: ";") + "\n"
    }
    var settings = FormatSettings()
    settings.headerRow = 1
    settings.delimiter = UInt8(ascii: ";")
    let table = try DelimitedTable(bytes: Array(text.utf8), settings: settings)
    table.scanBlocks { block in
      for column in 0..<3 {
        var expected: [Int] = []
        block.forEachContent(of: column) { row, cell in
          if hasNumberMark(cell.indices.map { cell[$0] }) { expected.append(row) }
          return true
        }
        var found: [Int] = []
        block.forEachMarkedNumber(in: column) { row, _ in
          found.append(row)
          return found.count < 100_000
        }
        #expect(found == expected)
        #expect(seed > 0 || expected.count > 100)
      }
      return .goOn
    } orRecord: { _ in
      .goOn
    }
  }

  @Test func stopWhenTold() throws {
    let text = "a;b\n1;2\n3;4\n5\n6;7\n"
    let table = try DelimitedTable(bytes: Array(text.utf8), settings: FormatSettings())
    for stopsAtBlock in [true, false] {
      var steps: [Int] = []
      table.scanBlocks { block in
        steps.append(block.rows.count)
        return stopsAtBlock ? .stop : .goOn
      } orRecord: { record in
        steps.append(-record.fieldCount)
        return .stop
      }
      #expect(steps == (stopsAtBlock ? [2] : [2, -1]))
    }
  }
}
