// SPDX-License-Identifier: Apache-2.0
import Accounts
import LinearAlgebra
import Statistics

/// How the criteria of the linked runs relate to what was attained after them.
///
/// Below the minimum of ``RuleProfile`` every figure is missing with its reason. All criteria
/// together need that many rows more than there are coefficients. A criterion with one value for
/// all takes no part, nor one that follows from the others; both say so.
package struct CriteriaRelations: Sendable, Equatable {
  /// One row per criterion, in the order of the earliest run that has it.
  package let rows: [CriterionRelation]
  /// How well all criteria together predict rows that were left out; empty without criteria.
  package let figures: [Estimate]

  /// Relates the utilities of `runs` to the attainments of `link`.
  ///
  /// - Complexity: O(n · criteria²) in the linked rows, and once through the runs they name
  package init(_ link: [LinkRow], runs: [SelectionRun], profile: RuleProfile) {
    let sample = CriteriaSample(link.filter(\.isUsableForRegression), runs: runs)
    let alone = sample.names.indices.map { sample.alone($0, profile) }
    let joint = JointFit(sample, profile)
    let tested = alone.indices.filter { alone[$0].figure.probability != nil }
    let adjusted = MultipleTests.holm(tested.compactMap { alone[$0].figure.probability })
    var holm = [Double?](repeating: nil, count: alone.count)
    for (index, value) in zip(tested, adjusted) { holm[index] = value }
    rows = sample.names.indices.map { index in
      CriterionRelation(
        criterion: sample.names[index],
        alone: alone[index].figure,
        probabilityHolm: holm[index],
        rSquared: alone[index].rSquared,
        together: joint.figure(of: index),
        ridge: joint.ridge[index]
      )
    }
    figures = sample.names.isEmpty ? [] : joint.figures
  }
}

/// The linked rows with the utilities that the run before the cycle gave.
struct CriteriaSample {
  let names: [String]
  let rows: [LinkRow]
  /// Per row the number of its account, in the order of the ids.
  let accounts: [Int32]
  /// Per row one utility per criterion.
  let utilities: [[Double?]]

  init(_ rows: [LinkRow], runs: [SelectionRun]) {
    let used = Set(rows.compactMap(\.run))
    let ordered = runs.filter { used.contains($0.id) }.sorted {
      $0.dataAsOf != $1.dataAsOf ? $0.dataAsOf < $1.dataAsOf : $0.id.isBytewiseLess(than: $1.id)
    }
    var names: [String] = []
    for criterion in ordered.flatMap(\.criteria) where !names.contains(criterion.name) {
      names.append(criterion.name)
    }
    var known: [String: [String: [Double?]]] = [:]
    for run in ordered {
      let wanted = Set(rows.filter { $0.run == run.id }.map(\.account))
      known[run.id] = Self.utilities(in: run, of: wanted, names)
    }
    let nothing = [Double?](repeating: nil, count: names.count)
    self.names = names
    self.rows = rows
    let ids = Set(rows.map(\.account)).sorted { $0.isBytewiseLess(than: $1) }
    let numbers = Dictionary(uniqueKeysWithValues: zip(ids, Int32(0)...))
    accounts = rows.map { numbers[$0.account] ?? 0 }
    utilities = rows.map { row in row.run.flatMap { known[$0]?[row.account] } ?? nothing }
  }

  private static func utilities(
    in run: SelectionRun,
    of wanted: Set<String>,
    _ names: [String]
  ) -> [String: [Double?]] {
    let columns = names.map { name in run.criteria.first { $0.name == name }?.utilities }
    var result: [String: [Double?]] = [:]
    for (place, account) in run.accounts.enumerated() where wanted.contains(account.account) {
      guard result[account.account] == nil else { continue }
      result[account.account] = columns.map { column in
        guard let column, place < column.count, let value = column[place], value.isFinite else {
          return nil
        }
        return value
      }
    }
    return result
  }

  /// The regression on one criterion alone, over the rows that have it.
  func alone(_ criterion: Int, _ profile: RuleProfile) -> (figure: Estimate, rSquared: Double?) {
    let part = part(rows.indices.filter { utilities[$0][criterion] != nil }, [criterion])
    guard part.isEnough(profile) else { return (part.missing("alone", .tooFewData), nil) }
    do throws(LinearRegression.Failure) {
      let fit = try part.fit()
      return (part.rise("alone", fit, 1), fit.rSquared)
    } catch {
      return (part.missing("alone", error.estimateReason), nil)
    }
  }

  /// The rows at `places` with the utilities of `criteria`.
  func part(_ places: [Int], _ criteria: [Int]) -> Part {
    var values: [Double] = []
    values.reserveCapacity(places.count * (criteria.count + 1))
    for place in places {
      for criterion in criteria { values.append(utilities[place][criterion] ?? 0) }
      values.append(rows[place].attainment ?? 0)
    }
    return Part(
      columns: PanelColumns(responseAfter: criteria.count),
      values: values,
      accounts: places.map { accounts[$0] }
    )
  }

  /// Rows that have all utilities of some criteria.
  struct Part {
    let columns: PanelColumns
    /// Per row the utilities and the attainment.
    let values: [Double]
    /// Per row the number of the account.
    let accounts: [Int32]
    /// How many accounts there are.
    let accountCount: Int

    init(columns: PanelColumns, values: [Double], accounts: [Int32]) {
      self.columns = columns
      self.values = values
      // Numbers without gaps, in the order of the ids.
      let known = Set(accounts).sorted()
      let places = Dictionary(uniqueKeysWithValues: zip(known, Int32(0)...))
      self.accounts = accounts.map { places[$0] ?? 0 }
      accountCount = known.count
    }
  }
}

extension CriteriaSample.Part {
  var count: Int { accounts.count }

  func isEnough(_ profile: RuleProfile) -> Bool {
    count >= profile.minAccountCycles && accountCount >= profile.minAccounts
  }

  func fit() throws(LinearRegression.Failure) -> LinearRegression {
    try LinearRegression(values.span, columns, groups: accounts, .robust)
  }

  /// The utilities of every row.
  var utilities: [[Double]] {
    stride(from: 0, to: values.count, by: columns.width).map {
      Array(values[$0..<$0 + columns.response])
    }
  }

  /// The attainment of every row.
  var attained: [Double] {
    stride(from: columns.response, to: values.count, by: columns.width).map { values[$0] }
  }

  func estimate(_ figure: String, _ value: Double? = nil) -> Estimate {
    Estimate(figure, value, count: count, accounts: accountCount)
  }

  func missing(_ figure: String, _ reason: Estimate.Reason) -> Estimate {
    var result = estimate(figure)
    result.reason = reason
    return result
  }

  /// A coefficient with its error by account, t with one degree of freedom less than accounts.
  func rise(_ figure: String, _ fit: LinearRegression, _ index: Int) -> Estimate {
    let freedom = Double(accountCount - 1)
    var result = estimate(figure, fit.coefficients[index])
    if accountCount < 10 { result.reason = .fewAccounts }
    guard let errors = fit.clustered?.errors else { return result }
    result = result.spread(
      by: errors[index],
      quantile: Distribution.studentQuantile(0.975, degreesOfFreedom: freedom)
    )
    result.probability = fit.tValue(index, errors: errors).map {
      Distribution.studentTwoSided($0, degreesOfFreedom: freedom)
    }
    return result
  }
}

extension LinearRegression.Failure {
  /// Why a figure that rests on the regression is missing.
  var estimateReason: Estimate.Reason {
    switch self {
    case .tooFewRows: .tooFewData
    case .rankDeficient: .constantInput
    case .overflow: .overflow
    }
  }
}
