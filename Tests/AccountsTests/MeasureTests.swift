// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Accounts

@Suite struct MeasureTests {
  /// Accounts a to d: years of revenue, a gap, no revenue at all, and a missing cell.
  private func sample() throws -> MeasureEvaluator {
    let sales = try ledger(
      """
      Kunde;Monat;Umsatz;Land
      a;2023-12;4000,00;DE
      a;2024-12;4400,00;AT
      a;2025-12;4840,00;DE
      a;2026-02;999,00;DE
      b;2023-12;-100,00;DE
      b;2025-06;50,50;DE
      d;2025-12;;DE
      d;2025-11;7,00;DE
      """
    ) {
      $0.period = .column(ColumnReference("Monat"))
      $0.attributes = [AttributeMapping("country", column: ColumnReference("Land"))]
    }
    let potential = try ledger("Kunde;Bedarf\na;9680\nc;500\n") {
      $0.values = [ValueMapping("potential", column: ColumnReference("Bedarf"))]
    }
    var result = consolidated([sales, potential], asOf: try month("2025-12")).table
    result.measures = [.init(name: "half", numbers: [0.5, nil, -2, 0])]
    return MeasureEvaluator(result)
  }

  @Test(
    arguments: [
      ("revenue", [14239, -49.5, nil, nil]),
      ("sum(revenue)", [14239, -49.5, nil, nil]),
      ("sum(revenue, 12)", [4840, 50.5, nil, nil]),
      ("sum(revenue, 13)", [9240, 50.5, nil, nil]),
      ("sum(revenue, 1)", [4840, 0, nil, nil]),
      ("potential", [9680, nil, 500, nil]),
      ("sum(potential, 12)", [nil, nil, nil, nil]),
      ("growth(revenue, 12)", [0.1, nil, nil, nil]),
      ("growth(revenue)", [0.1, nil, nil, nil]),
      ("arc_growth(revenue, 12)", [0.09523809523809523, 2, nil, nil]),
      ("cagr(revenue, 24)", [0.1, nil, nil, nil]),
      ("count(revenue)", [4, 2, 0, 1]),
      ("count(revenue, 12)", [1, 1, 0, 1]),
      ("distinct(country)", [2, 1, 0, 1]),
      ("present(revenue, potential, country)", [3, 2, 1, 1]),
      ("coalesce(revenue, potential, 0)", [14239, -49.5, 500, 0]),
      ("max(revenue, potential)", [14239, nil, nil, nil]),
      ("min(potential, 600)", [600, nil, 500, nil]),
      ("abs(half)", [0.5, nil, 2, 0]),
      ("-half", [-0.5, nil, 2, 0]),
      ("log(half)", [-0.6931471805599453, nil, nil, nil]),
      ("potential / half", [19360, nil, -250, nil]),
      ("1 / half", [2, nil, -0.5, nil]),
      ("half / 0", [nil, nil, nil, nil]),
      ("1e308 * 10", [nil, nil, nil, nil]),
      ("max(0, potential - sum(revenue, 12))", [4840, nil, nil, nil]),
      ("half > 0", [1, 0, 0, 0]),
      ("unknown + 1", [nil, nil, nil, nil]),
      ("volatility(revenue, 3)", [nil, nil, nil, nil]),
      ("trend(revenue, 2)", [4840, 0, nil, nil]),
    ] as [(String, [Double?])]
  )
  func computesOneNumberPerAccount(text: String, expected: [Double?]) throws {
    let numbers = try sample().numbers(Expression(parsing: text))
    #expect(numbers.count == expected.count)
    for (found, wanted) in zip(numbers, expected) {
      // The last digits of powers and logarithms belong to the system's library.
      #expect((found == nil) == (wanted == nil), "\(text): \(numbers)")
      #expect(abs((found ?? 0) - (wanted ?? 0)) <= 1e-12 * abs(wanted ?? 0), "\(text): \(numbers)")
    }
  }

  @Test(arguments: [
    ("country = 'DE'", [true, true, false, true]),
    ("country != 'DE'", [false, false, true, false]),
    ("country = ''", [false, false, true, false]),
    ("country in ('AT', 'DE')", [true, true, false, true]),
    ("starts_with(country, 'D')", [true, true, false, true]),
    ("ends_with(country, 'E') and half >= 0", [true, false, false, true]),
    ("contains(country, '')", [true, true, true, true]),
    ("revenue > 0", [true, false, false, false]),
    ("revenue <= 0", [false, true, false, false]),
    ("not (revenue > 0)", [false, true, true, true]),
    ("revenue != potential", [true, false, false, false]),
    ("half", [true, false, true, false]),
    ("0 < half or potential = 500", [true, false, true, false]),
  ])
  func meetsConditions(text: String, expected: [Bool]) throws {
    #expect(try sample().conditions(Expression(parsing: text)) == expected)
  }

