// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Testing

@Suite struct WritingTests {
  private func written(_ dialect: WriterDialect, _ rows: [[Cell]]) -> String {
    var writer = DelimitedWriter(dialect: dialect)
    for row in rows { writer.append(row) }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private let row: [Cell] = [
    .text("A"), .integer(-5), .decimal(ExactDecimal(-12_500, scale: 3)), .real(0.1), .missing,
  ]

  @Test func writesEachDialect() {
    #expect(written(.rfc4180, [row]) == "A,-5,-12.5,0.1,\n")
    #expect(written(.excelGerman, [row]) == "\u{FEFF}A;-5;-12,5;0,1;\r\n")
    #expect(written(.excelEnglish, [row]) == "\u{FEFF}A,-5,-12.5,0.1,\r\n")
  }

  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("a;b", "a;b"), ("say \"hi\"", "\"say \"\"hi\"\"\""),
    ("x\ny", "\"x\ny\""), ("x\ry", "\"x\ry\""), (" x", "\" x\""), ("x ", "\"x \""), ("", ""),
    ("=1", "=1"), ("Müller", "Müller"),
  ])
  func quotesOnlyWhereNeeded(_ text: String, _ expected: String) {
    #expect(written(.rfc4180, [[.text(text), .integer(1)]]) == "\(expected),1\n")
  }

  @Test(arguments: ["=1", "+1", "-1", "@x"])
  func protectsFormulasInSpreadsheetDialects(_ text: String) {
    #expect(written(.excelGerman, [[.text(text), .missing]]) == "\u{FEFF}'\(text);\r\n")
    #expect(written(.rfc4180, [[.text(text), .missing]]) == "\(text),\n")
  }

  @Test(arguments: [
    "0012", "0000410003", "00", "1E5", "12e10", "1e+5", "3E-2", "123456789012", "1-2", "10/12",
    "1.5", "0E0",
  ])
  func knowsTextsThatSpreadsheetsChange(_ text: String) {
    #expect(SpreadsheetText.isChanged(text))
  }

  @Test(arguments: [
    "", "0", "7", "410003", "12345678901", "0012a", "1E", "E5", "1E5x", "1e+", "1-2-3", "123-4",
    "1-234", "2025-12", "1:2", "12 34", "0 1", "ä0012", "-0012",
  ])
  func knowsTextsThatStayAsTheyAre(_ text: String) {
    #expect(!SpreadsheetText.isChanged(text))
  }

  @Test func protectsControlCharactersToo() {
    #expect(written(.excelEnglish, [[.text("\tx")]]) == "\u{FEFF}'\tx\r\n")
    #expect(written(.excelEnglish, [[.text("\rx")]]) == "\u{FEFF}\"'\rx\"\r\n")
  }

  @Test func writesNumbersThatNeedNoProtection() {
    #expect(written(.excelGerman, [[.integer(-1), .real(-2)]]) == "\u{FEFF}-1;-2\r\n")
  }

  @Test func keepsARowOfOneEmptyFieldVisible() {
    #expect(written(.rfc4180, [[.missing], [.text("")], []]) == "\"\"\n\"\"\n\n")
  }

  @Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (5.0, "5"), (-5.0, "-5"), (0.1, "0.1"),
    (1.0 / 3, "0.3333333333333333"),
    (100.0, "100"), (1e15, "1000000000000000"), (1e16, "10000000000000000"),
    (1.2345678901234568e20, "123456789012345680000"), (9.999e20, "999900000000000000000"),
    (1e21, "1e21"), (1.5e300, "1.5e300"), (1e-7, "0.0000001"), (1.5e-7, "0.00000015"),
    (9e-8, "9e-8"), (-1.25e-9, "-1.25e-9"), (12345.678, "12345.678"), (0.000_123, "0.000123"),
    (Double.greatestFiniteMagnitude, "1.7976931348623157e308"),
    (Double.leastNonzeroMagnitude, "5e-324"),
  ])
  func writesTheShortestText(_ value: Double, _ expected: String) {
    #expect(NumberText.shortest(value) == expected)
    #expect(Double(expected) == value)
  }

  @Test func writesNumbersThatReadBackTheSame() {
    var state: UInt64 = 11
    for _ in 0..<5000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = Double(bitPattern: state)
      guard value.isFinite else { continue }
      #expect(Double(NumberText.shortest(value)) == value, "seed 11: \(value)")
    }
  }
}
