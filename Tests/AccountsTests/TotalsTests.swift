// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Testing

@testable import Accounts

@Suite struct TotalsTests {
  @Test(
    arguments: [
      ("Summe", .word(.total, isName: false)), ("SUMME:", .word(.total, isName: false)),
      ("Zwischensumme", .word(.subtotal, isName: false)), ("*", .word(.subtotal, isName: false)),
      ("Total", .word(.total, isName: true)), ("Ergebnis", .word(.subtotal, isName: false)),
      ("Gesamtergebnis", .word(.grandTotal, isName: false)),
      ("Grand Total", .word(.grandTotal, isName: false)), ("**", .word(.total, isName: false)),
      ("*** Gesamt", .word(.grandTotal, isName: false)),
      ("****", .word(.grandTotal, isName: false)),
      ("* Deutschland", .labelled(.subtotal, "Deutschland")),
      ("Summe Deutschland", .labelled(.subtotal, "Deutschland")),
      ("Summe 2024", .labelled(.subtotal, "2024")), ("Total 2024", .labelled(.subtotal, "2024")),
      ("4711 Ergebnis", .trailing("4711")), ("Acme Total", .trailing("Acme")),
      ("Gesamtschule Nord", nil), ("Summa AG", nil), ("Total Energies SE", nil), ("Sumitomo", nil),
      ("Ergebnisorientiert GmbH", nil), ("Totalit\u{E4}t", nil), ("", nil), ("Grandhotel", nil),
      ("*Stern", nil), ("Insgesamt gut", nil), ("Energietotal", nil),
    ] as [(String, TotalsRow.Label?)]
  )
  func readsLabels(text: String, label: TotalsRow.Label?) {
    #expect(TotalsRow.label(of: text) == label)
  }

  /// Rows behind two customers; columns Region, Kunde, Name, Monat, Umsatz, Notiz.
  @Test(arguments: [
    (";Summe;;;300;", true), (";Gesamt;;;300;geprüft", true), ("Summe Deutschland;;;;300;", true),
    ("Summe 2024;;;;300;", true), ("Nord;Ergebnis;;;300;", true), ("Nord;;Ergebnis;;300;", true),
    ("Nord Ergebnis;;;;300;", true), (";k1 Ergebnis;;;300;", true), (";Total;;;300;", true),
    (";Summe;;2025-01;300;", true), ("*;;;;300;", true), ("* Nord;;;;300;", true),
    ("Gesamt;;;;;", true), (";Summe;-;;300;12", true), ("Summe;;;;3OO;", true),
    (";Gesamtschule Nord;Schule;2025-01;300;", false), (";Summa AG;;2025-01;300;", false),
    (";Total Energies SE;;2025-01;300;", false), (";Total;Total SA;2025-01;300;", false),
    (";Total;;2025-01;300;", false), (";Summe;Summe und Co KG;2025-01;300;", false),
    ("Summe;k9;Neun;2025-01;300;", false), (";Summe Bau GmbH;;2025-01;300;", false),
    (";Air Total;;2025-01;300;", false), (";Summe Süd;Text;2025-01;300;", false),
    (";Total;;2025-01;300;siehe Anlage", false),
  ])
  func tellsTotalsFromCustomers(row: String, isTotal: Bool) throws {
    let found = try ledger(
      """
      Region;Kunde;Name;Monat;Umsatz;Notiz
      Nord;k1;Eins;2025-01;100;
      Nord;k2;Zwei;2025-01;200;
      \(row)
      """
    ) {
      $0.name = ColumnReference("Name")
      $0.period = .column(ColumnReference("Monat"))
      $0.attributes = [AttributeMapping("region", column: ColumnReference("Region"))]
    }
    #expect(found.counts == (isTotal ? [2, 0, 0, 1] : [3, 0, 0, 0]), "\(found.rejectCodes)")
  }

