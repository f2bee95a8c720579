// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText
import Reporting
import Selection
import Testing

@testable import KeyAccounts

@Suite struct ScenarioStageTests {
  private static let accounts = """
    id,name,segment,revenue,margin,potential
    A1,Alpha,Auto,1000.05,300,2000
    A2,Beta,Auto,800,180,2600
    A3,Gamma,Food,450.25,135,500
    A4,Delta,Food,300,30,1500
    A5,Epsilon,Food,120,36,150
    """

  private static let header = """
    version: 1
    programme: {name: What if, goal: custom, approach: sales, currency: EUR}
    sources:
      - file: a.csv
        account: id
        name: name
        values: {revenue: revenue, margin: margin, potential: potential}
        attributes: {segment: segment}
    measures: {rate: margin / revenue}
    gates: [margin >= 35]
    criteria:
      - {measure: revenue, weight: 50, scale: {from: 0, to: 1000}}
      - name: prospects
        weight: 50
        criteria:
          - {measure: potential, weight: 3, scale: {from: 0, to: 3000}}
          - {measure: rate, weight: 1, scale: {from: 0, to: 0.5}}
    shortlist: {size: 2}

    """

  private func run(
    _ scenarios: String,
    file: String? = nil,
    _ change: (inout RunOptions) -> Void = { _ in }
  ) throws -> Run {
    let programme = try Programme(text: Self.header + scenarios, file: "kontor.yaml")
    var options = RunOptions(depth: .rank)
    options.comparesScenarios = true
    options.opened["a.csv"] = FileContent(Array(Self.accounts.utf8))
    if let file { options.opened["w.csv"] = FileContent(Array(file.utf8)) }
    change(&options)
    return try programme.run(options)
  }

  private func scenario(_ name: String, in run: Run) throws -> ScenarioRanking {
    try #require(run.scenarios?.scenarios.first { $0.name == name })
  }

  private func ranks(_ name: String, in run: Run) throws -> [Int?] {
    let scenario = try scenario(name, in: run)
    return (0..<scenario.accountCount).map { scenario.rank(of: $0) }
  }

