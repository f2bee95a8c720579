// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import KeyAccounts

/// What a proposal does so that several files speak of the same accounts.
@Suite struct ProposedLinkTests {
  private func ids(_ prefix: String) -> String {
    (1...5).map { "\(prefix)\($0);Firma \($0);\($0)00,50\n" }.joined()
  }

  @Test func dropsZerosThatOtherFilesDoNotWrite() throws {
    let lines = try ProposedLines.lines([
      ("umsatz.csv", "Kd.-Nr.;Firma;Umsatz\n" + ids("000010")),
      ("potenzial.csv", "Kundennummer;Kunde;Potenzial\n" + ids("10")),
    ])
    #expect(lines.contains("account: {column: Kd.-Nr., pattern: \"0*(.+)\"}"))
    #expect(lines.contains("account: Kundennummer"))
    #expect(lines.contains { $0.contains("measure: open_potential") })
  }

  @Test func dropsZerosOfAMasterWithARowThatIsNoAccount() throws {
    let lines = try ProposedLines.lines([
      ("umsatz.csv", "Kd.-Nr.;Firma;Umsatz\n" + ids("10")),
      ("stamm.csv", "Kd.-Nr.;Firma;Land\n" + ids("000010") + "ohne Nummer;;DE\n"),
    ])
    #expect(lines.contains("account: {column: Kd.-Nr., pattern: \"0*([0-9]+)\"}"))
  }

  @Test(
    arguments: [
      [["1", "2", "3"], ["4", "5", "6"]], [["001", "002"], ["001", "002"]],
      [["001", "1", "002"], ["1", "2"]], [["00A", "00B"], ["A", "B"]],
      [["001", "002", "003", "004", "005"], ["1", "9", "8", "7", "6"]], [[], []],
    ] as [[[String]]]
  )
  func keepsZerosThatNothingAsksToDrop(_ ids: [[String]]) {
    #expect(LeadingZeros.padded(ids.map(Set.init)).isEmpty)
  }

  @Test(arguments: [("007", "7"), ("0", "0"), ("000", "0"), ("7", "7"), ("0A", "0A"), ("", "")])
  func dropsZerosOfNumbers(_ id: String, _ dropped: String) {
    #expect(LeadingZeros.dropped(id) == dropped)
  }

  /// A day of something else is no period of accounts that have one row each.
  @Test func takesNoOtherDayForThePeriod() throws {
    let once = "Kunde;Umsatz;Letzter Kontakt\na;1,50;01.02.2026\nb;2,50;13.02.2026\n"
    #expect(try !ProposedLines.lines(once).contains { $0.hasPrefix("period:") })
    let twice = once + "a;3,50;14.02.2026\n"
    #expect(try ProposedLines.lines(twice).contains("period: Letzter Kontakt"))
  }

  // MARK: OKR sheets of one cycle

  @Test(arguments: [
    ("okr.csv", "OKR Q4 2026;;;\n", "Q4 2026"), ("okr_2026_q4.csv", "", "\"2026 q4\""),
    ("okr-2026-H2.csv", "Ziele;;;\n", "\"2026 H2\""),
  ])
  func findsTheCycleAboveASheet(_ name: String, _ title: String, _ cycle: String) throws {
    let sheet = title + "Kunde;Objective;Key Result;Ziel\na;Ziel;Ergebnis;3\nb;Ziel;Ergebnis;4\n"
    let lines = try ProposedLines.lines([
      ("umsatz.csv", "Kunde;Umsatz\na;1,50\nb;2,50\n"), (name, sheet),
    ])
    #expect(lines.contains("plan: {file: \(name), columns: {cycle_id: {constant: \(cycle)}}}"))
  }

  @Test func asksForTheCycleOfASheetThatNamesNone() throws {
    let lines = try ProposedLines.lines([
      ("umsatz.csv", "Kunde;Umsatz\na;1,50\nb;2,50\n"),
      ("okr.csv", "Kunde;Objective;Key Result;Ziel\na;Ziel;Ergebnis;3\n"),
    ])
    #expect(!lines.contains { $0.hasPrefix("plan:") })
  }
}