  @Test(
    arguments: [
      ("Summe;300\n", "300", []), ("Summe;299,99\n", "299.99", ["K-D030"]),
      ("Zwischensumme;100\nGesamt;300\n", "300", []), ("*;100\n*;200\n", "300", []),
      ("Summe;100\nSumme;200\nSumme;300\n", "300", []), ("Summe;abc\n", nil, ["K-D031"]),
      ("Summe;\n", nil, []), ("", nil, []), ("**;300\n***;301\n", "301", ["K-D030"]),
      ("Summe EUR;300\n", "300", []), ("Summe 2024;100\nSumme 2025;200\n", "300", []),
    ] as [(String, String?, [String])]
  )
  func reconcilesWithTheFilesOwnTotals(rows: String, total: String?, codes: [String]) throws {
    let found = try ledger("Kunde;Umsatz\nk1;100\nk2;200\n" + rows)
    let control = try found.control()
    #expect(control.fileTotal.map { ExactDecimal($0, scale: 4).description } == total)
    #expect(control.parsed == 3_000_000)
    #expect(found.codes == codes)
  }

  @Test func reconcilesEveryCurrency() throws {
    let text = "Kunde;WKZ;Umsatz\nk1;EUR;1\nk1;USD;2\nk2;USD;3\nSumme;EUR;1\nSumme;USD;6\n"
    let found = try ledger(text) { $0.currency = .column(ColumnReference("WKZ"), map: [:]) }
    #expect(try found.control("EUR").difference == 0)
    #expect(try found.control("USD").difference == 10_000)
    let vague = try ledger("Kunde;WKZ;Umsatz\nk1;EUR;1\nk1;USD;2\nSumme;;3\n") {
      $0.currency = .column(ColumnReference("WKZ"), map: [:])
    }
    #expect(vague.codes == ["K-D031"])
    #expect(vague.findings[0].message.english.contains("EUR and USD"))
  }

  @Test(
    arguments: [
      ("300", "300", []), ("299.5", "299.5", ["K-D030"]), ("300.00001", nil, ["K-D031"]),
      ("99999999999999999999999999999999999", nil, ["K-D031"]), ("-1", "-1", ["K-D030"]),
    ] as [(String, String?, [String])]
  )
  func reconcilesWithTheProgrammesTotal(stated: String, total: String?, codes: [String]) throws {
    let found = try ledger("Kunde;Umsatz\nk1;100\nk2;200\nSumme;7\n") {
      $0.controlTotals = ["revenue": try #require(ExactDecimal(stated))]
    }
    #expect(try found.control().fileTotal.map { ExactDecimal($0, scale: 4).description } == total)
    #expect(found.codes == codes)
  }

  @Test func explainsDifferencesByRowsNotUsed() throws {
    let text = "Kunde;Umsatz;Art\nk1;100;x\nCPD;20;x\n;3;x\nSumme;123;\n"
    let found = try ledger(text) {
      $0.exclude = [.init(try Expression(parsing: "Kunde = 'CPD'"))]
    }
    let control = try found.control()
    #expect([control.parsed, control.setAside, control.rejected] == [1_000_000, 200_000, 30_000])
    #expect(control.difference == 0)
    #expect(found.codes == ["K-D040"])
  }

  @Test(arguments: [
    ("\nStand 31.12.2025\n", [1, 0, 0, 2]), ("\nCopyright Acme\nAcme\n", [1, 0, 0, 3]),
    ("Filter: Jahr 2025\n", [1, 0, 0, 1]), ("Summe;;100\nErstellt von Max\n", [1, 0, 0, 2]),
    ("Summe;;100\nErstellt von Max;;\n", [1, 0, 0, 2]), ("Müller Bau\n", [1, 0, 1, 0]),
    ("Müller\n", [1, 0, 1, 0]), ("Filter: Jahr 2025\nk2;Zwei;5\n", [2, 0, 1, 0]),
    ("\nFilter: 2025;;\n", [1, 0, 0, 2]), ("k2;;\n", [2, 0, 0, 0]), ("4711\n", [1, 0, 1, 0]),
    ("-----;---;---\n\nSeite 1\n", [1, 0, 0, 3]), ("Kunde;Name;Umsatz\nk2;;1\n", [2, 0, 0, 1]),
  ])
  func tellsFootersFromBrokenRows(rows: String, counts: [Int]) throws {
    let found = try ledger("Kunde;Name;Umsatz\nk1;Eins;100\n" + rows)
    #expect(found.counts == counts, "\(found.rejectCodes)")
    #expect(found.rejects.count == counts[2])
  }
}
