// SPDX-License-Identifier: Apache-2.0
import Accounts
import Statistics
import Testing

@testable import CyclePerformance

/// Which criteria relate to attainment, and what is too little or too alike to say so.
@Suite struct CriteriaRelationsTests {
  /// One run over `count` accounts whose criteria are functions of the account's number.
  private func run(
    _ count: Int,
    _ criteria: [(String, (Int) -> Double?)],
    id: String = "R"
  ) throws -> SelectionRun {
    var run = SelectionRun(
      id: id,
      dataAsOf: try #require(CalendarDate(iso: "2024-12-31")),
      accounts: (0..<count).map {
        SelectionRun.Account(account: "A\($0)", score: 1, rank: nil, isSelected: true)
      }
    )
    run.criteria = criteria.map { name, value in
      SelectionRun.Criterion(name: name, utilities: (0..<count).map(value))
    }
    return run
  }

  private func link(
    _ count: Int,
    cycles: Int = 1,
    run: String = "R",
    _ attained: (Int) -> Double?
  ) -> [LinkRow] {
    (0..<count * cycles).map { index in
      LinkRow(
        account: "A\(index % count)",
        cycle: "C\(index / count)",
        run: run,
        score: 0.5,
        isSelected: true,
        linkClass: .selectedWithOKR,
        attainment: attained(index)
      )
    }
  }

  private func wave(_ index: Int) -> Double { Double(index * 7 % 11) / 10 }
  private func saw(_ index: Int) -> Double { Double(index * 5 % 13) / 12 }
  private func noise(_ index: Int) -> Double { Double(index * 3 % 5) / 50 }

