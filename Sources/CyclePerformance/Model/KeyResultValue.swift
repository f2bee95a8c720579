// SPDX-License-Identifier: Apache-2.0

/// A value somebody reported for a key result.
public enum KeyResultValue: Sendable, Hashable {
  /// A finite number in the key result's unit.
  case number(Double)
  /// Done or open.
  case flag(Bool)
  /// The zone of an ordinal key result.
  case zone(Zone)
}
