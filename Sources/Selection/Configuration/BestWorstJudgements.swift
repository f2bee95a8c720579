// SPDX-License-Identifier: Apache-2.0

/// Judgements of the best-worst method: the best criterion against all, and all against the worst.
///
/// Each number says how many times as important one criterion is as the other, from 1, usually to 9.
public struct BestWorstJudgements: Sendable, Equatable {
  /// The most important criterion.
  public var best: String
  /// The least important criterion.
  public var worst: String
  /// By criterion how many times as important the best one is.
  public var bestToOthers: [String: Double]
  /// By criterion how many times as important it is as the worst one.
  public var othersToWorst: [String: Double]

  /// Gathers the judgements.
  public init(
    best: String,
    worst: String,
    bestToOthers: [String: Double],
    othersToWorst: [String: Double]
  ) {
    self.best = best
    self.worst = worst
    self.bestToOthers = bestToOthers
    self.othersToWorst = othersToWorst
  }
}
