// SPDX-License-Identifier: Apache-2.0
import Accounts
import Testing

@testable import CyclePerformance

/// Plain rows of a flat sheet say exactly what they say when they are read one by one.
@Suite struct PlainPlanRowsTests {
  /// Reads a sheet whose rows end with a share of own progress: an empty one leaves them plain, one
  /// half means the same and does not.
  private func read(
    _ header: String,
    _ rows: [String],
    isPlain: Bool,
    _ accounts: AccountDirectory = byText
  ) -> OKRImport {
    let lines = rows.map { $0 + (isPlain || $0.allSatisfy { $0 == ";" } ? ";" : ";0,5") }
    let text = ([header + ";Alpha"] + lines).joined(separator: "\n") + "\n"
    return OKRImport(
      [.plan: sheet(text)],
      accounts: accounts,
      asOf: .endOfTime
    )
  }

  private static let groups = ["A": "A", "B": "G", "C": "G", "A/Z1": "A"]
  private static let byText = AccountDirectory(groupByAccount: groups)
  private static let byRow = AccountDirectory(ids: ["G", "A"]) { ids in
    ids.map { ["G": 0, "A": 1][$0] ?? -1 }
  } row: { id in
    groups[id].map { $0 == "G" ? 0 : 1 }
  }

  private func expectSame(_ header: String, _ rows: [String]) {
    let slow = read(header, rows, isPlain: false)
    let plain = read(header, rows, isPlain: true)
    let byRow = read(header, rows, isPlain: true, Self.byRow)
    let slowByRow = read(header, rows, isPlain: false, Self.byRow)
    for other in [plain, byRow, slowByRow] {
      #expect(other.sheet == slow.sheet)
      #expect(other.findings == slow.findings)
    }
    #expect(byRow.sheet.objectives.groups.texts == slow.sheet.objectives.groups.texts)
    #expect(byRow.sheet.objectives.groups.numbers == slow.sheet.objectives.groups.numbers)
  }

  private static let keys = "Kundennummer;Zyklus;Objective-Nr;kr_id;KR-Nr;Key Result"

  @Test(arguments: [
    // ids of their own, counted ones, both, none
    ["A;Z1;O1;K1;;Eins", "A;Z1;O1;;1;Zwei", "A;Z1;O1;K3;3;Drei", "A;Z1;O1;;;Vier", "A;Z1;O2;;1;X"],
    // the same row, the same key, a key that a numbered row has
    [
      "A;Z1;O1;K1;;Eins", "A;Z1;O1;K1;;Eins", "A;Z1;O1;K1;;Zwei", "A;Z1;O1;;1;E",
      "A;Z1;O1;A/Z1/O1/1;;E",
    ],
    // keys whose parts hold the sign between them, groups, unknown accounts
    ["A;Z1/O1;1;K1;;E", "A/Z1;O1;1;K2;;Z", "B;Z1;O1;K3;;D", "C;Z1;O1;K4;;V", "X;Z1;O1;K5;;F"],
    // merged cells below plain rows, totals, the header again, blank rows
    ["A;Z1;O1;K1;;Eins", ";;;K2;;Zwei", ";;O2;K3;;Drei", "B;Z1;O1;K4;;Vier", ";;;;;", ";;;K5;;F"],
    [
      "A;Z1;O1;K1;;Eins", keys, "Summe;;;;;", "Total;Z1;O1;K2;;Zwei", "B;-;O1;K3;;D", "B;Z1;;K4;;V",
    ],
    // ids that descend, and come again
    ["A;Z1;O1;K9;;N", "A;Z1;O1;K8;;A", "A;Z1;O1;K9;;X", "A;Z1;O1;K10;;Z", "A;Z1;O1;K8;;A"],
    ["A;Z1;O1;K1;;=1+1", "A;Z1;O1;K2;;", "A;Z1;O1;;;", "A;Z1;O3;-;;n/a", "A;Z1;O1;K4;;#REF!"],
  ])
  func keysOfEveryKind(_ rows: [String]) { expectSame(Self.keys, rows) }

  private static let measures =
    "Kundennummer;Zyklus;Objective-Nr;Objective;Key Result;KR-Typ;Startwert;Zielwert;Istwert;"
    + "Untergrenze;Obergrenze;Gewicht;Einheit;Wer?;Beeinflussbar;Indikator;Herkunft;Bemerkungen"

  @Test(arguments: [
    // numbers of every form, a scale without length, limits the wrong way round
    [
      "A;Z1;1;Ziel;Eins;;0;10;5;;;;;;;;;", "A;Z1;1;;Zwei;Zahl;1,5;1.234,5;2;;;2;Stück;Anna;ja;;;",
      "A;Z1;1;;Drei;;5;5;5;;;;;;;;;", "A;Z1;1;;Vier;zwischen;;;7;5;10;0,5;;;;;;",
      "B;Z1;1;;F;;x;1;;;;;;;;;;",
      "A;Z1;1;;Fünf;zwischen;;;7;10;5;;;;;;;", "A;Z1;2;;Sechs;;1.234;2.345;;;;-1;;;;;;",
    ],
    // kinds that are no numbers, words that are none, units beside numbers
    [
      "A;Z1;1;Ziel;Eins;Ja/Nein;;;ja;;;;;;;;;", "A;Z1;1;Anders;Zwei;Stufe;;;TARGET;;;;;;;;;",
      "A;Z1;1;;Drei;Unfug;0;1;;;;;;;;;;", "A;Z1;1;;Vier;;0 €;10 €;5;;;;;;nein;leading;von oben;gut",
      "A;Z1;1;;Fünf;;0;10;5;;;;%;;vielleicht;x;y;", "A;Z1;1;;Sechs;mindestens;;10;5;;;;;;;;;",
    ],
    // the objective's words in a later row, other cycles
    [
      "A;Z1;1;;Eins;;0;10;5;;;;;;;;;", "A;Z1;1;Ziel;Zwei;;0;10;5;;;;;;;;von unten;",
      "A;Z2;1;Noch eins;Drei;;0;10;5;;;;;;;;;", "A;Z2;1;;Vier;;0;10;5;;;;;;;;;",
      "C;Z2;1;;F;;1;2;;;;;;;;;;",
    ],
  ])
  func measuresOfEveryKind(_ rows: [String]) { expectSame(Self.measures, rows) }

  @Test func objectivesByTitleAndCyclesWithDays() {
    let header = "Kundennummer;Zyklus;Beginn;Ende;Objective;Key Result;Startwert;Zielwert"
    let rows = [
      "A;Z1;01.01.2025;30.04.2025;Ziel;Eins;0;1", "A;Z1;;;Ziel;Zwei;0;2",
      "A;Z1;x;y;Anders;Drei;0;3",
      "B;Z2;01.05.2025;;Ziel;Vier;0;4", "B;Z1;;;Ziel;Fünf;0;5", "B;Z1;;;;Sechs;0;5",
    ]
    expectSame(header, rows)
    let read = read(header, rows, isPlain: true)
    #expect(read.sheet.keyResults.map(\.id).first == "A/Z1/Ziel/1")
    #expect(read.sheet.objectives.map(\.group) == ["A", "A", "G", "G"])
  }
}
