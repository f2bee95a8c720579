// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText
import Testing

@testable import Reporting

@Suite struct FormatTests {
  private func sample(_ rows: [[Cell]]) -> ReportTable {
    ReportTable(
      "sample",
      LocalizedText(de: "Beispiel", en: "Sample"),
      columns: [
        .init("account", .string, LocalizedText(de: "Kunde", en: "Account")),
        .init("revenue", .number, LocalizedText(de: "Umsatz", en: "Revenue")),
        .init("hit", .boolean, LocalizedText(de: "erreicht", en: "Hit")),
      ],
      rowCount: rows.count
    ) { row, cells in cells += rows[row] }
  }

  private func printed(
    _ format: TableFormat,
    _ rows: [[Cell]],
    _ language: Language = .english,
    dialect: WriterDialect = .rfc4180
  ) -> String {
    let bytes = format.bytes(of: sample(rows), dialect: dialect, language: language)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    arguments: [
      (0, "0", "0"), (-0.00001, "0", "0"), (0.12345, "0,1235", "0.1235"),
      (1234.5, "1234,5", "1234.5"),
      (9999.999, "10.000", "10,000"), (12_345.6, "12.346", "12,346"),
      (
        -1_234_567.5, "-1.234.568",
        "-1,234,568"
      ), (0.5, "0,5", "0.5"), (99.99996, "100", "100"), (123.456, "123,46", "123.46"),
      (1e15, "1.000.000.000.000.000", "1,000,000,000,000,000"), (1.5e300, "1,5e300", "1.5e300"),
      (.nan, "", ""), (.infinity, "", ""), (2.5e-9, "0", "0"),
    ] as [(Double, String, String)]
  )
  func writesNumbersForPeople(number: Double, german: String, english: String) {
    #expect(ReadableNumber.text(number, .german) == german)
    #expect(ReadableNumber.text(number, .english) == english)
  }

  @Test func writesPercentages() {
    #expect(ReadableNumber.percent(0.12345, .german) == "12,3\u{A0}%")
    #expect(ReadableNumber.percent(-0.0005, .english) == "-0.1%")
    #expect(ReadableNumber.percent(1, .english) == "100%")
    #expect(ReadableNumber.percent(.nan, .english) == "")
  }

  @Test func alignsColumns() {
    let rows: [[Cell]] = [
      [.text("Müller"), .decimal(ExactDecimal(12_345_678, scale: 2)), .text("true")],
      [.text("B"), .missing, .missing],
    ]
    #expect(
      printed(.table, rows, .german) == """
        Kunde    Umsatz  erreicht
        ──────  ───────  ────────
        Müller  123.457  true
        B

        """
    )
    #expect(printed(.table, [], .english) == "Account  Revenue  Hit\n───────  ───────  ───\n")
  }

  @Test func givesATerminalNothingToObey() {
    let text = printed(.table, [[.text("a\u{1B}[2Jb\r\nc\u{9B}d\te"), .real(1), .missing]])
    #expect(text.contains("a\u{FFFD}[2Jb c\u{FFFD}d\u{FFFD}e"))
    #expect(!text.contains("\u{1B}"))
  }

  @Test func escapesMarkdown() {
    let text = printed(.markdown, [[.text("a|b\\<i>`\nc"), .real(0.5), .text("false")]])
    #expect(
      text == """
        | Account | Revenue | Hit |
        |---|---:|---|
        | a\\|b\\\\&lt;i>\\` c | 0.5 | false |

        """
    )
  }

  @Test func writesJSONWithTypes() {
    let rows: [[Cell]] = [
      [.text("1"), .decimal(ExactDecimal(15, scale: 1)), .text("true")],
      [.text(""), .missing, .text("false")],
    ]
    #expect(
      printed(.jsonl, rows) == """
        {"account": "1", "revenue": 1.5, "hit": true}
        {"account": "", "revenue": null, "hit": false}

        """
    )
    #expect(printed(.json, []) == "[]\n")
  }

  @Test func writesCSVByDialect() {
    let rows: [[Cell]] = [[.text("a;b,\"c\""), .decimal(ExactDecimal(-15, scale: 1)), .missing]]
    #expect(printed(.csv, rows) == "account,revenue,hit\n\"a;b,\"\"c\"\"\",-1.5,\n")
    let german = printed(.csv, rows, dialect: .excelGerman)
    #expect(german == "\u{FEFF}account;revenue;hit\r\n\"a;b,\"\"c\"\"\";-1,5;\r\n")
  }

  @Test func describesThePackage() throws {
    let found = DataPackage.descriptor(
      name: "KAM Größe & Co!",
      tables: [sample([])],
      dialect: .excelGerman,
      .german
    )
    #expect(found["name"]?.text == "kam-groesse-co")
    let resource = try #require(found["resources"]?.elements?.first)
    #expect(resource["path"]?.text == "sample.csv")
    #expect(resource["title"]?.text == "Beispiel")
    #expect(resource["dialect"]?["delimiter"]?.text == ";")
    #expect(resource["dialect"]?["lineTerminator"]?.text == "\r\n")
    let fields = try #require(resource["schema"]?["fields"]?.elements)
    #expect(fields.map { $0["name"]?.text } == ["account", "revenue", "hit"])
    #expect(fields.map { $0["type"]?.text } == ["string", "number", "boolean"])
    #expect(fields.map { $0["decimalChar"]?.text } == [nil, ",", nil])
    let empty = DataPackage.descriptor(name: "???", tables: [], dialect: .rfc4180, .english)
    #expect(empty["name"]?.text == "kontor")
    #expect(empty["resources"]?.elements == [])
  }

  @Test func keepsAccountsFindingsAndRejectsInOrder() throws {
    let finding = Finding(
      .error,
      "K-D007",
      file: "a.csv",
      line: 3,
      column: 4,
      field: "Umsatz",
      found: "12,x",
      message: LocalizedText(de: "Zahl erwartet", en: "expected a number")
    )
    let findings = TableFormat.csv.bytes(
      of: .findings([finding], .german),
      dialect: .rfc4180,
      language: .german
    )
    #expect(
      String(decoding: findings, as: UTF8.self) == """
        severity,code,file,line,column,field,found,message,citation
        error,K-D007,a.csv,3,4,Umsatz,"12,x",Zahl erwartet,

        """
    )
    #expect(ReportTable.rejects([], .english).columns.last?.name == "raw")
  }
}
