// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText
import Testing

@testable import CyclePerformance

/// Weeks of the calendar in place of days.
@Suite struct CalendarWeekTests {
  private func days(_ text: String, from start: String, to end: String) throws -> String? {
    let cycle = try (
      start: #require(CalendarDate(iso: start)), end: #require(CalendarDate(iso: end))
    )
    return CalendarWeek(text)?.days(near: cycle).map { "\($0.first) \($0.last)" }
  }

  // Weeks 1 of 2021 to 2026 begin on 4, 3, 2, 1 January, 30 and 29 December (ISO 8601).
  @Test(arguments: [
    ("KW 37", "2026-09-07 2026-09-13"), ("37. KW", "2026-09-07 2026-09-13"),
    ("KW37/2026", "2026-09-07 2026-09-13"), ("CW 37/2026", "2026-09-07 2026-09-13"),
    ("2026-W37", "2026-09-07 2026-09-13"), ("Kalenderwoche 1", "2025-12-29 2026-01-04"),
    ("KW 1 2021", "2021-01-04 2021-01-10"), ("KW 53/2020", "2020-12-28 2021-01-03"),
    ("KW 53/2021", nil), ("KW 54", nil), ("KW 0", nil), ("KW", nil), ("37", nil), ("W37", nil),
    ("Woche 37", nil), ("Q3 2026", nil), ("KW 37 38", nil), ("KW 37/38", nil), ("", nil),
  ])
  func readsWeeksThatCallThemselvesSo(text: String, expected: String?) throws {
    #expect(try days(text, from: "2026-01-01", to: "2026-12-20") == expected)
  }

  @Test func takesTheYearInWhichTheWeekMeetsTheCycle() throws {
    #expect(try days("KW 2", from: "2025-11-01", to: "2026-02-28") == "2026-01-05 2026-01-11")
    #expect(try days("KW 48", from: "2025-11-01", to: "2026-02-28") == "2025-11-24 2025-11-30")
    #expect(try days("KW 30", from: "2025-11-01", to: "2026-02-28") == nil)
    #expect(try days("KW 2", from: "2025-01-01", to: "2026-02-28") == nil)
  }

  private func checkins(_ text: String, columns: [String: String] = [:]) throws -> OKREvaluation {
    let plan = """
      Kundennummer;Zyklus;Beginn;Ende;Objective-Nr;kr_id;Key Result;Startwert;Zielwert
      K1;R1;01.09.2026;31.12.2026;1;A;Anteil;0;10

      """
    let table = try DelimitedTable(bytes: Array(text.utf8), settings: FormatSettings())
    var file = OKRMapping.File("checkins.csv")
    file.columns = columns
    let day = try #require(CalendarDate(year: 2026, month: 9, day: 30))
    return OKREvaluation(
      [.plan: sheet(plan), .checkins: SheetSource(file, streaming: table)],
      on: day,
      profile: .sieck,
      accounts: nil
    )
  }

  @Test(arguments: ["Woche", "Datum", "KW", "Kalenderwoche"])
  func checkinsMayNameThem(header: String) throws {
    let read = try checkins("kr_id;\(header);Wert\nA;KW 37;1\nA;KW 40;2\nA;KW 20;3\nA;KW 41;4\n")
    #expect(
      read.sheet.checkins.map(\.date.description) == ["2026-09-13", "2026-09-30", "2026-10-11"]
    )
    let codes = read.findings.filter { $0.file == "checkins.csv" }.map(\.code)
    #expect(codes == ["OKR-E007", "OKR-W120"])
  }

  @Test func bareNumbersCountFromTheCycleUnlessTheirHeaderSaysOtherwise() throws {
    let weeks = "\nA;37;1\nA;3;2\n"
    let ofCycle = try checkins("kr_id;Woche;Wert" + weeks)
    #expect(ofCycle.sheet.checkins.map(\.date.description) == ["2026-09-21", "2027-05-17"])
    let ofCalendar = try checkins("kr_id;KW;Wert" + weeks)
    #expect(ofCalendar.sheet.checkins.map(\.date.description) == ["2026-09-13"])
    let mapped = try checkins("kr_id;KW;Wert" + weeks, columns: ["week": "KW"])
    #expect(mapped.sheet == ofCycle.sheet)
  }
}
