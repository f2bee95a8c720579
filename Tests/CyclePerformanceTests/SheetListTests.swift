// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText
import Testing

@testable import CyclePerformance

/// Columns give back the elements and rows that were put into them.
@Suite struct SheetListTests {
  private let place = SheetPlace(file: "plan.csv", line: 7)

  @Test func keepsEverythingOfAKeyResult() {
    var full = KeyResult(id: "K2", objectiveID: "nowhere", place: place)
    full.title = "Zwei"
    full.kind = .between
    full.unit = "T€"
    full.scale.baseline = 0
    full.scale.target = -1.5
    full.scale.low = 2
    full.scale.high = 3
    full.scale.commit = 4
    full.scale.stretch = 5
    full.scale.tolerance = 6
    full.hasUnreadableScale = true
    full.current = .zone(.target)
    full.typedProgress = TypedProgress(number: 70, hasPercentSign: true, text: "70 %", column: 3)
    full.weight = 0
    full.owner = "KAM"
    full.comment = "läuft"
    full.indicator = .lagging
    full.isInfluenceable = false
    full.isBonusRelevant = true
    full.ambition = .committed
    full.progressMode = .blend
    full.alpha = 0.25
    full.exclusion = .badNumber
    let plain = KeyResult(id: "K1", objectiveID: "", place: SheetPlace(file: "b.csv", line: 2))
    var list = KeyResultList()
    for keyResult in [plain, full, plain] { list.append(keyResult) }
    #expect(Array(list) == [plain, full, plain])
    list.exclude(at: 0, .duplicateKey)
    #expect(list[0].exclusion == .duplicateKey && list[2].exclusion == nil)
  }

  @Test func keepsEverythingOfAnObjective() {
    var full = Objective(id: "O2", account: "K1", cycle: "Z1", place: place)
    full.group = "G"
    full.moal = "M"
    full.parentKeyResult = "K9"
    full.parent = 4
    full.title = "Ziel"
    full.origin = .bottomUp
    full.weight = 0.5
    full.owner = "KAM"
    full.carriedFrom = "O1"
    full.decision = .abandon
    full.contributesTo = "Wachstum"
    full.exclusion = .unknownCycle
    let plain = Objective(id: "O1", account: "G", cycle: "", place: place)
    var list = ObjectiveList()
    for objective in [plain, full, plain] { list.append(objective) }
    #expect(Array(list) == [plain, full, plain])
    list.complete(at: 0, from: full)
    #expect(list[0].title == "Ziel" && list[0].carriedFrom == "O1" && list[0].weight == 1)
    #expect(list[2] == plain)
  }

  @Test func groupsKeepTheOrderOfTheirElements() {
    let groups = Groups([2, 0, -1, 2, 0, 2], count: 4)
    #expect((0..<groups.count).map { Array(groups[$0]) } == [[1, 4], [], [0, 3, 5], []])
    #expect(Groups([], count: 0).count == 0)
  }

  @Test func textsComeBackFromOnePieceOfMemory() {
    var texts = TextList()
    for text in ["b", "", "ä", "a longer text", "b"] { texts.append(text) }
    #expect(Array(texts) == ["b", "", "ä", "a longer text", "b"])
    #expect(texts.isLess(1, 0) && texts.isLess(0, 2) && !texts.isLess(0, 4))
  }

  @Test func raggedRowsKeepTheirCells() throws {
    let rows = [
      SheetRow(line: 2, cells: ["a", "b"]), SheetRow(line: 3, cells: ["a"]),
      SheetRow(line: 5, cells: ["a", "b", "c"]), SheetRow(line: 6, cells: ["a", "b", ""]),
    ]
    let sheet = SheetRows(header: ["x", "y"], rows: rows)
    #expect((0..<sheet.count).map { sheet.cells(of: $0) } == rows.map(\.cells))
    #expect(sheet.text(1, 2).isEmpty && sheet.line(of: 2) == 5)
    #expect(sheet.isRow(0, equalTo: 0, of: sheet) && !sheet.isRow(0, equalTo: 3, of: sheet))
    var counts = RowCounts()
    let table = try DelimitedTable(
      bytes: Array("x,y\na,b\n\na,b,c\n".utf8),
      settings: FormatSettings()
    )
    let read = SheetRows(table, file: "x.csv", counting: &counts)
    #expect((0..<read.count).map { read.cells(of: $0) } == [["a", "b"], ["a", "b", "c"]])
    #expect(counts.used == 2 && counts.structure == 1)
  }

