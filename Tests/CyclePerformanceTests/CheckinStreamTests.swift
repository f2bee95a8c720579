// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText
import Testing

@testable import CyclePerformance

/// Check-ins read in batches say exactly what they say row by row.
@Suite struct CheckinStreamTests {
  private let plan = """
    Kundennummer;Zyklus;Beginn;Ende;Objective-Nr;Objective;KR-Nr;kr_id;Key Result;KR-Typ;Startwert;Zielwert;Untergrenze;Obergrenze
    A;Z1;01.01.2025;30.04.2025;O1;Ziel;1;K1;Eins;Zahl;0;2000;;
    A;Z1;;;O1;Ziel;2;K2;Zwei;Ja/Nein;;;;
    A;Z1;;;O1;Ziel;3;K3;Drei;zwischen;;;10;20
    A;Z1;;;O1;Ziel;4;K4;Vier;Stufe;;;;
    A;Z1;;;O1;Ziel;5;K5;Kaputt;Zahl;5;5;;
    B;Z2;;;O1;Ohne Tage;1;K6;Sechs;Zahl;0;10;;
    """

  private func evaluate(
    _ checkins: String,
    inBatches: Bool,
    keepsCheckins: Bool = true
  ) throws -> OKREvaluation {
    let table = try DelimitedTable(bytes: Array(checkins.utf8), settings: FormatSettings())
    let file = OKRMapping.File("checkins.csv")
    var counts = RowCounts()
    let source =
      inBatches
      ? SheetSource(file, streaming: table)
      : SheetSource(file, rows: SheetRows(table, file: file.path, counting: &counts))
    let day = try #require(CalendarDate(year: 2025, month: 3, day: 31))
    let evaluation = OKREvaluation(
      [.plan: sheet(plan), .checkins: source],
      on: day,
      profile: .sieck,
      accounts: nil,
      keepsCheckins: keepsCheckins
    )
    if let batched = evaluation.batchedRows, inBatches {
      _ = SheetRows(table, file: file.path, counting: &counts)
      #expect(batched == counts)
    }
    return evaluation
  }

  private func expectSame(_ checkins: String) throws {
    let rows = try evaluate(checkins, inBatches: false)
    let batches = try evaluate(checkins, inBatches: true)
    #expect(batches.sheet == rows.sheet)
    #expect(batches.findings == rows.findings)
    #expect(batches.figures.keyResults == rows.figures.keyResults)
    #expect(batches.figures.accounts == rows.figures.accounts)
  }

  @Test func figuresStayWhenPlainCheckinsGo() throws {
    let checkins = """
      kr_id,date,value,confidence,comment
      K1,2025-01-10,5,,
      K1,2025-05-20,7,,
      K3,2025-02-01,15.5,6,
      K1,2025-01-10,6,,late
      K9,2025-01-10,6,,
      K6,2025-01-10,6,,
      """
    let all = try evaluate(checkins, inBatches: true)
    let few = try evaluate(checkins, inBatches: true, keepsCheckins: false)
    #expect(few.findings == all.findings)
    #expect(few.figures.keyResults == all.figures.keyResults)
    #expect(few.figures.accounts == all.figures.accounts)
    #expect(few.health == all.health)
    let kept = all.sheet.checkins.indicesWithExtras.map { index in
      var checkin = all.sheet.checkins[index]
      checkin.place.line = 0
      return checkin
    }
    #expect(!kept.isEmpty && kept.count < all.sheet.checkins.count)
    #expect(Array(few.sheet.checkins) == kept)
  }

