// SPDX-License-Identifier: Apache-2.0
import BenchmarkSupport
import Selection

/// `method-benchmark FILE [topsis|vikor|promethee]`: one method over a file of doubles, eight a row,
/// timed from opening the file to the order of the accounts, as one JSON line.
///
/// The scales, the method and the order are what `kontor rank` uses; weights, thresholds and figures
/// are those of the peers: `core_s`, here processor time, and in `check` who comes first, and the mean
/// and the spread of the scores.
@main
enum MethodBenchmark {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count >= 2, let task = MethodTask(arguments.dropFirst(2).first ?? "topsis")
    else {
      print("usage: method-benchmark FILE [topsis|vikor|promethee]")
      return
    }
    let start = ProcessorClock.seconds
    guard let numbers = MappedNumbers(path: arguments[1]) else {
      print("cannot read '\(arguments[1])'")
      return
    }
    let scores = task.scores(numbers.columns(width: MethodTask.width))
    let first = task.order(scores).first ?? 0
    print(line(scores, first: first, ProcessorClock.seconds - start))
  }

  private static func line(_ scores: [Double], first: Int, _ seconds: Double) -> String {
    let count = Double(max(1, scores.count))
    let mean = scores.reduce(0, +) / count
    let spread = (scores.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count).squareRoot()
    return "{\"core_s\": \(seconds), \"check\": {\"n\": \(scores.count), \"first\": \(first), "
      + "\"mean\": \(mean), \"spread\": \(spread)}}"
  }
}
