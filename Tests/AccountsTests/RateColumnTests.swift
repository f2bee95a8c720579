// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Testing

@testable import Accounts

/// Tables of rates whose columns have names of their own, and rates that hold on.
@Suite struct RateColumnTests {
  private func rates(
    _ text: String,
    _ configure: (inout RateMapping) -> Void
  ) throws -> RateTable {
    var mapping = RateMapping(file: "rates.csv")
    configure(&mapping)
    return try RateTable(table(text), mapping: mapping)
  }

  private func rate(_ table: RateTable, _ currency: String, _ year: Int, _ month: Int) -> String? {
    table.rate(of: currency, in: Period(year: year, month: month))?.description
  }

  @Test func readsTheColumnsThatAreNamed() throws {
    let table = try rates("Code;Tag;Kurs zu EUR\nUSD;31.01.2026;0,92\n") {
      $0.currency = ColumnReference("Code")
      $0.rate = ColumnReference("Kurs zu EUR")
      $0.period = ColumnReference("Tag")
    }
    #expect(rate(table, "USD", 2026, 1) == "0.92")
    #expect(rate(table, "USD", 2026, 2) == nil)
    #expect(throws: RunError.self) {
      try rates("currency;rate\nUSD;1\n") { $0.rate = ColumnReference("Kurs") }
    }
  }

  @Test func holdsUntilTheNextRateBegins() throws {
    let text = "currency;rate;ab\nUSD;1,2;2026-03\nUSD;1,1;2025-11\nUSD;9;2026-03\nCHF;1;2026-01\n"
    let table = try rates(text) { $0.validFrom = ColumnReference("ab") }
    #expect(rate(table, "USD", 2025, 10) == nil)
    #expect(rate(table, "USD", 2025, 11) == "1.1")
    #expect(rate(table, "USD", 2026, 2) == "1.1")
    #expect(rate(table, "USD", 2026, 3) == "1.2")
    #expect(rate(table, "USD", 2030, 12) == "1.2")
    #expect(table.rate(of: "USD", in: nil) == nil)
    #expect(table.rows.used == 3 && table.rows.rejected == 1, "two rates from one month on")
    #expect(table.contradiction(to: "USD") == ExactDecimal("1.1"))
    #expect(table.contradiction(to: "CHF") == nil)
  }

  /// The whole column decides the order of day and month, else the setting.
  @Test func readsDaysAsTheColumnWritesThem() throws {
    let text = "currency;rate;Monat\nUSD;1;01/31/2026\nUSD;2;02/01/2026\n"
    #expect(rate(try rates(text) { _ in }, "USD", 2026, 2) == "2")
    let open = "currency;rate;Monat\nUSD;2;02/01/2026\n"
    #expect(rate(try rates(open) { $0.format.dateOrder = .monthFirst }, "USD", 2026, 2) == "2")
    #expect(rate(try rates(open) { $0.format.dateOrder = .dayFirst }, "USD", 2026, 1) == "2")
  }
}