  @Test(arguments: [
    // plain, in any order
    "kr_id,date,value\nK1,2025-01-10,5\nK3,2025-02-01,15.5\nK1,2025-01-02,3\nK1,2025-03-31,40\n",
    // empty values, unknown key results, other kinds, excluded ones
    "kr_id,date,value\nK1,2025-01-10,\nK9,2025-01-11,4\nK2,2025-01-11,ja\nK2,2025-01-12,1\n"
      + "K4,2025-01-12,TARGET\nK5,2025-01-13,7\nK1,2025-01-13,x\n",
    // days outside the cycle, after the key date, in other forms, impossible
    "kr_id,date,value\nK1,2024-12-31,1\nK1,2025-05-01,2\nK1,2025-04-01,3\nK1,31.01.2025,4\n"
      + "K1,2025-02-30,5\nK1,03/31/2025,6\nK1,2025-01-05 14:30,7\nK1,1.2.25,8\n",
    // numbers of every form
    "kr_id;date;value\nK1;2025-01-01;1,5\nK1;2025-01-02;1.234\nK1;2025-01-03;1.234,5\n"
      + "K1;2025-01-04;50 %\nK1;2025-01-05;-3\nK1;2025-01-06;1e2\nK1;2025-01-07;NaN\nK1;2025-01-08;#NV\n",
    "kr_id,date,value\nK1,2025-01-01,1.5\nK1,2025-01-02,1.234\nK1,2025-01-03,0.123456789\n"
      + "K1,2025-01-04,99999999999.25\nK1,2025-01-05,1.50\n",
    "kr_id,date,value\nK1,2025-01-01,1234\nK1,2025-01-02,1.234\nK1,2025-01-03,2.345\n",
    // the same day twice: the same, another value, another confidence
    "kr_id,date,value,confidence\nK1,2025-01-01,1,5\nK1,2025-01-01,1,5\nK1,2025-01-02,1,5\n"
      + "K1,2025-01-02,2,5\nK1,2025-01-03,1,5\nK1,2025-01-03,1,6\n",
    // confidence and comments
    "kr_id,date,value,confidence,comment\nK1,2025-01-01,1,0,\nK1,2025-01-02,2,10,gut\n"
      + "K1,2025-01-03,3,11,\nK1,2025-01-04,4,0.7,=1+1\nK1,2025-01-05,5,70 %,\nK1,2025-01-06,6,,\n"
      + "K1,2025-01-07,7,7.5,\n",
    // weeks
    "kr_id,week,value\nK1,1,5\nK1,13,9\nK1,14,3\nK1,99,1\nK1,0,2\nK1,x,3\nK6,2,4\nK1,18,7\n",
    // structure
    "kr_id,date,value\n\nK1,2025-01-01,1\nkr_id,date,value\nSumme,,3\n,2025-01-02,4\nK1,,5\n",
    // quoted, with blanks, too many fields
    "\"kr_id\",date,value\n\"K1\",2025-01-01,\"2\"\n K1 ,2025-01-02,3\nK1,2025-01-03,4,5\n",
    // headers that need a look of their own
    "Bericht\nkr_id,date,value\nK1,2025-01-01,1\n",
    "kr_id,date,time,value\nK1,2025-01-01,10:00,1\nK1,2025-01-01,11:00,2\n",
    "Kundennummer,Zyklus,Objective-Nr,KR-Nr,Datum,Istwert\nA,Z1,O1,1,01.02.2025,4\n",
    "value,kr_id,date\n5,K1,2025-01-01\n", "kr_id,date,value\n", "kr_id,value\nK1,3\n",
  ])
  func sameAsRowByRow(checkins: String) throws {
    try expectSame(checkins)
  }

  @Test func manyRowsOverSeveralBatches() throws {
    var text = "kr_id,date,value,confidence\n"
    for index in 0..<5_000 {
      let day = "2025-0\(index % 3 + 1)-\(index % 19 + 10)"
      let odd = index % 97 == 0 ? " " : ""
      text += "K\(index % 2 == 0 ? 1 : 3),\(day),\(odd)\(index % 40).\(index % 10),\(index % 11)\n"
    }
    try expectSame(text)
    #expect(try evaluate(text, inBatches: true).batchedRows?.used == 5_000)
  }

  @Test func aListKeepsWhatItIsGiven() throws {
    let day = try #require(CalendarDate(year: 2025, month: 2, day: 28))
    let checkins = [
      Checkin(
        keyResult: 1,
        date: day,
        second: 60,
        value: .flag(true),
        confidence: 7.25,
        comment: "gut",
        exclusion: nil,
        place: SheetPlace(file: "c.csv", line: 3)
      ),
      Checkin(
        keyResult: 0,
        date: day,
        second: nil,
        value: .zone(.target),
        confidence: nil,
        comment: nil,
        exclusion: .badNumber,
        place: SheetPlace(file: "c.csv", line: 2)
      ),
      Checkin(
        keyResult: 1,
        date: day,
        second: nil,
        value: nil,
        confidence: nil,
        comment: nil,
        exclusion: nil,
        place: SheetPlace(file: "c.csv", line: 9)
      ),
    ]
    var list = CheckinList()
    for checkin in checkins { list.append(checkin) }
    #expect(Array(list) == checkins)
    list.sort(keyResults: 2)
    #expect(Array(list) == [checkins[1], checkins[2], checkins[0]])
    list.exclude(at: 1, .conflictingCheckins)
    list.remove([0])
    #expect(list.map(\.place.line) == [9, 3])
    #expect(list.map(\.exclusion) == [.conflictingCheckins, nil])
    #expect(list.indicesWithExtras == [0, 1])
    #expect(CalendarDate(packed: day.packed) == day)
  }
}
