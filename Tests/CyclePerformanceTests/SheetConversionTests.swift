// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText
import Testing

@testable import CyclePerformance

/// Sheets written in the other form say the same when they are read again.
@Suite struct SheetConversionTests {
  private let flat = """
    Kundennummer;Zyklus;Beginn;Ende;Zyklusstatus;MOAL;Objective-Nr;Objective;KR-Nr;Key Result;KR-Typ;Startwert;Zielwert;Istwert;Untergrenze;Obergrenze;Toleranz;Erreichung in %;Gewicht;Wer?;Frühindikator
    007;Z1;01.01.2025;30.04.2025;laufend;Ausbau;O1;Erste Wahl;1;Anteil;Zahl;30;40,125;35;;;;47,5 %;2;Ann;ja
    007;Z1;;;;Ausbau;O1;Erste Wahl;2;Freigabe;Ja/Nein;;;ja;;;;100 %;;Ben;nein
    007;Z1;;;;Ausbau;O1;Erste Wahl;3;Reklamationen;höchstens;;1.234;2;;;0,5;;;;
    007;Z1;;;;;O2;Schneller Partner;1;Lager;zwischen;;;15;10;20;;;1;;
    007;Z1;;;;;O2;Schneller Partner;2;Kaputt;Zahl;5;5;5;;;;;;;
    008;Z1;;;;;O1;Nur ein Ziel;;;;;;;;;;;;;
    """
  private let checkins = """
    Kundennummer;Zyklus;Objective-Nr;KR-Nr;Datum;Uhrzeit;Istwert;Zuversicht;Bemerkung
    007;Z1;O1;1;14.02.2025;09:30;34,567;6;gut
    007;Z1;O1;1;14.02.2025;16:00;36,5;7;
    007;Z1;O1;1;01.04.2025;;99;;nach dem Stichtag
    """
  private let normalised: [OKRMapping.FileKind: String] = [
    .cycles: "cycle_id,start,end,status\nC1,2025-01-01,2025-04-30,closed\nC2,2025-05-01,,\n",
    .moals: "moal_id,account_id,title\nM1,A,Preferred supplier\n",
    .objectives: """
    objective_id,account_id,cycle_id,moal_id,parent_kr_id,title,weight,carried_from,decision
    OB1,A,C1,M1,,Trust,3,,keep
    OB2,A,C2,M1,,First choice,1,OB1,
    OB3,A,C2,,K3,Known in plants,1,,
    """,
    .keyResults: """
    kr_id,objective_id,title,type,baseline,target,commit,stretch,ambition,progress_mode,alpha,weight
    K1,OB1,Share,metric,30,40,,,committed,own,,1
    K2,OB1,Stage,ordinal,,,,,,own,,0
    K3,OB2,Fame,metric,20,30,,,,blend,0.25,1
    K4,OB3,Sites,zones,0,10,3,20,,own,,1
    """,
    .checkins: "kr_id,date,value,confidence\nK1,2025-03-01,-1234.567,\nK2,2025-03-01,TARGET,5\n"
      + "K3,2025-02-01,25,\nK4,2025-03-02,7,8\n",
    .reviews: "account_id,cycle_id,date,right_focus,next_focus\nA,C1,2025-04-30,partly,Line B\n",
  ]

  private func day() throws -> CalendarDate {
    try #require(CalendarDate(year: 2025, month: 3, day: 15))
  }

  private func evaluate(
    _ files: [OKRMapping.FileKind: SheetSource]
  ) throws -> OKREvaluation {
    OKREvaluation(files, on: try day(), profile: .sieck, accounts: nil)
  }

