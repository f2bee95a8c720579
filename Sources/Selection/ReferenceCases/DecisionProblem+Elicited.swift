// SPDX-License-Identifier: Apache-2.0
import Accounts

extension DecisionProblem {
  /// Weights from swings, or from best-worst judgements of which 1 marks the best and the worst.
  func elicitedAnswer() throws(DecisionProblemError) -> [CaseValue.Entry] {
    guard method == "bwm-weights" else { return try swingAnswer() }
    let bestToOthers = try judgements("best_to_others")
    let othersToWorst = try judgements("others_to_worst")
    guard let best = index("best") ?? bestToOthers.firstIndex(of: 1),
      let worst = index("worst") ?? othersToWorst.firstIndex(of: 1)
    else {
      throw .parameter("parameters.best_to_others", expected: "a 1 for the best criterion")
    }
    do throws(SelectionError) {
      let result = try BestWorstMethod(
        best: best,
        worst: worst,
        bestToOthers: bestToOthers,
        othersToWorst: othersToWorst
      )
      return [
        .init("weights", .numbers(result.weights)),
        .init("xi", .number(finite: result.deviation)),
        .init("consistency_ratio", .number(finite: result.consistencyRatio)),
      ]
    } catch {
      throw .selection(error)
    }
  }

  private func swingAnswer() throws(DecisionProblemError) -> [CaseValue.Entry] {
    let points = try judgements("points")
    var total = 0.0
    for point in points { total += point }
    guard total.isFinite, total > 0, points.allSatisfy({ $0 >= 0 }) else {
      throw .selection(.weightsAddUpToZero(group: nil, nil))
    }
    return [.init("weights", .numbers(points.map { $0 / total }))]
  }

  private func index(_ name: String) -> Int? {
    guard let number = parameters[name]?.number, number >= 0, number < 1e6 else { return nil }
    return Int(number)
  }

  private func judgements(_ name: String) throws(DecisionProblemError) -> [Double] {
    guard let list = parameters[name]?.list, !list.isEmpty else {
      throw .parameter("parameters.\(name)", expected: "a list of numbers")
    }
    let numbers = list.compactMap(\.number)
    guard numbers.count == list.count else {
      throw .parameter("parameters.\(name)", expected: "a list of numbers")
    }
    return numbers
  }
}
