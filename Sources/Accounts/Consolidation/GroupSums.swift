// SPDX-License-Identifier: Apache-2.0

/// The sums of one value of the accounts that a ledger keeps beside each other, account by account.
///
/// A ledger holds them lane by lane, so that a whole group is found with one look at each lane.
struct GroupSums {
  /// How many accounts a group has.
  static let size = PackedLane.groupSize

  private var laneCount = 0
  /// Per account how many of its lanes hold rows.
  private var counts = [Int](repeating: 0, count: size)
  /// Per account those lanes, in their order, and their sums.
  private var lanes: [Int32] = []
  private var sums: [SumStore.Sum] = []

  /// Takes the sums of a group in some lanes of a store.
  mutating func take(_ group: Int, _ value: Int, of store: SumStore, in lanes: [Int]) {
    removeAll()
    makeRoom(lanes.count)
    for (place, lane) in lanes.enumerated() where store.mayHold(value, lane: lane) {
      store.forEachPart(ofGroup: group, lane: lane, value: value) { account, sum in
        add(sum, of: account, lane: Int32(place))
      }
    }
  }

  /// Has no sums any more.
  mutating func removeAll() {
    for account in counts.indices { counts[account] = 0 }
  }

  private mutating func makeRoom(_ count: Int) {
    guard count > laneCount else { return }
    laneCount = count
    lanes = Array(repeating: 0, count: Self.size * count)
    sums = Array(repeating: SumStore.Sum(), count: Self.size * count)
  }

  private mutating func add(_ sum: SumStore.Sum, of account: Int, lane: Int32) {
    let next = account * laneCount + counts[account]
    if counts[account] > 0, lanes[next - 1] == lane {
      sums[next - 1].add(sum)
    } else {
      lanes[next] = lane
      sums[next] = sum
      counts[account] += 1
    }
  }

  /// How many lanes hold rows of an account.
  func count(of account: Int) -> Int { counts[account] }

  /// One of them: its place among the lanes, and its sum.
  func part(_ index: Int, of account: Int) -> (lane: Int, sum: SumStore.Sum) {
    let place = account * laneCount + index
    return (Int(lanes[place]), sums[place])
  }
}
