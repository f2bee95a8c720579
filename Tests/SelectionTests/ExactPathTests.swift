// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Selection

@Suite struct ExactPathTests {
  /// Accounts with parts and efforts, and the best list found by trying all of them.
  private struct Example {
    let parts: ScoreParts
    let efforts: [Int]
    private let lists: [[Int]]

    init(_ seed: UInt64, count: Int = 8) {
      var stream = RandomNumbers(seed: seed).stream(1)
      let columns = (0..<3).map { _ in (0..<count).map { _ in (stream.next() * 10).rounded() / 10 }
      }
      parts = ScoreParts(columns: columns, weights: [0.5, 0.3, 0.2])
      let efforts = (0..<count).map { _ in 1 + Int(stream.next() * 9) }
      self.efforts = efforts
      lists = (0..<1 << count).map { set in (0..<count).filter { set >> $0 & 1 == 1 } }
        .filter { $0.reduce(0) { $0 + efforts[$1] } <= 15 }
    }

    func score(_ list: [Int], _ weights: [Double]) -> Double {
      let scores = parts.scores(weights)
      return list.reduce(0) { $0 + scores[$1] }
    }

    func best(_ weights: [Double]) -> [Int] {
      let scores = parts.scores(weights)
      let sums = lists.map { list in list.reduce(0) { $0 + scores[$1] } }
      return zip(lists, sums).max { $0.1 < $1.1 }?.0 ?? []
    }

    func path(_ j: Int, towards end: Double, wantsAll: Bool) -> ExactPath? {
      ExactPath(
        WeightPath(of: j, parts),
        towards: end,
        from: best(parts.weights),
        wantsAll: wantsAll,
        solving: best
      )
    }
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func everyListOnTheWayIsABestOne(_ seed: UInt64) throws {
    let example = Example(seed)
    for j in 0..<3 {
      let weights = ProportionalWeights(of: j, example.parts.weights)
      for end in [0.0, 1] {
        let changes = try #require(example.path(j, towards: end, wantsAll: true)).changes
        for step in 0...60 {
          let weight = weights.given + (end - weights.given) * Double(step) / 60
          let passed = changes.last {
            ($0.weight - weights.given).magnitude <= (weight - weights.given).magnitude
          }
          let members = passed?.members ?? example.best(example.parts.weights)
          let here = weights.weights(at: weight)
          #expect(example.score(members, here) >= example.score(example.best(here), here) - 1e-7)
        }
        let distances = changes.map { ($0.weight - weights.given).magnitude }
        #expect(distances == distances.sorted())
      }
    }
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func theNearestChangeIsTheFirstOfAll(_ seed: UInt64) throws {
    let example = Example(seed)
    for (j, end) in [(0, 1.0), (1, 1), (2, 0)] {
      let all = try #require(example.path(j, towards: end, wantsAll: true)).changes
      let one = try #require(example.path(j, towards: end, wantsAll: false)).changes
      #expect(one.map(\.weight) == all.prefix(1).map(\.weight))
      #expect(one.count <= 1)
    }
  }

  @Test func aListOfEverybodyNeverChanges() throws {
    let example = Example(3)
    let everybody = Array(0..<8)
    let path = ExactPath(
      WeightPath(of: 0, example.parts),
      towards: 1,
      from: everybody,
      wantsAll: true,
      solving: { _ in everybody }
    )
    #expect(try #require(path).changes.isEmpty)
  }

  @Test func withoutAnAnswerNothingIsKnown() {
    let parts = Example(4).parts
    let path = WeightPath(of: 0, parts)
    let nothing = ExactPath(path, towards: 1, from: [0], wantsAll: true, solving: { _ in nil })
    #expect(nothing == nil)
    var left = 1
    let less = ExactPath(path, towards: 1, from: [7], wantsAll: true) { _ in
      left -= 1
      return left < 0 ? nil : [1, 2, 3]
    }
    #expect(less == nil)
  }
}
