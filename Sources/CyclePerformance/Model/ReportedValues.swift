// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// Values that somebody reported: whole multiples of one fraction in four bytes each as long as all are
/// such, as numbers of a few decimals are, else eight bytes each.
struct ReportedValues: Sendable {
  /// A number as it stands in a file.
  struct Number {
    /// The number times ``scale``, nil for none.
    var units: Int64?
    /// A power of ten from 100 on, the same for all numbers of a file.
    var scale: Int64
  }

  private static let none = Int32.min

  /// The values times ``scale``; empty once one of them is something else.
  private var units: [Int32] = []
  /// A power of ten; hundredths are enough until a number has more decimals.
  private var scale: Int64 = 100
  private var others: [PackedValue] = []
  private var isMixed = false

  /// How many there are.
  var count: Int { isMixed ? others.count : units.count }

  /// The value at `index`.
  subscript(index: Int) -> KeyResultValue? {
    guard !isMixed else { return others[index].value }
    let number = units[index]
    return number == Self.none ? nil : .number(Double(number) / Double(scale))
  }

  /// Adds a number, or nothing.
  mutating func append(_ number: Number) {
    guard let all = number.units else { return append(nil) }
    if !isMixed, let few = ownUnits(all, number.scale) { return units.append(few) }
    // Division is exact below 2^53, beyond it the decimals decide.
    let isExact = all.magnitude < 1 << 53
    // Ten to the power of n is a multiple of two to the power of n, and of no more.
    let decimals = number.scale.trailingZeroBitCount
    append(
      .number(
        isExact
          ? Double(all) / Double(number.scale)
          : ExactDecimal(Int128(all), scale: decimals).doubleValue
      )
    )
  }

  /// Adds numbers times `scale`, ``RegularRows/missing`` for none.
  mutating func append(_ numbers: ArraySlice<Int64>, scale: Int64) {
    var step = scale / self.scale
    for number in numbers {
      // Nearly all are in the units of the others.
      if !isMixed, number != RegularRows.missing, step > 0 {
        let (quotient, rest) = number.quotientAndRemainder(dividingBy: step)
        if rest == 0, let few = small(quotient) {
          units.append(few)
          continue
        }
      }
      append(Number(units: number == RegularRows.missing ? nil : number, scale: scale))
      step = scale / self.scale
    }
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

  /// `number / scale` in units, which become smaller where it needs that; nil where it is too large
  /// or has larger units.
  private mutating func ownUnits(_ number: Int64, _ scale: Int64) -> Int32? {
    guard scale >= self.scale else { return nil }
    let (quotient, rest) = number.quotientAndRemainder(dividingBy: scale / self.scale)
    if rest != 0 {
      guard let all = small(number), widen(to: scale) else { return nil }
      return all
    }
    return small(quotient)
  }

  private func small(_ number: Int64) -> Int32? {
    Int32(exactly: number).flatMap { $0 == Self.none ? nil : $0 }
  }

  /// Makes the units smaller; false where a value becomes too large for them.
  private mutating func widen(to scale: Int64) -> Bool {
    let factor = scale / self.scale
    let fits = units.allSatisfy { $0 == Self.none || small(Int64($0) * factor) != nil }
    guard fits else { return false }
    for index in units.indices where units[index] != Self.none { units[index] *= Int32(factor) }
    self.scale = scale
    return true
  }

  /// A value in units, nil for one that is no whole multiple.
  private func units(of value: KeyResultValue?) -> Int32? {
    guard let value else { return Self.none }
    let scale = Double(scale)
    guard case .number(let number) = value,
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
