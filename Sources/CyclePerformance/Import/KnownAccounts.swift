// SPDX-License-Identifier: Apache-2.0

/// The accounts of one file that were looked up, by the number of their text in it, so that each is
/// looked up once.
struct KnownAccounts {
  private static let unknown = Int32.min
  private static let isKnown = Int32(-1)

  /// The number of the group of each text among those of the objectives.
  private var groups: [Int32]
  /// The row of that group in the directory, -1 where it has none.
  private var rows: [Int32]
  /// The row of each text that is an account itself, -1 for others.
  private let own: [Int32]

  /// Knows the texts that have a row in the directory.
  init(rows: [Int32] = []) {
    self.rows = rows
    own = rows
    groups = rows.map { $0 < 0 ? Self.unknown : Self.isKnown }
  }

  /// The number of the group that an account counts for among those of the objectives; nil where it
  /// was not looked up or no objective has it yet.
  func group(ofText number: Int32) -> Int? {
    guard number >= 0, number < groups.count, groups[Int(number)] >= 0 else { return nil }
    return Int(groups[Int(number)])
  }

  /// The row of the group that an account counts for; nil where it was not looked up or has none.
  func row(ofText number: Int32) -> Int? {
    guard number >= 0, number < rows.count, rows[Int(number)] >= 0 else { return nil }
    return Int(rows[Int(number)])
  }

  /// Whether the text is the id of an account that counts for itself.
  func isAccount(text number: Int32) -> Bool {
    number >= 0 && number < own.count && own[Int(number)] >= 0
  }

  /// Notes that the programme knows an account, and the row of its group.
  mutating func note(text number: Int32, row: Int?) {
    guard number >= 0 else { return }
    while groups.count <= number {
      groups.append(Self.unknown)
      rows.append(-1)
    }
    guard groups[Int(number)] == Self.unknown else { return }
    groups[Int(number)] = Self.isKnown
    rows[Int(number)] = Int32(row ?? -1)
  }

  /// Notes the number of the group of an account, if the programme knows it.
  mutating func note(text number: Int32, group: Int32) {
    guard number >= 0, number < groups.count, groups[Int(number)] == Self.isKnown else { return }
    groups[Int(number)] = group
  }
}
