// SPDX-License-Identifier: Apache-2.0
import Accounts
import Testing

@testable import CyclePerformance

/// Reading of flat sheets as people really keep them.
@Suite struct SheetImportTests {
  private let header =
    "Kundennummer;Zyklus;Objective-Nr;Objective;KR-Nr;Key Result;KR-Typ;Startwert;Zielwert;Istwert"

  private func evaluate(
    _ plan: String,
    cycles: String? = nil,
    checkins: String? = nil,
    accounts: AccountDirectory? = nil,
    profile: RuleProfile = .sieck
  ) throws -> OKREvaluation {
    var files: [OKRMapping.FileKind: SheetSource] = [.plan: sheet(plan)]
    if let cycles { files[.cycles] = sheet(cycles, path: "cycles.csv") }
    if let checkins { files[.checkins] = sheet(checkins, path: "checkins.csv") }
    let day = try #require(CalendarDate(year: 2025, month: 6, day: 30))
    return OKREvaluation(files, on: day, profile: profile, accounts: accounts)
  }

  private func codes(_ evaluation: OKREvaluation, but ignored: Set<String> = ["I103"]) -> [String] {
    evaluation.findings.map { finding in
      "\(finding.code.dropFirst(4))@\(finding.line.map(String.init) ?? "-")"
    }.filter { !ignored.contains(String($0.prefix { $0 != "@" })) }
  }

  private func progress(_ evaluation: OKREvaluation) -> [Double?] {
    evaluation.figures.keyResults.map(\.progressRaw)
  }

  @Test(arguments: [
    ("40,0;50,0;44,0", 0.4, [String]()),
    ("1.250.000,00;1.400.000,00;1.310.000,00", 0.4, []),
    ("1.000;2.000;1.500,0", 0.5, []),
    ("0;10;+5", 0.5, []),
    ("0;-10;5-", 0.5, []),
    ("1'000;2'000;1'500", 0.5, []),
    ("1 000;2 000;1\u{A0}500", 0.5, []),
    ("0 %;80 %;20 %", 0.25, []),
    ("0;8000;2.000", 0.25, ["W133@2"]),
    ("0;1e3;250", 0.25, []),
    ("0,5 Mio. €;1,5 Mio. €;0,75 Mio. €", 0.25, []), ("0;1,5 Mio. €;0,75 Mio. €", 0.5, []),
    ("500 T€;1,5 Mio. €;0,75 Mio. €", 0.25, []), ("EUR 0;EUR 1,5;€ 0,75", 0.5, []),
    ("0 Stück;8 Stück;5 stück", 0.625, []), ("4 %;2 %;3 %", 0.5, []),
  ])
  func numbers(cells: String, expected: Double, findings: [String]) throws {
    let evaluation = try evaluate("\(header)\nK1;Z1;O1;Ziel;1;Ergebnis;Zahl;\(cells)\n")
    #expect(progress(evaluation) == [expected])
    #expect(codes(evaluation) == findings)
  }

  @Test(arguments: [
    ("0;10;NaN", "E006@2", "bad_number"), ("0;10;inf", "E006@2", "bad_number"),
    ("0;1e999;5", "E006@2", "bad_number"), ("0;10;12,x", "E006@2", "bad_number"),
    ("0;10;1.2.3", "E006@2", "bad_number"), ("0;10;#DIV/0!", "E014@2", "spreadsheet_error"),
    ("0 Stück;8 Stück;5 Tage", "E006@2", "bad_number"),
    ("1;1,5 Mio. €;2", "E006@2", "bad_number"), ("0;10;ca. 5", "E006@2", "bad_number"),
    ("0;10;5 von 10", "E006@2", "bad_number"), ("0;10;5x", "E006@2", "bad_number"),
    ("5;5;5", "E008@2", "zero_range"), ("0;10;erledigt", "E006@2", "bad_number"),
  ])
  func badCellsKeepTheRowOutOfTheFigures(cells: String, code: String, reason: String) throws {
    let evaluation = try evaluate("\(header)\nK1;Z1;O1;Ziel;1;Ergebnis;Zahl;\(cells)\n")
    #expect(codes(evaluation) == [code])
    #expect(progress(evaluation) == [nil])
    #expect(evaluation.figures.keyResults[0].reason == reason)
    #expect(evaluation.figures.accounts[0].attainment == nil)
  }

