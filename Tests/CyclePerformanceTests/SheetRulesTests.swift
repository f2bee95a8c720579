// SPDX-License-Identifier: Apache-2.0
import Accounts
import Testing

@testable import CyclePerformance

/// References, limits and rules of the normalised files.
@Suite struct SheetRulesTests {
  private static let cycles = """
    cycle_id,start,end,status
    C1,2025-01-01,2025-04-30,closed
    C2,2025-05-01,2025-08-31,active
    """

  private func evaluate(
    objectives: String,
    keyResults: String,
    cycles: String = Self.cycles,
    reviews: String? = nil,
    checkins: String? = nil,
    profile: RuleProfile = .sieck
  ) throws -> OKREvaluation {
    var files: [OKRMapping.FileKind: SheetSource] = [
      .cycles: sheet(cycles, delimiter: ",", path: "cycles.csv"),
      .objectives: sheet(objectives, delimiter: ",", path: "objectives.csv"),
      .keyResults: sheet(keyResults, delimiter: ",", path: "key_results.csv"),
    ]
    if let reviews { files[.reviews] = sheet(reviews, delimiter: ",", path: "reviews.csv") }
    if let checkins { files[.checkins] = sheet(checkins, delimiter: ",", path: "checkins.csv") }
    let day = try #require(CalendarDate(year: 2025, month: 6, day: 30))
    return OKREvaluation(files, on: day, profile: profile, accounts: nil)
  }

  private func codes(_ evaluation: OKREvaluation) -> [String] {
    evaluation.findings.filter { $0.code != "OKR-I103" }.map {
      "\($0.code.dropFirst(4)) \($0.file ?? "-"):\($0.line ?? 0)"
    }
  }

  private let objective = "objective_id,account_id,cycle_id,title,parent_kr_id\n"
  private let keyResult = "kr_id,objective_id,title,type,baseline,target,current,progress_mode\n"

