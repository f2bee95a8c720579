// SPDX-License-Identifier: Apache-2.0
import Accounts
import Testing

@testable import KeyAccounts

@Suite struct ProgrammeFileProblemTests {
  /// A head of three lines, so that the body starts on line 4.
  private static func text(_ body: String) -> String {
    """
    version: 1
    programme: {name: Demo, goal: custom, approach: sales, currency: EUR}
    sources: [{file: a.csv, account: id, values: {revenue: R, potential: P}, attributes: {segment: S}}]
    \(body)
    """
  }

  @Test(arguments: [
    // Keys
    ("critera: []", "K-P004 4:1"),
    ("shortlist: {seize: 3}", "K-P004 4:13"),
    ("rates: {}", "K-P007 4:8"),
    ("accounts: {file: m.csv}", "K-P007 4:11"),
    ("criteria: [{weight: 1}]", "K-P007 4:12"),
    ("criteria: [{criteria: [{measure: revenue}]}]", "K-P007 4:12"),
    ("criteria: [{measure: revenue, weight: 1}, {measure: potential}]", "K-P007 4:43"),
    ("gates: []\ngates: []", "K-P005 4:1"),
    // Types
    ("shortlist: 10", "K-P006 4:12"),
    ("shortlist: {size: ten}", "K-P006 4:19"),
    ("shortlist: {size: 2.5}", "K-P006 4:19"),
    ("shortlist: {size: \"10\"}", "K-P006 4:19"),
    ("shortlist: {size: 99999999999999999999}", "K-P006 4:19"),
    ("criteria: {measure: revenue}", "K-P006 4:11"),
    ("criteria:\n- measure: revenue\n  weight: 0,5", "K-P006 6:11"),
    ("criteria: [{measure: revenue, weight: .inf}]", "K-P006 4:39"),
    ("criteria: [{measure: revenue, weight: 1e999}]", "K-P006 4:39"),
    ("criteria: [{measure: revenue, weight: .nan}]", "K-P006 4:39"),
    ("measures: [revenue]", "K-P006 4:11"),
    ("gates: revenue > 0", "K-P006 4:8"),
    // Choices and ranges
    ("method: topsys", "K-P008 4:9"),
    ("weighting: point", "K-P008 4:12"),
    ("criteria: [{measure: revenue, direction: up}]", "K-P008 4:42"),
    ("criteria: [{measure: revenue, missing: no}]", "K-P008 4:40"),
    ("robustness: {spread: wide}", "K-P006 4:22"),
    ("criteria: [{measure: revenue, weight: -1}]", "K-P009 4:39"),
    ("shortlist: {size: 0}", "K-P009 4:19"),
    ("method: {method: vikor, v: 1.5}", "K-P009 4:28"),
    ("method: {method: topsis, v: 0.5}", "K-P023 4:26"),
    ("method: {method: promethee, q: 2, p: 1}", "K-P023 4:35"),
    ("criteria: [{measure: revenue, weight: 0}, {measure: potential, weight: 0}]", "K-P010 4:11"),
    (
      "criteria: [{measure: revenue, weight: 1e308}, {measure: potential, weight: 1e308}]",
      "K-P010 4:11"
    ),
    ("criteria: []", "K-P011 4:11"),
    // Formulas
    ("measures: {a: revenue +}", "K-P012 4:24"),
    ("gates: [\"revenue ) 0\"]", "K-P012 4:18"),
    ("gates: [revenue]", "K-P012 4:9"),
    ("measures: {a: 2 * revenu}", "K-P013 4:19"),
    ("measures: {a: b, b: revenue}", "K-P013 4:15"),
    ("measures: {a: 1, b: 'sum(a, 12)'}", "K-P013 4:26"),
    ("gates: [\"segmet = 'x'\"]", "K-P013 4:10"),
    ("criteria: [{measure: growth}]", "K-P013 4:22"),
    ("measures: {a: sume(revenue)}", "K-P012 4:15"),
    // Names
    ("measures: {revenue: 1}", "K-P014 4:12"),
    ("measures: {segment: 1}", "K-P014 4:12"),
    ("criteria: [{measure: revenue}, {measure: revenue}]", "K-P014 4:32"),
    ("scenarios: [{name: a}, {name: a}]", "K-P014 4:24"),
    // Scales
    ("criteria: [{measure: revenue, scale: {from: 1, to: 1}}]", "K-P019 4:52"),
    ("criteria: [{measure: revenue, scale: {from: 1}}]", "K-P007 4:38"),
    ("criteria: [{measure: revenue, scale: {to: 1}}]", "K-P019 4:38"),
    ("criteria: [{measure: revenue, scale: {from: 1, to: 2, target: 1}}]", "K-P019 4:38"),
    ("criteria: [{measure: revenue, scale: {from: -1e308, to: 1e308}}]", "K-P019 4:57"),
    ("criteria: [{measure: revenue, scale: {points: [[0, 0]]}}]", "K-P019 4:47"),
    ("criteria: [{measure: revenue, scale: {points: [[0, 0], [0, 1]]}}]", "K-P019 4:56"),
    ("criteria: [{measure: revenue, scale: {points: [[0, 0], [1, 2]]}}]", "K-P019 4:60"),
    ("criteria: [{measure: revenue, scale: {points: [[0, 0, 1], [1, 1]]}}]", "K-P019 4:48"),
    // Comparison matrices
    ("weighting: {ahp: [[1]]}", "K-P018 4:18"),
    ("criteria: [{measure: revenue}]\nweighting: {ahp: [[1, 2]]}", "K-P018 5:19"),
    ("criteria: [{measure: revenue}]\nweighting: {ahp: [[0]]}", "K-P018 5:20"),
    ("criteria: [{measure: revenue}]\nweighting: {ahp: [[1/0]]}", "K-P018 5:20"),
    ("criteria: [{measure: revenue}]\nweighting: {ahp: [[x]]}", "K-P018 5:20"),
    ("criteria: [{measure: revenue}]\nweighting: {swing: {revenu: 1}}", "K-P013 5:21"),
    ("criteria: [{measure: revenue}]\nweighting: {swing: {revenue: 0}}", "K-P010 5:20"),
    ("criteria: [{measure: revenue}]\nweighting: {swing: {revenue: 1}, ahp: [[1]]}", "K-P023 5:12"),
    ("criteria: [{measure: revenue}]\nweighting: {group: geometric}", "K-P007 5:12"),
    ("criteria: [{measure: revenue}]\nweighting: {group: geometric, members: {}}", "K-P011 5:40"),
    ("criteria: [{measure: revenue, weighting: equal}]", "K-P023 4:31"),
    // Shortlist
    ("shortlist: {size: 5, enter: 6}", "K-P020 4:22"),
    ("shortlist: {size: 5, stay: 4}", "K-P020 4:22"),
    ("scenarios: [{name: a, shortlist: {size: 3, stay: 2}}]", "K-P020 4:44"),
    // Dates
    ("okr: {as_of: 31.08.2025}", "K-P017 4:14"),
    ("okr: {profile: {min_key_results: 9}}", "K-P023 4:17"),
    ("okr: {profile: {at_risk: 2}}", "K-P023 4:16"),
    ("scenarios: [{name: a, shock: {turnover: -5%}}]", "K-P013 4:31"),
    ("scenarios: [{name: a, shock: {revenue: x%}}]", "K-P006 4:40"),
    ("matrix: {attractiveness: [a], strength: [b], limits: [0.5]}", "K-P009 4:54"),
    ("shortlist: {quotas: [{attribute: a, at_most: 1, at_least: 2}]}", "K-P023 4:37"),
    ("shortlist: {quotas: [{attribute: a, at_most: 1}]}", "K-P013 4:34"),
    ("shortlist: {quotas: [{attribute: a}]}", "K-P007 4:22"),
    ("shortlist: {capacity: {effort: days, limit: 3}}", "K-P013 4:32"),
    ("shortlist: {capacity: {effort: revenue, limit: -3}}", "K-P009 4:48"),
    ("shortlist: {capacity: {effort: revenue, limit: 1e300}}", "K-P009 4:48"),
  ])
  func namesCodeAndPlace(body: String, place: String) {
    #expect(ProgrammeFileExamples.places(in: Self.text(body)) == [place], "\(body)")
  }

