// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Testing

@Suite struct DetectionTests {
  @Test(arguments: [
    ("decimal commas", "Kunde;Umsatz\n1;1,5\n2;2,5\n", ";"),
    ("commas in every number", "a;b;c\n1,5;2,5;3,5\n1,5;2,5;3,5\n", ";"),
    ("semicolons in quotes", "a,b\n\"x;y\",1\n\"z;w\",2\n", ","),
    ("commas in names", "Nr;Name\n1;Bücker, Klamt\n2;Maier, Otto\n", ";"),
    ("tabs", "a\tb\n1,5\t2;3\n", "\t"),
    ("pipes", "id|name\n1|A, B\n2|C; D\n", "|"),
    ("sep line", "sep=|\na|b,c,d\n1|2,3,4\n", "|"),
    ("sep line in quotes", "\"sep=;\"\na;b\n1;2\n", ";"),
    ("sep line with a rare character", "sep=#\na#b\n1#2\n", "#"),
    ("sep line padded by a spreadsheet", "SEP=;;;\na;b;c\n1;2;3\n", ";"),
    ("header only", "Kunde;Name;Umsatz", ";"),
    ("no delimiter at all", "Kunde\n1\n2\n", ","),
  ])
  func findsTheDelimiter(_ label: String, _ text: String, _ delimiter: String) throws {
    let table = try table(text)
    #expect([table.format.delimiter] == Array(delimiter.utf8), "\(label)")
  }

  @Test func obeysTheSettings() throws {
    let table = try table("sep=;\na b,'c d'\n") {
      $0.delimiter = UInt8(ascii: ",")
      $0.quote = UInt8(ascii: "'")
    }
    #expect(table.header == ["a b", "c d"])
    #expect(table.format.evidence.map(\.english).contains("delimiter ',' set"))
  }

  @Test func ignoresDelimitersThatCannotStandBetweenFields() throws {
    let table = try table("a;b\n1;2\n") {
      $0.delimiter = 0x0A
      $0.quote = 0xC3
    }
    #expect(table.data == [["1", "2"]])
  }

  @Test func splitsAtBlanksOnRequest() throws {
    let table = try table("a b \"c d\"\n1 2 \"3 4\"\n") { $0.delimiter = 0x20 }
    #expect(table.header == ["a", "b", "c d"])
    #expect(table.data == [["1", "2", "3 4"]])
  }

  @Test func findsSingleQuotes() throws {
    let table = try table("id,name\n1,'x, y'\n2,'z'\n")
    #expect(table.format.quote == UInt8(ascii: "'"))
    #expect(table.data == [["1", "x, y"], ["2", "z"]])
  }

  @Test(arguments: [
    ("first line", "Kunde;Umsatz\n1;100,00\n", 1),
    ("only text below", "Name;Ort\nAlfa;Köln\nBeta;Bonn\n", 1),
    ("years as names", "Kunde;2023;2024;2025\nA;100,5;200,5;300,5\n", 1),
    ("months as names", "Kunde;01/2025;02/2025;03/2025\nA;1,5;2,5;3,5\n", 1),
    ("numbered months", "Kunde;1;2;3;4;5\nA;1,5;2,5;3,5;4,5;5,5\n", 1),
    ("unnamed columns", "Kunde;;Umsatz;\nA;x;100,5;y\nB;z;100,5;w\n", 1),
    ("repeated names", "Kunde;Umsatz;Umsatz\nA;1,5;2,5\n", 1),
    ("missing figures in the first row", "Kunde;Umsatz\nA;n/a\nB;100,5\nC;12,5\n", 1),
    ("a name more than the rows", "Kunde;Name;Umsatz;\nA;x;1,5\nB;y;2,5\n", 1),
    ("a name less than the rows", "Kunde;Name;Umsatz\nA;x;1,5;\nB;y;2,5;\n", 1),
    (
      "title with as many delimiters",
      "Bericht;Ergebnis;;;\nStand;15.01.2026;;;\n;;;;\n"
        + "Kunde;Name;A;B;C\n1;x;1,5;2,5;3,5\n", 4
    ),
    ("title without delimiters", "Umsatzliste\n\nKunde;Umsatz\nA;100,5\nB;12,5\n", 3),
    (
      "title as wide as the table",
      "Bericht;Ergebnis\nStand;15.01.2026\n\n"
        + "Kunde;Umsatz\nA;100,5\nB;12,5\n", 4
    ),
    ("blank line below the header", "Kunde;Umsatz\n\nA;100,5\nB;12,5\n", 1),
    ("dashes below the header", "Kunde;Umsatz\n-----;-----\nA;100,5\nB;12,5\n", 1),
    ("sep line", "sep=;\nKunde;Umsatz\nA;100,5\n", 2),
    ("blank lines before", "\n\nKunde;Umsatz\nA;100,5\n", 3),
    ("one column", "Kunde\n4711\n4712\n", 1),
    ("one column of names", "Kunde\nAlfa\nBeta\n", 1),
    ("header only", "Kunde;Name;Umsatz", 1),
    ("line break in a name", "\"Umsatz\n2025\";Kunde\n1,5;A\n", 1),
  ])
  func findsTheHeader(_ label: String, _ text: String, _ line: Int) throws {
    #expect(try table(text).format.headerLine == line, "\(label)")
  }

  @Test func countsTheRecordsBeforeTheHeader() throws {
    let table = try table("sep=;\nBericht;\n;\nKunde;Umsatz\nA;1,5\n") { $0.headerRow = 4 }
    #expect(table.preambleLines == 3)
    #expect(table.format.separatorLine == 1)
    #expect(table.header == ["Kunde", "Umsatz"])
  }

  @Test func takesTheHeaderRowThatIsSet() throws {
    #expect(try table("1;2\n3;4\n") { $0.headerRow = 1 }.header == ["1", "2"])
    for row in [-1, 3, 4, 9, Int.max] {
      #expect(throws: DelimitedTextError.headerRowMissing(row)) {
        try table("a;b\n1;2\n\n") { $0.headerRow = row }
      }
    }
  }
}
