// SPDX-License-Identifier: Apache-2.0

/// An order of the rows of a table, other than their own, in which something is stored.
struct StoredOrder: Sendable {
  /// The rows in the order in which they are stored.
  let rows: [Int32]
  /// Per row its place in that order.
  let places: [Int32]

  /// Takes all rows, each once.
  init(_ rows: [Int32]) {
    self.rows = rows
    var places = [Int32](repeating: 0, count: rows.count)
    for (place, row) in rows.enumerated() { places[Int(row)] = Int32(place) }
    self.places = places
  }
}
