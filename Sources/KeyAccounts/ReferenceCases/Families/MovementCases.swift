// SPDX-License-Identifier: Apache-2.0
import CyclePerformance
import Reporting

/// The families `transition` and `backtest`.
enum MovementCases {
  static func transition(_ inputs: CaseInputs) throws(CaseFault) -> CaseFigures {
    let table = TransitionTable(
      from: try states(inputs, "from"),
      to: try states(inputs, "to"),
      states: try inputs.required("states").texts(),
      alpha: try inputs.number("alpha")
    )
    return CaseFigures([
      .init("counts", .array(table.counts.map { .array($0.map(JSONValue.integer)) })),
      .init("probabilities", .array(table.probabilities.map(JSONValue.finite))),
      .init("entered", .texts(table.entered)),
      .init("left", .texts(table.left)),
      .init("stayed_share", .finite(table.stayedShare)),
      .init("up", .integer(table.up)),
      .init("down", .integer(table.down)),
    ])
  }

  private static func states(
    _ inputs: CaseInputs,
    _ key: String
  ) throws(CaseFault) -> [String: String] {
    var states: [String: String] = [:]
    for member in try inputs.required(key).members() {
      states[member.name] = try member.value.text()
    }
    return states
  }

  static func backtest(_ inputs: CaseInputs) throws(CaseFault) -> CaseFigures {
    let rows = try inputs.list("rows").map { row throws(CaseFault) in
      Backtest.Row(
        account: try row.text("account"),
        score: try row.number("score"),
        attainment: try row.optionalNumber("attainment")
      )
    }
    let test = Backtest(rows, k: try inputs.int("k"), success: try inputs.number("success"))
    return CaseFigures([
      .init("selected", .texts(test.selected)),
      .init("precision_at_k", .finite(test.precision)),
      .init("recall_at_k", .finite(test.recall)),
      .init("base_rate", .finite(test.baseRate)),
      .init("lift", .finite(test.lift)),
      .init("auc", .finite(test.auc)),
      .init("mean_selected", .finite(test.meanSelected)),
      .init("mean_rest", .finite(test.meanRest)),
      .init("regret", .finite(test.regret)),
      .init("hypergeom_p", .finite(test.chance)),
      .init("n", .integer(test.count)),
    ])
  }
}
