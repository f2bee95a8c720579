// SPDX-License-Identifier: Apache-2.0

/// The limits a key result of the kinds `at_least`, `at_most` and `between` must keep.
package struct ValueLimit: Sendable, Equatable {
  /// The lowest value allowed, nil for none.
  package var low: Double?
  /// The highest value allowed, nil for none.
  package var high: Double?

  /// How check-ins become progress.
  package enum Mode: Sendable, Equatable {
    /// The last value is inside or not.
    case last
    /// The share of the check-ins with a value that are inside.
    case share
    /// The share of the planned check-ins that came and were inside.
    case sharePlanned(Int)
    /// Falls from 1 at the limit to 0 at this distance outside it.
    case ramp(tolerance: Double?)
  }

  /// Limits from `low` to `high`, both allowed.
  package init(low: Double? = nil, high: Double? = nil) {
    self.low = low
    self.high = high
  }

  /// The progress of `checkins`, in the order they were made; nil ones have no value.
  package func progress(of checkins: [Double?], mode: Mode) -> Progress {
    guard low != nil || high != nil else { return Progress(reason: .missingBaselineOrTarget) }
    let values = checkins.compactMap { $0 }
    guard let last = values.last else { return Progress(reason: .noData) }
    switch mode {
    case .last: return Progress(distance(of: last) == 0 ? 1 : 0)
    case .share: return Progress(Double(met(values)) / Double(values.count))
    case .sharePlanned(let planned):
      return planned > 0
        ? Progress(Double(met(values)) / Double(planned)) : Progress(reason: .noData)
    case .ramp(let tolerance):
      guard let tolerance, tolerance > 0 else { return Progress(reason: .zeroRange) }
      return Progress(max(0, 1 - distance(of: last) / tolerance))
    }
  }

  private func met(_ values: [Double]) -> Int { values.count { distance(of: $0) == 0 } }

  /// How far `value` lies outside the limits, 0 inside and at them.
  private func distance(of value: Double) -> Double {
    max(0, low.map { $0 - value } ?? 0, high.map { value - $0 } ?? 0)
  }
}
