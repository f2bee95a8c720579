// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Some places of a ``WeightPath`` with their parts side by side, so that all are scored in one go.
struct PathCandidates {
  /// The places, ascending.
  let places: [Int]
  private let alone: [Double]
  private let without: [Double]

  /// Where scores are worked out; it is made once and used for every stretch.
  struct Room {
    fileprivate var low: [Double]
    fileprivate var high: [Double]
    fileprivate var kept: [Int]

    /// Makes room for so many places.
    init(_ count: Int) {
      low = [Double](repeating: 0, count: count)
      high = low
      kept = [Int](repeating: 0, count: count)
    }
  }

  /// Takes places with what each scores by the criterion alone and without it.
  init(_ places: [Int], alone: [Double], without: [Double]) {
    precondition(places.count == alone.count && places.count == without.count, "a part per place")
    self.places = places
    self.alone = alone
    self.without = without
  }

  /// How many places there are.
  var count: Int { places.count }

  /// Those that may be among the best `depth` somewhere on a stretch, and those that are kept.
  ///
  /// *Definition* The lower of its scores at both ends is what a place reaches everywhere in
  /// between; whoever stays below the `depth`-th of these, less the slack, at both ends is out.
  ///
  /// - Parameters:
  ///   - depth: from 1 to the number of places.
  ///   - stretch: the weights at its ends.
  ///   - slack: by how much less is still enough.
  ///   - isKept: per place of the path whether it stays in any case.
  ///   - room: has room for all places.
  /// - Returns: the places that are left, ascending.
  func narrowed(
    toBest depth: Int,
    on stretch: (start: Double, stop: Double),
    slack: Double,
    keeping isKept: [Bool],
    in room: inout Room
  ) -> PathCandidates {
    score(stretch, &room.low, &room.high)
    let bar = OrderStatistics.largest(depth, of: room.low.span.extracting(first: count)) - slack
    let kept = room.kept[..<find(bar, room.high, isKept, &room.kept)]
    return PathCandidates(
      kept.map { places[$0] },
      alone: kept.map { alone[$0] },
      without: kept.map { without[$0] }
    )
  }

  /// The lower and the higher score of each place at both ends, as ``WeightPath/score(_:at:)`` has it.
  private func score(
    _ stretch: (start: Double, stop: Double),
    _ low: inout [Double],
    _ high: inout [Double]
  ) {
    precondition(count <= low.count && count <= high.count, "\(count) places in too little room")
    let (start, stop) = stretch
    let (alone, without) = (alone.span, without.span)
    var low = low.mutableSpan
    var high = high.mutableSpan
    for i in alone.indices {
      let a = start * alone[i] + (1 - start) * without[i]
      let b = stop * alone[i] + (1 - stop) * without[i]
      low[i] = min(a, b)
      high[i] = max(a, b)
    }
  }

  /// Notes the indices of the places whose higher score is at least `bar`, and of those that are
  /// kept; returns how many these are.
  ///
  /// Who is in cannot be foreseen, so nothing branches: each is noted, and overwritten by the next
  /// where it is out.
  private func find(
    _ bar: Double,
    _ high: [Double],
    _ isKept: [Bool],
    _ found: inout [Int]
  ) -> Int {
    let (places, high, isKept) = (places.span, high.span, isKept.span)
    var found = found.mutableSpan
    var end = 0
    for i in places.indices {
      found[end] = i
      end &+= (high[i] >= bar ? 1 : 0) | (isKept[places[i]] ? 1 : 0)
    }
    return end
  }
}
