// SPDX-License-Identifier: Apache-2.0
import Accounts
import Reporting

/// The families of OKR figures that reference cases exist for.
enum CaseFamily: String, CaseIterable, Sendable {
  case progress, scoring, rollup, pace, forecast, link
  case rankcorr, ols, ridge, did, shrinkage
  case transition, backtest, multiplicity, calibration, power
}

extension ReferenceCase {
  /// Solves one case of a family; which variant is meant follows from the inputs that are there.
  func solvedFamily() throws(CaseFault) -> CaseFigures {
    guard let name else {
      throw .expected(LocalizedText(de: "ein Text", en: "a text"), at: [.member("family")])
    }
    guard let family = CaseFamily(rawValue: name) else {
      throw CaseInputs.unknown(
        name,
        among: CaseFamily.allCases.map(\.rawValue),
        at: [.member("family")]
      )
    }
    let inputs = try body.required("inputs")
    _ = try inputs.members()
    return try figures(of: family, inputs)
  }

  private func figures(
    of family: CaseFamily,
    _ inputs: CaseInputs
  ) throws(CaseFault) -> CaseFigures {
    switch family {
    case .progress: try ProgressCases.progress(inputs)
    case .scoring: try ProgressCases.scoring(inputs)
    case .rollup: try RollupCases.figures(inputs)
    case .pace: try TimeCases.pace(inputs)
    case .forecast: try TimeCases.forecast(inputs)
    case .link: try LinkCases.figures(inputs)
    case .rankcorr: try RelationCases.rankCorrelation(inputs)
    case .ols: try RegressionCases.leastSquares(inputs)
    case .ridge: try RegressionCases.ridge(inputs)
    case .did: try ComparisonCases.figures(inputs)
    case .shrinkage: try ShrinkageCases.figures(inputs)
    case .transition: try MovementCases.transition(inputs)
    case .backtest: try MovementCases.backtest(inputs)
    case .multiplicity: try RelationCases.multiplicity(inputs)
    case .calibration: try CalibrationCases.figures(inputs)
    case .power: try RelationCases.power(inputs)
    }
  }
}
