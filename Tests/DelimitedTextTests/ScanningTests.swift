// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Testing

@Suite struct ScanningTests {
  @Test(arguments: [
    ("plain", "a,b\n1,2\n", [["1", "2"]]),
    ("no final line break", "a,b\n1,2", [["1", "2"]]),
    ("CR LF", "a,b\r\n1,2\r\n", [["1", "2"]]),
    ("CR", "a,b\r1,2\r3,4", [["1", "2"], ["3", "4"]]),
    ("mixed", "a,b\r\n1,2\n3,4\r5,6", [["1", "2"], ["3", "4"], ["5", "6"]]),
    ("empty fields", "a,b,c\n,,3\n1,,\n", [["", "", "3"], ["1", "", ""]]),
    ("delimiter in quotes", "a,b\n\"1,5\",2\n", [["1,5", "2"]]),
    ("doubled quotes", "a,b\n\"say \"\"hi\"\"\",2\n", [["say \"hi\"", "2"]]),
    ("only doubled quotes", "a,b\n\"\"\"\",2\n", [["\"", "2"]]),
    ("empty quotes", "a,b\n\"\",2\n", [["", "2"]]),
    ("line break in quotes", "a,b\n\"x\ny\",2\n3,4\n", [["x\ny", "2"], ["3", "4"]]),
    ("CR LF in quotes", "a,b\r\n\"x\r\ny\",2\r\n", [["x\r\ny", "2"]]),
    ("blanks around quotes", "a,b\n 1 , \"x, y\" \n", [["1", "x, y"]]),
    ("quote inside a field", "a,b\n5\" Rohr,2\n", [["5\" Rohr", "2"]]),
    ("semicolon", "a;b\n1,5;2\n", [["1,5", "2"]]),
    ("tab", "a\tb\n1,5\t2\n", [["1,5", "2"]]),
    ("pipe", "a|b\n1,5|2\n", [["1,5", "2"]]),
    ("one column", "Kunde\n4711\n4712\n", [["4711"], ["4712"]]),
    (
      "one column with commas", "Name\nBücker, Klamt & Co\nAlfa\nBeta\n",
      [["Bücker", "Klamt & Co"], ["Alfa"], ["Beta"]]
    ),
    (
      "fields longer than eight bytes", "alpha beta;gamma delta\nabcdefghij;klmnopqrstuv\n",
      [["abcdefghij", "klmnopqrstuv"]]
    ),
  ])
  func splitsIntoFields(_ label: String, _ text: String, _ expected: [[String]]) throws {
    let table = try table(text)
    #expect(table.data == expected, "\(label)")
    #expect(table.rows.allSatisfy { !$0.isMalformed }, "\(label)")
  }

  @Test(arguments: [
    ("never closed", "a,b\n1,\"open\n3,4\n5,6\n", [["1", "\"open"], ["3", "4"], ["5", "6"]], 1),
    ("text after the closing quote", "a,b\n\"x\" y,2\n3,4\n", [["\"x\" y", "2"], ["3", "4"]], 1),
    (
      "closed only by a later field", "a,b\n\"5,1\n2,\"x\"\n7,8\n",
      [["\"5", "1"], ["2", "x"], ["7", "8"]], 1
    ),
    ("never closed at the end", "a,b\n1,\"", [["1", "\""]], 1),
    (
      "two stray quotes", "a,b\n\"5,1\n\"6,2\n7,8\n", [["\"5", "1"], ["\"6", "2"], ["7", "8"]], 2
    ),
  ])
  func readsStrayQuotesAsTextAndMarksTheRecord(
    _ label: String,
    _ text: String,
    _ expected: [[String]],
    _ malformed: Int
  ) throws {
    let table = try table(text) { $0.delimiter = UInt8(ascii: ",") }
    #expect(table.data == expected, "\(label)")
    #expect(table.rows.count { $0.isMalformed } == malformed, "\(label)")
  }

  @Test func countsPhysicalLines() throws {
    let table = try table("a,b\r\n\"x\r\ny\nz\",2\r\n\r\n3,4\r5,6")
    #expect(table.rows.map(\.line) == [2, 5, 6, 7])
    #expect(table.rows.map(\.kind) == [.data, .blank, .data, .data])
    #expect(table.format.newline == .mixed)
  }

  @Test func keepsTheRawRecord() throws {
    let table = try table("a;b\n \"x;1\" ; 2 \r\n3;4")
    #expect(table.rows.map(\.raw) == [" \"x;1\" ; 2 ", "3;4"])
  }

  @Test(arguments: [
    ("", RecordKind.blank), (";;", .blank), (" ; \u{A0};", .blank), ("---;---;---", .separator),
    ("--------", .separator), ("====;====;", .separator), ("____", .separator),
    ("Kunde;Name;Umsatz", .repeatedHeader), (" Kunde ; Name;\"Umsatz\"", .repeatedHeader),
    ("Kunde;Name;Umsatz;", .data), ("kunde;name;umsatz", .data), ("-;-;-", .data),
    ("1;A;-", .data), ("\"\"", .blank),
  ])
  func tellsTheKindOfARecord(_ line: String, _ kind: RecordKind) throws {
    let table = try table("Kunde;Name;Umsatz\n1;A;2\n\(line)\n3;B;4\n")
    #expect(table.rows[1].kind == kind, "'\(line)'")
    #expect(table.rows.count == 3)
  }

