// SPDX-License-Identifier: Apache-2.0
import Accounts
import CyclePerformance
import Reporting

/// The family `link`.
enum LinkCases {
  static func figures(_ inputs: CaseInputs) throws(CaseFault) -> CaseFigures {
    let cycles = try inputs.list("cycles").map { cycle throws(CaseFault) in
      SelectionLink.LinkedCycle(
        id: try cycle.text("cycle"),
        start: try cycle.required("start").date()
      )
    }
    let link = SelectionLink(
      runs: try inputs.list("runs").map { run throws(CaseFault) in try selection(run) },
      cycles: cycles,
      attainments: try inputs.list("okr").map { row throws(CaseFault) in
        SelectionLink.Attainment(
          account: try row.text("account"),
          cycle: try row.text("cycle"),
          value: try row.optionalNumber("attainment")
        )
      }
    )
    let rows = cycles.flatMap { cycle in link.rows.filter { $0.cycle == cycle.id } }
    return CaseFigures([
      .init("rows", .array(rows.map(json))),
      .init(
        "classes",
        .object(link.classCounts.map { .init($0.linkClass.rawValue, .integer($0.count)) })
      ),
      .init("usable_for_regression", .integer(rows.count { $0.isUsableForRegression })),
    ])
  }

  private static func selection(_ run: CaseInputs) throws(CaseFault) -> SelectionRun {
    SelectionRun(
      id: try run.text("run_id"),
      dataAsOf: try run.required("data_as_of").date(),
      accounts: try run.list("accounts").map { account throws(CaseFault) in
        SelectionRun.Account(
          account: try account.text("account"),
          score: try account.optionalNumber("score"),
          rank: nil,
          isSelected: try account.required("selected").flag()
        )
      }
    )
  }

  private static func json(_ row: LinkRow) -> JSONValue {
    let hasOKR = [.selectedWithOKR, .otherWithOKR, .unscoredWithOKR].contains(row.linkClass)
    return [
      "cycle": .string(row.cycle), "account": .string(row.account), "run_id": JSONValue(row.run),
      "score": .finite(row.score), "selected": JSONValue(row.isSelected),
      "has_okr": .bool(hasOKR), "attainment": .finite(row.attainment),
      "class": .string(row.linkClass.rawValue),
    ]
  }
}
