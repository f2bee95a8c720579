// SPDX-License-Identifier: Apache-2.0

/// Efforts in messages.
enum EffortText {
  /// The number with up to four decimals and none that says nothing: 45, 12.5, 0.3333.
  static func text(_ effort: Double) -> String {
    let quanta = EffortQuantum.quanta(effort)
    let unit = UInt64(EffortQuantum.perUnit)
    let sign = quanta < 0 ? "-" : ""
    let (whole, rest) = quanta.magnitude.quotientAndRemainder(dividingBy: unit)
    guard rest > 0 else { return "\(sign)\(whole)" }
    var decimals = String(String(unit + rest).dropFirst())
    while decimals.hasSuffix("0") { decimals.removeLast() }
    return "\(sign)\(whole).\(decimals)"
  }
}
