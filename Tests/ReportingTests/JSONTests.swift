// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Reporting

@Suite struct JSONTests {
  private func parse(_ text: String) throws -> JSONValue { try JSONParser.parse(Array(text.utf8)) }

  @Test(
    arguments: [
      ("null", .null), (" true ", .bool(true)), ("\n\t\rfalse", .bool(false)), ("0", .integer(0)),
      ("-1", .integer(-1)), ("-0", .number(0)), ("1.5", .number(1.5)), ("1e2", .number(100)),
      ("1E+2", .number(100)), ("12.5e-1", .number(1.25)),
      ("9223372036854775807", .integer(.max)), ("9223372036854775808", .number(0x1p63)),
      ("\"\"", ""), ("\"a\\n\\t\\r\\b\\f\\\"\\\\\\/\"", "a\n\t\r\u{8}\u{C}\"\\/"),
      ("\"\\u00e4\\u20AC\"", "ä€"), ("\"\\ud83d\\ude00\"", "😀"), ("\"ß😀\"", "ß😀"),
      ("[]", []), ("[1, [2]]", [.integer(1), [.integer(2)]]), ("{}", [:]),
      (
        "{\"b\": 1, \"a\": [], \"b\": 2}",
        .object([
          .init("b", .integer(1)), .init("a", []), .init("b", .integer(2)),
        ])
      ),
      ("\u{FEFF}[]", []),
    ] as [(String, JSONValue)]
  )
  func readsDocuments(text: String, value: JSONValue) throws {
    #expect(try parse(text) == value)
  }

  @Test(arguments: [
    ("", 1, 1), ("  ", 1, 3), ("nul", 1, 1), ("truex", 1, 5), ("01", 1, 2), ("+1", 1, 1),
    (".5", 1, 1), ("1.", 1, 1), ("1.e5", 1, 1), ("1e", 1, 1), ("-", 1, 1), ("1e999", 1, 1),
    ("NaN", 1, 1), ("Infinity", 1, 1), ("0x10", 1, 2), ("[1,]", 1, 4), ("[1 2]", 1, 4),
    ("[", 1, 2), ("{\"a\"}", 1, 5), ("{a: 1}", 1, 2), ("{\"a\": 1,}", 1, 9), ("{\"a\": }", 1, 7),
    ("{\n \"a\": tru\n}", 2, 7), ("'a'", 1, 1), ("\"a", 1, 3), ("\"\\x\"", 1, 4),
    ("\"\\u12g4\"", 1, 6), ("\"\\u+123\"", 1, 4), ("\"\\ud83d\"", 1, 8), ("\"\\ude00\"", 1, 8),
    ("\"\\ud83d\\u0041\"", 1, 14), ("\"a\u{1}\"", 1, 4), ("[]\u{B}", 1, 3), ("1 2", 1, 3),
    ("{\"a\": 1}\n}", 2, 1),
  ])
  func namesThePlaceOfAnError(text: String, line: Int, column: Int) throws {
    let error = #expect(throws: JSONError.self) { try parse(text) }
    #expect(error?.line == line)
    #expect(error?.column == column)
    #expect(error?.expected.isEmpty == false)
  }

  @Test func refusesBytesThatAreNoText() {
    for bytes: [UInt8] in [
      [0x22, 0xFF, 0x22], [0x22, 0xC3, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
    ] {
      let error = #expect(throws: JSONError.self) { try JSONParser.parse(bytes) }
      #expect(error?.expected == "UTF-8")
      #expect(error?.column == 2)
    }
  }

  @Test func boundsTheDepth() throws {
    let nested = { (depth: Int) in
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(throws: Never.self) { try parse(nested(200)) }
    #expect(throws: JSONError.self) { try parse(nested(201)) }
    #expect(throws: JSONError.self) { try parse(String(repeating: "{\"a\":", count: 100_000)) }
  }

  @Test func printsTheSameBytesEveryTime() throws {
    let value: JSONValue = [
      "z": [.integer(1), .number(0.1), .number(.nan), .number(-.infinity), .null],
      "a": ["leer": [:], "text": "\"\\\n\u{1}\u{1F}ä/\u{2028}"], "liste": [],
    ]
    let line = String(decoding: JSONWriter.line(value), as: UTF8.self)
    #expect(
      line == """
        {"z": [1, 0.1, null, null, null], "a": {"leer": {}, "text": "\\"\\\\\\n\\u0001\\u001fä/\u{2028}"}, \
        "liste": []}
        """
    )
    let pretty = String(decoding: JSONWriter.pretty(["a": [.bool(true)], "b": [:]]), as: UTF8.self)
    #expect(pretty == "{\n  \"a\": [\n    true\n  ],\n  \"b\": {}\n}\n")
  }

  @Test(arguments: [
    "{\"a\": [1, -2.5, true, null, \"\\u0000\\ud83d\\ude00\"], \"a\": {}}", "1e300", "-2.5",
    "[1e-320, 123456789012345678, 0.30000000000000004]",
  ])
  func readsBackWhatItPrints(text: String) throws {
    let value = try parse(text)
    #expect(try JSONParser.parse(JSONWriter.pretty(value)) == value)
    #expect(try JSONParser.parse(JSONWriter.line(value)) == value)
  }

  @Test func neverTrapsOnBrokenText() {
    let pieces = [
      "{", "}", "[", "]", ":", ",", "\"", "\\", "u", "d83d", "1", "-", ".", "e", "true", " ", "\n",
      "ä", "\u{0}",
    ]
    var state: UInt64 = 11
    var broken = 0
    for _ in 0..<5000 {
      var text = ""
      for _ in 0..<8 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      do {
        let value = try parse(text)
        #expect(throws: Never.self, "seed 11: \(text)") {
          try JSONParser.parse(JSONWriter.line(value))
        }
      } catch { broken += 1 }
    }
    #expect(broken > 4000)
  }

  @Test func looksIntoValues() {
    let value: JSONValue = ["n": .integer(3), "d": .number(2), "t": "x", "f": .bool(true)]
    #expect(value["n"]?.double == 3)
    #expect(value["d"]?.int == 2)
    #expect(value["t"]?.text == "x")
    #expect(value["f"]?.flag == true)
    #expect(value["x"] == nil)
    #expect(JSONValue.number(2.5).int == nil)
    #expect(JSONValue.null.elements == nil)
  }
}
