// SPDX-License-Identifier: Apache-2.0

/// The names of criteria level by level, taken from the tree before the criteria are read.
struct CriterionNames {
  /// The names of each level, the top one first.
  private(set) var levels: [[String]] = []

  /// The names on the top level.
  var top: [String] { levels.first ?? [] }
  /// All names.
  var all: [String] { levels.flatMap(\.self) }

  /// Collects the names below `node`, a list of criteria.
  init(in node: ProgrammeNode?) { add(node) }

  private mutating func add(_ node: ProgrammeNode?) {
    guard let items = node?.items, !items.isEmpty else { return }
    levels.append(items.map { ($0["name"] ?? $0["measure"])?.scalarText ?? "" })
    for item in items { add(item["criteria"]) }
  }
}
