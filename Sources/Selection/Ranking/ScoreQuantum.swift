// SPDX-License-Identifier: Apache-2.0

/// The quantum in which scores are published and compared: a billionth.
package enum ScoreQuantum {
  /// floor(score * 10⁹ + 0.5), cut to the range of 64 bits; 0 for what is no number.
  package static func billionths(_ score: Double) -> Int64 {
    let scaled = (score * 1e9 + 0.5).rounded(.down)
    guard !scaled.isNaN else { return 0 }
    return scaled >= 0x1p63 ? .max : scaled < -0x1p63 ? .min : Int64(scaled)
  }
}
