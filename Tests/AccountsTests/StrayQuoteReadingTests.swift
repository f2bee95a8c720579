// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Accounts

/// Rows with a stray quote count where only one reading has the header's fields.
@Suite struct StrayQuoteReadingTests {
  @Test func usesARowWhoseColumnsAreProven() throws {
    let found = try ledger(
      """
      Kunde,Name,Umsatz
      k1,Eins,"1,00"
      "k2,Zwei,"2,00"
      k3,"Drei,"4,00"
      k4,"Vier" GmbH,"8,00"
      k5,"Fünf,16
      k6,"Sechs" und, mehr,"32,00"
      """
    )
    #expect(found.accounts == ["k1", "\"k2", "k3", "k4", "k5"])
    #expect(found.counts == [5, 0, 1, 0])
    #expect(found.rejectCodes == ["K-D004@7"])
    #expect(found.findings.filter { $0.code == "K-D161" }.map(\.line) == [3, 4, 5, 6])
    #expect(try found.control().parsed == 310_000)
  }

  @Test func listsManyOfThemAThousandTimes() throws {
    let rows = (0..<1500).map { "k\($0),\"x,\"1,00\"\n" }.joined()
    let found = try ledger("Kunde,Name,Umsatz\n" + rows)
    #expect(found.rows.used == 1500)
    #expect(found.findings.count { $0.code == "K-D161" } == 1000)
    #expect(found.findings.count { $0.code == "K-D099" } == 1)
  }
}
