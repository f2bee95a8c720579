// SPDX-License-Identifier: Apache-2.0
import Accounts
import Reporting
import Testing

/// Pages show what users wrote, whatever it looks like.
@Suite struct MarkdownPageTests {
  @Test(arguments: [
    ("plain text", "plain text"), ("a|b", "a\\|b"), ("*bold*", "\\*bold\\*"),
    ("snake_case", "snake_case"), ("_under", "\\_under"), ("# title", "\\# title"),
    ("- item", "\\- item"), ("5 - 3", "5 - 3"), ("<b>", "&lt;b\\>"), ("two\nlines", "two<br>lines"),
    ("Süßkind & Söhne", "Süßkind & Söhne"), ("&lt;", "&amp;lt;"), ("[x](y)", "\\[x\\](y)"),
    ("`code`", "\\`code\\`"), ("\\", "\\\\"), ("", ""),
  ])
  func escapesWhatMarkdownWouldRead(text: String, expected: String) {
    #expect(MarkdownPage.escaped(text) == expected)
  }

  @Test func cellsNeedNoEscapeAtTheirStart() {
    var page = MarkdownPage("p.md", title: LocalizedText("T"), .german)
    page.table([LocalizedText("A"), LocalizedText("B")], [["-1", nil], ["x|y", "# z"]])
    #expect(page.text.hasSuffix("| A | B |\n| --- | --- |\n| -1 |  |\n| x\\|y | # z |\n"))
  }

  @Test func fieldsWithoutValueGetADash() throws {
    var page = MarkdownPage("p.md", title: LocalizedText(de: "Titel", en: "Title"), .english)
    page.field(LocalizedText("MOAL"), nil)
    page.list([])
    #expect(page.text == "# Title\n\n**MOAL**: –\n")
    let day = try #require(CalendarDate(year: 2025, month: 8, day: 31))
    #expect(page.day(day) == "2025-08-31" && page.day(nil) == nil)
    #expect(MarkdownPage("p", title: LocalizedText(""), .german).day(day) == "31.08.2025")
  }

  @Test(arguments: [
    ("0000410003", "0000410003"), ("SAP-DE:17", "SAP-DE~3a17"),
    ("../../etc", "~2e~2e~2f~2e~2e~2fetc"),
    ("ä", "~c3~a4"), ("a b", "a~20b"), ("~", "~7e"),
  ])
  func fileNamesHoldNothingHostile(id: String, expected: String) {
    #expect(PageFileName.safe(id) == expected)
  }

  @Test func longIdsStayDifferent() {
    let long = String(repeating: "x", count: 500)
    let names = [PageFileName.safe(long + "a"), PageFileName.safe(long + "b")]
    #expect(names[0] != names[1])
    #expect(names.allSatisfy { $0.utf8.count <= PageFileName.mostBytes + 17 })
  }
}
