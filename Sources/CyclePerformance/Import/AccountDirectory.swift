// SPDX-License-Identifier: Apache-2.0

/// The account ids that the sources and the master know, each with the group it counts for.
package struct AccountDirectory: Sendable, Equatable {
  private let groups: [String: String]

  /// Knows the ids of `groups`; each maps to its group, or to itself.
  package init(groupByAccount groups: [String: String]) { self.groups = groups }

  /// The account that `id` counts for, nil when nobody knows it.
  package func group(of id: String) -> String? { groups[id] }
}
