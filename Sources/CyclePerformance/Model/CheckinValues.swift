// SPDX-License-Identifier: Apache-2.0

/// The values of check-ins: whole multiples of one fraction in four bytes each as long as all are
/// such, as numbers of a few decimals are, else eight bytes each.
struct CheckinValues: Sendable {
  private static let none = Int32.min

  /// The values times ``scale``; empty once one of them is something else.
  private var units: [Int32] = []
  /// A power of ten, 0 as long as there is no number.
  private var scale = 0.0
  private var others: [PackedValue] = []
  private var isMixed = false

  /// How many there are.
  var count: Int { isMixed ? others.count : units.count }

  /// The value at `index`.
  subscript(index: Int) -> KeyResultValue? {
    guard !isMixed else { return others[index].value }
    let number = units[index]
    return number == Self.none ? nil : .number(Double(number) / scale)
  }

  /// Adds `units / scale`, nothing for nil; the scale is a power of ten.
  mutating func append(units number: Int32?, scale: Double) {
    if self.scale == 0 { self.scale = scale }
    guard !isMixed, self.scale == scale, number != Self.none else {
      return append(number.map { .number(Double($0) / scale) })
    }
    units.append(number ?? Self.none)
  }

  /// Adds a value.
  mutating func append(_ value: KeyResultValue?) {
    if !isMixed, let number = units(of: value) { return units.append(number) }
    if !isMixed { mix() }
    others.append(PackedValue(value))
  }

  /// Makes room for so many values.
  mutating func reserveCapacity(_ count: Int) {
    if isMixed { others.reserveCapacity(count) } else { units.reserveCapacity(count) }
  }

  /// Puts the values into another order, or keeps some of them.
  mutating func apply(_ order: [Int32]) {
    if isMixed {
      others = order.map { others[Int($0)] }
    } else {
      units = order.map { units[Int($0)] }
    }
  }

  /// A value in units, nil for one that is no whole multiple.
  private func units(of value: KeyResultValue?) -> Int32? {
    guard let value else { return Self.none }
    guard case .number(let number) = value, scale > 0,
      let units = Int32(exactly: (number * scale).rounded()), units != Self.none,
      (Double(units) / scale).bitPattern == number.bitPattern
    else { return nil }
    return units
  }

  private mutating func mix() {
    others.reserveCapacity(units.capacity)
    for index in units.indices { others.append(PackedValue(self[index])) }
    (units, isMixed) = ([], true)
  }
}
