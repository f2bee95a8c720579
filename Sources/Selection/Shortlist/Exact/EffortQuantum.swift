// SPDX-License-Identifier: Apache-2.0

/// The quantum in which efforts are added up: a ten-thousandth, as for amounts.
enum EffortQuantum {
  /// Quanta of one unit of effort.
  static let perUnit: Int64 = 10_000

  /// The nearest whole number of quanta, halves away from zero; what is beyond 9e15 counts as that.
  static func quanta(_ effort: Double) -> Int64 {
    let scaled = (effort * Double(perUnit)).rounded(.toNearestOrAwayFromZero)
    guard !scaled.isNaN else { return 0 }
    return Int64(max(-9e15, min(9e15, scaled)))
  }

  /// The effort of so many quanta, in units.
  static func units(_ quanta: Int128) -> Double { Double(quanta) / Double(perUnit) }
}
