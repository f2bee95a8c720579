// SPDX-License-Identifier: Apache-2.0
import Accounts
import CyclePerformance
import Reporting
import Statistics

/// The families `ols` and `ridge`.
enum RegressionCases {
  static func leastSquares(_ inputs: CaseInputs) throws(CaseFault) -> CaseFigures {
    let (rows, response) = try observations(inputs)
    let groups = inputs.optional("groups")
    let names = try groups?.texts()
    if let groups, names?.count != rows.count {
      throw .expected(
        LocalizedText(de: "eine Gruppe je Zeile", en: "one group per row"),
        at: groups.path
      )
    }
    do throws(LinearRegression.Failure) {
      return CaseFigures(members(try LinearRegression(rows, response, groups: names)))
    } catch {
      return figures(of: error)
    }
  }

  private static func figures(of failure: LinearRegression.Failure) -> CaseFigures {
    switch failure {
    case .tooFewRows(let rows, let coefficients):
      .error("too_few_rows", [.init("n", .integer(rows)), .init("k", .integer(coefficients))])
    case .rankDeficient(let rank, let coefficients, _):
      .error("rank_deficient", [.init("rank", .integer(rank)), .init("k", .integer(coefficients))])
    case .overflow: .error("overflow")
    }
  }

  private static func members(_ fit: LinearRegression) -> [JSONValue.Member] {
    let freedom = fit.degreesOfFreedom
    var members: [JSONValue.Member] = [
      .init("n", .integer(fit.count)), .init("k", .integer(fit.coefficients.count)),
      .init("coef", .finite(fit.coefficients)), .init("se", .finite(fit.errors)),
      .init("t", .finite(fit.coefficients.indices.map { fit.tValue($0, errors: fit.errors) })),
      .init("p", probabilities(fit, fit.errors, freedom)),
      .init("r2", .finite(fit.rSquared)), .init("adj_r2", .finite(fit.adjustedRSquared)),
      .init("sigma", .finite(fit.sigma)), .init("fitted", .finite(fit.fitted)),
      .init("se_hc1", errors(fit.errorsHC1)),
      .init("se_hc3", errors(fit.errorsHC3)),
      .init("leverage", .finite(fit.leverage)),
    ]
    if let clustered = fit.clustered {
      members.append(.init("se_cluster", errors(clustered.errors)))
      members.append(.init("clusters", .integer(clustered.count)))
      let p = clustered.errors.map { probabilities(fit, $0, Double(clustered.count - 1)) }
      members.append(.init("p_cluster", p ?? .null))
    }
    members.append(.init("reason", fit.rSquared == nil ? "constant_response" : .null))
    return members
  }

  private static func errors(_ values: [Double]?) -> JSONValue {
    values.map { .finite($0) } ?? .null
  }

  /// Two-sided probabilities of the coefficients, null where an error is 0.
  private static func probabilities(
    _ fit: LinearRegression,
    _ errors: [Double],
    _ freedom: Double
  ) -> JSONValue {
    .finite(
      fit.coefficients.indices.map { index in
        fit.tValue(index, errors: errors).map {
          Distribution.studentTwoSided($0, degreesOfFreedom: freedom)
        }
      }
    )
  }

  /// The columns and the response, row by row.
  private static func observations(
    _ inputs: CaseInputs
  ) throws(CaseFault) -> (rows: [[Double]], response: [Double]) {
    let design = try inputs.required("X")
    let rows = try design.rows()
    let width = rows.first?.count ?? 0
    if let ragged = rows.firstIndex(where: { $0.count != width }) {
      throw .expected(
        LocalizedText(de: "eine Zeile mit \(width) Zahlen", en: "a row of \(width) numbers"),
        at: design.path + [.element(ragged)]
      )
    }
    let response = try inputs.required("y")
    let values = try response.numbers()
    guard values.count == rows.count else {
      throw .expected(
        LocalizedText(
          de: "eine Liste mit \(rows.count) Zahlen",
          en: "a list of \(rows.count) numbers"
        ),
        at: response.path
      )
    }
    return (rows, values)
  }

  static func ridge(_ inputs: CaseInputs) throws(CaseFault) -> CaseFigures {
    let (rows, response) = try observations(inputs)
    let given = try inputs.required("lambdas")
    let lambdas = try given.numbers()
    guard !rows.isEmpty, !lambdas.isEmpty, lambdas.allSatisfy({ $0 >= 0 }) else {
      throw .expected(
        LocalizedText(
          de: "mindestens eine Zahl ab 0 (und eine Zeile in X)",
          en: "at least one number of 0 or more (and a row in X)"
        ),
        at: given.path
      )
    }
    do throws(RidgeRegression.Failure) {
      let fit = try RidgeRegression(rows, response, lambdas: lambdas)
      return CaseFigures([
        .init("path", .array(fit.path.map(json))), .init("best_lambda", .finite(fit.bestLambda)),
      ])
    } catch {
      guard case .constantColumns(let columns) = error else { return .error("overflow") }
      return .error(
        "constant_column",
        [.init("columns", .array(columns.map(JSONValue.integer)))]
      )
    }
  }

  private static func json(_ fit: RidgeRegression.Fit) -> JSONValue {
    [
      "lambda": .finite(fit.lambda), "coef_std": .finite(fit.standardised),
      "coef": .finite(fit.coefficients), "intercept": .finite(fit.intercept),
      "df": .finite(fit.effectiveCoefficients), "loo_mse": .finite(fit.leaveOneOutError),
    ]
  }
}
