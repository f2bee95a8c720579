// SPDX-License-Identifier: Apache-2.0

/// The account ids that the sources and the master know, each with the group it counts for.
package struct AccountDirectory: Sendable {
  private let find: @Sendable (_ id: String) -> String?

  /// Knows the ids for which `find` has a group.
  package init(_ find: @escaping @Sendable (_ id: String) -> String?) { self.find = find }

  /// Knows the ids of `groups`; each maps to its group, or to itself.
  package init(groupByAccount groups: [String: String]) { self.init { groups[$0] } }

  /// The account that `id` counts for, nil when nobody knows it.
  package func group(of id: String) -> String? { find(id) }
}
