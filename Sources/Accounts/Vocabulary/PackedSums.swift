// SPDX-License-Identifier: Apache-2.0

/// Exact sums that are read only, each of 32 bits where all of them allow it.
///
/// Sums of whole hundredths and, of plain numbers, whole ones mostly do.
struct PackedSums: Sendable {
  private let narrow: [Int32]
  /// What the narrow sums count in.
  private let unit: Int64
  private let wide: ExactColumn

  /// What is missing among the narrow sums.
  private static let hole = Int32.min

  /// Packs sums.
  init(_ sums: ExactColumn) {
    // Amounts count ten-thousandths, plain numbers billionths.
    for unit: Int64 in [100, 1_000_000_000] {
      guard let narrow = Self.narrowed(sums, by: unit) else { continue }
      (self.narrow, self.unit, wide) = (narrow, unit, [])
      return
    }
    (narrow, unit, wide) = ([], 1, sums)
  }

  /// How many sums there are, missing ones among them.
  var count: Int { narrow.count + wide.count }
  /// Whether there are none.
  var isEmpty: Bool { count == 0 }

  /// False when it is known without a look at each sum that none is negative.
  var mayBeNegative: Bool {
    !wide.isEmpty || narrow.reduce(0) { min($0, $1 == Self.hole ? 0 : $1) } < 0
  }

  /// A sum; nil where it is missing.
  subscript(place: Int) -> Int128? {
    guard wide.isEmpty else { return wide[place] }
    let number = narrow[place]
    return number == Self.hole ? nil : Int128(Int64(number) * unit)
  }

  /// The sums in a unit; nil where one does not fit.
  private static func narrowed(_ sums: ExactColumn, by unit: Int64) -> [Int32]? {
    var narrow: [Int32] = []
    narrow.reserveCapacity(sums.count)
    for sum in sums {
      guard let sum else {
        narrow.append(hole)
        continue
      }
      guard let short = Int64(exactly: sum) else { return nil }
      let (units, rest) = short.quotientAndRemainder(dividingBy: unit)
      guard rest == 0, let number = Int32(exactly: units), number != hole else { return nil }
      narrow.append(number)
    }
    return narrow
  }
}
