// SPDX-License-Identifier: Apache-2.0
import Accounts

/// Why accounts failed a gate: reads like an array of `LocalizedText?` in an eighth of its memory.
struct GateFailures: Sendable {
  /// Per account the number of its reason, -1 without one; only as long as there are reasons.
  private var numbers: [Int32] = []
  private var reasons: [LocalizedText] = []

  /// The reasons of the accounts, in their order.
  init(_ reasons: [LocalizedText?]) {
    guard let last = reasons.lastIndex(where: { $0 != nil }) else { return }
    numbers.reserveCapacity(last + 1)
    for reason in reasons[...last] { append(reason) }
  }

  private mutating func append(_ reason: LocalizedText?) {
    guard let reason else { return numbers.append(-1) }
    // Neighbours often fail for the same reason.
    if reasons.last != reason { reasons.append(reason) }
    numbers.append(Int32(reasons.count - 1))
  }

  /// The reason of one account, nil where it failed no gate.
  subscript(account: Int) -> LocalizedText? {
    get {
      guard account < numbers.count, numbers[account] >= 0 else { return nil }
      return reasons[Int(numbers[account])]
    }
    set {
      while numbers.count <= account { numbers.append(-1) }
      numbers[account] = -1
      guard let newValue else { return }
      numbers[account] = Int32(reasons.count)
      reasons.append(newValue)
    }
  }
}

extension GateFailures: Equatable {
  /// Whether the same accounts failed for the same reasons.
  static func == (a: GateFailures, b: GateFailures) -> Bool {
    (0..<max(a.numbers.count, b.numbers.count)).allSatisfy { a[$0] == b[$0] }
  }
}
