// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// Finds accounts by their ids without a walk through all of them.
///
/// Open addressing with at most half of the places taken. The order of the places shows in nothing.
/// Many ids are looked up some at a time, step by step: a place far off in memory is then asked for
/// while others are on their way.
package struct AccountIndex: Sendable {
  private let ids: [String]
  /// The position of an id plus one, 0 for a free place; their number is a power of two.
  private var places: [Int32]

  private static let batch = 128

  /// Knows `ids`; of equal ones the first is found.
  ///
  /// - Complexity: O(n)
  package init(_ ids: [String]) {
    self.ids = ids
    var size = 64
    while size < ids.count * 2 { size *= 2 }
    places = .inLargePages(repeating: 0, count: size)
    var ahead = Ahead()
    for start in stride(from: 0, to: ids.count, by: Self.batch) {
      let batch = start..<min(start + Self.batch, ids.count)
      look(for: ids, batch, &ahead)
      for index in batch {
        let (known, place) = find(ids[index], from: ahead.places[index - start])
        if known == nil { places[place] = Int32(index + 1) }
      }
    }
  }

  /// The position of `id`, nil when it is unknown.
  package func row(of id: String) -> Int? { find(id, from: firstPlace(of: id)).row }

  /// The position of each of `texts`, -1 for those that are unknown.
  package func rows(of texts: [String]) -> [Int32] {
    var rows: [Int32] = []
    rows.reserveCapacity(texts.count)
    var ahead = Ahead()
    for start in stride(from: 0, to: texts.count, by: Self.batch) {
      let batch = start..<min(start + Self.batch, texts.count)
      look(for: texts, batch, &ahead)
      for index in batch {
        let row = Int(ahead.entries[index - start]) - 1
        if row < 0 || ids[row] == texts[index] {
          rows.append(Int32(row))
        } else {
          rows.append(Int32(find(texts[index], from: ahead.places[index - start]).row ?? -1))
        }
      }
    }
    return rows
  }

  /// Where some ids belong, and what stands there.
  private struct Ahead {
    var places = [Int](repeating: 0, count: AccountIndex.batch)
    var entries = [Int32](repeating: 0, count: AccountIndex.batch)
  }

  private func look(for texts: [String], _ batch: Range<Int>, _ ahead: inout Ahead) {
    for index in batch { ahead.places[index - batch.lowerBound] = firstPlace(of: texts[index]) }
    for index in 0..<batch.count { ahead.entries[index] = places[ahead.places[index]] }
  }

  private func firstPlace(of id: String) -> Int { id.hashValue & (places.count - 1) }

  private func find(_ id: String, from first: Int) -> (row: Int?, place: Int) {
    var place = first
    while places[place] != 0 {
      let row = Int(places[place]) - 1
      if ids[row] == id { return (row, place) }
      place = (place + 1) & (places.count - 1)
    }
    return (nil, place)
  }
}
