// SPDX-License-Identifier: Apache-2.0
package import Statistics
#if canImport(Glibc)
  import Glibc
#endif

/// How much of an estimated potential was realised.
package struct PotentialCalibration: Sendable, Equatable {
  /// How many accounts have a positive potential.
  package let count: Int
  /// How many have none and are left out.
  package let excluded: Int
  /// All realised over all potential; nil without potential.
  package let captureTotal: Double?
  /// The median of realised over potential.
  package let captureMedian: Double?
  /// All potential minus all realised.
  package let biasTotal: Double?
  /// Least squares of the logarithms; slope 1 means proportional realisation.
  package let logLine: FittedLine?
  /// How many accounts have both positive.
  package let logCount: Int

  /// Compares `potential` with what was `realised`.
  package init(potential: [Double], realised: [Double]) {
    let pairs = zip(potential, realised).filter { $0.0 > 0 }
    count = pairs.count
    excluded = min(potential.count, realised.count) - pairs.count
    let available = pairs.reduce(0) { $0 + $1.0 }
    let taken = pairs.reduce(0) { $0 + $1.1 }
    captureTotal = available > 0 ? taken / available : nil
    biasTotal = pairs.isEmpty ? nil : available - taken
    let shares = pairs.map { $0.1 / $0.0 }.sorted()
    let middle = shares.count / 2
    captureMedian =
      shares.isEmpty
      ? nil
      : shares.count % 2 == 1 ? shares[middle] : (shares[middle - 1] + shares[middle]) / 2
    let logs = pairs.filter { $0.1 > 0 }.map { (log($0.0), log($0.1)) }
    logCount = logs.count
    logLine = FittedLine(logs)
  }
}
