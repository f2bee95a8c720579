// SPDX-License-Identifier: Apache-2.0
import Accounts
import Reporting
import Selection

extension Run {
  /// `selection.judgements` of `report.json`: how consistent the judgements behind the weights are,
  /// or how far people agree; nil where nobody judged.
  var judgementSummary: JSONValue? {
    guard let judgements = try? programme.selection.criterionWeights().judgements,
      !judgements.isEmpty
    else { return nil }
    return .array(judgements.map(\.summary))
  }
}

extension WeightJudgement {
  fileprivate var summary: JSONValue {
    [
      "group": JSONValue(group), "weighting": .string(weighting),
      "consistency_ratio": JSONValue(consistencyRatio), "threshold": JSONValue(threshold),
      "lambda_max": JSONValue(lambdaMax), "random_index": JSONValue(randomIndex),
      "random_index_table": JSONValue(randomIndex.map { _ in "Saaty 1980" }),
      "deviation": JSONValue(deviation),
      "least_consistent": .array(leastConsistent.map(JSONValue.string)),
      "concordance": JSONValue(concordance), "distance": JSONValue(distance),
      "spreads": .array(
        spreads.map {
          [
            "criterion": .string($0.criterion), "lowest": .number($0.lowest),
            "highest": .number($0.highest),
          ]
        }
      ),
    ]
  }
}
