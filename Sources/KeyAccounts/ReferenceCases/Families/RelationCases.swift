// SPDX-License-Identifier: Apache-2.0
import Accounts
import CyclePerformance
import Reporting
import Statistics

/// The families `rankcorr`, `multiplicity` and `power`.
enum RelationCases {
  static func rankCorrelation(_ inputs: CaseInputs) throws(CaseFault) -> CaseFigures {
    let pairs = try inputs.pairedNumbers("x", "y")
    let count = JSONValue.Member("n", .integer(pairs.first.count))
    do throws(RankRelation.Failure) {
      let relation = try RankRelation(pairs.first, pairs.second)
      return CaseFigures([
        count,
        .init("spearman", .finite(relation.spearman)),
        .init("spearman_p_t", .finite(relation.studentProbability)),
        .init("spearman_p_exact", .finite(relation.exactProbability)),
        .init("kendall_tau_b", .finite(relation.kendall)),
        .init("concordant", .integer(relation.concordant)),
        .init("discordant", .integer(relation.discordant)),
        .init("estimate", .finite(relation.spearman)),
        .init("leave_one_out", .finite(relation.leaveOneOut)),
        .init("se", .finite(relation.jackknifeError)),
        .init("most_influential", JSONValue(relation.mostInfluential)),
      ])
    } catch {
      return .error(error.rawValue, [count])
    }
  }

  static func multiplicity(_ inputs: CaseInputs) throws(CaseFault) -> CaseFigures {
    let given = try inputs.list("p")
    let probabilities = try given.map { entry throws(CaseFault) in
      let number = try entry.number()
      guard (0...1).contains(number) else {
        throw .expected(
          LocalizedText(
            de: "eine Wahrscheinlichkeit von 0 bis 1",
            en: "a probability from 0 to 1"
          ),
          at: entry.path
        )
      }
      return number
    }
    return CaseFigures([
      .init("holm", .finite(MultipleTests.holm(probabilities))),
      .init("bh", .finite(MultipleTests.benjaminiHochberg(probabilities))),
    ])
  }

  static func power(_ inputs: CaseInputs) throws(CaseFault) -> CaseFigures {
    let difference = DetectableDifference(
      treated: try inputs.int("n_treated"),
      control: try inputs.int("n_control"),
      deviation: try inputs.number("sd"),
      alpha: try inputs.number("alpha"),
      power: try inputs.number("power")
    )
    guard let difference else {
      throw .expected(
        LocalizedText(
          de: "zwei Gruppen mit mindestens einem Kunden, alpha und power zwischen 0 und 1",
          en: "two groups of at least one account, alpha and power between 0 and 1"
        ),
        at: inputs.path
      )
    }
    return CaseFigures([
      .init("se", .finite(difference.standardError)),
      .init("mde_normal", .finite(difference.difference)),
    ])
  }
}
