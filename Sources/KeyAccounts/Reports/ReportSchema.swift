// SPDX-License-Identifier: Apache-2.0
import Accounts
import CyclePerformance
import PortfolioAnalysis
import Reporting
import Selection

/// The JSON Schema of `report.json`, made from the same tables that write it.
public enum ReportSchema {
  /// The schema as text; the same bytes every time.
  public static func json() -> String {
    let rows = emptyTables.map { JSONValue.Member($0.name, table($0)) }
    let members: [JSONValue.Member] = [
      .init("schema", ["const": "kontor-report/1"]), .init("run", type("string")),
      .init("programme", type("object")), .init("data_as_of", type("string", orNull: true)),
      .init("values", ["type": "array", "items": type("object")]),
      .init("selection", type("object")),
    ]
    let nested: [JSONValue.Member] = [
      .init("robustness", robustness),
      .init("portfolio", portfolio),
      .init(
        "link",
        object([
          .init("classes", ["type": "object", "additionalProperties": type("integer")]),
          .init("statistics", table(.linkStatistics([]))),
          .init("criteria", table(.linkCriteria([]))), .init("rows", table(.link([]))),
          .init("backtest", table(.backtest([]))),
        ])
      ), .init("calibration", type("object")), .init("shortened", shortened),
    ]
    let properties = JSONValue.object(members + rows + nested)
    let document: JSONValue = [
      "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Kontor report",
      "type": "object", "required": ["schema", "run", "programme", "findings", "reconciliation"],
      "properties": properties,
    ]
    return String(decoding: JSONWriter.pretty(document), as: UTF8.self)
  }

  /// Every table that stands at the top of the report, without rows.
  private static var emptyTables: [ReportTable] {
    var tables: [ReportTable] = [
      .findings([], .english), .rejects([], .english), .reconciliation([]), .coverage([]),
      .accounts(.empty), .profile([]), .duplicates([], of: .empty, systems: []),
      .keyResults(OKRKeyResultRows(of: OKRSheet())),
      .okrAccounts(OKRAccountRows()), .cycles([]), .health(ProcessHealthRows()),
      .estimates(AttainmentEstimates()),
      .forecasts([]), .transitions([]), .effect([]),
      .development([]), .weights([]),
      .parsimony(Parsimony(criteria: [], choices: [], isExhaustive: true)), .reviews([]),
      .accountPlan(
        AccountPlanBook(
          OKRSheet(),
          keyResults: OKRKeyResultRows(of: OKRSheet()),
          accounts: OKRAccountRows(),
          name: { _ in nil },
          limit: 0
        )
      ),
    ]
    if let outcome = emptyOutcome {
      tables += [
        .ranking(outcome.ranking, names: [], .english),
        .shortlist(outcome.shortlist, names: [], .english), .review(outcome.shortlist, .english),
        .membership(
          Ranking.Membership(necessary: [], possible: []),
          of: outcome.ranking,
          names: []
        ),
      ]
      tables += MethodFigures.ofNobody.map { .method($0, of: outcome.ranking, names: []) }
      let nothing = ScenarioOutcome(
        accounts: [],
        first: ScenarioRanking("base", outcome),
        others: []
      )
      tables += [
        .comparison(nothing), .changes(nothing, names: [], .english),
        .consensus(nothing, names: []), .scenarios(nothing, names: []),
      ]
    }
    return tables
  }

  private static var emptyOutcome: SelectionOutcome? {
    guard let measure = try? Expression(parsing: "0") else { return nil }
    let plan = SelectionPlan(
      criteria: [Criterion(name: "criterion", measure: measure, weight: 1)],
      size: 1
    )
    let nobody = SelectionInput(accounts: [], values: [[]], gateFailures: [])
    return try? AccountSelector(plan).outcome(for: nobody)
  }

  private static var robustness: JSONValue {
    let sampling = WeightSampling(samples: 0, seed: 0, spread: .uniform)
    let nobody = ListRobustness(sampling: sampling, rankedCount: 0, rows: [])
    return object([
      .init("samples", type("integer")), .init("seed", type("integer")),
      .init("spread", ["type": ["number", "string"]]), .init("uncertainty", type("object")),
      .init("n", type("integer")),
      .init("listed", type("integer")),
      .init("verdicts", ["type": "object", "additionalProperties": type("integer")]),
      .init("largest_standard_error", type("number", orNull: true)),
      .init("central_weights", ["type": "array", "items": type("object")]),
      .init("left_out", type("object", orNull: true)),
      .init("accounts", emptyOutcome.map { table(.robustness(nobody, of: $0.ranking)) } ?? []),
    ])
  }

  /// Tables that are shown in part, by name.
  private static var shortened: JSONValue {
    let table = object([
      .init("rows", type("integer")), .init("shown", type("integer")),
      .init("file", type("string")),
    ])
    return ["type": "object", "additionalProperties": table]
  }

  private static var portfolio: JSONValue {
    let figure = object([
      .init("value", type("number", orNull: true)), .init("n", type("integer")),
      .init("left_out", type("integer")), .init("reason", type("string", orNull: true)),
    ])
    let figures: JSONValue = ["type": "object", "additionalProperties": figure]
    return object([
      .init("concentration", figures), .init("whale_curve", figures), .init("growth", figures),
      .init("risk", object([.init("months", type("integer")), .init("volatility", figure)])),
      .init("stress", figures),
      .init("matrix", object([.init("fields", type("object")), .init("n", type("integer"))])),
      .init("accounts", table(.portfolio([], of: .empty))),
    ])
  }

  /// Rows of a table; columns named by the programme (values, measures, criteria) come on top.
  private static func table(_ table: ReportTable) -> JSONValue {
    let properties = table.columns.map { column in
      JSONValue.Member(
        column.name,
        type(column.type == .date ? "string" : column.type.rawValue, orNull: true)
      )
    }
    return ["type": "array", "items": object(properties)]
  }

  private static func object(_ properties: [JSONValue.Member]) -> JSONValue {
    ["type": "object", "properties": .object(properties)]
  }

  private static func type(_ name: String, orNull: Bool = false) -> JSONValue {
    orNull ? ["type": [.string(name), "null"]] : ["type": .string(name)]
  }
}
