// SPDX-License-Identifier: Apache-2.0
import Accounts
import Reporting
import Selection

extension Run {
  /// The part of `report.json` on how sure the list is: how weights were drawn, what that gave, and
  /// the rows of the table.
  func certainty(_ robustness: ListRobustness, rows table: ReportTable) -> JSONDocument {
    let listed = robustness.rows.filter { isListed($0.account) }
    let counts = ListRobustness.Verdict.allCases.map { verdict in
      JSONValue.Member(verdict.rawValue, .integer(listed.count { $0.verdict == verdict }))
    }
    let errors = robustness.rows.map { robustness.standardError(of: $0.probability) }
    let sampling = robustness.sampling
    return .object([
      .init("samples", .value(.integer(sampling.samples))),
      .init("seed", .value(.integer(sampling.seed))),
      .init("spread", .value(Self.spread(sampling.spread))),
      .init("uncertainty", .value(uncertainty(sampling))),
      .init("n", .value(.integer(robustness.rankedCount))),
      .init("listed", .value(.integer(listed.count))),
      .init("verdicts", .value(.object(counts))),
      .init("largest_standard_error", .value(JSONValue(errors.max()))),
      .init("central_weights", .value(centralWeights(robustness))),
      .init("left_out", .value(trial)),
      .init("accounts", .rows(table)),
    ])
  }

  /// What leaving accounts out showed, with how many were tried.
  private var trial: JSONValue {
    guard let leftOut else { return .null }
    return [
      "n": .integer(leftOut.tried),
      "influential": .array(leftOut.influential.map(JSONValue.string)),
      "reason": JSONValue(leftOut.tried == 0 ? "fixed_scales_or_too_many_accounts" : nil),
    ]
  }

  /// By criterion how far its values were taken to be off.
  private func uncertainty(_ sampling: WeightSampling) -> JSONValue {
    let columns = selection?.ranking.columns ?? []
    return .object(
      sampling.uncertainty.sorted { $0.key < $1.key }.map { leaf, share in
        .init(columns[leaf].criterion.name, .number(share))
      }
    )
  }

  private static func spread(_ spread: WeightSampling.Spread) -> JSONValue {
    switch spread {
    case .around(let share): .number(share)
    case .uniform: "uniform"
    }
  }

  /// Per account the mean of the weights that put it on the list, with how many they are.
  private func centralWeights(_ robustness: ListRobustness) -> JSONValue {
    guard let ranking = selection?.ranking else { return [] }
    return .array(
      robustness.rows.compactMap { row in
        guard let weights = row.centralWeights else { return nil }
        let members = zip(ranking.columns, weights).map {
          JSONValue.Member($0.criterion.name, .number($1))
        }
        let count = row.probability * Double(robustness.sampling.samples)
        return [
          "account": .string(ranking.accounts[row.account]), "n": .integer(Int(count.rounded())),
          "weights": .object(members),
        ]
      }
    )
  }

  private func isListed(_ account: Int) -> Bool {
    selection?.shortlist.entries.contains { $0.account == account } ?? false
  }
}
