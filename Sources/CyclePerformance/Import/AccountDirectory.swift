// SPDX-License-Identifier: Apache-2.0

/// The account ids that the sources and the master know, each with the group it counts for.
package struct AccountDirectory: Sendable {
  /// An account that is known.
  struct Known {
    /// The account it counts for.
    var group: String
    /// The row of that account, nil in a directory without rows.
    var row: Int?
  }

  /// The accounts by row; empty in a directory without rows.
  private let ids: [String]
  private let findRows: @Sendable (_ ids: [String]) -> [Int32]
  private let find: @Sendable (_ id: String) -> Known?

  /// Knows the ids for which `find` has a group.
  package init(_ find: @escaping @Sendable (_ id: String) -> String?) {
    ids = []
    findRows = { ids in ids.map { _ in -1 } }
    self.find = { id in find(id).map { Known(group: $0) } }
  }

  /// Knows the ids of `groups`; each maps to its group, or to itself.
  package init(groupByAccount groups: [String: String]) { self.init { groups[$0] } }

  /// Knows the accounts `ids`, no two of which are equal.
  ///
  /// - Parameters:
  ///   - ids: the accounts by row
  ///   - rows: the row of each of some ids, -1 for those that are none of `ids`
  ///   - row: the row that an id counts for, whatever names an account; nil when nobody knows it
  package init(
    ids: [String],
    rows: @escaping @Sendable (_ ids: [String]) -> [Int32],
    row: @escaping @Sendable (_ id: String) -> Int?
  ) {
    self.ids = ids
    findRows = rows
    find = { id in row(id).map { Known(group: ids[$0], row: $0) } }
  }

  /// How many rows there are.
  var rowCount: Int { ids.count }

  /// The account in a row.
  func account(ofRow row: Int) -> String { ids[row] }

  /// The rows of some ids that are accounts themselves, -1 for others.
  func rows(of ids: [String]) -> [Int32] { findRows(ids) }

  /// The account that `id` counts for, nil when nobody knows it.
  func known(_ id: String) -> Known? { find(id) }
}
