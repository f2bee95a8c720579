// SPDX-License-Identifier: Apache-2.0
import Accounts
import Statistics
import Testing

@testable import CyclePerformance

/// What may be said of score and attainment, and what is too little to say anything.
@Suite struct LinkStatisticsTests {
  private func row(
    _ account: String,
    _ cycle: String = "C1",
    score: Double?,
    attained: Double?,
    selected: Bool? = true
  ) -> LinkRow {
    LinkRow(
      account: account,
      cycle: cycle,
      run: "R",
      score: score,
      rank: nil,
      isSelected: selected,
      linkClass: .selectedWithOKR,
      attainment: attained,
      coverage: 1,
      keyResults: 3
    )
  }

  /// Ten account-cycles of five accounts in which attainment follows the score.
  private var rising: [LinkRow] {
    (0..<10).map { index -> LinkRow in
      let attained: Double = Double(index) / 20 + (index % 2 == 0 ? 0.1 : 0)
      return row(
        "A\(index % 5)",
        "C\(index / 5)",
        score: Double(index) / 10,
        attained: attained,
        selected: index >= 5
      )
    }
  }

  private func figures(_ rows: [LinkRow]) -> [String: Estimate] {
    let all = LinkStatistics(rows, profile: .sieck).figures
    return Dictionary(uniqueKeysWithValues: all.map { ($0.figure, $0) })
  }

  @Test func agreesWithThePlainStatistics() throws {
    let found = figures(rising)
    let scores = rising.compactMap(\.score)
    let attained = rising.compactMap(\.attainment)
    let relation = try RankRelation(scores, attained)
    #expect(abs(try #require(found["spearman"]?.value) - relation.spearman) < 1e-12)
    #expect(found["spearman"]?.probability == relation.studentProbability)
    #expect(abs(try #require(found["kendall_tau_b"]?.value) - relation.kendall) < 1e-12)
    let line = try LinearRegression(
      scores.map { [$0] },
      attained,
      groups: rising.map(\.account)
    )
    #expect(found["slope_classical"]?.standardError == line.errors[1])
    #expect(found["slope_hc1"]?.standardError == line.errorsHC1?[1])
    #expect(found["slope_hc3"]?.standardError == line.errorsHC3?[1])
    #expect(found["slope_by_account"]?.standardError == line.clustered?.errors?[1])
    #expect(found["slope_by_account"]?.reason == .fewAccounts)
    #expect(found["r_squared"]?.value == line.rSquared)
    #expect(found["account_cycles"]?.value == 10)
    #expect(found["mean_attainment_selected"]?.count == 5)
  }

  @Test func namesTheAccountThatDecidesMost() throws {
    var rows = (0..<9).map {
      row("A\($0)", score: Double($0 * $0 % 7), attained: Double($0 % 3) / 3)
    }
    rows.append(row("outlier", score: 100, attained: 5))
    let influence = try #require(figures(rows)["spearman_without_most_influential"])
    #expect(influence.account == "outlier")
    #expect(influence.value != figures(rows)["spearman"]?.value)
  }

  @Test func saysTooFewDataInsteadOfACoefficient() {
    let coefficients = [
      "spearman", "kendall_tau_b", "spearman_without_most_influential", "slope_classical",
      "slope_hc1", "slope_hc3", "slope_by_account", "intercept", "r_squared",
    ]
    for rows in [[], Array(rising.prefix(1)), Array(rising.prefix(7))] {
      let found = figures(rows)
      for name in coefficients {
        #expect(found[name]?.value == nil && found[name]?.low == nil)
        #expect(found[name]?.reason == .tooFewData)
        #expect(found[name]?.count == rows.count)
      }
      #expect(found["detectable_difference"]?.reason == .tooFewData)
    }
  }

  @Test func eightRowsOfFourAccountsAreTooFew() {
    let rows = (0..<8).map {
      row("A\($0 % 4)", "C\($0)", score: Double($0), attained: Double($0))
    }
    #expect(figures(rows)["spearman"]?.reason == .tooFewData)
    #expect(figures(rows)["spearman"]?.accounts == 4)
  }

  @Test func rowsWithoutScoreOrAttainmentTakeNoPart() {
    let more = [row("X", score: nil, attained: 1), row("Y", score: 1, attained: nil)]
    #expect(
      LinkStatistics(rising + more, profile: .sieck) == LinkStatistics(rising, profile: .sieck)
    )
  }

  @Test func equalScoresHaveNoRelation() {
    let rows = (0..<9).map { row("A\($0)", score: 0.5, attained: Double($0)) }
    let found = figures(rows)
    #expect(found["spearman"]?.reason == .constantInput)
    #expect(found["slope_classical"]?.reason == .constantInput)
    #expect(found.values.allSatisfy { $0.value?.isFinite ?? true })
  }

  @Test func orderOfRowsChangesNothing() {
    let forward = LinkStatistics(rising, profile: .sieck).figures
    let backward = LinkStatistics(rising.reversed(), profile: .sieck).figures
    for (a, b) in zip(forward, backward) {
      #expect(a.figure == b.figure && a.account == b.account)
      #expect(abs((a.value ?? 0) - (b.value ?? 0)) < 1e-12)
    }
  }

  @Test func hugeNumbersGiveNoInfinity() {
    let rows = (0..<9).map {
      row("A\($0)", score: Double($0) * 1e200, attained: Double($0) * 1e300)
    }
    for figure in LinkStatistics(rows, profile: .sieck).figures {
      #expect(figure.value?.isFinite ?? true, "\(figure.figure)")
      #expect(figure.low?.isFinite ?? true, "\(figure.figure)")
    }
  }
}
