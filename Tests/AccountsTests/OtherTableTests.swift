// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Testing

@testable import Accounts

/// Rows of a second table in a file are no data of the first.
@Suite struct OtherTableTests {
  private static let first = "Kunde;Ort;Umsatz\nk1;Ulm;1\nk2;Bonn;2\n"

  @Test(
    arguments: [
      "Kunde;Ort;Umsatz;Land\nk1;Ulm;10;\nk2;Bonn;20;\n",
      "Ort;Kunde;Menge\nUlm;k1;10\nBonn;k2;20\n",
      "Kunde;Ort;Betrag;Land\nk1;Ulm;10;\nk1;Ulm;11;DE\n",
    ]
  )
  func areRejectedUntilTheHeaderReturns(second: String) throws {
    let found = try ledger(Self.first + second + "\nKunde;Ort;Umsatz\nk1;Köln;5\n")
    #expect(found.rows.used == 3)
    #expect(found.rows.rejected == 2)
    #expect(found.rows.structure == 3)
    #expect(found.rejects.map(\.finding.code) == ["K-D090", "K-D090"])
    #expect(found.rejects.map(\.finding.line) == [5, 6])
    #expect(try found.control().parsed == 80_000)
  }

  @Test(
    arguments: [
      "Kunde;Ort;3\n", "k3;Ort;n. b.\n", "Umsatz;Bonn;4\n", "k3;Ort;12,x\n",
    ]
  )
  func aRowWithANumberOrWithoutNamesIsData(row: String) throws {
    let found = try ledger(Self.first + row + "k4;Ulm;5\n")
    #expect(!found.rejects.contains { $0.finding.code == "K-D090" })
    #expect(found.rows.used == 4)
  }

  @Test func areRejectedInLongFilesToo() throws {
    let rows = String(repeating: "k1;Ulm;1\n", count: 3000)
    let second = "Kunde;Ort;Umsatz;x\n" + String(repeating: "k1;Ulm;7;\n", count: 3000)
    let found = try ledger("Kunde;Ort;Umsatz\n" + rows + second + "Kunde;Ort;Umsatz\n" + rows)
    #expect(found.rows.used == 6000)
    #expect(found.rows.rejected == 3000)
    #expect(try found.control().parsed == 60_000_000)
  }
}
