// SPDX-License-Identifier: Apache-2.0

/// The value of a check-in in eight bytes: a number as it is, anything else as one of the bit
/// patterns that are no number.
struct PackedValue: Sendable {
  private let bits: Double

  private static let noNumber = Double.nan.bitPattern
  private static let flags: UInt64 = 1
  private static let zones: UInt64 = 3

  /// Packs `value`; what is no number cannot be told from nothing.
  init(_ value: KeyResultValue?) {
    switch value {
    case .number(let number)?: bits = number.isNaN ? .nan : number
    case .flag(let flag)?: bits = Self.pattern(Self.flags + (flag ? 1 : 0))
    case .zone(let zone)?:
      bits = Self.pattern(Self.zones + UInt64(Zone.allCases.firstIndex(of: zone) ?? 0))
    case nil: bits = .nan
    }
  }

  /// The value.
  var value: KeyResultValue? {
    guard bits.isNaN else { return .number(bits) }
    let kind = bits.bitPattern - Self.noNumber
    switch kind {
    case 0: return nil
    case Self.flags..<Self.zones: return .flag(kind > Self.flags)
    default: return .zone(Zone.allCases[Int(kind - Self.zones)])
    }
  }

  private static func pattern(_ kind: UInt64) -> Double { Double(bitPattern: noNumber + kind) }
}