  @Test(arguments: ["-", "\u{2013}", "n/a", "k.A.", "#NV"])
  func missingTokensAreMissingAndSaid(token: String) throws {
    let evaluation = try evaluate("\(header)\nK1;Z1;O1;Ziel;1;Ergebnis;Zahl;0;10;\(token)\n")
    #expect(codes(evaluation) == ["I132@2"])
    #expect(evaluation.figures.keyResults[0].reason == "no_data")
  }

  @Test func percentagesWithoutSeparatorsAreNotDivided() throws {
    let evaluation = try evaluate(
      "\(header);Erreichung in %\nK1;Z1;O1;Z;1;A;Zahl;0;10;5;50 %\nK1;Z1;O1;Z;2;B;Zahl;0;10;7;70\n"
        + "K1;Z1;O1;Z;3;C;Zahl;0;10;7;0,7\nK1;Z1;O1;Z;4;D;Zahl;0;10;7;30 %\n"
    )
    #expect(codes(evaluation) == ["W122@4", "W121@5"])
  }

  @Test func mergedCellsAreFilledDown() throws {
    let evaluation = try evaluate(
      "\(header)\nK1;Z1;O1;Ziel;1;A;Zahl;0;10;5\n;;;;2;B;Zahl;0;10;6\n;;O2;Neu;1;C;Zahl;0;10;7\n"
        + "K2;Z1;O1;Ziel;1;D;Zahl;0;10;8\n;;;;2;E;Zahl;0;10;9\n"
    )
    #expect(codes(evaluation) == ["I128@3", "I128@6"])
    #expect(
      evaluation.sheet.keyResults.map(\.id) == [
        "K1/Z1/O1/1", "K1/Z1/O1/2", "K1/Z1/O2/1", "K2/Z1/O1/1", "K2/Z1/O1/2",
      ]
    )
    #expect(evaluation.sheet.objectives.map(\.title) == ["Ziel", "Neu", "Ziel"])
  }

  @Test func aSheetWithoutTypesAndNumbersIsReadAsPeopleMeanIt() throws {
    let evaluation = try evaluate(
      "Kunde;Zyklus;Ziel;Key Result;Start;Ziel-Wert;Ist\nK1;Z1;Wachsen;Besuche;0;12;6\n"
        + "K1;Z1;Wachsen;Vertrag;nein;ja;ja\nK1;Z1;Wachsen;Muster;offen;erledigt;offen\n"
    )
    #expect(codes(evaluation).filter { $0.hasPrefix("E") } == [])
    #expect(evaluation.sheet.objectives.map(\.title) == ["Wachsen"])
    #expect(evaluation.sheet.keyResults.map(\.kind) == [.metric, .boolean, .boolean])
    #expect(progress(evaluation) == [0.5, 1, 0])
  }

  @Test func aGoalIsTheNumberToReachWhereNothingElseIs() throws {
    let evaluation = try evaluate(
      "Kunde;Zyklus;Objective;Key Result;Start;Ziel;Ist\nK1;Z1;Wachsen;Besuche;0;12;6\n"
    )
    #expect(evaluation.sheet.objectives.map(\.title) == ["Wachsen"])
    #expect(progress(evaluation) == [0.5])
  }

  @Test func titleRowsTotalsAndRepeatedHeadersAreStructure() throws {
    let evaluation = try evaluate(
      "Kundenplan;;\n;;\n\(header)\nK1;Z1;O1;Ziel;1;A;Zahl;0;10;5\n\(header)\n"
        + "Summe;;;;;;;0;10;5\n"
    )
    #expect(codes(evaluation) == ["I127@6"])
    #expect(evaluation.sheet.keyResults.map(\.place.line) == [4])
  }

  @Test func duplicatesAreSkippedOrKeptOut() throws {
    let evaluation = try evaluate(
      "\(header)\nK1;Z1;O1;Ziel;1;A;Zahl;0;10;5\nK1;Z1;O1;Ziel;1;A;Zahl;0;10;5\n"
        + "K1;Z1;O1;Ziel;2;B;Zahl;0;10;5\nK1;Z1;O1;Ziel;2;B;Zahl;0;0;x\n"
    )
    #expect(codes(evaluation) == ["I138@3", "E004@5"])
    #expect(progress(evaluation) == [0.5, nil])
    #expect(evaluation.figures.keyResults[1].reason == "duplicate_key")
    #expect(evaluation.figures.accounts[0].attainment == 0.5)
  }

  @Test func doneWithoutNumbersIsNotMeasurable() throws {
    let evaluation = try evaluate("\(header)\nK1;Z1;O1;Ziel;1;A;;;;erledigt\n")
    #expect(codes(evaluation) == ["W108@2"])
    #expect(evaluation.figures.keyResults[0].reason == "missing_baseline_or_target")
  }

  @Test func membersCountForTheirGroup() throws {
    let directory = AccountDirectory(groupByAccount: ["K1": "G", "K2": "G"])
    let evaluation = try evaluate(
      "\(header)\nK1;Z1;O1;Ziel;1;A;Zahl;0;10;4\nK2;Z1;O1;Ziel;1;B;Zahl;0;10;6\n"
        + "K9;Z1;O1;Ziel;1;C;Zahl;0;10;6\n",
      accounts: directory
    )
    #expect(codes(evaluation) == ["E001@4"])
    #expect(evaluation.figures.accounts.map(\.account) == ["G", "K9"])
    #expect(evaluation.figures.accounts.map(\.attainment) == [0.5, nil])
  }

  @Test func headersInManySpellings() throws {
    let evaluation = try evaluate(
      "KdNr;cycle id;Objective Nr.;OBJECTIVE;kr-nr;Key-Result;Ausgangswert;Soll;aktuell;WER\n"
        + "007;Z1;O1;Ziel;1;A;0;10;5;Ann\n"
    )
    #expect(codes(evaluation).isEmpty)
    #expect(evaluation.sheet.keyResults.map(\.owner) == ["Ann"])
    #expect(evaluation.sheet.keyResults.map(\.id) == ["007/Z1/O1/1"])
  }

  @Test(arguments: [
    ("Account ID,Account,Cycle,Objective,Key Result,Start value,Target value,Actual", "K1,Acme"),
    ("Account,Customer,Quarter,Objective,Key Results,Initial value,Target,Current", "K1,Acme"),
    ("Customer,Region,Cycle,Objective,KR,Baseline,Target,Actual value", "K1,EMEA"),
  ])
  func knowsEnglishHeadersAndTheAccountAmongThem(header: String, accounts: String) throws {
    let plan = sheet(header + "\n\(accounts),Q1,Goal,Result,0,1.250,0.5\n", delimiter: ",")
    let day = try #require(CalendarDate(year: 2025, month: 6, day: 30))
    let evaluation = OKREvaluation([.plan: plan], on: day, profile: .sieck, accounts: nil)
    #expect(evaluation.sheet.keyResults.map(\.id) == ["K1/Q1/Goal/1"])
    #expect(progress(evaluation) == [0.4])
    #expect(!codes(evaluation).contains { $0.hasPrefix("E") })
  }

  @Test func measuresInTheUnitOfTheRow() throws {
    let header = header.replacing("KR-Typ", with: "Einheit")
    let evaluation = try evaluate(
      "\(header)\nK1;Z1;O1;Ziel;1;A;€;0;1,5 Mio. €;750.000\n"
        + "K1;Z1;O1;Ziel;2;B;Mio. €;0;1,5;0,75 Mio. €\n"
        + "K1;Z1;O1;Ziel;3;C;%;0;10;5 €\n",
      checkins: "Kundennummer;Zyklus;Objective-Nr;KR-Nr;Datum;Istwert\n"
        + "K1;Z1;O1;1;16.05.2025;0,75 Mio. €\nK1;Z1;O1;2;16.05.2025;750 T€\n"
    )
    #expect(progress(evaluation) == [0.5, 0.5, nil])
    #expect(codes(evaluation).filter { $0.hasPrefix("E") } == ["E006@4"])
  }

  @Test func checkinsNameNoUnitThatTheirKeyResultLacks() throws {
    let evaluation = try evaluate(
      "\(header)\nK1;Z1;O1;Ziel;1;A;Zahl;0;1500000;\n",
      checkins: "Kundennummer;Zyklus;Objective-Nr;KR-Nr;Datum;Istwert\n"
        + "K1;Z1;O1;1;16.05.2025;0,75 Mio. €\n"
    )
    #expect(progress(evaluation) == [nil])
    #expect(codes(evaluation).filter { $0.hasPrefix("E") } == ["E006@2"])
  }

  @Test func yesAndNoAreEndsOfWhatIsDoneOrNot() throws {
    let evaluation = try evaluate(
      "\(header)\nK1;Z1;O1;Ziel;1;A;boolean;nein;ja;nein\nK1;Z1;O1;Ziel;2;B;boolean;;ja;ja\n"
        + "K1;Z1;O1;Ziel;3;C;Zahl;nein;ja;nein\n"
    )
    #expect(progress(evaluation) == [0, 1, nil])
    #expect(codes(evaluation).filter { $0.hasPrefix("E") } == ["E006@4", "E006@4"])
    #expect(evaluation.findings.contains { $0.message.german.contains("KR-Typ 'boolean'") })
  }

  @Test func headersNamedByTheProgramme() throws {
    var source = sheet(
      "Partner;Zyklus;Objective-Nr;Objective;KR-Nr;Key Result;Startwert;Zielwert;Istwert\n"
        + "K1;Z1;O1;Ziel;1;A;0;10;5\n"
    )
    source.file.columns = ["account_id": "Partner"]
    let day = try #require(CalendarDate(year: 2025, month: 6, day: 30))
    let evaluation = OKREvaluation([.plan: source], on: day, profile: .sieck, accounts: nil)
    #expect(evaluation.sheet.keyResults.map(\.id) == ["K1/Z1/O1/1"])
  }

  @Test func oneColumnReadAsSeveral() throws {
    var source = sheet("konto;periode;ziel_id;id;start;soll;ist\nK1;Z1;O1;KR-7;0;10;5\n")
    source.file.columns = [
      "account_id": "konto", "cycle_id": "periode", "objective_id": "ziel_id", "kr_id": "id",
      "title": "id", "baseline": "start", "target": "soll", "current": "ist",
    ]
    let day = try #require(CalendarDate(year: 2025, month: 6, day: 30))
    let evaluation = OKREvaluation([.plan: source], on: day, profile: .sieck, accounts: nil)
    #expect(evaluation.sheet.keyResults.map(\.id) == ["KR-7"])
    #expect(evaluation.sheet.keyResults.map(\.title) == ["KR-7"])
    #expect(progress(evaluation) == [0.5])
  }

  @Test func headersTwiceAndMissing() throws {
    let twice = try evaluate("\(header);Ist\nK1;Z1;O1;Ziel;1;A;Zahl;0;10;5;9\n")
    #expect(codes(twice) == ["E015@1"])
    #expect(progress(twice) == [0.5])
    let missing = try evaluate("Zyklus;Objective-Nr;KR-Nr;Key Result\nZ1;O1;1;A\n")
    #expect(missing.findings.contains { $0.code == "OKR-E005" && $0.line == 1 })
    #expect(missing.figures.keyResults.map(\.reason) == ["required_missing"])
  }

  @Test func checkinsByDateTimeAndWeek() throws {
    let cycles = "Zyklus;Beginn;Ende;Status\nZ1;01.05.2025;31.08.2025;laufend\n"
    let plan = "\(header)\nK1;Z1;O1;Ziel;1;A;Zahl;0;10;1\nK1;Z1;O1;Ziel;2;B;Zahl;0;10;1\n"
    let dated = try evaluate(
      plan,
      cycles: cycles,
      checkins:
        "kr_id;Datum;Istwert\nK1/Z1/O1/1;27.06.2025 09:00;4\nK1/Z1/O1/1;27.06.2025 17:30;6\n"
        + "K1/Z1/O1/2;2025-06-27;4\nK1/Z1/O1/2;27.06.25;5\nK1/Z1/O1/2;26.06.2025;3\n"
        + "K1/Z1/O1/2;01.07.2025;9\nK9;27.06.2025;1\n"
    )
    #expect(progress(dated) == [0.6, 0.3])
    #expect(codes(dated) == ["I135@5", "E016@5", "W120@7", "E003@8"])
    let weekly = try evaluate(
      plan,
      cycles: cycles,
      checkins: "kr_id;Woche;Istwert\nK1/Z1/O1/1;2;3\nK1/Z1/O1/1;9;5\nK1/Z1/O1/1;0;9\n"
    )
    #expect(
      weekly.sheet.checkins.map { String(describing: $0.date) } == ["2025-05-14", "2025-06-30"]
    )
    #expect(codes(weekly) == ["E007@4"])
  }

  @Test func sheetsThatCarryIds() throws {
    let evaluation = try evaluate(
      "\(header);kr_id\nK1;Z1;O1;Ziel;1;A;Zahl;0;10;1;KR-7\nK1;Z1;O1;Ziel;2;B;Zahl;0;10;1;\n",
      checkins: "Kundennummer;Zyklus;Objective-Nr;KR-Nr;kr_id;Datum;Istwert\n"
        + "K1;Z1;O1;1;;20.06.2025;3\nK1;Z1;O1;2;;20.06.2025;4\n;;;;KR-7;21.06.2025;5\n"
    )
    #expect(evaluation.sheet.keyResults.map(\.id) == ["KR-7", "K1/Z1/O1/2"])
    #expect(progress(evaluation) == [0.5, 0.4])
    #expect(codes(evaluation).isEmpty)
    #expect(evaluation.sheet.cycles.map(\.id) == ["Z1"])
  }

  @Test func confidenceOnItsScale() throws {
    let evaluation = try evaluate(
      "\(header)\nK1;Z1;O1;Ziel;1;A;Zahl;0;10;1\n",
      checkins: "kr_id;Datum;Istwert;Zuversicht\nK1/Z1/O1/1;01.06.2025;1;7\n"
        + "K1/Z1/O1/1;02.06.2025;2;70 %\nK1/Z1/O1/1;03.06.2025;3;0,7\nK1/Z1/O1/1;04.06.2025;4;11\n"
    )
    #expect(codes(evaluation) == ["W134@3", "W134@4", "E012@5", "W117@2"])
    #expect(evaluation.sheet.checkins.map(\.confidence) == [7, 7, 7, nil])
    #expect(progress(evaluation) == [0.3])
  }

  @Test func cyclesWithBadDaysKeepTheirIds() throws {
    let evaluation = try evaluate(
      "\(header)\nK1;Z1;O1;Ziel;1;A;Zahl;0;10;5\nK1;Z9;O1;Ziel;1;A;Zahl;0;10;5\n",
      cycles: "Zyklus;Beginn;Ende;Status\nZ1;31.02.2025;31.08.2025;laufend\n"
        + "Z2;01.05.2025;01.04.2025;\nZ3;01.01.2025;31.12.2025;irgendwas\n"
        + "Z4;03/04/2025;01.08.2025;\n"
    )
    #expect(
      codes(evaluation) == ["E007@2", "E013@3", "E011@4", "I106@4", "E007@5", "E002@3"]
    )
    #expect(evaluation.figures.keyResults.map(\.status) == [nil, nil])
    #expect(progress(evaluation) == [0.5, nil])
  }

  @Test(arguments: [
    "", "\n", "\u{FEFF}", ";;;;;\n;;;;;", "Kundennummer", "Zyklus;Kundennummer;Key Result\n\"",
    "Kundennummer;Zyklus;Key Result;Startwert\n;;;\u{0}\nx\n-;-;-;-\n#NV;#NV;#NV;#REF!",
  ])
  func anythingIsRead(text: String) throws {
    let evaluation = try evaluate(text, cycles: text, checkins: text)
    #expect(evaluation.figures.keyResults.allSatisfy { $0.progressRaw == nil })
  }

  @Test(
    arguments: [("0", [0.0]), ("5", [0.6]), ("-5", [nil]), ("", [0.0])] as [(String, [Double?])]
  )
  func tolerances(tolerance: String, expected: [Double?]) throws {
    let evaluation = try evaluate(
      "\(header);Toleranz;Alpha\nK1;Z1;O1;Ziel;1;A;mindestens;;10;8;\(tolerance);\n"
    )
    let byRow = try evaluate(
      "\(header);Toleranz;Alpha\nK1;Z1;O1;Ziel;1;A;mindestens;;10;8;\(tolerance);0,5\n"
    )
    #expect(progress(evaluation) == expected)
    #expect(progress(byRow) == expected)
    #expect(codes(evaluation) == (tolerance == "-5" ? ["E012@2"] : []))
  }

  @Test func whatIsMissingForAMeasureIsNamedByItsType() throws {
    let evaluation = try evaluate(
      "\(header);Untergrenze;Obergrenze\nK1;Z1;O1;Ziel;1;A;zwischen;;5;8;1;\n"
        + "K1;Z1;O1;Ziel;2;B;mindestens;;;8;;\nK1;Z1;O1;Ziel;3;C;;;;erledigt;;\n"
    )
    let messages = evaluation.findings.filter { $0.code == "OKR-W108" }.map(\.message.english)
    #expect(messages.count == 3)
    #expect(messages.first?.contains("lower and upper limit") == true)
    #expect(messages.dropFirst().first?.hasSuffix("needs its target value") == true)
    #expect(messages.last?.contains("'boolean'") == true)
  }

  @Test func orderOfRowsChangesNoBitOfTheCalibration() throws {
    let numbers = Array(1...9)
    let rows = numbers.map { "K1;Z1;O1;Ziel;\($0);A;Zahl;0;10;\($0.isMultiple(of: 2) ? 9 : 3)" }
    let stated = numbers.map { "K1/Z1/O1/\($0);01.02.2025;\($0.isMultiple(of: 2) ? 9 : 3);\($0)" }
    let cycles = "Zyklus;Beginn;Ende;Status\nZ1;01.01.2025;30.04.2025;abgeschlossen\n"
    let day = try #require(CalendarDate(year: 2025, month: 6, day: 30))
    let found = try [rows, rows.reversed()].map { rows in
      let evaluation = try evaluate(
        ([header] + rows).joined(separator: "\n"),
        cycles: cycles,
        checkins: (["kr_id;Datum;Istwert;Zuversicht"] + stated).joined(separator: "\n")
      )
      return OKRCalibration(evaluation.sheet, evaluation.figures, on: day, profile: .sieck)
    }
    #expect(found.first?.count == 9)
    #expect(found.first?.confidence?.bias != nil)
    #expect(found.first == found.last)
  }

  @Test func orderOfRowsChangesOnlyLines() throws {
    let rows = [
      "K1;Z1;O1;Ziel;1;A;Zahl;0;10;5", "K1;Z1;O1;Ziel;2;B;Zahl;0;10;6",
      "K2;Z1;O1;Ziel;1;C;Zahl;0;3;1", "K1;Z2;O1;Ziel;1;D;Zahl;0;7;3",
    ]
    let forward = try evaluate(([header] + rows).joined(separator: "\n"))
    let backward = try evaluate(([header] + rows.reversed()).joined(separator: "\n"))
    #expect(forward.figures.sortedKeyResults == backward.figures.sortedKeyResults)
    #expect(forward.figures.accounts == backward.figures.accounts)
  }
}
