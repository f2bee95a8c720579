// SPDX-License-Identifier: Apache-2.0

/// Comparison of progress with the limits of bands.
///
/// 0.2 to 3.2 at 2.3 is 0.69999999... in binary and has reached 0.7: every limit counts as reached
/// from a billionth below it.
package enum Band {
  /// The distance below a limit that still reaches it.
  package static let tolerance = 1e-9

  /// Whether `progress` has reached `limit`.
  package static func reaches(_ progress: Double, _ limit: Double) -> Bool {
    progress >= limit - tolerance
  }

  /// Green from 0.7, yellow from 0.4, else red (Google re:Work; the gap .6 to .7 is yellow).
  package static func google(_ progress: Double) -> String {
    reaches(progress, 0.7) ? "green" : reaches(progress, 0.4) ? "yellow" : "red"
  }

  /// Done or not done, as Andrew Grove grades (High Output Management, 1983).
  package static func grove(_ progress: Double) -> String {
    reaches(progress, 1) ? "done" : "not_done"
  }
}
