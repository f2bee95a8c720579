// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import CyclePerformance

@Suite struct SheetRecognitionTests {
  @Test(arguments: [
    ("Kundennummer;Zyklus;Objective;Key Result;Zielwert", OKRMapping.FileKind.plan),
    ("kr_id;objective_id;title;type;target", .keyResults),
    ("objective_id;account_id;cycle_id;title", .objectives),
    ("kr_id;date;value;confidence", .checkins), ("Kundennummer;KR-Nr;Woche;Istwert", .checkins),
    ("cycle_id;start;end", .cycles), ("Zyklus;Beginn;Ende", .cycles),
    ("moal_id;account_id;title", .moals), ("milestone_id;moal_id;due;title", .milestones),
    ("account_id;cycle_id;right_focus", .reviews),
  ])
  func knowsAFileByItsHeader(_ header: String, _ kind: OKRMapping.FileKind) {
    #expect(OKRMapping.FileKind(header: header.split(separator: ";").map(String.init)) == kind)
  }

  @Test(arguments: [
    "", "Kunde;Umsatz;Monat", "account_id;account_name;revenue;period", "currency;rate;period",
    "Kundennummer;Bezeichnung;Stand;Wert", "account;cycle_id;title", "kr_id;value",
    "Debitor;Name;Beginn;Ende;Istwert", "account,decision,reason",
  ])
  func leavesOtherFilesAlone(_ header: String) {
    #expect(OKRMapping.FileKind(header: header.split(separator: ";").map(String.init)) == nil)
  }
}
