// SPDX-License-Identifier: Apache-2.0
import Accounts
import CyclePerformance
import Reporting

/// The family `rollup`: items, an account, a portfolio, or a cascade.
enum RollupCases {
  static func figures(_ inputs: CaseInputs) throws(CaseFault) -> CaseFigures {
    if inputs.has("items") { return try items(inputs) }
    if inputs.has("objectives") { return try account(inputs) }
    if inputs.has("rows") { return try portfolio(inputs) }
    return try cascade(inputs)
  }

  private static func members(_ value: RolledUp) -> [JSONValue.Member] {
    [
      .init("value", .finite(value.value)), .init("coverage", .finite(value.coverage)),
      .init("reason", JSONValue(value.reason?.rawValue)),
    ]
  }

  private static func missing(_ inputs: CaseInputs) throws(CaseFault) -> RolledUp.Missing {
    try inputs.required("missing").choice(of: RolledUp.Missing.self)
  }

  private static func items(_ inputs: CaseInputs) throws(CaseFault) -> CaseFigures {
    let items = try inputs.list("items").map { item throws(CaseFault) in
      RolledUp.Item(try item.optionalNumber("value"), weight: try item.number("weight"))
    }
    return CaseFigures(members(RolledUp(items, missing: try missing(inputs))))
  }

  private static func account(_ inputs: CaseInputs) throws(CaseFault) -> CaseFigures {
    let objectives = try inputs.list("objectives").map { objective throws(CaseFault) in
      (
        weight: try objective.number("w", or: 1),
        keyResults: try objective.list("krs").map { result throws(CaseFault) in
          RolledUp.Item(try result.optionalNumber("p"), weight: try result.number("w", or: 1))
        }
      )
    }
    let result = RolledUp.account(objectives, missing: try missing(inputs))
    return CaseFigures([
      .init("objectives", .array(result.objectives.map { .object(members($0)) })),
      .init("account", .object(members(result.account))),
      .init("pooled_kr_mean", .finite(result.pooledMean)),
    ])
  }

  private static func portfolio(_ inputs: CaseInputs) throws(CaseFault) -> CaseFigures {
    let portfolio = PortfolioAttainment(
      try inputs.list("rows").map { row throws(CaseFault) in
        PortfolioAttainment.Row(
          account: try row.text("account"),
          tier: try row.optional("tier")?.text(),
          revenue: try row.optionalNumber("revenue"),
          potential: try row.optionalNumber("potential"),
          attainment: try row.optionalNumber("attainment")
        )
      }
    )
    let tiers = portfolio.tiers.map { tier in
      JSONValue.Member(
        tier.name,
        .object(members(tier.attainment) + [.init("n", .integer(tier.count))])
      )
    }
    return CaseFigures([
      .init("equal", .object(members(portfolio.equal))),
      .init("revenue", .object(members(portfolio.byRevenue))),
      .init("potential", .object(members(portfolio.byPotential))),
      .init("by_tier", .object(tiers)),
    ])
  }
}

// MARK: - Cascades

extension RollupCases {
  private static func cascade(_ inputs: CaseInputs) throws(CaseFault) -> CaseFigures {
    let members = try inputs.required("nodes").members()
    let ids = members.map(\.name)
    let index = Dictionary(
      ids.enumerated().map { ($1, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let nodes = try members.map { member throws(CaseFault) in try node(member.value, index) }
    do throws(Cascade.Circle) {
      let values = try Cascade(nodes).values(missing: .exclude)
      return CaseFigures([
        .init("values", .object(zip(ids, values).map { .init($0, .finite($1.value)) })),
        .init("error", .null),
      ])
    } catch {
      return CaseFigures([
        .init("values", .null), .init("error", "cascade_cycle"),
        .init("path", .texts(error.path.map { ids[$0] })),
      ])
    }
  }

  private static func node(
    _ inputs: CaseInputs,
    _ index: [String: Int]
  ) throws(CaseFault) -> Cascade.Node {
    var node = Cascade.Node(own: try inputs.optionalNumber("own"))
    node.mode = try inputs.optional("mode")?.choice(of: KeyResult.ProgressMode.self) ?? .own
    if node.mode == .blend { node.alpha = try inputs.number("alpha") }
    node.children =
      try inputs.optional("children")?.list().map { child throws(CaseFault) in
        try self.child(child, index)
      } ?? []
    return node
  }

  /// A pair of id and weight.
  private static func child(
    _ pair: CaseInputs,
    _ index: [String: Int]
  ) throws(CaseFault) -> (node: Int, weight: Double) {
    let parts = try pair.list()
    guard parts.count == 2 else {
      throw .expected(.init(de: "ein Paar [id, Gewicht]", en: "a pair [id, weight]"), at: pair.path)
    }
    let id = try parts[0].text()
    guard let node = index[id] else {
      throw .expected(.init(de: "die id eines Knotens", en: "the id of a node"), at: parts[0].path)
    }
    return (node, try parts[1].number())
  }
}
