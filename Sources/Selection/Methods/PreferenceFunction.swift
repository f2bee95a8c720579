// SPDX-License-Identifier: Apache-2.0
import Accounts
import Glibc

/// How strongly a difference counts as a preference (the six functions of Brans and Vincke 1985).
package enum PreferenceFunction: Sendable, Equatable {
  /// 1 for every advantage.
  case usual
  /// 1 above `q`.
  case uShape(q: Double)
  /// Rising to 1 at `p`.
  case vShape(p: Double)
  /// 0.5 above `q`, 1 above `p`.
  case level(q: Double, p: Double)
  /// Rising from 0 at `q` to 1 at `p`.
  case linear(q: Double, p: Double)
  /// 1 - exp(-d² / 2s²).
  case gaussian(s: Double)

  /// The names the programme uses.
  package static let names = ["usual", "u-shape", "v-shape", "level", "linear", "gaussian"]

  /// The function that thresholds describe, nil for an unknown name or thresholds out of order.
  ///
  /// Without a name, `s` means gaussian, `p` linear, `q` alone u-shape, and nothing usual.
  package init?(_ thresholds: PreferenceThresholds) {
    let q = thresholds.q ?? 0
    let (p, s) = (thresholds.p ?? q, thresholds.s ?? 0)
    guard q.isFinite, p.isFinite, s.isFinite, q >= 0, p >= q, s >= 0 else { return nil }
    switch thresholds.function ?? Self.impliedName(thresholds) {
    case "usual": self = .usual
    case "u-shape": self = .uShape(q: q)
    case "v-shape": self = p > 0 ? .vShape(p: p) : .usual
    case "level": self = .level(q: q, p: p)
    case "linear": self = p > q ? .linear(q: q, p: p) : .uShape(q: q)
    case "gaussian": self = s > 0 ? .gaussian(s: s) : .usual
    default: return nil
    }
  }

  private static func impliedName(_ thresholds: PreferenceThresholds) -> String {
    if thresholds.s != nil { return "gaussian" }
    if thresholds.p != nil { return "linear" }
    return thresholds.q != nil ? "u-shape" : "usual"
  }

  /// The preference for an advantage of `difference`, 0...1.
  package func preference(_ difference: Double) -> Double {
    guard difference > 0 else { return 0 }
    switch self {
    case .usual: return 1
    case .uShape(let q): return difference > q ? 1 : 0
    case .vShape(let p): return difference >= p ? 1 : difference / p
    case .level(let q, let p): return difference > p ? 1 : difference > q ? 0.5 : 0
    case .linear(let q, let p):
      if difference <= q { return 0 }
      return difference >= p ? 1 : (difference - q) / (p - q)
    case .gaussian(let s):
      let ratio = difference / s
      return 1 - exp(-ratio * ratio / 2)
    }
  }

  /// Refuses thresholds that describe no function.
  static func validate(
    _ thresholds: PreferenceThresholds,
    at position: SourcePosition?
  ) throws(SelectionError) {
    guard Self(thresholds) == nil else { return }
    if let name = thresholds.function, !names.contains(name) {
      throw .badParameter(
        name: "preference",
        value: name,
        expected: names.joined(separator: " | "),
        position
      )
    }
    throw .badParameter(
      name: "q, p, s",
      value: "\(thresholds.q ?? 0), \(thresholds.p ?? 0), \(thresholds.s ?? 0)",
      expected: "0 <= q <= p, 0 <= s",
      position
    )
  }
}
