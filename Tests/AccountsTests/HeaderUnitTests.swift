// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Testing

@testable import Accounts

@Suite struct HeaderUnitTests {
  @Test(arguments: [
    ("Potenzial (T€)", "T€"), ("Umsatz 2025 in T€", "T€"), ("Revenue [USD]", "USD"),
    ("Umsatz (in Tsd. EUR)", "Tsd. EUR"), ("Umsatz 2025 Mio. €", "Mio. €"), ("DB TEUR", "TEUR"),
    ("Umsatz (Plan) (T€)", "T€"), ("Anteil %", "%"), ("Anteil (%)", "%"),
    ("Umsatz", nil), ("T€", nil), ("", nil), ("Umsatz (Plan)", nil), ("Umsatz TEAM", nil),
    ("Umsatz KPI", nil), ("Umsatz (VAR)", nil), ("Tage (T)", nil), ("()", nil), ("a )", nil),
  ])
  func findsTheUnitOfAHeader(_ header: String, _ unit: String?) {
    #expect(HeaderUnit.unit(of: header) == unit, "'\(header)'")
  }

  @Test(arguments: [
    "2025-03", "Mrz 25", "03/2025 (T€)", "Mrz 2025 in T€", "März 2025 [EUR]", "Q1 2025 Tsd. €",
    "2025 MAR", "MAR 2025 EUR",
  ])
  func findsThePeriodBesideAUnit(_ text: String) {
    #expect(
      HeaderUnit.period(in: text, style: DateStyle(order: .dayFirst))
        == .month(year: 2025, month: 3),
      "'\(text)'"
    )
  }

  @Test(arguments: [
    "2025 %", "2025 (%)", "2025 Plan", "2025 (Plan)", "ABW 2025", "2025 ABW", "in T€", "(T€)", "",
  ])
  func takesNothingElseForAPeriod(_ text: String) {
    let cell = HeaderUnit.period(in: text, style: DateStyle(order: .dayFirst))
    #expect(cell == .invalid || cell == .missing, "'\(text)'")
  }
}
