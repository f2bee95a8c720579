// SPDX-License-Identifier: Apache-2.0

/// Names, attributes, members and systems of the consolidated accounts.
///
/// The group's own texts come first, master before sources; what the group itself does not say is
/// taken from its members only where they all agree.
struct AccountDescriber {
  let graph: AccountGraph
  let sources: [SourceLedger]
  let master: MasterLedger
  let nodesOfLedger: [[Int]]
  let groups: [Int]
  let rowOfNode: [Int]

  /// One name per account, empty where no input gives one.
  func names() -> [String] {
    let columns = texts(
      isName: true,
      ofMaster: { $0.name },
      ofSource: { ledger, account in ledger.names[account] }
    )
    return groups.indices.map { row in
      let parentName = graph.nodes[groups[row]].nameAsParent
      return columns.own[row] ?? (parentName.isEmpty ? nil : parentName) ?? columns.common(row)
        ?? ""
    }
  }

  /// The text columns: those of the master, then those that only sources have.
  func attributes() -> [AccountTable.Attribute] {
    var names = master.attributes
    for ledger in sources {
      for attribute in ledger.attributes where !names.contains(attribute.name) {
        names.append(attribute.name)
      }
    }
    return names.map { name in
      let masterColumn = master.attributes.firstIndex(of: name)
      let columns = texts(
        isName: false,
        ofMaster: { record in masterColumn.map { record.attributes[$0] } ?? "" },
        ofSource: { ledger, account in
          ledger.attributes.first { $0.name == name }?.texts[account] ?? []
        }
      )
      return AccountTable.Attribute(
        name: name,
        texts: groups.indices.map { columns.own[$0] ?? columns.common($0) },
        distinctCounts: columns.all.map(\.count)
      )
    }
  }

  /// How many source accounts each account holds; mere parents without rows are none.
  func members(_ rollUp: MasterMapping.RollUp) -> [Int] {
    var counts = [Int](repeating: 0, count: groups.count)
    for (position, node) in graph.nodes.enumerated() {
      let isMereParent = rollUp != .none && node.isNamedAsParent && !node.hasSourceRows
      if !isMereParent { counts[rowOfNode[position]] += 1 }
    }
    return counts
  }

  /// Per account the systems that have rows of it.
  func systems() -> [[String]] {
    var found = [Set<String>](repeating: [], count: groups.count)
    for (index, ledger) in sources.enumerated() {
      for node in nodesOfLedger[index] { found[rowOfNode[node]].insert(ledger.system) }
    }
    return found.map { $0.sorted { $0.isBytewiseLess(than: $1) } }
  }

  // MARK: Texts

  private struct Columns {
    /// What the group's own record says.
    var own: [String?]
    /// Everything that the group and its members say.
    var all: [Set<String>]

    /// What everybody agrees on.
    func common(_ row: Int) -> String? { all[row].count == 1 ? all[row].first : nil }
  }

  /// What the group itself says, master before sources, and what all its members say.
  ///
  /// Texts are counted over all files first, so that nothing depends on how rows are spread over
  /// files. With `isName` a member counts by its most frequent text alone.
  private func texts(
    isName: Bool,
    ofMaster masterText: (MasterRecord) -> String,
    ofSource sourceTexts: (SourceLedger, Int) -> [CountedText]
  ) -> Columns {
    var columns = Columns(
      own: Array(repeating: nil, count: groups.count),
      all: Array(repeating: [], count: groups.count)
    )
    for (position, node) in graph.nodes.enumerated() {
      guard let record = node.master.map({ master.records[$0] }) else { continue }
      let text = masterText(record)
      guard !text.isEmpty else { continue }
      columns.all[rowOfNode[position]].insert(text)
      if groups[rowOfNode[position]] == position { columns.own[rowOfNode[position]] = text }
    }
    var own = [[CountedText]](repeating: [], count: groups.count)
    for (position, texts) in sourceTextsOfNodes(sourceTexts).enumerated() where !texts.isEmpty {
      let row = rowOfNode[position]
      let told = isName ? texts.mostFrequent.map { [$0] } ?? [] : texts.map(\.text)
      columns.all[row].formUnion(told)
      if graph.canonical(position) == groups[row] { own[row].merge(texts) }
    }
    for row in groups.indices where columns.own[row] == nil {
      columns.own[row] = own[row].mostFrequent
    }
    return columns
  }

  private func sourceTextsOfNodes(
    _ sourceTexts: (SourceLedger, Int) -> [CountedText]
  ) -> [[CountedText]] {
    var found = [[CountedText]](repeating: [], count: graph.nodes.count)
    for (index, ledger) in sources.enumerated() {
      for (account, position) in nodesOfLedger[index].enumerated() {
        found[position].merge(sourceTexts(ledger, account))
      }
    }
    return found
  }
}
