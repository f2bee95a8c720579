// SPDX-License-Identifier: Apache-2.0

/// A place with its score, in the order of a ranking: higher scores first, then smaller places.
struct RankedPlace: Sendable, Comparable {
  let billionths: Int64
  let place: Int

  static func < (a: RankedPlace, b: RankedPlace) -> Bool {
    a.billionths == b.billionths ? a.place < b.place : a.billionths > b.billionths
  }
}
