// SPDX-License-Identifier: Apache-2.0
import Accounts
import CyclePerformance
import Reporting

/// The family `did`: a difference in differences, or matched accounts.
enum ComparisonCases {
  static func figures(_ inputs: CaseInputs) throws(CaseFault) -> CaseFigures {
    let covariates = try inputs.optional("covariates")?.texts()
    let rows = try inputs.list("rows").map { row throws(CaseFault) in
      DifferenceInDifferences.Row(
        account: try row.text("account"),
        hasOKR: try row.required("okr").flag(),
        before: try row.number("pre"),
        after: try row.number("post"),
        covariates: try (covariates ?? []).map { name throws(CaseFault) in try row.number(name) }
      )
    }
    do throws(DifferenceInDifferences.TooFewRows) {
      return CaseFigures(
        covariates == nil
          ? members(try DifferenceInDifferences(rows)) : members(try NearestMatch(rows))
      )
    } catch {
      return .error(
        "too_few_rows",
        [.init("n_treated", .integer(error.treated)), .init("n_control", .integer(error.control))]
      )
    }
  }

  private static func members(_ found: DifferenceInDifferences) -> [JSONValue.Member] {
    [
      .init(
        "means",
        [
          "okr_pre": .finite(found.means.okrBefore), "okr_post": .finite(found.means.okrAfter),
          "other_pre": .finite(found.means.otherBefore),
          "other_post": .finite(found.means.otherAfter),
        ]
      ),
      .init("did", .finite(found.difference)),
      .init("se_classical", .finite(found.error)),
      .init("se_hc1", .finite(found.errorHC1)),
      .init("se_welch", .finite(found.errorWelch)),
      .init("ancova_coef", .finite(found.adjusted)),
      .init("ancova_se_hc1", .finite(found.adjustedErrorHC1)),
      .init("permutation_p", .finite(found.permutationProbability)),
      .init("n_treated", .integer(found.treatedCount)),
      .init("n_control", .integer(found.controlCount)),
    ]
  }

  private static func members(_ found: NearestMatch) -> [JSONValue.Member] {
    [
      .init("pairs", .array(found.pairs.map { .texts([$0.treated, $0.control]) })),
      .init("att", .finite(found.effect)),
      .init("diffs", .finite(found.differences)),
      .init("smd_before", .finite(found.standardisedDifferences)),
    ]
  }
}
