// SPDX-License-Identifier: Apache-2.0
import Accounts

/// Efforts in messages.
enum EffortText {
  /// The number with up to four decimals and none that says nothing: 45, 12.5, 0.3333.
  static func text(_ effort: Double) -> LocalizedText {
    let quanta = EffortQuantum.quanta(effort)
    let unit = UInt64(EffortQuantum.perUnit)
    let sign = quanta < 0 ? "-" : ""
    let (whole, rest) = quanta.magnitude.quotientAndRemainder(dividingBy: unit)
    guard rest > 0 else { return LocalizedText("\(sign)\(whole)") }
    var decimals = String(String(unit + rest).dropFirst())
    while decimals.hasSuffix("0") { decimals.removeLast() }
    return LocalizedText(decimal: "\(sign)\(whole).\(decimals)")
  }
}
