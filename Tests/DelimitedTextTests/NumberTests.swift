// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Testing

@Suite struct NumberTests {
  @Test(arguments: [
    ("0", "0"), ("007", "7"), ("1234567,89", "1234567.89"), ("1.234,56", "1234.56"),
    ("1.234", "1234"), ("1.234.567", "1234567"), ("12.345.678,9", "12345678.9"),
    ("1'234,56", "1234.56"), ("1’234,56", "1234.56"), ("1 234,56", "1234.56"),
    ("1\u{A0}234,56", "1234.56"), ("1\u{202F}234\u{202F}567,8", "1234567.8"), (",5", "0.5"),
    ("0,125", "0.125"), ("-5", "-5"), ("5-", "-5"), ("1.234,56-", "-1234.56"), ("5 -", "-5"),
    ("(1.234,56)", "-1234.56"), ("( 5 )", "-5"), ("\u{2212}5,5", "-5.5"), ("–7", "-7"),
    ("+5", "5"), ("5+", "5"), ("- 5", "-5"), ("1,2E+06", "1200000"), ("1E5", "100000"),
    ("1,5e-3", "0.0015"), ("0,00", "0"), ("-0", "0"), ("0e99", "0"),
    ("99999999999999999999999999999999999999", "99999999999999999999999999999999999999"),
    ("1234567890123456789", "1234567890123456789"), ("=\"12,5\"", "12.5"), ("'12", "12"),
  ])
  func readsCommaNumbersExactly(_ cell: String, _ value: String) throws {
    let expected = try #require(ExactDecimal(value))
    #expect(try number(cell, .comma) == .number(ParsedNumber(expected)), "'\(cell)'")
  }

  @Test(arguments: [
    ("1,234.56", "1234.56"), ("1,234", "1234"), ("1'234.5", "1234.5"), ("1.234", "1.234"),
    ("(15,000.00)", "-15000"), (".5", "0.5"), ("12.5", "12.5"), ("1 234.5", "1234.5"),
    ("-1,234,567.891", "-1234567.891"),
  ])
  func readsPointNumbersExactly(_ cell: String, _ value: String) throws {
    let expected = try #require(ExactDecimal(value))
    #expect(try number(cell, .point) == .number(ParsedNumber(expected)), "'\(cell)'")
  }

  @Test(arguments: [
    ("5 €", "5", "EUR", ""), ("€5", "5", "EUR", ""), ("EUR 1.234,50", "1234.5", "EUR", ""),
    ("1.234,50 EUR", "1234.5", "EUR", ""), ("CHF 5", "5", "CHF", ""), ("$5", "5", "USD", ""),
    ("US$ 5", "5", "USD", ""), ("5 £", "5", "GBP", ""), ("5PLN", "5", "PLN", ""),
    ("5 zł", "5", "PLN", ""), ("5 Kč", "5", "CZK", ""), ("Fr. 5", "5", "CHF", ""),
    ("-5 €", "-5", "EUR", ""), ("€ -5", "-5", "EUR", ""), ("5,00- EUR", "-5", "EUR", ""),
    ("(5 €)", "-5", "EUR", ""), ("850 T€", "850", "EUR", "1000"),
    ("850 TEUR", "850", "EUR", "1000"), ("850 T EUR", "850", "EUR", "1000"),
    ("850 k€", "850", "EUR", "1000"), ("850 TCHF", "850", "CHF", "1000"),
    ("850 Tsd. €", "850", "EUR", "1000"), ("1,5 Mio. €", "1.5", "EUR", "1000000"),
    ("EUR 1,5 Mio", "1.5", "EUR", "1000000"), ("1,5 Mio", "1.5", "", "1000000"),
    ("2 Mrd. EUR", "2", "EUR", "1000000000"), ("€ 2 Mrd.", "2", "EUR", "1000000000"),
    ("T€ 850", "850", "EUR", "1000"), ("1\u{A0}234,5\u{A0}€", "1234.5", "EUR", ""),
    ("5 Euro", "5", "EUR", ""), ("1,2 million", "1.2", "", "1000000"),
  ])
  func readsCurrenciesAndScaleWords(
    _ cell: String,
    _ value: String,
    _ currency: String,
    _ scale: String
  ) throws {
    let expected = ParsedNumber(
      try #require(ExactDecimal(value)),
      currency: currency.isEmpty ? nil : currency,
      scaleWord: ExactDecimal(scale)
    )
    #expect(try number(cell, .comma) == .number(expected), "'\(cell)'")
  }

