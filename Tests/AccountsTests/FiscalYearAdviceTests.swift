// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Testing

@testable import Accounts

/// Fiscal years over two calendar years ask for the month in which they begin.
@Suite struct FiscalYearAdviceTests {
  @Test(arguments: [
    ("2023/24", 1, true), ("2023/2024", 1, true), ("GJ 2023/24", 1, true), ("2023/24", 10, false),
    ("2023", 1, false), ("FY24", 1, false), ("01/2024", 1, false), ("Q1 2024", 1, false),
    ("03/04/2024", 1, false), ("2023/12", 1, false), ("", 1, false), ("2023/25", 1, false),
  ])
  func asksForTheMonthOfCells(_ text: String, _ start: Int, _ isAsked: Bool) throws {
    let found = try ledger("Kunde;Jahr;Umsatz\nk1;\(text);5,00\nk2;\(text);6,00\n") {
      $0.period = .column(ColumnReference("Jahr"))
      $0.format.fiscalYearStart = start
    }
    let findings = found.findings.filter { $0.code == "K-D162" }
    #expect(findings.map(\.found) == (isAsked ? [text] : []), "\(text)")
    #expect(findings.allSatisfy { $0.column == 2 && $0.field == "Jahr" })
  }

  @Test func asksForTheMonthOfHeaders() throws {
    let found = try ledger("Kunde;Umsatz 2022/23;Umsatz 2023/24\nk1;5,00;6,00\n") {
      $0.period = .wide
    }
    let findings = found.findings.filter { $0.code == "K-D162" }
    #expect(findings.map(\.found) == ["2022/23"])
    #expect(findings.map(\.field) == ["Umsatz 2022/23"])
  }
}
