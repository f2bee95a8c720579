// SPDX-License-Identifier: Apache-2.0
import Accounts
import CyclePerformance
import DelimitedText
import Selection
import Testing

@testable import KeyAccounts

@Suite struct ProgrammeFileReadingTests {
  private let whole = Result { try Programme(text: ProgrammeFileExamples.whole, file: "k.yaml") }

  @Test func readsTheSmallestUsefulFile() throws {
    let programme = try Programme(text: ProgrammeFileExamples.minimal, file: "kontor.yaml")
    #expect(programme.header.name == "Demo")
    #expect(programme.header.goal == .potential)
    #expect(programme.header.asOf == nil)
    #expect(programme.sources.map(\.file) == ["accounts.csv"])
    #expect(programme.sources[0].values.map(\.name) == ["revenue", "margin", "potential"])
    #expect(programme.sources[0].period == .none)
    #expect(programme.sources[0].currency == .programme)
    #expect(programme.selection.criteria.map(\.name) == ["revenue", "margin", "potential"])
    #expect(programme.selection.criteria.map(\.weight) == [50, 30, 20])
    #expect(programme.selection.criteria.allSatisfy { $0.scale == .minMax })
    #expect(programme.selection.shortlist.size == 10)
    #expect(programme.selection.method == .weightedSum)
    #expect(programme.selection.weighting == .points)
    #expect(programme.okr == nil)
    #expect(
      programme.selection.criteria[1].position
        == SourcePosition(file: "kontor.yaml", line: 7, column: 5)
    )
  }

  @Test func takesANameWithBlanksAndSignsAsItStands() throws {
    let text = ProgrammeFileExamples.minimal
      .replacing("revenue: revenue", with: "share of wallet: revenue, a-b: revenue")
      .replacing("{measure: revenue,", with: "{measure: share of wallet,")
      .replacing("{measure: margin,", with: "{measure: a-b,")
    let criteria = try Programme(text: text, file: "kontor.yaml").selection.criteria
    #expect(criteria.map(\.measure?.names) == [["share of wallet"], ["a-b"], ["potential"]])
    #expect(criteria.map(\.name) == ["share of wallet", "a-b", "potential"])
  }

  @Test func readsJSONAsWell() throws {
    let json = """
      {"version": 1,
       "programme": {"name": "Demo", "goal": "custom", "approach": "sales", "currency": "EUR"},
       "sources": [{"file": "a.csv", "account": "id", "values": {"revenue": "revenue"}}],
       "criteria": [{"measure": "revenue", "weight": 1.5}]}
      """
    let programme = try Programme(text: json, file: "kontor.json")
    #expect(programme.selection.criteria.map(\.weight) == [1.5])
    #expect(programme.selection.shortlist.size == 10)
  }

  @Test func readsTheHeader() throws {
    let header = try whole.get().header
    #expect(header.purpose == "Win cross-border volume")
    #expect(header.approach == .sales)
    #expect(header.phase == .rollout)
    #expect(header.language == .german)
    #expect(header.asOf == Period(year: 2025, month: 12))
  }

  @Test func readsSources() throws {
    let source = try #require(try whole.get().sources.first)
    #expect(source.system == "SAP-DE")
    #expect(source.format.delimiter == UInt8(ascii: ";"))
    #expect(source.format.decimal == .comma)
    #expect(source.format.grouping == .point)
    #expect(source.format.encoding == .windows1252)
    #expect(source.format.headerRow == 4)
    #expect(source.format.table == 2 && !source.format.repairsRows)
    #expect(source.format.names == ["Kunde", "", "2025"])
    #expect(source.format.quote == UInt8(ascii: "\""))
    #expect(source.format.dateOrder == .dayFirst)
    #expect(source.fillDown.map(\.name) == ["Konzern"])
    #expect(source.key.map(\.name) == ["Beleg", "Position"])
    #expect(source.account.column.name == "Kunde")
    #expect(source.account.pattern == #".*\(([0-9]+)\)"#)
    #expect(source.name?.name == "Name 1")
    #expect(source.exclude.map(\.rule.text) == ["Konto = 'CPD'"])
    #expect(source.controlTotals == ["revenue": ExactDecimal(123_456_789, scale: 2)])
    #expect(source.attributes.map(\.name) == ["segment", "country"])
    #expect(source.attributes[1].column.occurrence == 2)
  }

  @Test func readsValuesWithUnitAndBounds() throws {
    let values = try #require(try whole.get().sources.first).values
    #expect(values.map(\.name) == ["revenue", "margin", "revenue_2", "rating"])
    #expect(values[1].unitFactor == ExactDecimal(1000, scale: 0))
    #expect(values[1].minimum == ExactDecimal(-100, scale: 0))
    #expect(values[1].maximum == ExactDecimal(10_000_005, scale: 1))
    #expect(values[1].sign?.column.name == "S/H")
    #expect(values[1].sign?.negative == ["S"] && values[1].sign?.positive == ["H", ""])
    #expect(values[0].sign == nil)
    #expect(values[2].column.occurrence == 2)
    #expect(values[3].kind == .number)
  }

  @Test func readsPeriodAndCurrencyRules() throws {
    let sources = try whole.get().sources
    guard case .column(let period) = sources[0].period else {
      Issue.record("the first source has a period column")
      return
    }
    #expect(period.name == "Periode")
    #expect(sources[1].period == .wide)
    #expect(sources[2].period == .constant(Period(year: 2025, month: 12)))
    guard case .column(let currency, let map) = sources[0].currency else {
      Issue.record("the first source has a currency column")
      return
    }
    #expect(currency.name == "Währung")
    #expect(map == ["Euro": "EUR"])
    #expect(sources[1].currency == .constant("CHF"))
  }

  @Test func keepsLeadingZerosOfAColumnName() throws {
    #expect(try whole.get().sources[1].account.column.name == "0012")
  }

  @Test func readsMasterAndRates() throws {
    let programme = try whole.get()
    let master = try #require(programme.accounts)
    #expect(master.format.encoding == .latin1)
    #expect(master.format.delimiter == UInt8(ascii: "\t"))
    #expect(master.parent?.isByName == true)
    #expect(master.parentName?.name == "Konzernname")
    #expect(master.validFrom?.name == "gültig ab")
    #expect(master.validTo?.name == "gültig bis")
    #expect(master.identities == "same_customers.csv")
    #expect(master.rollUp == .parent)
    #expect(programme.rates?.file == "rates.csv")
  }

  @Test(arguments: [("", MasterMapping.RollUp.none), ("parent: Konzern", .top)])
  func rollsUpToTheTopWhereAParentIsGiven(line: String, rollUp: MasterMapping.RollUp) throws {
    let text =
      ProgrammeFileExamples.minimal + "\naccounts:\n  file: m.csv\n  account: id\n  \(line)"
    #expect(try Programme(text: text, file: "k.yaml").accounts?.rollUp == rollUp)
  }

  @Test func readsTheSelection() throws {
    let plan = try whole.get().selection
    #expect(
      plan.gates.map(\.condition.text) == ["margin_rate >= 0.05", "segment != \"Intercompany\""]
    )
    #expect(plan.criteria.map(\.name) == ["open potential", "size"])
    #expect(plan.criteria[0].scale == .fixed(from: 0, to: 5_000_000))
    #expect(plan.criteria[0].missing == .worst)
    #expect(plan.criteria[0].origin == .system)
    #expect(plan.criteria[0].view == .forward)
    #expect(plan.criteria[0].preference.q == 0.02)
    #expect(plan.criteria[1].measure == nil)
    #expect(plan.criteria[1].children.map(\.weight) == [1, 3])
    #expect(
      plan.criteria[1].children[0].scale
        == .points([
          ScalePoint(value: 0, utility: 0), ScalePoint(value: 10, utility: 0.8),
          ScalePoint(value: 50, utility: 1),
        ])
    )
    #expect(plan.criteria[1].children[1].scale == .target(5))
    #expect(plan.weighting == .ahp([[1, 3], [1.0 / 3, 1]]))
    #expect(plan.shortlist.size == 10)
    #expect(plan.shortlist.enter == 8)
    #expect(plan.shortlist.stay == 13)
    guard case .promethee(let thresholds) = plan.method else {
      Issue.record("the method is promethee")
      return
    }
    #expect(thresholds.function == "linear")
    #expect(thresholds.p == 0.2)
  }

  @Test func keepsTheFilesOfTheShortlistWithTheirPlaces() throws {
    let files = try whole.get().shortlistFiles
    #expect(files.incumbents?.path == "lists/2025.csv")
    #expect(files.decisions?.path == "lists/decisions.csv")
    #expect(files.decisions?.position.column == 14)
  }

  @Test func keepsDeclaredAnalyses() throws {
    let declared = try whole.get().declared
    let shortlist = try whole.get().selection.shortlist
    #expect(shortlist.capacity?.limit == 320)
    #expect(shortlist.quotas.map(\.atMost) == [4])
    #expect(declared.matrix?.limits == [0.5, 0.4])
    #expect(declared.robustness?.spread == .uniform)
    #expect(declared.robustness?.ranks == .all)
    #expect(declared.scenarios.map(\.name) == ["growth first", "vikor", "no gates", "shock"])
    #expect(declared.scenarios[0].weights.map(\.points) == [10])
    #expect(declared.scenarios[0].gates == nil)
    #expect(declared.scenarios[1].method == .vikor(v: 0.25))
    #expect(declared.scenarios[1].size == 12)
    #expect(declared.scenarios[2].gates == [])
    #expect(declared.scenarios[2].criteria?.map(\.name) == ["revenue"])
    #expect(declared.scenarios[3].shock?.changes.map(\.relative) == [-0.25, -0.5])
    #expect(declared.scenarios[3].shock?.condition?.text == "segment = 'Automotive'")
  }

  @Test func readsTheOKRFiles() throws {
    let okr = try #require(try whole.get().okr)
    #expect(okr.files.count == 8)
    #expect(okr.files[.cycles]?.first?.columns == ["cycle_id": "Zyklus"])
    #expect(okr.files[.cycles]?.first?.format.decimal == .comma)
    #expect(okr.profile.name == "own")
    #expect(okr.profile.maxKeyResults == 6)
    #expect(okr.profile.atRisk == 0.6)
    #expect(okr.asOf == CalendarDate(year: 2025, month: 8, day: 31))
    #expect(okr.history == "runs/")
  }

  @Test(arguments: [
    ("topsis", DecisionMethod.topsis), ("vikor", .vikor(v: 0.5)), ("spotis", .spotis),
    ("{method: vikor, v: 1}", .vikor(v: 1)), ("weighted-product", .weightedProduct),
    ("promethee", .promethee(PreferenceThresholds())),
  ])
  func readsMethods(text: String, method: DecisionMethod) throws {
    let programme = try Programme(
      text: ProgrammeFileExamples.minimal,
      file: "k.yaml",
      overrides: ["method=\(text)"]
    )
    #expect(programme.selection.method == method)
  }

  @Test(arguments: [
    ("equal", Weighting.equal), ("roc", .rankOrderCentroid), ("rank-sum", .rankSum),
    ("rank-reciprocal", .rankReciprocal), ("critic", .objective("critic")),
    (
      "{ahp: [[1, 2, 4], [1/2, 1, 2], [0.25, 1/2, 1]]}",
      .ahp([[1, 2, 4], [0.5, 1, 2], [0.25, 0.5, 1]])
    ),
  ])
  func readsWeightings(text: String, weighting: Weighting) throws {
    let programme = try Programme(
      text: ProgrammeFileExamples.minimal,
      file: "k.yaml",
      overrides: ["weighting=\(text)"]
    )
    #expect(programme.selection.weighting == weighting)
  }

  @Test(arguments: [
    ("min-max", Scale.minMax), ("z-score", .zScore), ("vector", .vector),
    ("percentile", .percentile),
    ("{from: 5, to: 0}", .fixed(from: 5, to: 0)), ("{target: -1e3}", .target(-1000)),
  ])
  func readsScales(text: String, scale: Scale) throws {
    let programme = try Programme(
      text: ProgrammeFileExamples.minimal,
      file: "k.yaml",
      overrides: ["criteria.0.scale=\(text)"]
    )
    #expect(programme.selection.criteria[0].scale == scale)
  }

  @Test(arguments: [
    ("T€", "1000"), ("TEUR", "1000"), ("Tsd.", "1000"), ("Tsd. €", "1000"), ("k€", "1000"),
    ("kEUR", "1000"), ("Mio.", "1000000"), ("Mio. €", "1000000"), ("Mio", "1000000"),
    ("MIO", "1000000"), ("€ Mio.", "1000000"), ("EUR Tsd", "1000"), ("Mrd.", "1000000000"),
    ("%", "0.01"), ("€", "1"), ("EUR", "1"), ("CHF", "1"), ("T CHF", "1000"),
  ])
  func knowsUnits(unit: String, factor: String) {
    #expect(UnitWord.factor(of: unit)?.description == factor)
  }

  @Test(arguments: ["m", "M€", "Stk", "", "€€", "TT€", "eur", "%€"])
  func refusesUnknownUnits(unit: String) {
    #expect(UnitWord.factor(of: unit) == nil)
  }

  @Test func readsByteOrderMarkAndWindowsLineEnds() throws {
    let text = "\u{FEFF}" + ProgrammeFileExamples.minimal.replacing("\n", with: "\r\n")
    var programme = try Programme(text: text, file: "k.yaml")
    #expect(programme.text == text)
    programme.text = ProgrammeFileExamples.minimal
    let plain = try Programme(text: ProgrammeFileExamples.minimal, file: "k.yaml")
    #expect(programme == plain)
  }

  @Test func treatsAnEmptyKeyAsAbsent() throws {
    let text = ProgrammeFileExamples.minimal + "\nokr:\nscenarios: ~\ngates: null\n"
    let programme = try Programme(text: text, file: "k.yaml")
    #expect(programme.okr == nil)
    #expect(programme.declared.scenarios.isEmpty && programme.selection.gates.isEmpty)
  }
}
