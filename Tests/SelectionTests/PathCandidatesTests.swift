// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Selection

@Suite struct PathCandidatesTests {
  private static let count = 3000

  /// Parts with many full marks, and the path of the first of three criteria.
  private func path(_ seed: UInt64) -> WeightPath {
    var stream = RandomNumbers(seed: seed).stream(1)
    let columns = (0..<3).map { _ in (0..<Self.count).map { _ in min(1, 1.1 * stream.next()) } }
    return WeightPath(of: 0, ScoreParts(columns: columns, weights: [0.5, 0.3, 0.2]))
  }

  /// Who may be among the best on a stretch, one place after another.
  private func plain(
    _ path: WeightPath,
    _ places: [Int],
    best depth: Int,
    _ stretch: (start: Double, stop: Double)
  ) -> [Int] {
    let ends = places.map { place in
      [path.score(place, at: stretch.start), path.score(place, at: stretch.stop)]
    }
    let bar = ends.map { min($0[0], $0[1]) }.sorted(by: >)[depth - 1] - 1e-9
    return zip(places, ends).filter { max($1[0], $1[1]) >= bar }.map(\.0)
  }

  @Test(arguments: [(0.5, 1), (0.5, 0.25), (0.999, 1), (0, 1)], [1, 20, 400])
  func leavesWhoCanBeAmongTheBest(_ ends: (Double, Double), _ depth: Int) {
    let path = path(UInt64(depth))
    let nobody = [Bool](repeating: false, count: Self.count)
    var room = PathCandidates.Room(Self.count)
    let thirds = Array(stride(from: 0, to: Self.count, by: 3))
    for places in [Array(0..<Self.count), thirds] {
      let rest = path.candidates(places).narrowed(
        toBest: depth,
        on: (ends.0, ends.1),
        slack: 1e-9,
        keeping: nobody,
        in: &room
      )
      #expect(rest.places == plain(path, places, best: depth, (ends.0, ends.1)))
      let again = rest.narrowed(
        toBest: depth,
        on: (ends.0, ends.1),
        slack: 1e-9,
        keeping: nobody,
        in: &room
      )
      #expect(again.places == rest.places)
    }
  }

  @Test func keepsWhoIsToBeKept() {
    let path = path(1)
    var isKept = [Bool](repeating: false, count: Self.count)
    let lowest = (0..<Self.count).min { path.score($0, at: 0.5) < path.score($1, at: 0.5) }
    if let lowest { isKept[lowest] = true }
    var room = PathCandidates.Room(Self.count)
    let rest = path.candidates(Array(0..<Self.count)).narrowed(
      toBest: 5,
      on: (0.5, 0.6),
      slack: 0,
      keeping: isKept,
      in: &room
    )
    #expect(rest.places.contains(lowest ?? -1))
    #expect(rest.count < Self.count / 2)
  }
}