  private func again(
    _ evaluation: OKREvaluation,
    as form: SheetForm,
    german: Bool = false
  ) throws -> OKREvaluation {
    let conversion = SheetConversion(
      evaluation.sheet,
      to: form,
      on: try day(),
      names: ["007": "Muster"],
      isGerman: german
    )
    var files: [OKRMapping.FileKind: SheetSource] = [:]
    for file in conversion.files {
      var writer = DelimitedWriter(dialect: german ? .excelGerman : .rfc4180)
      for row in [file.header.map { Cell.text($0) }] + (0..<file.rowCount).map(file.cells) {
        writer.append(row)
      }
      let text = String(decoding: writer.bytes, as: UTF8.self).drop { $0 == "\u{FEFF}" }
      let kind = file.name == "okr_flat" ? .plan : OKRMapping.FileKind(rawValue: file.name)
      files[try #require(kind)] = sheet(String(text), delimiter: german ? ";" : ",")
    }
    return try evaluate(files)
  }

  /// What is published of every key result that counts, without the objective's id.
  private func figures(_ evaluation: OKREvaluation) -> [OKRKeyResultRow] {
    evaluation.figures.sortedKeyResults.compactMap { row in
      guard !Set(["zero_range", "duplicate_key"]).contains(row.reason) else { return nil }
      var row = row
      row.objective = ""
      return row
    }
  }

  @Test(arguments: SheetForm.allCases, [false, true])
  func flatSheetKeepsItsFigures(form: SheetForm, german: Bool) throws {
    let first = try evaluate([
      .plan: sheet(flat), .checkins: sheet(checkins, path: "checkins.csv"),
    ])
    let second = try again(first, as: form, german: german)
    #expect(figures(second) == figures(first))
    #expect(second.figures.accounts.map(\.attainment) == first.figures.accounts.map(\.attainment))
    #expect(second.figures.accounts.map(\.coverage) == first.figures.accounts.map(\.coverage))
    #expect(second.figures.accounts.map(\.status) == first.figures.accounts.map(\.status))
    #expect(second.sheet.keyResults.map(\.typedProgress?.number).contains(47.5))
    let codes = { (all: FindingList) in Set(all.map(\.code)).subtracting(["OKR-E008", "OKR-W133"]) }
    let added = codes(second.findings).subtracting(codes(first.findings))
    #expect(added.subtracting(["OKR-W136"]).isEmpty)
  }

  @Test(arguments: SheetForm.allCases, [false, true])
  func sevenFilesKeepTheirFigures(form: SheetForm, german: Bool) throws {
    let first = try evaluate(
      Dictionary(
        uniqueKeysWithValues: normalised.map { kind, text in
          (kind, sheet(text, delimiter: ",", path: "\(kind.rawValue).csv"))
        }
      )
    )
    #expect(first.figures.keyResults.compactMap(\.progressRaw).count == 4)
    let second = try again(first, as: form, german: german)
    #expect(figures(second) == figures(first))
    #expect(second.figures.accounts == first.figures.accounts)
    #expect(second.sheet.reviews.map(\.nextFocus) == ["Line B"])
    #expect(second.sheet.objectives.compactMap(\.carriedFrom).count == 1)
    #expect(second.sheet.objectives.compactMap(\.decision) == [.keep])
    #expect(second.sheet.moals.map(\.title) == ["Preferred supplier"])
    #expect(!second.findings.contains { $0.code == "OKR-E003" })
  }

  @Test func convertingTwiceChangesNothingMore() throws {
    let first = try evaluate([.plan: sheet(flat)])
    let there = try again(first, as: .normalised)
    let back = try again(there, as: .flat)
    #expect(figures(back) == figures(first))
    #expect(
      back.sheet.objectives.map(\.id).sorted() == ["007/Z1/O1", "007/Z1/O2", "008/Z1/O1"]
    )
  }

  @Test func leavesOutRowsWithErrors() throws {
    let first = try evaluate([.plan: sheet(flat)])
    #expect(first.sheet.rowsWithErrors == 1)
    let second = try again(first, as: .flat)
    #expect(second.sheet.keyResults.allSatisfy { $0.title != "Kaputt" })
    #expect(second.sheet.rowsWithErrors == 0)
  }

  @Test func theFlatSheetStandsAloneWithTheValuesOfTheDay() throws {
    let first = try evaluate([.plan: sheet(flat), .checkins: sheet(checkins)])
    let conversion = SheetConversion(
      first.sheet,
      to: .flat,
      on: try day(),
      names: ["007": "Muster"],
      isGerman: false
    )
    let file = try #require(conversion.files.first)
    #expect(conversion.files.map(\.name) == ["okr_flat", "cycles", "moals", "checkins"])
    let columns = ["account_id", "account_name", "start_date", "kr_id", "current", "weight"]
    let cells = try columns.map { file.cells(0)[try #require(file.header.firstIndex(of: $0))] }
    #expect(
      cells == [
        .text("007"), .text("Muster"), .text("2025-01-01"), .text("007/Z1/O1/1"), .real(36.5),
        .real(2),
      ]
    )
  }

  @Test func anEmptySheetGivesSevenFilesWithHeaders() throws {
    let empty = try evaluate([:])
    let conversion = SheetConversion(
      empty.sheet,
      to: .normalised,
      on: try day(),
      names: [:],
      isGerman: true
    )
    #expect(
      conversion.files.map(\.name) == [
        "cycles", "moals", "milestones", "objectives", "key_results", "checkins", "reviews",
      ]
    )
    #expect(conversion.files.allSatisfy { $0.rowCount == 0 && !$0.header.isEmpty })
  }

  @Test(arguments: [
    (1.5, "1.5"), (1.234, "1.2340"), (-1.234, "-1.234"), (12345.678, "12345.678"),
    (0.125, "0.125"), (1e-9, "1e-9"), (1234, "1234"),
  ])
  func numbersReadBackAsThemselves(number: Double, text: String) throws {
    var writer = DelimitedWriter(dialect: .rfc4180)
    writer.append([CellForm(isGerman: false).number(number)])
    #expect(String(decoding: writer.bytes, as: UTF8.self) == text + "\n")
    #expect(try #require(SheetNumber(text)).value(decimal: .point) == number)
  }
}