  @Test(arguments: [
    ("Umsatz 2025 08:15;;", RecordKind.title), (";;Umsatz 2024 17:30", .title),
    ("Umsatz 2025 08:15", .title), ("Seite 12;;", .title), (";Page 2 of 9;", .title),
    ("Blatt: 2/9", .title), ("Mandant 100;Werk 1;", .title), ("Werk 1;Mandant 100;", .data),
    ("Umsatz 2025 08:15;A;", .data), ("Seitz 12;;", .data), ("Seite;;", .data),
    ("Seite 2;A;", .data), ("1;A;2", .data), ("9;9;9", .data), ("7;;", .data),
  ])
  func tellsTitlesFromRows(_ line: String, _ kind: RecordKind) throws {
    let text =
      "Umsatz 2025 07:00;;\nMandant 200;Werk 3;\n2;2;2\nKunde;Name;Umsatz\n1;A;2\n\(line)\n"
    let table = try table(text) { $0.headerRow = 4 }
    #expect(table.preambleLines == 3)
    #expect(table.rows[1].kind == kind, "'\(line)'")
  }

  @Test(arguments: [
    ("  x  ", "x"), ("\u{A0}x\u{202F}", "x"), ("\u{A0}", ""), ("x\u{A0}y", "x\u{A0}y"),
    ("=\"0000100\"", "0000100"), ("=\"\"", ""), ("='", "='"), ("'000123", "000123"),
    ("'s-Hertogenbosch", "'s-Hertogenbosch"), ("'=1+1", "=1+1"),
    ("'", "'"), ("é ", "é"), ("ä\u{2009}", "ä"), ("\t x", "x"),
  ])
  func trimsAndUnwrapsTexts(_ cell: String, _ expected: String) throws {
    let table = try table("a;b\n\(cell);2\n") { $0.delimiter = UInt8(ascii: ";") }
    #expect(table.rows[0].texts[0] == expected)
  }

  @Test func unwrapsQuotedFormulaTexts() throws {
    let table = try table("id;b\n\"=\"\"0000100\"\"\";2\n")
    #expect(table.data == [["0000100", "2"]])
  }

  @Test func toleratesColumnsThatARecordLacks() throws {
    let table = try table("a;b;c\n1\n1;2;3; ;\n1;2;3;;x\n") { $0.headerRow = 1 }
    var surplus: [Bool] = []
    table.forEachRecord { record in
      #expect(record.text(9) == "" && record.text(-1) == "")
      #expect(record.isEmpty(9) && record.isEmpty(-1))
      #expect(record.number(9, style: .comma) == .missing(marker: false))
      #expect(record.calendar(9, style: DateStyle(order: .dayFirst)) == .missing)
      surplus.append(record.hasSurplusText(beyond: 3))
    }
    #expect(surplus == [false, false, true])
    #expect(table.rows.map(\.texts.count) == [1, 5, 5])
  }

  @Test func findsColumnsByName() throws {
    let table = try table("Kunde;Umsatz;umsatz ;Umsatz; Land\n1;2;3;4;DE\n")
    #expect(table.header == ["Kunde", "Umsatz", "umsatz", "Umsatz", "Land"])
    #expect(table.column(named: "Umsatz", occurrence: 1) == 1)
    #expect(table.column(named: "Umsatz", occurrence: 2) == 3)
    #expect(table.column(named: "Umsatz", occurrence: 3) == nil)
    #expect(table.column(named: "umsatz", occurrence: 1) == 2)
    #expect(table.column(named: "UMSATZ", occurrence: 1) == nil)
    #expect(table.column(named: " LAND", occurrence: 1) == 4)
    #expect(table.column(named: "land", occurrence: 2) == nil)
    #expect(table.column(named: "Kunde", occurrence: 0) == nil)
    #expect(table.column(named: "", occurrence: 1) == nil)
  }

  @Test func findsUnnamedColumnsExactly() throws {
    let table = try table("Kunde;;Umsatz;\n1;2;3;4\n")
    #expect(table.header == ["Kunde", "", "Umsatz", ""])
    #expect(table.column(named: "", occurrence: 2) == 3)
  }

  @Test func internsTextsInOrderOfAppearance() throws {
    let values = (0..<500).map { "id\($0 % 300)" }
    let table = try table("id;x\n" + values.map { " \($0);1\n" }.joined())
    var interner = TextInterner()
    var indices: [Int] = []
    table.forEachRecord { record in
      indices.append(interner.index(of: record, column: 0))
    }
    #expect(indices == (0..<500).map { $0 % 300 })
    #expect(interner.texts == Array(values.prefix(300)))
    #expect(interner.index(of: "id7") == 7)
    #expect(interner.index(of: "") == 300)
    #expect(interner.count == 301)
  }

  @Test func readsAgainWhatItsOwnWriterWrote() throws {
    let texts = ["plain", "a;b", "say \"hi\"", "x\ny", " padded ", "=SUM(A1)", "-5", "", "é,€"]
    for dialect in [WriterDialect.rfc4180, .excelGerman, .excelEnglish] {
      var writer = DelimitedWriter(dialect: dialect)
      writer.append([.text("name"), .text("value")])
      for text in texts { writer.append([.text(text), .text("x")]) }
      let table = try DelimitedTable(bytes: writer.bytes, settings: FormatSettings())
      let trimmed = texts.map { $0 == " padded " ? "padded" : $0 }
      #expect(table.data.map { $0[0] } == trimmed)
    }
  }
}