  /// Regular rows are read column by column, all others one by one.
  @Test(arguments: [
    "id;x;name\nk1;1,5;a\nk2;;\"b\"\nk3;2;\"c \"\"d\"\"\"\nk1;3;a;more\n;;\n---;--;--\nid;x;name\nk4;4\n",
    "id;x;name\r\n k1 ;1;\"a;b\"\r\nk2;'2;\"a\nb\"\r\n\r\nTitel\r\na;b;c\r\nk3;3;ä\r\nSumme;4;\r\n",
    "id;2024;name\nk1;5;a\n", "x\n1\n2\n\n3\n", "id;x;name\nk1;a;b\nk2;1;c\n", "id;x\n",
  ])
  func regularRowsOfASheetAreThoseOfItsRecords(text: String) throws {
    for threads in [1, 2] {
      let many = (0..<2_500).map { "k\($0 * 7_919 % 2_500);\($0 % 9);n\($0 % 5)\n" }.joined()
      for text in [text, text + many, text + many + text] {
        let table = try DelimitedTable(bytes: Array(text.utf8), settings: FormatSettings())
        var (rows, structure): ([SheetRow], Int) = ([], table.preambleLines)
        table.forEachRecord { record in
          guard record.kind == .data else { return structure += 1 }
          let width = max(record.fieldCount, table.header.count)
          rows.append(SheetRow(line: record.line, cells: (0..<width).map { record.text($0) }))
        }
        var counts = RowCounts()
        let read = SheetRows(table, file: "x.csv", counting: &counts, threads: threads)
        let found = (0..<read.count).map {
          SheetRow(line: read.line(of: $0), cells: read.cells(of: $0))
        }
        #expect(found == rows)
        #expect(counts.used == rows.count && counts.structure == structure)
      }
    }
  }

  @Test func saysWhichRowsOfASheetAreRepaired() throws {
    let good = (10..<24).map { "A;Z1;O\($0);\(String(repeating: "x ", count: $0))y;\($0)\n" }
      .joined()
    let text = "account;cycle;objective;title;target\n" + good + "A;Z1;O30;Eins; zwei;7\n" + good
    let table = try DelimitedTable(bytes: Array(text.utf8), settings: FormatSettings())
    var counts = RowCounts()
    let read = SheetRows(table, file: "x.csv", counting: &counts)
    #expect(read.layout.map(\.code) == ["K-D167"] && read.layout[0].line == 16)
    #expect(read.text(14, 3) == "Eins; zwei" && read.text(14, 4) == "7")
    #expect(counts.used == 29)
    let sheet = SheetSource(OKRMapping.File("x.csv"), rows: read)
    let found = OKRImport([.plan: sheet], accounts: nil, asOf: .endOfTime).findings
    #expect(found.count { $0.code == "K-D167" } == 1)
  }

  @Test func linksDuplicatesAcrossFiles() throws {
    let plan = """
      account;cycle;objective;title;kr_id;baseline;target
      A;Z1;O1;Eins;K1;0;10
      A;Z1;O1;Eins;K1;0;10
      A;Z1;O1;Eins;K1;0;20
      """
    let read = OKRImport([.plan: sheet(plan)], accounts: nil, asOf: .endOfTime)
    #expect(read.sheet.keyResults.count == 1)
    #expect(read.sheet.keyResults[0].exclusion == .duplicateKey)
    #expect(read.findings.map(\.code).contains("OKR-I138"))
    #expect(read.findings.map(\.code).contains("OKR-E004"))
  }
}