  @Test func namesWhatIsMissing() throws {
    let expression = try Expression(
      parsing: "potential / revenue > 0 and country = 'DE' or half = 1"
    )
    #expect(try sample().missingNames(expression, row: 2) == ["revenue", "country"])
    #expect(try sample().missingNames(expression, row: 0) == [])
  }

  /// Series 100 120 90 110 130 110: CV 0.128565, trend 2.857143 (least squares, n - 1).
  @Test func agreesWithTheWorkedSeries() throws {
    let numbers = [100, 120, 90, 110, 130, 110]
    let rows = numbers.enumerated().map { "a;2025-0\($0 + 1);\($1)" }.joined(separator: "\n")
    let source = try ledger("Kunde;Monat;Umsatz\n\(rows)\n") {
      $0.period = .column(ColumnReference("Monat"))
    }
    let evaluator = MeasureEvaluator(consolidated([source]).table)
    for (text, expected) in [
      ("volatility(revenue)", 0.128565), ("trend(revenue)", 2.857143),
      ("volatility(revenue, 6)", 0.128565), ("trend(revenue, 2)", -20),
    ] {
      let found = try #require(try evaluator.numbers(Expression(parsing: text))[0])
      #expect(abs(found - expected) < 5e-7, "\(text) is \(found)")
    }
  }

  /// Three yearly figures per account; growth over two years as published beside the table.
  @Test(
    arguments: [
      ("4000", "4400", "4840", 0.1), ("3000", "2700", "2430", -0.1), ("0", "1500", "2250", nil),
      ("1200", "1210", "1190", -0.004175), ("900", "-100", "800", -0.057191),
      ("600", "600", "600", 0), ("100", "130", "163", 0.276715),
    ] as [(String, String, String, Double?)]
  )
  func agreesWithTheWorkedGrowth(a: String, b: String, c: String, expected: Double?) throws {
    let source = try ledger("Kunde;Jahr;Umsatz\nx;2023;\(a)\nx;2024;\(b)\nx;2025;\(c)\n") {
      $0.period = .column(ColumnReference("Jahr"))
    }
    let evaluator = MeasureEvaluator(consolidated([source]).table)
    let found = try evaluator.numbers(Expression(parsing: "cagr(revenue, 24)"))[0]
    #expect((found == nil) == (expected == nil))
    #expect(abs((found ?? 0) - (expected ?? 0)) < 5e-7)
  }

  @Test func laterPeriodsNeverCount() throws {
    let text = "Kunde;Monat;Umsatz\na;2025-12;1\na;2026-01;2\na;2030-01;4\n"
    let source = try ledger(text) { $0.period = .column(ColumnReference("Monat")) }
    let page = consolidated([source], asOf: try month("2025-12"))
    let evaluator = MeasureEvaluator(page.table)
    #expect(try evaluator.numbers(Expression(parsing: "sum(revenue, 1200)")) == [1])
    #expect(try evaluator.numbers(Expression(parsing: "sum(revenue)")) == [7])
    #expect(page.codes == ["K-D041"])
    #expect(page.findings.first?.found == "2030-01")
    #expect(consolidated([source]).codes == [])
    #expect(consolidated([source]).table.asOf == Period(iso: "2030-01"))
  }

  @Test func extremeSeriesStayFinite() throws {
    let text = "Kunde;Jahr;Umsatz\na;2024;0,000000001\na;2025;99999999999999999999\n"
    let source = try ledger(text) {
      $0.period = .column(ColumnReference("Jahr"))
      $0.values[0].kind = .number
    }
    let evaluator = MeasureEvaluator(consolidated([source]).table)
    for function in ["growth", "arc_growth", "cagr", "trend", "volatility", "sum"] {
      for months in ["", ", 1", ", 12", ", 1200"] {
        let numbers = try evaluator.numbers(Expression(parsing: "\(function)(revenue\(months))"))
        #expect(numbers[0]?.isFinite != false, "\(function)\(months)")
      }
    }
  }
}
