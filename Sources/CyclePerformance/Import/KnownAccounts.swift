// SPDX-License-Identifier: Apache-2.0

/// The accounts of one file that were looked up, by the number of their text in it, so that each is
/// looked up once.
struct KnownAccounts {
  private static let unknown = Int32.min
  private static let isKnown = Int32(-1)

  private var groups: [Int32] = []

  /// The number of the group that an account counts for among those of the objectives; nil where it
  /// was not looked up or no objective has it yet.
  func group(ofText number: Int32) -> Int? {
    guard number >= 0, number < groups.count, groups[Int(number)] >= 0 else { return nil }
    return Int(groups[Int(number)])
  }

  /// Notes that the programme knows an account.
  mutating func note(text number: Int32) {
    guard number >= 0 else { return }
    while groups.count <= number { groups.append(Self.unknown) }
    if groups[Int(number)] == Self.unknown { groups[Int(number)] = Self.isKnown }
  }

  /// Notes the number of the group of an account, if the programme knows it.
  mutating func note(text number: Int32, group: Int32) {
    guard number >= 0, number < groups.count, groups[Int(number)] == Self.isKnown else { return }
    groups[Int(number)] = group
  }
}
