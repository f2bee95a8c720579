// SPDX-License-Identifier: Apache-2.0
import Accounts
import CyclePerformance
import Reporting
import Statistics

extension CycleOutcome {
  /// The parts of `report.json` beyond the plain tables: the link with its class counts first, and
  /// whether confidence and potential came true; `rows` are those of `link.csv` that it shows.
  func report(link rows: ReportTable) -> [JSONDocument.Part] {
    let classes = JSONDocument.Part("classes", .value(classSummary))
    var link = [
      classes, .init("statistics", .rows(.linkStatistics(statistics))),
      .init("criteria", .rows(.linkCriteria(criteria))),
      .init("rows", .rows(rows)),
    ]
    if let backtest { link.append(.init("backtest", .rows(.backtest(backtest)))) }
    let calibrations: JSONValue = [
      "confidence": confidenceSummary, "potential": potentialSummary,
    ]
    return [.init("link", .object(link)), .init("calibration", .value(calibrations))]
  }

  private var classSummary: JSONValue {
    .object(classCounts.map { .init($0.linkClass.rawValue, .integer($0.count)) })
  }

  /// Brier score, bins and line of stated confidence; null with a reason below the minimum.
  private var confidenceSummary: JSONValue {
    let found = calibration.confidence
    let bins = (found?.bins ?? []).map { bin -> JSONValue in
      [
        "from": .number(bin.from), "to": .number(bin.to), "n": .integer(bin.count),
        "mean_predicted": JSONValue(bin.meanPredicted), "mean_actual": JSONValue(bin.meanActual),
      ]
    }
    return [
      "n": .integer(calibration.count), "brier": JSONValue(found?.brier),
      "bias": JSONValue(found?.bias), "slope": JSONValue(found?.line?.slope),
      "intercept": JSONValue(found?.line?.intercept), "bins": .array(bins),
      "reason": JSONValue(found == nil ? Estimate.Reason.tooFewData.rawValue : nil),
    ]
  }

  private var potentialSummary: JSONValue {
    guard let potential else { return .null }
    return [
      "n": .integer(potential.count), "left_out": .integer(potential.excluded),
      "capture_total": JSONValue(potential.captureTotal),
      "capture_median": JSONValue(potential.captureMedian),
      "bias_total": JSONValue(potential.biasTotal),
      "log_slope": JSONValue(potential.logLine?.slope), "log_n": .integer(potential.logCount),
    ]
  }
}
