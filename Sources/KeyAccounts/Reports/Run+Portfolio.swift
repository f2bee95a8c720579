// SPDX-License-Identifier: Apache-2.0
import PortfolioAnalysis
import Reporting

extension Run {
  /// The portfolio's figures for `report.json`, each with its n and, where it is missing, the reason.
  var portfolioParts: [JSONDocument.Part] {
    guard let portfolioFigures else { return [] }
    var parts = [
      JSONDocument.Part("whale_curve", .value(Self.whaleCurve(portfolioFigures.whaleCurve))),
      .init("growth", .value(Self.growth(portfolioFigures.growth))),
      .init("risk", .value(Self.risk(portfolioFigures.risk))),
      .init("stress", .value(Self.stress(portfolioFigures.stress))),
    ]
    if let matrix = portfolioFigures.matrix {
      parts.append(.init("matrix", .value(self.matrix(matrix))))
    }
    return parts
  }

  private static func whaleCurve(_ curve: WhaleCurve?) -> JSONValue {
    guard let curve else { return .null }
    let figure = { (value: Double?, reason: String) in
      Self.figure(value, n: curve.count, leftOut: curve.leftOut, reason: reason)
    }
    return [
      "total": figure(curve.count > 0 ? curve.total : nil, "too_few_data"),
      "peak": figure(curve.peak, "too_few_data"),
      "accounts_at_peak": figure(curve.accountsAtPeak.map { Double($0) }, "too_few_data"),
      "peak_share": figure(curve.peakShare, "total_near_zero"),
      "erosion": figure(curve.erosion, "too_few_data"),
    ]
  }

  private static func growth(_ growth: GrowthDecomposition) -> JSONValue {
    let figure = { (value: Double?) in
      Self.figure(value, n: growth.count, leftOut: growth.leftOut, reason: "too_few_data")
    }
    let part = { (part: GrowthDecomposition.Part) in
      Self.figure(
        growth.prior == nil ? nil : part.amount,
        n: part.count,
        leftOut: growth.leftOut,
        reason: "too_few_data"
      )
    }
    return [
      "prior_12_months": figure(growth.prior), "last_12_months": figure(growth.last),
      "growth": figure(growth.growth), "new": part(growth.new), "lost": part(growth.lost),
      "grown": part(growth.grown), "shrunk": part(growth.shrunk),
    ]
  }

  private static func risk(_ risk: PortfolioRisk) -> JSONValue {
    let figure = { (value: Double?) in
      Self.figure(value, n: risk.count, leftOut: risk.leftOut, reason: "too_few_data")
    }
    return [
      "months": .integer(risk.monthCount), "volatility": figure(risk.volatility),
      "diversification": figure(risk.diversification),
    ]
  }

  private static func stress(_ stress: StressTest) -> JSONValue {
    let figure = { (test: StressTest.Case?, reason: String) -> JSONValue in
      [
        "value": JSONValue(test?.lostShare), "name": JSONValue(test?.name),
        "n": .integer(stress.count), "left_out": .integer(stress.leftOut),
        "reason": JSONValue(test == nil ? reason : nil),
      ]
    }
    return [
      "largest_account_halved": figure(stress.largestAccount, "no_positive_value"),
      "largest_segment_halved": figure(stress.largestSegment, "no_segment"),
    ]
  }

  private func matrix(_ matrix: PortfolioMatrix) -> JSONValue {
    let fields = PortfolioMatrix.Field.allCases.map { field in
      JSONValue.Member(field.rawValue, .integer(matrix.fields.count { $0 == field }))
    }
    let limits = programme.declared.matrix?.limits ?? []
    return [
      "fields": .object(fields), "limits": .array(limits.map(JSONValue.number)),
      "n": .integer(matrix.count), "left_out": .integer(matrix.fields.count - matrix.count),
      "reason": JSONValue(matrix.count == 0 ? "too_few_data" : nil),
    ]
  }

  private static func figure(
    _ value: Double?,
    n: Int,
    leftOut: Int,
    reason: String
  ) -> JSONValue {
    [
      "value": JSONValue(value), "n": .integer(n), "left_out": .integer(leftOut),
      "reason": JSONValue(value == nil ? reason : nil),
    ]
  }
}
