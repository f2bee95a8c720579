// SPDX-License-Identifier: Apache-2.0
import Accounts

/// Shares as percentages in messages.
enum Percent {
  /// `share` in percent with at most one decimal, such as `62.5 %`, in German `62,5 %`.
  static func text(_ share: Double, _ language: Language = .english) -> String {
    let mark = language == .german ? "," : "."
    let tenths = (share * 1000).rounded(.toNearestOrAwayFromZero)
    guard abs(tenths) < 1e15 else { return "\(share * 100) %" }
    let whole = Int64(tenths)
    let sign = whole < 0 ? "-" : ""
    let (units, rest) = whole.magnitude.quotientAndRemainder(dividingBy: 10)
    return rest == 0 ? "\(sign)\(units) %" : "\(sign)\(units)\(mark)\(rest) %"
  }
}
