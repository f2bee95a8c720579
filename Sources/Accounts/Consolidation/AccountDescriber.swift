// SPDX-License-Identifier: Apache-2.0

/// Names, attributes, members and systems of the consolidated accounts.
///
/// The group's own texts come first, master before sources; what the group itself does not say is
/// taken from its members only where they all agree.
struct AccountDescriber {
  private let graph: AccountGraph
  private let sources: [SourceLedger]
  private let master: MasterLedger
  private let members: RowMembers
  private let groups: [Int32]
  private let rowOfNode: [Int32]
  private let nodesOfLedger: [[Int32]]
  /// The nodes of the rows that hold more than one account of one file; of the others a single
  /// list of texts tells everything.
  private let nodesOfMixedRows: [Int: [Int]]

  init(
    graph: AccountGraph,
    sources: [SourceLedger],
    master: MasterLedger,
    members: RowMembers,
    nodesOfLedger: [[Int32]],
    rows: (groups: [Int32], ofNode: [Int32])
  ) {
    self.graph = graph
    self.sources = sources
    self.master = master
    self.members = members
    self.nodesOfLedger = nodesOfLedger
    (groups, rowOfNode) = rows
    var nodeCounts = [Int32](repeating: 0, count: rows.groups.count)
    for row in rows.ofNode { nodeCounts[Int(row)] += 1 }
    var mixed: [Int: [Int]] = [:]
    for (node, own) in rows.ofNode.enumerated() {
      let row = Int(own)
      if nodeCounts[row] > 1 || members.only(of: row) == nil || graph.nodes[node].master != nil {
        mixed[row, default: []].append(node)
      }
    }
    nodesOfMixedRows = mixed
  }

  /// One name per account, empty where no input gives one.
  func names() -> NameColumn {
    let column = texts(
      isName: true,
      ofMaster: { $0.name },
      ofSource: { $0.names }
    )
    var names = column.own
    for row in groups.indices where names.numbers[row] < 0 {
      guard let name = graph.namesAsParents[Int(groups[row])] ?? column.common[row] else {
        continue
      }
      names.set(name, of: row)
    }
    return NameColumn(names)
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
      let column = texts(
        isName: false,
        ofMaster: { record in masterColumn.map { record.attributes[$0] } ?? "" },
        ofSource: { ledger in
          ledger.attributes.first { $0.name == name }?.texts
            ?? AccountTexts(none: ledger.accounts.count)
        }
      )
      return AccountTable.Attribute(
        name: name,
        texts: column.all,
        distinctCounts: column.counts
      )
    }
  }

  /// How many source accounts each account holds; mere parents without rows are none.
  func members(_ rollUp: MasterMapping.RollUp) -> [Int] {
    var counts = [Int](repeating: 0, count: groups.count)
    for (position, node) in graph.nodes.enumerated() {
      let isMereParent = rollUp != .none && node.isNamedAsParent && !node.hasSourceRows
      if !isMereParent { counts[Int(rowOfNode[position])] += 1 }
    }
    return counts
  }

  /// Per account the systems that have rows of it.
  func systems() -> [[String]] {
    // Few sets of systems occur, so each is made once and shared.
    let single = sources.map { [$0.system] }
    var known: [Set<String>: [String]] = [:]
    return groups.indices.map { row in
      if let member = members.only(of: row) { return single[Int(member.source)] }
      let systems = Set(members[row].map { sources[Int($0.source)].system })
      if let found = known[systems] { return found }
      let found = systems.sorted { $0.isBytewiseLess(than: $1) }
      known[systems] = found
      return found
    }
  }

  // MARK: Texts

  /// One text column of all rows.
  private struct Column {
    /// What the group's own record says.
    var own: TextColumn
    /// What everybody agrees on, where the group itself says nothing.
    var common: [Int: String] = [:]
    /// How many different texts the group and its members say.
    var counts: CountColumn

    /// What the groups say, or everybody of a group agrees on.
    var all: TextColumn {
      var all = own
      for (row, text) in common where all[row] == nil { all.set(text, of: row) }
      return all
    }
  }

  /// What the group itself says, master before sources, and what all its members say.
  ///
  /// Texts are counted over all files first, so that nothing depends on how rows are spread over
  /// files. With `isName` a member counts by its most frequent text alone.
  private func texts(
    isName: Bool,
    ofMaster masterText: (MasterRecord) -> String,
    ofSource sourceTexts: (SourceLedger) -> AccountTexts
  ) -> Column {
    let columns = sources.map(sourceTexts)
    let firsts = columns.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.texts.count) }
    var column = Column(
      own: TextColumn(
        missing: groups.count,
        of: columns.count == 1 ? columns[0].texts : columns.flatMap(\.texts)
      ),
      counts: CountColumn(zeros: groups.count)
    )
    // Held by itself: what is read from within a list would be copied every time.
    var (source, texts) = (-1, AccountTexts(none: 0))
    for row in groups.indices {
      guard let member = members.only(of: row) else { continue }
      if source != Int(member.source) {
        source = Int(member.source)
        texts = columns[source]
      }
      if let only = texts.only(Int(member.account)) {
        guard only >= 0 else { continue }
        column.own.set(number: Int32(firsts[source]) + only, of: row)
        column.counts[row] = 1
      } else {
        let counted = texts[Int(member.account)]
        column.own.set(counted.mostFrequent, of: row)
        column.counts[row] = isName ? min(1, counted.count) : counted.count
      }
    }
    for (row, nodes) in nodesOfMixedRows {
      let found = mixedTexts(row, nodes, isName: isName, ofMaster: masterText, columns)
      column.own.set(found.own, of: row)
      column.counts[row] = found.all.count
      if found.own == nil, found.all.count == 1 { column.common[row] = found.all.first }
    }
    return column
  }

  /// The texts of a row of several nodes, of several files, or with a master record.
  private func mixedTexts(
    _ row: Int,
    _ nodes: [Int],
    isName: Bool,
    ofMaster masterText: (MasterRecord) -> String,
    _ columns: [AccountTexts]
  ) -> (own: String?, all: Set<String>) {
    var textsOfNodes: [Int: [CountedText]] = [:]
    for member in members[row] {
      let node = Int(nodesOfLedger[Int(member.source)][Int(member.account)])
      textsOfNodes[node, default: []].merge(columns[Int(member.source)][Int(member.account)])
    }
    let group = Int(groups[row])
    var ofMaster: String?
    var own: [CountedText] = []
    var all: Set<String> = []
    for node in nodes {
      if let record = graph.nodes[node].master.map({ master.records[$0] }) {
        let text = masterText(record)
        if !text.isEmpty { all.insert(text) }
        if !text.isEmpty, group == node { ofMaster = text }
      }
      guard let texts = textsOfNodes[node], !texts.isEmpty else { continue }
      all.formUnion(isName ? texts.mostFrequent.map { [$0] } ?? [] : texts.map(\.text))
      if graph.canonical(node) == group { own.merge(texts) }
    }
    return (ofMaster ?? own.mostFrequent, all)
  }
}
