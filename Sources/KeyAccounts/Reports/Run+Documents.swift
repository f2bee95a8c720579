// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText
import PortfolioAnalysis
public import Reporting
import Selection

extension Run {
  /// `run.json`: what went in, so that the run can be repeated and checked.
  public var manifest: JSONValue {
    let files = inputs.map { input in
      JSONValue.object([
        .init("file", .string(input.name)), .init("bytes", .integer(input.byteCount)),
        .init("sha256", .string(input.sha256)),
      ])
    }
    return [
      "schema": "kontor-run/1", "run": .string(id), "engine": .string(Engine.version),
      "programme": .string(programme.header.name), "programme_file": .string(programme.file),
      "programme_sha256": .string(SHA256.hexDigest(of: Array(programme.text.utf8))),
      "overrides": .array(programme.overrides.map(JSONValue.string)),
      "data_as_of": JSONValue(accounts.asOf.flatMap { CalendarDate(lastDayOf: $0) }?.description),
      "okr_as_of": JSONValue(cycles?.day.description),
      "seed": JSONValue(seed), "data_sha256": .string(dataDigest), "inputs": .array(files),
      "findings": counts(of: findings),
    ]
  }

  /// One digest of the sources, master and rates, which runs of every depth read.
  private var dataDigest: String {
    let lines = inputs.prefix(dataInputCount).map { "\($0.sha256)  \($0.name)\n" }
    return SHA256.hexDigest(of: Array(lines.joined().utf8))
  }

  private func counts(of findings: FindingList) -> JSONValue {
    .object(
      Finding.Severity.allCases.map { severity in
        .init(severity.rawValue, .integer(findings.count(of: severity)))
      }
    )
  }

  /// `report.json`: every table of the run, and the figures that stand in none, each with its n.
  public var report: JSONDocument { report(of: tables) }

  /// `report.json` from the run's ``tables``, which are made once for all that is written.
  func report(of tables: [ReportTable]) -> JSONDocument {
    let table = { (name: String) in tables.first { $0.name == name } }
    let day = accounts.asOf.flatMap { CalendarDate(lastDayOf: $0) }?.description
    var parts: [JSONDocument.Part] = [
      .init("schema", .value("kontor-report/1")), .init("run", .value(.string(id))),
      .init("programme", .value(programmeSummary)),
      .init("data_as_of", .value(JSONValue(day))), .init("values", .value(valueSummary)),
    ]
    let nested = ["robustness", "portfolio"] + CycleOutcome.tablesOfLink
    for table in tables where !nested.contains(table.name) {
      parts.append(.init(table.name, .rows(table)))
    }
    if let selection { parts.append(.init("selection", .value(summary(of: selection)))) }
    if let robustness, let rows = table("robustness") {
      parts.append(.init("robustness", certainty(robustness, rows: rows)))
    }
    if let portfolio = table("portfolio") {
      let concentration = JSONDocument.Part("concentration", .value(concentrationSummary))
      parts.append(
        .init(
          "portfolio",
          .object([concentration] + portfolioParts + [.init("accounts", .rows(portfolio))])
        )
      )
    }
    if let cycles { parts += cycles.report(link: table("link") ?? .link(cycles.link)) }
    guard let excerpt = ReportExcerpt(self, tables: tables) else { return .object(parts) }
    parts.append(.init("shortened", .value(excerpt.summary(of: tables))))
    return JSONDocument.object(parts).replacingTables(excerpt.shown)
  }

  private var programmeSummary: JSONValue {
    [
      "name": .string(programme.header.name), "goal": .string(programme.header.goal.rawValue),
      "purpose": JSONValue(programme.header.purpose),
      "approach": .string(programme.header.approach.rawValue),
      "phase": JSONValue(programme.header.phase?.rawValue),
      "currency": .string(programme.header.currency),
    ]
  }

  /// Per value the exact total and the sums per period over all accounts.
  private var valueSummary: JSONValue {
    .array(
      accounts.values.map { value in
        let (sum, known) = value.totals.sum
        let sums = Self.periodSummary(of: value)
        let total = nearestDouble(sum, decimals: value.decimals)
        return [
          "value": .string(value.name), "kind": .string(value.kind.rawValue),
          "total": .number(total), "n": .integer(known),
          "missing": .integer(value.totals.count - known), "periods": .array(sums),
        ]
      }
    )
  }

  /// Per period the exact sum over all accounts, with how many have one and how many lack a cell.
  private static func periodSummary(of value: ValueColumn) -> [JSONValue] {
    let first = value.periodSums.span?.lowerBound.index ?? 0
    let totals = value.periodSums.monthTotals
    return totals.enumerated().filter { $1.known + $1.missing > 0 }.map { month, total in
      [
        "period": .string(Period(index: first + month).description),
        "sum": .number(nearestDouble(total.sum, decimals: value.decimals)),
        "n": .integer(total.known), "missing": .integer(total.missing),
      ]
    }
  }

  private func summary(of selection: SelectionOutcome) -> JSONValue {
    let ranking = selection.ranking
    let weights = ranking.columns.map { column in
      JSONValue.object([
        .init("criterion", .string(column.criterion.name)),
        .init("weight", .number(column.criterion.weight)),
      ])
    }
    let statuses = Ranking.Status.allCases.map { status in
      JSONValue.Member(
        status.rawValue,
        .integer(ranking.rows.count { $0.status == status })
      )
    }
    var members: [JSONValue.Member] = [
      .init("method", .string(ranking.method.name)), .init("n", .integer(ranking.rankedCount)),
      .init("weights", .array(weights)), .init("statuses", .object(statuses)),
      .init(
        "price_of_stability",
        .number(Double(selection.shortlist.priceOfStabilityBillionths) / 1e9)
      ),
    ]
    if let compromise = ranking.compromiseSummary {
      members.append(.init("compromise", compromise))
    }
    if let judgements = judgementSummary { members.append(.init("judgements", judgements)) }
    if let pilot = selection.shortlist.pilotSummary { members.append(.init("pilot", pilot)) }
    if let exact = selection.shortlist.exact { members.append(.init("capacity", exact.summary)) }
    return .object(members)
  }

  private var concentrationSummary: JSONValue {
    guard let concentration else { return .null }
    let figure = { (value: Double?) -> JSONValue in
      [
        "value": JSONValue(value), "n": .integer(concentration.count),
        "left_out": .integer(concentration.leftOut),
        "reason": JSONValue(value == nil ? "no_positive_value" : nil),
      ]
    }
    return [
      "gini": figure(concentration.gini), "hhi": figure(concentration.herfindahl),
      "cr4": figure(concentration.largest4), "cr10": figure(concentration.largest10),
      "effective_number": figure(concentration.effectiveNumber),
      "accounts_for_80_percent": figure(concentration.accountsFor80Percent.map { Double($0) }),
      "largest_fifth_share": figure(concentration.largestFifth),
      "total": figure(concentration.count > 0 ? concentration.total : nil),
    ]
  }
}
