// SPDX-License-Identifier: Apache-2.0

/// The values of groups, one group behind the other in one piece of memory.
package struct GroupedValues: Sendable, Equatable {
  /// All values, group by group.
  package private(set) var values: [Double] = []
  private var starts: [Int] = []

  /// No groups.
  package init() {}

  /// Makes room for so many groups and values.
  package mutating func reserveCapacity(groups: Int, values: Int) {
    starts.reserveCapacity(groups)
    self.values.reserveCapacity(values)
  }

  /// Begins another group.
  package mutating func startGroup() { starts.append(values.count) }

  /// Adds a value to the group that was begun last.
  package mutating func append(_ value: Double) { values.append(value) }

  /// How many groups there are.
  package var count: Int { starts.count }

  /// The values of a group.
  package subscript(group: Int) -> ArraySlice<Double> {
    values[starts[group]..<(group + 1 < starts.count ? starts[group + 1] : values.count)]
  }

  /// The mean of a group's values, not a number without any.
  package func mean(of group: Int) -> Double {
    let values = self[group]
    return values.reduce(0, +) / Double(values.count)
  }
}
