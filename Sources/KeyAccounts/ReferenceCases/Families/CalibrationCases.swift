// SPDX-License-Identifier: Apache-2.0
import Accounts
import CyclePerformance
import Reporting
import Statistics

/// The family `calibration`: stated confidence, or potential.
enum CalibrationCases {
  static func figures(_ inputs: CaseInputs) throws(CaseFault) -> CaseFigures {
    try inputs.has("predicted") ? confidence(inputs) : potential(inputs)
  }

  private static func confidence(_ inputs: CaseInputs) throws(CaseFault) -> CaseFigures {
    let pairs = try inputs.pairedNumbers("predicted", "actual")
    let edges = try inputs.required("edges")
    let limits = try edges.numbers()
    guard limits.count >= 2, zip(limits, limits.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw .expected(
        LocalizedText(de: "steigende Zahlen, mindestens zwei", en: "rising numbers, at least two"),
        at: edges.path
      )
    }
    let found = ConfidenceCalibration(
      predicted: pairs.first,
      actual: pairs.second,
      edges: limits
    )
    return CaseFigures([
      .init("brier", .finite(found.brier)),
      .init("bins", .array(found.bins.map(json))),
      .init("bias", .finite(found.bias)),
      .init("slope", .finite(found.line?.slope)),
      .init("intercept", .finite(found.line?.intercept)),
    ])
  }

  private static func json(_ bin: ConfidenceCalibration.Bin) -> JSONValue {
    [
      "from": .finite(bin.from), "to": .finite(bin.to), "n": .integer(bin.count),
      "mean_pred": .finite(bin.meanPredicted), "mean_actual": .finite(bin.meanActual),
    ]
  }

  private static func potential(_ inputs: CaseInputs) throws(CaseFault) -> CaseFigures {
    let pairs = try inputs.pairedNumbers("potential", "realised")
    let found = PotentialCalibration(potential: pairs.first, realised: pairs.second)
    return CaseFigures([
      .init("n", .integer(found.count)),
      .init("excluded", .integer(found.excluded)),
      .init("capture_total", .finite(found.captureTotal)),
      .init("capture_median", .finite(found.captureMedian)),
      .init("bias_total", .finite(found.biasTotal)),
      .init("log_slope", .finite(found.logLine?.slope)),
      .init("log_intercept", .finite(found.logLine?.intercept)),
      .init("log_n", .integer(found.logCount)),
    ])
  }
}
