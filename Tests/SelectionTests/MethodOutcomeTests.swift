// SPDX-License-Identifier: Apache-2.0
import Accounts
import Statistics
import Testing

@testable import Selection

@Suite struct MethodOutcomeTests {
  private static let weights = [0.5, 0.3, 0.2]

  private static func leaves() throws -> [WeightedCriterion] {
    try weights.enumerated().map { j, weight in
      WeightedCriterion(criterion: try criterion("c\(j)", weight), groups: [], weight: weight)
    }
  }

  /// Seeded utilities, some below 0, with equal ones among them.
  private static func utilities(_ count: Int) -> [[Double]] {
    var stream = RandomNumbers(seed: 3).stream(0)
    return weights.map { _ in (0..<count).map { _ in (stream.next() * 90).rounded() / 70 - 0.1 } }
  }

  @Test(arguments: MethodTests.methods, [0, 1, 2, 400])
  func scoresAloneHaveTheBitsOfTheOutcome(_ method: DecisionMethod, _ count: Int) throws {
    let (columns, leaves) = (Self.utilities(count), try Self.leaves())
    let outcome = method.outcome(columns.map(NumberColumn.init(numbers:)), leaves: leaves)
    #expect(method.scores(columns, leaves: leaves) == outcome.scores)
  }

  @Test func distancesHaveTheBitsOfWeightedColumns() {
    let columns = Self.utilities(300)
    let weighted = zip(columns, Self.weights).map { column, weight in column.map { weight * $0 } }
    let result = TOPSIS(columns, weights: Self.weights)
    for i in 0..<300 {
      var (best, worst) = (0.0, 0.0)
      for part in weighted {
        let toBest = part[i] - (part.max() ?? 0)
        let toWorst = part[i] - (part.min() ?? 0)
        best += toBest * toBest
        worst += toWorst * toWorst
      }
      #expect(result.distancesToIdeal[i] == best.squareRoot())
      #expect(result.distancesToAntiIdeal[i] == worst.squareRoot())
    }
  }

  @Test func gapsTakeTheMeanByWeightAndNobodyElseSeesIt() {
    let columns: [NumberColumn] = [[1, nil, nil, 0.5], [0.2, 0.4, nil, 0.1], [0, 1, nil, 0.25]]
    let kept = columns
    let complete = FilledUtilities.complete(columns, weights: Self.weights)
    #expect(complete[0] == [1, (0.3 * 0.4 + 0.2) / 0.5, 0, 0.5])
    #expect(complete[1] == [0.2, 0.4, 0, 0.1])
    #expect(complete[2] == [0, 1, 0, 0.25])
    #expect(columns == kept)
    #expect(columns[0][1] == nil)
    #expect(FilledUtilities.complete([[1, 2], [3, 4]], weights: [1, 1]) == [[1, 2], [3, 4]])
    #expect(FilledUtilities.complete([], weights: []).isEmpty)
  }
}