  @Test(arguments: [
    ("account: {column: K, pattern: '(['}", "K-P015"),
    ("values: {a: {column: A, unit: Stk}}", "K-P016"),
    ("currency: {constant: Euro}", "K-P017"), ("currency: {constant: €}", "K-P017"),
    ("currency: {column: C, constant: EUR}", "K-P023"), ("currency: {map: {}}", "K-P007"),
    ("currency: {column: C, map: {Euro: eur}}", "K-P017"),
    ("period: {constant: 2025-13}", "K-P017"), ("period: {constant: 12/2025}", "K-P017"),
    ("periods: long", "K-P008"), ("period: P\n    periods: wide", "K-P023"),
    ("format: {encoding: ebcdic}", "K-P008"), ("format: {delimiter: ;;}", "K-P008"),
    ("format: {quote: '“'}", "K-P006"), ("format: {header_row: -1}", "K-P009"),
    ("format: {header_row: 0, header_rows: 1}", "K-P023"), ("format: {table: 0}", "K-P009"),
    ("format: {repair: some}", "K-P008"), ("format: {names: []}", "K-P011"),
    ("format: {decimal: ',', grouping: ','}", "K-P023"), ("key: []", "K-P011"),
    ("values: {a: {column: A, sign: {column: B, negative: Q}}}", "K-P007"),
    ("values: {a: {column: A, sign: {column: B, negative: [S, H]}}}", "K-P023"),
    ("values: {a: {column: A, sign: {column: B, negative: S, positive: s}}}", "K-P023"),
    ("values: {a: {column: A, sign: {column: B, negative: []}}}", "K-P011"),
    ("values: {a: {column: A, sign: {column: B, negative: [[]]}}}", "K-P006"),
    ("values: {a: {unit: T€}}", "K-P007"), ("values: {a: {column: A, min: 2, max: 1}}", "K-P009"),
    ("values: {a: {column: A, kind: money}}", "K-P008"), ("exclude: [\"K = \"]", "K-P012"),
    ("values: {a: {column: A, occurrence: 0}}", "K-P009"),
    ("values: {a: A}\n    control_totals: {b: 1}", "K-P013"),
    ("values: {a: A}\n    attributes: {a: B}", "K-P014"), ("name: [N]", "K-P006"),
    ("system: ''", "K-P006"),
  ])
  func findsWhatIsWrongWithASource(line: String, code: String) {
    let account = line.hasPrefix("account") ? "" : "\n    account: id"
    let text = """
      version: 1
      programme: {name: Demo, goal: custom, approach: sales, currency: EUR}
      sources:
        - file: a.csv\(account)
          \(line)
      """
    let problems = ProgrammeFileExamples.problems(in: text)
    #expect(problems.map(\.code) == [code])
    #expect((problems.first?.position?.line ?? 0) >= 3)
  }

