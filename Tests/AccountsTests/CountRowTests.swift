// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Testing

@testable import Accounts

/// Rows at the end of an export that say how many there are.
@Suite struct CountRowTests {
  @Test(
    arguments: [
      ("Anzahl;2;", [2, 0, 0, 1], []), ("Anzahl Kunden;2;", [2, 0, 0, 1], []),
      ("Number of customers;;2", [2, 0, 0, 1], []), ("ANZAHL DATENSÄTZE:;2;", [2, 0, 0, 1], []),
      ("Row count;3;", [2, 0, 0, 1], ["K-D172"]),
      ("Anzahl Zeilen;2.000;", [2, 0, 0, 1], ["K-D172"]),
      ("Anzahl & Partner;Bau;3", [3, 0, 0, 0], []), ("Anzahl Kunden;2;2", [3, 0, 0, 0], []),
      ("Countrywide;;2", [3, 0, 0, 0], []), ("Anzahl Kunden;-2;", [3, 0, 0, 0], []),
      ("Anzahl;99999999999999999999;", [3, 0, 0, 0], []),
    ] as [(String, [Int], [String])]
  )
  func isStructure(row: String, counts: [Int], codes: [String]) throws {
    let found = try ledger("Kunde;Name;Umsatz\nk1;Eins;100\nk2;Zwei;200\n\(row)\n") {
      $0.name = ColumnReference("Name")
    }
    #expect(found.counts == counts)
    #expect(found.codes == codes)
  }

  /// Two rows of one account: both numbers are right.
  @Test(arguments: [(1, []), (2, []), (3, ["K-D172"])] as [(Int, [String])])
  func countsRowsOrAccounts(count: Int, codes: [String]) throws {
    #expect(try ledger("Kunde;Umsatz\nk1;1\nk1;2\nAnzahl;\(count)\n").codes == codes)
  }

  @Test func countsRowsThatAreNotUsedToo() throws {
    let found = try ledger("Kunde;Umsatz\nk1;1\nCPD;2\n;3\nAnzahl;3\n") {
      $0.exclude = [.init(try Expression(parsing: "Kunde = 'CPD'"))]
    }
    #expect(found.counts == [1, 1, 1, 1])
    #expect(found.codes == ["K-D040"])
  }

  @Test(
    arguments: [
      ("Anzahl Kunden;2;", 2, []), ("Anzahl Kunden;4;", 2, ["K-D172"]), ("Summe;;", 2, []),
      (";Gesamt;", 2, []), ("Total;;", 3, []), ("Summe Bau;;", 3, []), ("7;Summe;", 3, []),
    ] as [(String, Int, [String])]
  )
  func describesNoAccount(row: String, accounts: Int, codes: [String]) throws {
    let found = try master("Nr;Name;Konzern\n1;Eins;\n2;Zwei;\n\(row)\n").ledger
    #expect(found.rows[0].counts.used == accounts)
    #expect(found.rows[0].counts.structure == 3 - accounts)
    #expect(found.findings.map(\.code) == codes)
  }
}
