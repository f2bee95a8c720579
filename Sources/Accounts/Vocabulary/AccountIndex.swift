// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// Finds accounts by their ids without a walk through all of them.
///
/// Open addressing with at most half of the places taken. The order of the places shows in nothing.
package struct AccountIndex: Sendable {
  private let ids: [String]
  /// The position of an id plus one, 0 for a free place; their number is a power of two.
  private var places: [Int32]

  /// Knows `ids`; of equal ones the first is found.
  ///
  /// - Complexity: O(n)
  package init(_ ids: [String]) {
    self.ids = ids
    var size = 64
    while size < ids.count * 2 { size *= 2 }
    places = .inLargePages(repeating: 0, count: size)
    for index in ids.indices {
      let (known, place) = find(ids[index])
      if known == nil { places[place] = Int32(index + 1) }
    }
  }

  /// The position of `id`, nil when it is unknown.
  package func row(of id: String) -> Int? { find(id).row }

  private func find(_ id: String) -> (row: Int?, place: Int) {
    var place = id.hashValue & (places.count - 1)
    while places[place] != 0 {
      let row = Int(places[place]) - 1
      if ids[row] == id { return (row, place) }
      place = (place + 1) & (places.count - 1)
    }
    return (nil, place)
  }
}
