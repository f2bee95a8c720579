// SPDX-License-Identifier: Apache-2.0
import BenchmarkSupport
import LinearAlgebra
import Statistics

/// `regression-benchmark FILE WIDTH [classical|robust|clustered]`: one regression over a file of
/// doubles, timed from opening it to the last standard error, as one JSON line.
///
/// The file holds rows of WIDTH doubles: a 1, what explains, and the response. `core_s` and `check`
/// are named as the peers name them; `core_s` is processor time.
@main
enum RegressionBenchmark {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3, let width = Int(arguments[2]), width >= 2 else {
      print("usage: regression-benchmark FILE WIDTH [classical|robust|clustered]")
      return
    }
    let kind = arguments.count > 3 ? arguments[3] : "classical"
    let start = ProcessorClock.seconds
    guard let numbers = MappedNumbers(path: arguments[1]) else {
      print("cannot read '\(arguments[1])'")
      return
    }
    let fit = numbers.withNumbers { regression($0, width: width, kind) }
    let seconds = ProcessorClock.seconds - start
    guard let fit else {
      print("no regression over '\(arguments[1])'")
      return
    }
    print(line(fit, seconds))
  }

  private static func regression(_ values: Span<Double>, width: Int, _ kind: String)
    -> LinearRegression?
  {
    let columns = PanelColumns(
      width: width,
      predictors: Array(1..<width - 1),
      response: width - 1
    )
    // Groups of twelve rows, as accounts with a row a month.
    let rows = columns.rows(in: values.count)
    let groups = kind == "clustered" ? (0..<rows).map { Int32($0 / 12) } : nil
    return try? LinearRegression(
      values,
      columns,
      groups: groups,
      kind == "classical" ? .classical : .robust
    )
  }

  private static func line(_ fit: LinearRegression, _ seconds: Double) -> String {
    let residualSum = fit.sigma * fit.sigma * fit.degreesOfFreedom
    let last = fit.coefficients.count - 1
    let figures: [(String, Double?)] = [
      ("b0", fit.coefficients[0]), ("b\(last)", fit.coefficients[last]), ("rss", residualSum),
      ("se", fit.errors[last]), ("hc1", fit.errorsHC1?[last]), ("hc3", fit.errorsHC3?[last]),
      ("cr1", fit.clustered?.errors?[last]), ("condition", fit.condition),
    ]
    let texts = figures.compactMap { name, value in value.map { "\"\(name)\": \($0)" } }
    return "{\"core_s\": \(seconds), \"check\": {\"n\": \(fit.count), "
      + texts.joined(separator: ", ") + "}, \"coef\": \(fit.coefficients)}"
  }
}