  @Test func refusesOneValueWithTwoKinds() {
    let text = """
      version: 1
      programme: {name: Demo, goal: custom, approach: sales, currency: EUR}
      sources:
        - {file: a.csv, account: id, values: {a: A}}
        - {file: b.csv, account: id, values: {a: {column: A, kind: number}}}
      """
    #expect(ProgrammeFileExamples.places(in: text) == ["K-P014 5:53"])
  }

  @Test func tellsEverythingThatIsMissing() {
    let problems = ProgrammeFileExamples.problems(in: "programme: {}\n")
    #expect(problems.allSatisfy { $0.code == "K-P007" && $0.kind == .badProgramme })
    let keys = [
      "sources", "version", "programme.approach", "programme.currency", "programme.goal",
      "programme.name",
    ]
    #expect(
      problems.map(\.message.english) == keys.map { "the required key '\($0)' is missing" }
    )
  }

  @Test func collectsProblemsInTheOrderOfLines() {
    let text = Self.text("shortlist: {size: 0}\nmethod: topsys\nfoo: 1\ngates: [revenu > 1]")
    #expect(
      ProgrammeFileExamples.places(in: text) == [
        "K-P009 4:19", "K-P008 5:9", "K-P004 6:1", "K-P013 7:9",
      ]
    )
  }

  @Test(arguments: ["version: 2", "version: '1'", "version: 1.0", "version: [1]"])
  func wantsVersionOne(line: String) {
    let text = Self.text("").replacing("version: 1", with: line)
    #expect(ProgrammeFileExamples.places(in: text) == ["K-P021 1:10"])
  }

  @Test func saysWhatWasMeant() {
    let problem = ProgrammeFileExamples.problems(in: Self.text("criteria: [{measure: potental}]"))
    #expect(
      problem.first?.message
        == LocalizedText(
          de: "'potental' in 'criteria.0.measure' ist kein Wert, Merkmal oder früheres Maß; "
            + "meinten Sie 'potential'?",
          en: "'potental' in 'criteria.0.measure' is not a value, attribute or earlier measure; "
            + "did you mean 'potential'?"
        )
    )
    let choice = ProgrammeFileExamples.problems(in: Self.text("weighting: equals"))
    #expect(choice.first?.message.english.hasSuffix("did you mean 'equal'?") == true)
    #expect(choice.first?.message.english.contains("'rank-sum'") == true)
  }

  @Test func doesNotBlameFormulasForBrokenSources() {
    let text = Self.text("measures: {a: revenue}")
      .replacing("revenue: R", with: "revenue: {column: R, unit: X}")
    #expect(ProgrammeFileExamples.problems(in: text).map(\.code) == ["K-P016"])
  }

  @Test func reportsAMissingFileAndAFolder() {
    for path in ["/nonexistent/kontor.yaml", "/"] {
      do throws(ProgrammeErrors) {
        _ = try Programme(contentsOf: path)
        Issue.record("'\(path)' is no programme")
      } catch {
        #expect(error.kind == .missingInput)
        #expect(error.errors.map(\.code) == ["K-P002"])
      }
    }
  }
}
