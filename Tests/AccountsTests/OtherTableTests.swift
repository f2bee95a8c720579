// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Testing

@testable import Accounts

/// Rows of a second table in a file are structure, no data of the first.
@Suite struct OtherTableTests {
  private static let first = "Kunde;Ort;Umsatz\nk1;Ulm;1\nk2;Bonn;2\n"

  @Test(
    arguments: [
      "Kunde;Ort;Umsatz;Land\nk1;Ulm;10;\nk2;Bonn;20;\n",
      "Ort;Kunde;Menge\nUlm;k1;10\nBonn;k2;20\n",
      "Kunde;Ort;Betrag;Land\nk1;Ulm;10;\nk1;Ulm;11;DE\n",
    ]
  )
  func areStructureUntilTheHeaderReturns(second: String) throws {
    let found = try ledger(Self.first + second + "\nKunde;Ort;Umsatz\nk1;Köln;5\n")
    #expect(found.counts == [3, 0, 0, 5])
    let finding = try #require(found.findings.first { $0.code == "K-D090" })
    #expect(finding.line == 4 && finding.severity == .error)
    #expect(finding.message.english.contains("its 3 lines"))
    #expect(try found.control().parsed == 80_000)
  }

  @Test func areReadWhereTheyAreChosen() throws {
    let text = Self.first + "\nOrt;Kunde;Umsatz\nUlm;k1;10\nBonn;k2;20\n"
    let first = try ledger(text) { $0.format.table = 1 }
    #expect(first.counts == [2, 0, 0, 4] && first.findings.isEmpty)
    let second = try ledger(text) { $0.format.table = 2 }
    #expect(second.counts == [2, 0, 0, 4] && second.findings.isEmpty)
    #expect(try second.control().parsed == 300_000)
  }

  @Test(
    arguments: [
      "Kunde;Ort;3\n", "k3;Ort;n. b.\n", "Umsatz;Bonn;4\n", "k3;Ort;12,x\n",
    ]
  )
  func aRowWithANumberOrWithoutNamesIsData(row: String) throws {
    let found = try ledger(Self.first + row + "k4;Ulm;5\n")
    #expect(!found.codes.contains("K-D090"))
    #expect(found.rows.used == 4)
  }

  @Test func areStructureInLongFilesToo() throws {
    let rows = String(repeating: "k1;Ulm;1\n", count: 3000)
    let second = "Kunde;Ort;Umsatz;x\n" + String(repeating: "k1;Ulm;7;\n", count: 3000)
    let found = try ledger("Kunde;Ort;Umsatz\n" + rows + second + "Kunde;Ort;Umsatz\n" + rows)
    #expect(found.counts == [6000, 0, 0, 3002])
    #expect(try found.control().parsed == 60_000_000)
  }
}