  @Test func agreesWithTheRegressionsTheyAre() throws {
    let run = try run(12, [("wave", wave), ("saw", saw)])
    let attained = { (index: Int) in
      0.2 + 0.5 * self.wave(index % 12) + 0.1 * self.saw(index % 12) + self.noise(index)
    }
    let link = link(12, cycles: 2, attained)
    let relations = CriteriaRelations(link, runs: [run], profile: .sieck)
    let rows = (0..<24).map { [wave($0 % 12), saw($0 % 12)] }
    let response = (0..<24).map(attained)
    let groups = link.map(\.account)
    #expect(relations.rows.map(\.criterion) == ["wave", "saw"])
    for (index, row) in relations.rows.enumerated() {
      let alone = try LinearRegression(rows.map { [$0[index]] }, response, groups: groups)
      let together = try LinearRegression(rows, response, groups: groups)
      #expect(row.alone.value == alone.coefficients[1])
      #expect(row.alone.standardError == alone.clustered?.errors?[1])
      #expect(row.rSquared == alone.rSquared)
      #expect(row.together.value == together.coefficients[index + 1])
      #expect(row.together.standardError == together.clustered?.errors?[index + 1])
      #expect(row.alone.count == 24 && row.alone.accounts == 12 && row.alone.reason == nil)
    }
    let prices = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10]
    let path = try RidgeRegression(rows, response, lambdas: prices.map { $0 * 24 })
    let best = try #require(path.path.first { $0.lambda == path.bestLambda })
    #expect(relations.rows.map(\.ridge) == best.coefficients)
    let figures = Dictionary(
      uniqueKeysWithValues: relations.figures.map { ($0.figure, $0.value) }
    )
    #expect(figures["criteria_ridge_lambda"] == best.lambda)
    #expect(figures["criteria_left_out_error"] == best.leaveOneOutError?.squareRoot())
    // Each row against the mean of the others.
    let sum = response.reduce(0, +)
    let errors = response.map { ($0 - (sum - $0) / 23) * ($0 - (sum - $0) / 23) }
    let left = try #require(figures["mean_left_out_error"] as? Double)
    #expect((left - (errors.reduce(0, +) / 24).squareRoot()).magnitude < 1e-15)
  }

  @Test func adjustsProbabilitiesForTheNumberOfCriteria() throws {
    let run = try run(12, [("wave", wave), ("saw", saw), ("noise", noise)])
    let link = link(12) { 0.3 + 0.4 * self.wave($0) + self.noise($0) }
    let rows = CriteriaRelations(link, runs: [run], profile: .sieck).rows
    let plain = rows.compactMap(\.alone.probability)
    #expect(plain.count == 3)
    #expect(rows.compactMap(\.probabilityHolm) == MultipleTests.holm(plain))
  }

  @Test func saysTooFewDataBelowTheMinimum() throws {
    let run = try run(20, [("wave", wave)])
    // Seven account-cycles; eight of four accounts; eight are enough alone but not together.
    let few = CriteriaRelations(link(7, wave), runs: [run], profile: .sieck)
    let same = CriteriaRelations(link(4, cycles: 2, wave), runs: [run], profile: .sieck)
    for relations in [few, same] {
      let row = try #require(relations.rows.first)
      #expect(row.alone.value == nil && row.alone.reason == .tooFewData)
      #expect(row.together.value == nil && row.together.reason == .tooFewData)
      #expect(row.ridge == nil && row.probabilityHolm == nil && row.rSquared == nil)
      #expect(relations.figures.allSatisfy { $0.value == nil && $0.reason == .tooFewData })
    }
    #expect(few.rows.map(\.alone.count) == [7])
    let eight = try #require(
      CriteriaRelations(link(8, saw), runs: [run], profile: .sieck).rows.first
    )
    #expect(eight.alone.value != nil && eight.alone.reason == .fewAccounts)
    #expect(eight.together.value == nil && eight.together.reason == .tooFewData)
  }

  @Test func namesCriteriaThatAreConstantOrFollowFromOthers() throws {
    let run = try run(
      16,
      [
        ("wave", wave), ("same", { _ in 0.5 }), ("saw", saw),
        ("both", { (self.wave($0) + self.saw($0)) / 2 }),
      ]
    )
    let link = link(16) { 0.3 + 0.4 * self.wave($0) + self.noise($0) }
    let rows = CriteriaRelations(link, runs: [run], profile: .sieck).rows
    #expect(rows.map(\.alone.reason) == [nil, .constantInput, nil, nil])
    #expect(rows.map(\.together.reason) == [nil, .constantInput, nil, .rankDeficient])
    #expect(rows.map { $0.together.value != nil } == [true, false, true, false])
    #expect(rows.map { $0.ridge != nil } == [true, false, true, true])
  }

  @Test func missingUtilitiesAndAttainmentsTakeNoPart() throws {
    let run = try run(14, [("wave", { $0 == 0 ? nil : self.wave($0) }), ("saw", saw)])
    let link = link(14) { $0 == 1 ? nil : 0.3 + 0.4 * self.saw($0) + self.noise($0) }
    let rows = CriteriaRelations(link, runs: [run], profile: .sieck).rows
    #expect(rows.map(\.alone.count) == [12, 13])
    #expect(rows.map(\.together.count) == [12, 12])
  }

  @Test func runsWithoutCriteriaOrLinksSayNothing() throws {
    let bare = try run(12, [])
    let other = try run(12, [("wave", wave)], id: "unlinked")
    let link = link(12, wave)
    for runs in [[], [bare], [other]] {
      let relations = CriteriaRelations(link, runs: runs, profile: .sieck)
      #expect(relations.rows.isEmpty && relations.figures.isEmpty)
    }
  }

  @Test func orderOfRowsAndAccountsChangesNothing() throws {
    var run = try run(12, [("wave", wave), ("saw", saw)])
    let link = link(12) { 0.3 + 0.4 * self.saw($0) + self.noise($0) }
    let first = CriteriaRelations(link, runs: [run], profile: .sieck)
    run.accounts.reverse()
    for index in run.criteria.indices { run.criteria[index].utilities.reverse() }
    #expect(CriteriaRelations(link, runs: [run], profile: .sieck) == first)
  }
}