  @Test(arguments: [("12,5 %", "12.5"), ("12,5%", "12.5"), ("-3%", "-3"), ("3 %-", "-3")])
  func keepsPercentApart(_ cell: String, _ value: String) throws {
    let expected = ParsedNumber(try #require(ExactDecimal(value)), isPercent: true)
    #expect(try number(cell, .comma) == .number(expected))
  }

  @Test(arguments: [
    ("", false), ("  ", false), ("-", false), ("n/a", false), ("N/A", false), ("–", false),
    ("--", false), ("n. b.", true), ("n.b.", true), ("k. A.", true), ("k.A.", true),
    ("#NV", true), ("#N/A", true), ("#DIV/0!", true), ("(Leer)", true), ("(leer)", true),
    ("NULL", true), ("null", true), ("?", true), ("#WERT!", true), ("#REF!", true), ("NA", true),
    ("keine Angabe", true),
  ])
  func readsMissingMarkers(_ cell: String, _ marker: Bool) throws {
    #expect(try number(cell, .comma) == .missing(marker: marker), "'\(cell)'")
  }

  @Test(arguments: [
    ("abc", NumberProblem.notANumber), ("12,x", .notANumber), ("12,", .notANumber),
    ("1..2", .notANumber), ("1,2,3", .notANumber), ("--5", .notANumber), ("-5-", .notANumber),
    ("(-5)", .notANumber), ("(5", .notANumber), ("5)", .notANumber), ("5 6", .notANumber),
    ("1 23", .notANumber), ("1.234 567", .notANumber), ("5 € $", .notANumber),
    ("5 Stk", .notANumber), ("%", .notANumber), ("€", .notANumber), ("5 %%", .notANumber),
    ("1.23.456", .notANumber), ("41000X", .notANumber), ("5 Mio Mio", .notANumber),
    ("()", .notANumber), ("5 T", .bareScaleLetter), ("*", .notANumber), ("#5", .notANumber),
    ("1,234.56", .conflictingStyle), ("12.5", .conflictingStyle), ("0.125", .conflictingStyle),
    ("1,234,567", .conflictingStyle), ("1234.567", .conflictingStyle),
    ("-12.50 €", .conflictingStyle), ("*34.567,89", .truncated), ("####", .truncated),
    ("NaN", .notFinite), ("-Inf", .notFinite), ("∞", .notANumber), ("Infinity", .notFinite),
    ("12k", .bareScaleLetter), ("12 K", .bareScaleLetter), ("12m", .bareScaleLetter),
    ("12 M€", .bareScaleLetter), ("999999999999999999999999999999999999999", .overflow),
    ("1E400", .overflow), ("1E-400", .overflow), ("1E99999999999999999999", .overflow),
    ("31.01.2025", .spreadsheetDate), ("Jan 25", .spreadsheetDate),
    ("2025-01-31", .spreadsheetDate), ("1.2.3", .notANumber),
  ])
  func saysWhatIsWrong(_ cell: String, _ problem: NumberProblem) throws {
    #expect(try number(cell, .comma) == .invalid(problem), "'\(cell)'")
  }

  @Test func readsOnlyTheGroupingMarkOfTheStyle() throws {
    let swiss = NumberStyle(decimal: .point, grouping: .apostrophe)
    #expect(try number("1'234.5", swiss) == number("1234.5", .point))
    #expect(try number("1,234.5", swiss) == .invalid(.notANumber))
    #expect(try number("1,234", swiss) == .invalid(.conflictingStyle))
    #expect(NumberStyle(decimal: .comma, grouping: .comma).grouping == nil)
  }

  @Test func agreesWithPlainDecimalReading() throws {
    var state: UInt64 = 7
    for _ in 0..<300 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let units = Int128(Int64(bitPattern: state) >> 12)
      let value = ExactDecimal(units, scale: Int(state >> 60))
      let cell = value.description
      #expect(try number(cell, .point) == .number(ParsedNumber(value)), "seed 7: \(cell)")
    }
  }
}

@Suite struct ExactDecimalTests {
  @Test(arguments: [
    ("-12.50", "-12.5"), ("1e3", "1000"), (".5", "0.5"), ("1e-3", "0.001"), ("0e99", "0"),
    ("+7", "7"), ("0.000", "0"),
  ])
  func readsAndShowsPlainText(_ text: String, _ shown: String) throws {
    #expect(try #require(ExactDecimal(text)).description == shown)
  }

  @Test(arguments: [
    "", "-", ".", "1.2.3", "1e", "1e99999999999999999999", "1e-9223372036854775808", "x", "1 ",
    "1e400", "999999999999999999999999999999999999999", "1e90",
  ])
  func refusesEverythingElse(_ text: String) {
    #expect(ExactDecimal(text) == nil)
  }

  @Test func comparesByValueAndMultipliesExactly() throws {
    let half = try #require(ExactDecimal("0.50"))
    #expect(half == ExactDecimal(5, scale: 1))
    #expect(half < .one && ExactDecimal(-1, scale: 0) < half)
    #expect(half.multiplied(by: half) == ExactDecimal(25, scale: 2))
    #expect(ExactDecimal(.max, scale: 0).multiplied(by: ExactDecimal(2, scale: 0)) == nil)
    #expect(half.units(decimals: 4) == 5000)
    #expect(half.units(decimals: 0) == nil)
    #expect(half.doubleValue == 0.5)
  }
}
