// SPDX-License-Identifier: Apache-2.0
import Accounts
import Statistics

extension DecisionProblem {
  /// How far two rankings or two lists of names agree.
  func similarityAnswer() throws(DecisionProblemError) -> [CaseValue.Entry] {
    method == "rank-overlap" ? try overlapAnswer() : try correlationAnswer()
  }

  private func correlationAnswer() throws(DecisionProblemError) -> [CaseValue.Entry] {
    guard let x = parameters["x"]?.numbers, let y = parameters["y"]?.numbers, x.count == y.count
    else { throw .parameter("parameters.x, y", expected: "two equally long lists of ranks") }
    return [
      .init("kendall_tau_b", .number(finite: Correlation.kendallTauB(x, y))),
      .init("spearman_rho", .number(finite: Correlation.spearman(x, y))),
      .init(
        "weighted_spearman_rw",
        .number(finite: Correlation.weightedSpearman(ranks: x, y))
      ),
      .init("ws", .number(finite: Correlation.rankSimilarity(reference: x, y))),
    ]
  }

  private func overlapAnswer() throws(DecisionProblemError) -> [CaseValue.Entry] {
    guard let x = parameters["x"]?.texts, let y = parameters["y"]?.texts,
      Set(x).count == x.count, Set(y).count == y.count
    else { throw .parameter("parameters.x, y", expected: "two lists of names, each name once") }
    let p = parameters["p"]?.number ?? 0.9
    guard (0..<1).contains(p) else { throw .parameter("parameters.p", expected: "0..<1") }
    let overlap = ListOverlap(x, y, persistence: p)
    var entries: [CaseValue.Entry] = [
      .init("rbo_truncated", .number(finite: overlap.truncated)),
      .init("rbo_ext", .number(finite: overlap.extrapolated)),
    ]
    for (k, share) in overlap.overlapAtDepth.enumerated() {
      entries.append(.init("top\(k + 1)_overlap", .number(finite: share)))
    }
    for (k, share) in overlap.jaccardAtDepth.enumerated() {
      entries.append(.init("top\(k + 1)_jaccard", .number(finite: share)))
    }
    return entries
  }
}
