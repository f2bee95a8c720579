// SPDX-License-Identifier: Apache-2.0

/// Which elements belong to which group, without a list of its own for any group.
package struct Groups: Sendable {
  private var ends: [Int32]
  /// The elements, group by group.
  private(set) var members: [Int32]

  /// Puts element `i` into group `groups[i]`, none where that is negative; `count` groups.
  ///
  /// - Complexity: O(n) in the elements and groups
  package init(_ groups: [Int32], count: Int) {
    ends = Array(repeating: 0, count: count + 1)
    for group in groups where group >= 0 { ends[Int(group) + 1] += 1 }
    for group in 0..<count { ends[group + 1] += ends[group] }
    members = Array(repeating: 0, count: Int(ends[count]))
    var next = ends
    for (element, group) in groups.enumerated() where group >= 0 {
      members[Int(next[Int(group)])] = Int32(element)
      next[Int(group)] += 1
    }
  }

  /// How many groups there are.
  package var count: Int { ends.count - 1 }

  /// The elements of a group, ascending.
  package subscript(group: Int) -> ArraySlice<Int32> { members[range(of: group)] }

  /// Where the elements of a group stand among ``members``.
  func range(of group: Int) -> Range<Int> { Int(ends[group])..<Int(ends[group + 1]) }
}
