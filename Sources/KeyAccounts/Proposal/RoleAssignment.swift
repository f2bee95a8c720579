// SPDX-License-Identifier: Apache-2.0

/// Which column of a file plays which role.
struct RoleAssignment {
  private let columns: [ColumnProfile]

  /// Looks at the headers of columns that hold anything.
  init(_ columns: [ColumnProfile]) {
    self.columns = columns.filter { $0.kind != .empty && !$0.header.isEmpty }
  }

  /// The columns of a role, the best fitting word first, then in file order.
  private func all(_ role: ColumnRole) -> [ColumnProfile] {
    columns.filter { $0.role?.role == role }
      .sorted { ($0.role?.fit ?? 0, $0.index) < ($1.role?.fit ?? 0, $1.index) }
  }

  /// The column whose header fits a role best.
  func best(_ role: ColumnRole) -> ColumnProfile? { all(role).first }

  /// The column of one of these kinds whose header fits a role best.
  func best(_ role: ColumnRole, of kinds: Set<ColumnKind>) -> ColumnProfile? {
    all(role).first { kinds.contains($0.kind) }
  }

  /// The column of the account: by its header, else the name.
  ///
  /// Where ids of other files are known and another id column shares at least half of its ids with
  /// them, that one links the files and goes first.
  func account(knownIds: Set<String>) -> ColumnProfile? {
    let named = best(.account) ?? best(.name) ?? numberedAccount
    guard !knownIds.isEmpty, let named, Self.overlap(named, knownIds) < 0.1 else { return named }
    let linking = columns.filter { column in
      column.kind == .id && column.role?.role != .parent && column.index != named.index
    }
    return linking.first { Self.overlap($0, knownIds) >= 0.5 } ?? named
  }

  /// The account where columns have numbers and no names: the first codes, else the first long
  /// numbers without decimals.
  private var numberedAccount: ColumnProfile? {
    guard isNumbered else { return nil }
    return columns.first { $0.kind == .id }
      ?? columns.first { column in
        column.kind == .number
          && column.samples.allSatisfy { $0.utf8.count > 3 && $0.utf8.allSatisfy(Self.isDigit) }
      }
  }

  private var isNumbered: Bool {
    !columns.isEmpty && columns.allSatisfy { $0.header == String($0.index + 1) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  /// The share of a column's different texts that are known ids, leading zeros aside.
  private static func overlap(_ column: ColumnProfile, _ known: Set<String>) -> Double {
    guard !column.counts.isEmpty else { return 0 }
    return Double(column.counts.keys.count { known.contains(LeadingZeros.dropped($0)) })
      / Double(column.counts.count)
  }

  /// The column of the name: by its header, else a second account column that holds words.
  func name(besides account: ColumnProfile) -> ColumnProfile? {
    if let name = best(.name), name.index != account.index { return name }
    let others = isNumbered ? columns.filter { $0.kind == .text } : all(.account)
    return others.first { column in
      column.index != account.index
        && column.samples.allSatisfy { sample in sample.contains { $0.isLetter } }
    }
  }
}
