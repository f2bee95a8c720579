// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Testing

/// Headers of several lines, and headers that do not fit their rows.
@Suite struct HeaderRepairTests {
  @Test(arguments: [
    (
      "merged cells", "Kunde;;Umsatz;\nNr;Name;2024;2025\n",
      ["Kunde Nr", "Kunde Name", "Umsatz 2024", "Umsatz 2025"]
    ),
    (
      "gaps below", "Kunde;Land;Umsatz;\n;;2024;2025\n",
      ["Kunde", "Land", "Umsatz 2024", "Umsatz 2025"]
    ),
    ("gaps above", ";;Umsatz;\nNr;Name;2024;2025\n", ["Nr", "Name", "Umsatz 2024", "Umsatz 2025"]),
  ])
  func joinsTwoLines(_ label: String, _ header: String, _ names: [String]) throws {
    let rows = "1;a;5,5;6,5\n2;b;7,5;8,5\n"
    let found = try table(header + rows) { $0.headerRows = 2 }
    #expect(found.header == names, "\(label)")
    #expect(found.data.count == 2, "\(label)")
    #expect(found.format.headerLine == 1, "\(label)")
    let set = try table("Bericht\n" + header + rows) { settings in
      settings.headerRows = 2
      settings.headerRow = 2
    }
    #expect(set.header == names, "\(label)")
    #expect(set.data.map { $0[0] } == ["1", "2"], "\(label)")
  }

  @Test func survivesMoreHeaderLinesThanThereAre() throws {
    #expect(try table("a;b\n1;2\n") { $0.headerRows = .max }.data.isEmpty)
    #expect(try table("a;b\n1;2\n") { $0.headerRows = -1 }.data == [["1", "2"]])
  }

  @Test func readsAHeaderWithAnotherDelimiter() throws {
    let found = try table("Kunde;Umsatz;Land\n1,105.50,DE\n2,106.50,AT\n")
    #expect(found.header == ["Kunde", "Umsatz", "Land"])
    #expect(found.data == [["1", "105.50", "DE"], ["2", "106.50", "AT"]])
    #expect(found.format.evidence.map(\.english).contains("header with ';' between its names"))
  }

  @Test func leavesTitlesOfOneFieldAlone() throws {
    let found = try table("Umsatz je Kunde\nKunde;Umsatz;Land\n1;105,50;DE\n2;106,50;AT\n")
    #expect(found.header == ["Kunde", "Umsatz", "Land"])
    #expect(found.format.headerLine == 2)
  }

  @Test(arguments: [";Kunde;Umsatz;Land", "Kunde;Umsatz;Land;"])
  func leavesOutAnEmptyNameThatNoRowHas(_ header: String) throws {
    let found = try table(header + "\n1;105,50;DE\n2;106,50;AT\n")
    #expect(found.header == ["Kunde", "Umsatz", "Land"])
    #expect(found.format.evidence.map(\.english).contains("an empty name left out"))
  }

  @Test func keepsAnEmptyNameThatRowsHave() throws {
    #expect(try table(";Kunde;Umsatz\n0;A;105,50\n1;B;106,50\n").header == ["", "Kunde", "Umsatz"])
    let uneven = try table(";Kunde;Umsatz\n0;A;105,50\nB;106,50\nC;107,50\n")
    #expect(uneven.header == ["", "Kunde", "Umsatz"])
  }
}