  /// Points stand for hundredths of what the criteria weigh, however that was found.
  @Test(arguments: [
    "weighting: roc", "weighting: equal", "weighting: {ahp: [[1, 3], [1/3, 1]]}",
    "weighting: {swing: {revenue: 100, prospects: 30}}", "weighting: stddev",
  ])
  func sweepsStartFromWhatTheCriteriaWeigh(_ weighting: String) throws {
    let base = try run(weighting)
    let leaf = try #require(
      base.selection?.ranking.columns.first { $0.criterion.name == "revenue" }?.criterion.weight
    )
    let run = try run(
      weighting + "\nscenarios: [{name: same, weights: {revenue: \(leaf * 100)}}]\n"
    )
    let pair = try #require(run.scenarios?.pairs.first)
    #expect(pair.comparison.kendallTauB == 1 && pair.comparison.moved == 0)
    let same = try scenario("same", in: run)
    #expect(same.ranks == (try scenario("base", in: run)).ranks)
  }

  @Test func sweepsReachGroupsThatAreWeightedOtherwise() throws {
    let grouped = Self.header.replacing(
      "weight: 50\n    criteria",
      with: "weight: 50\n    weighting: roc\n    criteria"
    )
    let programme = try Programme(text: grouped, file: "kontor.yaml")
    let plan = programme.selection.weightedByPoints(at: ["rate"], weights: [:])
    #expect(try plan.criterionWeights().leaves.map(\.weight) == [0.5, 0.375, 0.125])
    #expect(plan.criteria[1].weighting == .points)
    #expect(plan.criteria[1].children.map(\.weight) == [75, 25])
  }

  @Test func saysWhereAShockHitsNobody() throws {
    let run = try run(
      """
      scenarios:
        - {name: typo, shock: {where: "segment = 'Cars'", revenue: -50%}}
        - {name: hit, shock: {where: "segment = 'Auto'", revenue: -50%}}
      """
    )
    let missed = run.findings.filter { $0.code == "K-S070" }
    #expect(missed.count == 1 && missed.first?.found == "segment = 'Cars'")
  }

  @Test func ranksEveryKindOfScenario() throws {
    let run = try run(
      """
      scenarios:
        - {name: hopes, weights: {prospects: 5000}}
        - {name: leaf, weights: {rate: 100, revenue: 0}}
        - {name: topsis, method: topsis}
        - {name: open, gates: []}
        - {name: long, shortlist: {size: 3}}
        - {name: equal, weighting: equal}
        - {name: other, criteria: [{measure: margin, weight: 1}]}
      """
    )
    #expect(
      run.scenarios?.scenarios.map(\.name)
        == ["base", "hopes", "leaf", "topsis", "open", "long", "equal", "other"]
    )
    #expect(try ranks("base", in: run) == [1, 2, 3, nil, 4])
    #expect(try ranks("hopes", in: run) == [2, 1, 3, nil, 4])
    #expect(try ranks("open", in: run) == [1, 2, 3, 4, 5])
    #expect(try scenario("long", in: run).listed == [0, 1, 2])
    #expect(try ranks("other", in: run) == [1, 2, 3, nil, 4])
    let pairs = try #require(run.scenarios?.pairs)
    #expect(pairs.count == 7 + 21 && pairs.prefix(7).allSatisfy { $0.first == "base" })
    #expect(run.findings.allSatisfy { !$0.code.hasPrefix("K-S06") && $0.code != "K-P108" })
  }

  /// The same programme with the override written out ranks the same.
  @Test(arguments: [
    ("weights: {revenue: 7, rate: 9}", ["criteria.0.weight=7", "criteria.1.criteria.1.weight=9"]),
    ("method: {method: vikor, v: 0.3}", ["method={method: vikor, v: 0.3}"]),
    ("gates: [revenue > 200]", ["gates=[revenue > 200]"]),
    ("weighting: roc", ["weighting=roc"]), ("shortlist: {size: 1}", ["shortlist.size=1"]),
    (
      "shock: {revenue: -100%, margin: 10%}",
      ["measures.rate=1.1 * margin / (0 * revenue)", "criteria.0.measure=0 * revenue"]
    ),
  ])
  func isTheProgrammeWithTheOverride(_ scenario: String, _ overrides: [String]) throws {
    let run = try run("scenarios: [{name: s, \(scenario)}]")
    let programme = try Programme(text: Self.header, file: "kontor.yaml", overrides: overrides)
    var options = RunOptions(depth: .rank)
    options.opened["a.csv"] = FileContent(Array(Self.accounts.utf8))
    let whole = try #require(programme.run(options).selection)
    #expect(try self.scenario("s", in: run) == ScenarioRanking("s", whole))
  }

  // MARK: Shocks

  @Test func shocksAreExactAndRoundHalfAwayFromZero() throws {
    let shock = DeclaredScenario.Shock(
      condition: try Expression(parsing: "segment = 'Auto' or account = 'A5'"),
      changes: [.init(value: "revenue", relative: -0.5)]
    )
    let table = try run("").accounts
    let effect = ScenarioShock(shock).effect(on: table)
    #expect(effect.isHit == [true, true, false, false, true])
    #expect(effect.text.english == "revenue -50 %")
    let after = ScenarioShock(shock).applied(to: table, where: effect.isHit)
    #expect(
      after.value(named: "revenue")?.totals == [
        5_000_250, 4_000_000, 4_502_500, 3_000_000, 600_000,
      ]
    )
    #expect(after.value(named: "margin") == table.value(named: "margin"))
  }

  @Test(
    arguments: [
      (-0.5, 3, 2), (-0.5, -3, -2), (0.1, 5, 6), (0.1, -5, -6), (-1, 7, 0), (-1.5, 4, -2),
      (1e9, 1, 1_000_000_001), (.nan, 5, 5), (-0.333_333_333, 3_000_000_000, 2_000_000_001),
    ] as [(Double, Int, Int)]
  )
  func roundsEverySum(_ change: Double, _ before: Int, _ after: Int) throws {
    var table = try run("").accounts
    for index in table.values.indices {
      table.values[index].totals = ExactColumn(
        table.values[index].totals.map { _ in Int128(before) }
      )
    }
    let shock = DeclaredScenario.Shock(
      condition: nil,
      changes: [.init(value: "revenue", relative: change), .init(value: "nothing", relative: 1)]
    )
    let hit = Array(repeating: true, count: table.count)
    let found = ScenarioShock(shock).applied(to: table, where: hit)
    #expect(found.value(named: "revenue")?.totals == ExactColumn(hit.map { _ in Int128(after) }))
  }

  @Test func sumsBeyondTheRangeAreMissing() throws {
    var table = try run("").accounts
    table.values[0].totals = ExactColumn(table.values[0].totals.map { _ in Int128.max / 2 })
    let shock = DeclaredScenario.Shock(
      condition: nil,
      changes: [.init(value: "revenue", relative: 1)]
    )
    let hit = Array(repeating: true, count: table.count)
    let found = ScenarioShock(shock).applied(to: table, where: hit)
    #expect(found.value(named: "revenue")?.totals == ExactColumn(missing: hit.count))
  }

  @Test func shocksReachMeasuresAndGates() throws {
    let run = try run(
      "scenarios: [{name: s, shock: {where: \"name = 'Alpha'\", margin: -90%}}]"
    )
    #expect(try ranks("s", in: run) == [nil, 1, 2, nil, 3])
    let change = try #require(run.scenarios?.changes.first?.changes.first)
    #expect(change.kind == .left && change.reason.english == "margin >= 35")
  }

  // MARK: Weights from a table

  @Test func readsWeightSetsFromATable() throws {
    let run = try run(
      "scenarios: {file: w.csv}",
      file: "name,revenue,potential,rate\nboard,1,9,0.125\nsales,99,,1\n"
    )
    #expect(run.scenarios?.scenarios.map(\.name) == ["base", "board", "sales"])
    #expect(run.rejects.isEmpty)
    #expect(run.reconciled.contains { $0.file == "w.csv" && $0.rows.used == 2 })
  }

  @Test func rejectsRowsThatMakeNoScenario() throws {
    let run = try run(
      "scenarios: {file: w.csv}",
      file: "name,revenue,colour\na,1,red\na,2,\nbase,3,\n,4,\nb,-1,\nc,many,\nd,5,\n"
    )
    #expect(run.scenarios?.scenarios.map(\.name) == ["base", "a", "d"])
    let codes = run.rejects.map { "\($0.finding.code) \($0.finding.line ?? 0)" }
    #expect(
      codes == ["K-S062 3", "K-S062 4", "K-S062 5", "K-S063 6", "K-S063 7"]
    )
    #expect(run.findings.contains { $0.code == "K-S064" && $0.found == "colour" })
    #expect(run.findings.contains { $0.code == "K-S065" && $0.found == "'potential', 'rate'" })
    #expect(run.rowCounts.read == 5 + 7)
  }

  @Test func aScenarioWithoutSenseIsLeftOut() throws {
    let run = try run(
      "scenarios: [{name: nothing, weights: {revenue: 0, prospects: 0}}, {name: fine}]"
    )
    #expect(run.scenarios?.scenarios.map(\.name) == ["base", "fine"])
    let finding = try #require(run.findings.first { $0.code == "K-S061" })
    #expect(finding.found == "nothing" && finding.severity == .error && finding.line != nil)
  }

  // MARK: Choosing

  @Test func choosesScenariosByName() throws {
    let text = "scenarios: [{name: a}, {name: b}, {name: c}]"
    let run = try run(text) { $0.scenarioNames = ["c", "a", "base"] }
    #expect(run.scenarios?.scenarios.map(\.name) == ["base", "a", "c"])
    let wrong = #expect(throws: RunError.self) {
      try self.run(text) { $0.scenarioNames = ["aa"] }
    }
    #expect(wrong?.kind == .usage && wrong?.message.english.contains("did you mean 'a'?") == true)
  }

  @Test func comparesOnlyWithTheBaseBeyondTwenty() throws {
    let names = (1...21).map { "{name: s\($0), weights: {revenue: \($0)}}" }.joined(separator: ", ")
    let run = try run("scenarios: [\(names)]")
    #expect(run.scenarios?.pairs.count == 21)
    #expect(run.findings.contains { $0.code == "K-S066" && $0.found == "21" })
  }

  @Test func threadsChangeNothing() throws {
    let text = "scenarios: [{name: a, weights: {revenue: 1}}, {name: b, method: topsis}, {name: c}]"
    let (one, four) = try (run(text), run(text) { $0.threads = 4 })
    #expect(one.scenarios?.pairs == four.scenarios?.pairs)
    #expect(one.scenarios?.changes == four.scenarios?.changes)
  }

  @Test func anEmptyOrSingleRankingHasNoFigures() throws {
    for gate in ["margin > 1000", "margin > 200"] {
      let programme = try Programme(
        text: Self.header + "scenarios: [{name: a, weights: {revenue: 1}}]",
        file: "kontor.yaml",
        overrides: ["gates=[\(gate)]"]
      )
      var options = RunOptions(depth: .rank)
      options.comparesScenarios = true
      options.opened["a.csv"] = FileContent(Array(Self.accounts.utf8))
      let figures = try #require(programme.run(options).scenarios?.pairs.first?.comparison)
      #expect(figures.kendallTauB == nil && figures.spearman == nil && figures.entered == 0)
    }
  }

  @Test func aScenarioMayNotBeCalledBase() {
    let errors = #expect(throws: ProgrammeErrors.self) { try run("scenarios: [{name: base}]") }
    #expect(errors?.errors.map(\.code) == ["K-P014"])
  }

  // MARK: Several programmes

  @Test func holdsProgrammesSideBySideByAccount() throws {
    let first = try run("")
    var second = first
    let programme = try Programme(text: Self.header, file: "b.yaml")
    var options = RunOptions(depth: .rank)
    options.opened["a.csv"] = FileContent(
      Array(
        "id,name,segment,revenue,margin,potential\nA1,Alpha,x,10,40,9\nB9,New,y,900,90,2000\n".utf8
      )
    )
    second = try programme.run(options)
    let comparison = try #require(
      ProgrammeComparison(
        [.init(name: "one", run: first), .init(name: "two", run: second)],
        language: .english
      )
    )
    #expect(comparison.outcome.accounts == ["A1", "A2", "A3", "A4", "A5", "B9"])
    #expect(comparison.names.last == "New")
    let (one, two) = (comparison.outcome.scenarios[0], comparison.outcome.scenarios[1])
    #expect(one.status(of: 5) == nil && two.status(of: 5) == .shortlisted)
    #expect(two.rank(of: 5) == 1 && two.rank(of: 0) == 2 && two.status(of: 1) == nil)
    let reasons = comparison.outcome.changes[0].changes.map(\.reason.english)
    #expect(reasons.contains("not in the data of this programme"))
    #expect(ProgrammeComparison([.init(name: "one", run: first)], language: .german) == nil)
  }
}

@Suite struct ScenarioSweepTests {
  @Test(arguments: [
    ("growth=0:100:50", "growth=0 growth=50 growth=100"), ("a=1:2:0.4", "a=1 a=1.4 a=1.8"),
    ("a=b=5:5:1", "a=b=5"), ("a=0:0.3:0.1", "a=0 a=0.1 a=0.2 a=0.3"),
  ])
  func makesAVariantPerStep(_ text: String, _ names: String) throws {
    let sweep = try #require(ScenarioSweep(text))
    #expect(sweep.scenarios().map(\.name).joined(separator: " ") == names)
    #expect(sweep.scenarios().allSatisfy { $0.weights.count == 1 })
  }

  @Test(arguments: [
    "", "=", "growth", "growth=", "=0:1:1", "a=0:1", "a=0:1:0", "a=1:0:1", "a=-1:1:1", "a=0:1:1:1",
    "a=0:x:1", "a=0:1:1e3", "a=0:1000:1", "a=0:9999999999:9", "a=.5:1:1", "a=0:٣:1", "a=0:nan:1",
  ])
  func refusesEverythingElse(_ text: String) { #expect(ScenarioSweep(text) == nil) }
}