  @Test func cascadesInACircleAreNamedOnce() throws {
    let evaluation = try evaluate(
      objectives: objective + "O1,A,C2,x,K2\nO2,A,C2,y,K1\nO3,A,C2,z,\nO4,A,C2,w,K9\n",
      keyResults: keyResult + "K1,O1,a,metric,0,10,5,children\nK2,O2,b,metric,0,10,5,children\n"
        + "K3,O3,c,metric,0,10,5,own\nK4,O4,d,metric,0,10,5,own\nK5,O9,e,metric,0,10,5,own\n"
    )
    #expect(
      codes(evaluation) == [
        "E003 key_results.csv:6", "E009 objectives.csv:2", "E003 objectives.csv:5",
      ]
    )
    #expect(evaluation.findings.contains { $0.found == "O1 -> O2 -> O1" })
    #expect(evaluation.figures.accounts.map(\.attainment) == [0.5])
    #expect(
      evaluation.figures.keyResults.map(\.reason) == [
        "cascade_cycle", "cascade_cycle", nil, nil, "orphan_reference",
      ]
    )
  }

  @Test func childObjectivesCountThroughTheirKeyResultOnly() throws {
    let evaluation = try evaluate(
      objectives: objective + "O1,A,C2,x,\nO2,A,C2,y,K1\n",
      keyResults: keyResult + "K1,O1,a,metric,0,10,2,blend\nK2,O2,b,metric,0,10,8,own\n"
    )
    #expect(evaluation.figures.objectives.map(\.value) == [0.5, 0.8])
    #expect(evaluation.figures.accounts.map(\.attainment) == [0.5])
    #expect(evaluation.figures.accounts.map(\.objectives) == [2])
    #expect(evaluation.figures.accounts.map(\.hits) == [1])
  }

  @Test func missingCountsAsZeroAtTheClose() throws {
    let evaluation = try evaluate(
      objectives: objective + "O1,A,C2,x,\n",
      keyResults: keyResult + "K1,O1,a,metric,0,10,8,own\nK2,O1,b,metric,0,10,,own\n"
        + "K3,O1,c,metric,0,10,x,own\n"
    )
    let account = try #require(evaluation.figures.accounts.first)
    #expect(account.attainment == 0.8)
    #expect(account.attainmentAtClose == 0.4)
    #expect(account.coverage == 0.5)
    #expect(account.keyResults == 3)
    #expect(codes(evaluation) == ["E006 key_results.csv:4"])
  }

  @Test func limitsSpeakAtTheFirstRowBeyond() throws {
    let objectives = (1...6).map { "O\($0),A,C2,x,\n" }.joined()
    let many = (1...6).map { "K1\($0),O1,a,metric,0,10,5,own\n" }.joined()
    let others = (2...6).map { "K\($0),O\($0),a,metric,0,10,5,own\n" }.joined()
    let strict = try evaluate(
      objectives: objective + objectives,
      keyResults: keyResult + many + others
    )
    #expect(codes(strict) == ["W102 key_results.csv:6", "W101 objectives.csv:6"])
    let generous = try evaluate(
      objectives: objective + objectives,
      keyResults: keyResult + many + others,
      profile: .simmoleit
    )
    #expect(codes(generous) == ["W102 key_results.csv:7", "W101 objectives.csv:7"])
  }

  @Test func weightsAndEmptyObjectives() throws {
    let evaluation = try evaluate(
      objectives: "objective_id,account_id,cycle_id,title,weight\nO1,A,C2,x,1\nO2,A,C2,y,1\n"
        + "O3,A,C2,z,-1\nO4,B,C2,z,0\n",
      keyResults: "kr_id,objective_id,title,type,baseline,target,current,weight\n"
        + "K1,O1,a,metric,0,10,5,0\nK2,O1,b,metric,0,10,5,0\nK3,O3,c,metric,0,10,5,1\n"
        + "K4,O4,c,metric,0,10,5,1\n"
    )
    #expect(
      codes(evaluation) == [
        "E010 key_results.csv:2", "E104 objectives.csv:3", "E010 objectives.csv:4",
        "E010 objectives.csv:5",
      ]
    )
    #expect(evaluation.figures.accounts.map(\.attainment) == [nil, nil])
  }

  @Test func kindsAndTheirDomains() throws {
    let evaluation = try evaluate(
      objectives: objective + "O1,A,C2,x,\n",
      keyResults: "kr_id,objective_id,title,type,baseline,target,low,high,commit,stretch,current\n"
        + "K1,O1,a,zones,0,7,,,8,10,5\nK2,O1,b,boolean,,,,,,,5\nK3,O1,c,ordinal,,,,,,,Target\n"
        + "K4,O1,d,between,,,5,4,,,5\nK5,O1,e,AT-LEAST,,97,,,,,97\nK6,O1,f,at_most,,2,,,,,2.1\n"
        + "K7,O1,g,milestone,,,,,,,60 %\nK8,O1,h,wish,,,,,,,1\nK9,O1,i,boolean,,,,,,,erledigt\n"
    )
    #expect(
      codes(evaluation).filter { $0.hasPrefix("E") } == [
        "E017 key_results.csv:2", "E012 key_results.csv:3", "E012 key_results.csv:5",
        "E011 key_results.csv:9",
      ]
    )
    #expect(
      evaluation.figures.keyResults.map(\.progressRaw) == [
        nil, nil, 0.7, nil, 1, 0, 0.6, nil, 1,
      ]
    )
    #expect(evaluation.figures.keyResults.map(\.reason)[0] == "zones_not_monotone")
  }

  @Test func carryOverChainsAndReviews() throws {
    let evaluation = try evaluate(
      objectives: "objective_id,account_id,cycle_id,title,carried_from\nO1,A,C1,x,\n"
        + "O2,A,C1,x,O1\nO3,A,C2,x,O2\nO4,B,C1,x,O9\nO5,A,C2,x,O5\n",
      keyResults: keyResult
        + (1...5).map { "K\($0),O\($0),a,metric,0,10,5,own\n" }.joined(),
      reviews:
        "account_id,cycle_id,date,right_focus\nA,C1,2025-04-30,Teilweise\nA,C7,2025-04-30,maybe\n"
    )
    #expect(
      codes(evaluation) == [
        "W123 objectives.csv:4", "E003 objectives.csv:5", "W136 objectives.csv:5",
        "E002 reviews.csv:3", "E011 reviews.csv:3",
      ]
    )
    #expect(evaluation.sheet.reviews.map(\.rightFocus) == [.partly, nil])
  }

  @Test func cyclesThatOverlapOrAreTooSafe() throws {
    let evaluation = try evaluate(
      objectives: objective + "O1,A,C1,x,\n",
      keyResults: keyResult + "K1,O1,a,metric,0,10,9,own\n",
      cycles:
        "cycle_id,start,end,status\nC2,2025-04-15,2025-08-31,\nC1,2025-01-01,2025-04-30,closed\n"
        + "C3,2025-09-01,2025-09-30,planned\n"
    )
    #expect(
      codes(evaluation) == ["W113 cycles.csv:3", "W124 cycles.csv:3", "I106 cycles.csv:4"]
    )
  }

  @Test func originsAreJudgedFromFiveObjectives() throws {
    func codes(count: Int) throws -> [String] {
      let rows = (1...count).map { "O\($0),A\($0),C2,x,Top-Down\n" }.joined()
      return self.codes(
        try evaluate(
          objectives: "objective_id,account_id,cycle_id,title,origin\n" + rows,
          keyResults: keyResult
            + (1...count).map { "K\($0),O\($0),a,metric,0,10,5,own\n" }.joined()
        )
      )
    }
    #expect(try codes(count: 4).isEmpty)
    #expect(try codes(count: 5) == ["W114 -:0"])
  }

  @Test(arguments: [
    ("Durchführen von Terminen", "W109"), ("Workshop zur Technik", "W109"),
    ("Umsatz steigt", "W110"), ("Order intake above plan", "W110"), ("Umsatzanteil Linie A", ""),
    ("Delivery reliability", ""), ("=SUM(A1)", "W129"), ("-10 % Durchlaufzeit", "W129"),
  ])
  func wordsInTitles(title: String, code: String) throws {
    let evaluation = try evaluate(
      objectives: objective + "O1,A,C2,x,\n",
      keyResults: keyResult + "K1,O1,\(title),metric,0,10,5,own\n"
    )
    #expect(codes(evaluation) == (code.isEmpty ? [] : ["\(code) key_results.csv:2"]))
  }

  @Test func everyFindingSpeaksTwoLanguagesAndWarningsCite() throws {
    let evaluation = try evaluate(
      objectives: "objective_id,account_id,cycle_id,title,moal_id\nO1,A,C2,7 Ziele,\n",
      keyResults: "kr_id,objective_id,title,type,owner,influenceable,bonus_relevant,indicator\n"
        + "K1,O1,Umsatz Workshop,metric,,,ja,lagging\n"
    )
    #expect(
      codes(evaluation).map { String($0.prefix { $0 != " " }) } == [
        "W107", "W108", "W109", "W110", "W111b", "W112", "I116", "W105", "W115",
      ]
    )
    for finding in evaluation.findings {
      #expect(!finding.message.german.isEmpty && !finding.message.english.isEmpty)
      #expect(finding.severity == .error || finding.citation != nil)
      #expect(!finding.message.english.hasSuffix("."))
    }
  }

  @Test func codesCarryTheirSeverity() {
    #expect(OKRCode.unknownAccount.code == "OKR-E001")
    #expect(OKRCode.unknownAccount.severity == .error)
    #expect(OKRCode.influenceNotSaid.severity == .warning)
    #expect(OKRCode.identicalDuplicate.severity == .info)
    #expect(OKRCode.allCases.filter { $0.severity != .error }.allSatisfy { $0.citation != nil })
  }

  @Test func forecastsComeFromCheckins() throws {
    let evaluation = try evaluate(
      objectives: objective + "O1,A,C2,x,\nO2,A,C1,x,\n",
      keyResults: keyResult + "K1,O1,a,metric,0,100,,own\nK2,O1,b,metric,0,100,,own\n"
        + "K3,O2,c,metric,0,100,70,own\n",
      checkins: "kr_id,date,value\nK1,2025-05-20,20\nK1,2025-06-10,30\nK1,2025-06-28,45\n"
        + "K2,2025-06-28,48\n"
    )
    let rows = evaluation.figures.keyResults
    #expect(rows[0].forecast.map { $0 > 0.7 && $0 < 1 } == true)
    #expect(rows[0].forecastLow.map { low in low < rows[0].forecast ?? 0 } == true)
    #expect(rows[1].forecast.map { abs($0 - 0.48 * 123 / 59) < 1e-12 } == true)
    #expect(rows[1].forecastLow == nil)
    #expect(rows[2].forecast == nil)
    #expect(rows.map(\.status) == [.onTrack, .onTrack, .achieved])
  }

  @Test func manyRowsStayLinear() throws {
    let count = 3000
    let objectives = (0..<count).map { "O\($0),A\($0 % 700),C2,x,\n" }.joined()
    let keyResults = (0..<count * 3).map { "K\($0),O\($0 % count),a,metric,0,10,5,own\n" }.joined()
    let evaluation = try evaluate(
      objectives: objective + objectives,
      keyResults: keyResult + keyResults,
      checkins: "kr_id,date,value\n"
        + (0..<count * 6).map { "K\($0 % (count * 3)),2025-06-\(10 + $0 / (count * 3)),7\n" }
        .joined()
    )
    #expect(evaluation.figures.accounts.count == 700)
    #expect(evaluation.figures.accounts.allSatisfy { abs(($0.attainment ?? 0) - 0.7) < 1e-12 })
  }
}
