// SPDX-License-Identifier: Apache-2.0

/// Which accounts there are across systems, which are confirmed to be the same, and under which
/// group each is rolled up.
struct AccountGraph {
  /// One account of one system, or a parent that only the hierarchy names.
  struct Node {
    var system: String
    var id: String
    /// Index of the master record that describes it, nil without one.
    var master: Int? {
      get { Self.index(masterIndex) }
      set { masterIndex = Self.stored(newValue) }
    }
    /// Index of the node it was confirmed to be the same as.
    var sameAs: Int? {
      get { Self.index(sameAsIndex) }
      set { sameAsIndex = Self.stored(newValue) }
    }
    var parent: Int? {
      get { Self.index(parentIndex) }
      set { parentIndex = Self.stored(newValue) }
    }
    var hasSourceRows = false
    var isNamedAsParent = false

    // Programmes may have millions of nodes, so indices take half the room; -1 stands for none.
    private var masterIndex: Int32 = -1
    private var sameAsIndex: Int32 = -1
    private var parentIndex: Int32 = -1
    /// The next node with the same id.
    fileprivate var nextNamesake: Int32 = -1

    init(system: String, id: String) {
      self.system = system
      self.id = id
    }

    private static func index(_ stored: Int32) -> Int? { stored < 0 ? nil : Int(stored) }
    private static func stored(_ index: Int?) -> Int32 { index.map { Int32($0) } ?? -1 }
  }

  struct Key {
    var system: String
    var id: String
  }

  private(set) var nodes: [Node] = []
  private(set) var findings: [Finding] = []
  /// Names from the `parent_name` column, for parents without a row of their own.
  private(set) var namesAsParents: [Int: String] = [:]
  /// The first node of each id; the others follow it.
  private var firstNamesake: [String: Int32] = [:]
  /// Whether all nodes stand in the index; the accounts of a single file need none.
  private var isIndexed = true
  private let records: [MasterRecord]
  private let keyDate: CalendarDate?

  /// Starts with the master's accounts; `keyDate` decides which dated row of an account holds.
  init(records: [MasterRecord], keyDate: CalendarDate?) {
    self.records = records
    self.keyDate = keyDate
    for (position, record) in records.enumerated() {
      let node = findOrInsert(Key(system: record.system, id: record.id))
      guard let known = nodes[node].master else {
        nodes[node].master = position
        continue
      }
      if speaks(record, before: records[known]) { nodes[node].master = position }
    }
  }

  /// Which of several dated rows of one account speaks for it: the one that holds on the key date,
  /// then the one that begins later; what remains is decided by its texts, never by row order.
  private func speaks(_ record: MasterRecord, before other: MasterRecord) -> Bool {
    let (holds, otherHolds) = (record.isValid(on: keyDate), other.isValid(on: keyDate))
    if holds != otherHolds { return holds }
    if record.validFrom != other.validFrom {
      guard let from = record.validFrom else { return false }
      return other.validFrom.map { $0 < from } ?? true
    }
    let (texts, others) = ([record.parent, record.name], [other.parent, other.name])
    return texts.joined(separator: "\n").isBytewiseLess(than: others.joined(separator: "\n"))
  }

  // MARK: Accounts

  /// The nodes of the accounts that a source file names, each once; notes that they have rows.
  mutating func sourceNodes(system: String, ids: [String]) -> [Int32] {
    guard nodes.isEmpty else {
      return ids.map { id in
        let node = nodeForSource(system: system, id: id)
        nodes[node].hasSourceRows = true
        return Int32(node)
      }
    }
    isIndexed = false
    nodes = ids.map { id in
      var node = Node(system: system, id: id)
      node.hasSourceRows = true
      return node
    }
    return nodes.indices.map { Int32($0) }
  }

  private mutating func nodeForSource(system: String, id: String) -> Int {
    if let exact = find(Key(system: system, id: id)) { return exact }
    let described = namesakes(id).filter { nodes[$0].master != nil }
    if system.isEmpty {
      if described.count == 1 { return described[0] }
    } else if let shared = described.first(where: { nodes[$0].system.isEmpty }) {
      return shared
    }
    return findOrInsert(Key(system: system, id: id))
  }

  private mutating func findOrInsert(_ key: Key) -> Int {
    if let known = find(key) { return known }
    nodes.append(Node(system: key.system, id: key.id))
    enter(nodes.count - 1)
    return nodes.count - 1
  }

  private mutating func find(_ key: Key) -> Int? {
    indexNodes()
    var next = firstNamesake[key.id] ?? -1
    while next >= 0 {
      if nodes[Int(next)].system == key.system { return Int(next) }
      next = nodes[Int(next)].nextNamesake
    }
    return nil
  }

  /// The nodes with an id, in the order in which they were made.
  private mutating func namesakes(_ id: String) -> [Int] {
    indexNodes()
    var found: [Int] = []
    var next = firstNamesake[id] ?? -1
    while next >= 0 {
      found.append(Int(next))
      next = nodes[Int(next)].nextNamesake
    }
    return found
  }

  private mutating func indexNodes() {
    guard !isIndexed else { return }
    isIndexed = true
    firstNamesake.reserveCapacity(nodes.count)
    for position in nodes.indices { enter(position) }
  }

  private mutating func enter(_ position: Int) {
    guard let first = firstNamesake[nodes[position].id] else {
      firstNamesake[nodes[position].id] = Int32(position)
      return
    }
    var last = Int(first)
    while nodes[last].nextNamesake >= 0 { last = Int(nodes[last].nextNamesake) }
    nodes[last].nextNamesake = Int32(position)
  }

  /// Whether node `a` comes before node `b` by the bytes of system and id.
  func isOrderedBefore(_ a: Int, _ b: Int) -> Bool {
    let (x, y) = (nodes[a], nodes[b])
    return x.system == y.system
      ? x.id.isBytewiseLess(than: y.id) : x.system.isBytewiseLess(than: y.system)
  }

  // MARK: Confirmed identities

  /// Joins the accounts that people confirmed to be the same.
  mutating func join(_ links: [IdentityLink]) {
    for link in links {
      guard let from = find(Key(system: link.system, id: link.account)) else {
        findings.append(link.finding(naming: link.account))
        continue
      }
      guard let to = find(Key(system: link.sameAsSystem, id: link.sameAs)) else {
        findings.append(link.finding(naming: link.sameAs))
        continue
      }
      let (own, other) = (canonical(from), canonical(to))
      if own != other { nodes[own].sameAs = other }
    }
  }

  /// The node that stands for this one after confirmed identities.
  func canonical(_ node: Int) -> Int {
    var current = node
    var steps = 0
    while let next = nodes[current].sameAs, steps <= nodes.count {
      current = next
      steps += 1
    }
    return current
  }

  // MARK: Hierarchy

  /// Links every account to its parent, as far as the link holds on the key date.
  mutating func linkParents(_ rule: MasterMapping.ParentRule?) {
    guard let rule else { return }
    var byName: [String: [Int]] = [:]
    if rule.isByName {
      for (position, node) in nodes.enumerated() {
        guard let master = node.master else { continue }
        byName[records[master].name, default: []].append(position)
      }
    }
    for position in nodes.indices {
      guard let master = nodes[position].master else { continue }
      let record = records[master]
      guard !record.parent.isEmpty else { continue }
      guard record.isValid(on: keyDate) else {
        findings.append(Self.expired(record))
        continue
      }
      let candidates = rule.isByName ? byName[record.parent] : namesakes(record.parent)
      let found = parentNode(of: record, among: candidates ?? [])
      let parent = found ?? danglingParent(of: record)
      guard canonical(parent) != canonical(position) else { continue }
      nodes[canonical(position)].parent = canonical(parent)
      nodes[canonical(parent)].isNamedAsParent = true
      if !record.parentName.isEmpty, namesAsParents[parent] == nil {
        namesAsParents[parent] = record.parentName
      }
    }
  }

  /// The parent in the account's own system, then in the others.
  ///
  /// Several namesakes are taken in the order of system and id.
  private mutating func parentNode(of record: MasterRecord, among candidates: [Int]) -> Int? {
    let own = candidates.filter { nodes[$0].system == record.system }
    let others = (own.isEmpty ? candidates : own).sorted(by: isOrderedBefore)
    if others.count > 1 {
      findings.append(
        Finding(
          .warning,
          "K-D052",
          file: record.file,
          line: record.line,
          field: record.id,
          found: record.parent,
          message: LocalizedText(
            de: "Konzern '\(record.parent)' gibt es mehrfach; verwendet wird "
              + "'\(nodes[others[0]].id)' aus dem System '\(nodes[others[0]].system)'",
            en: "parent '\(record.parent)' exists more than once; "
              + "'\(nodes[others[0]].id)' of system '\(nodes[others[0]].system)' is used"
          )
        )
      )
    }
    return others.first
  }

  private mutating func danglingParent(of record: MasterRecord) -> Int {
    let parent = findOrInsert(Key(system: record.system, id: record.parent))
    if !nodes[parent].isNamedAsParent {
      findings.append(
        Finding(
          .info,
          "K-D050",
          file: record.file,
          line: record.line,
          field: record.id,
          found: record.parent,
          message: LocalizedText(
            de: "Konzern '\(record.parent)' hat keine eigene Zeile; er wird als Gruppe geführt",
            en: "parent '\(record.parent)' has no row of its own; it is kept as a group"
          )
        )
      )
      nodes[parent].isNamedAsParent = true
    }
    return parent
  }

  private static func expired(_ record: MasterRecord) -> Finding {
    let from = record.validFrom.map(\.description) ?? "…"
    let to = record.validTo.map(\.description) ?? "…"
    return Finding(
      .info,
      "K-D053",
      file: record.file,
      line: record.line,
      field: record.id,
      found: "\(from) – \(to)",
      message: LocalizedText(
        de: "die Zuordnung zu '\(record.parent)' gilt am Stichtag nicht; der Kunde steht für sich",
        en: "the link to '\(record.parent)' does not hold on the key date; the account stands "
          + "alone"
      )
    )
  }

  /// Cuts every circle: its accounts stay by themselves.
  mutating func cutCircles() {
    var state = [Int](repeating: 0, count: nodes.count)
    for start in nodes.indices where state[start] == 0 {
      var path: [Int] = []
      var current = start
      while state[current] == 0 {
        state[current] = 1
        path.append(current)
        guard let next = nodes[current].parent else { break }
        current = next
      }
      if state[current] == 1, let begin = path.firstIndex(of: current),
        nodes[current].parent != nil
      {
        cut(Array(path[begin...]))
      }
      for node in path { state[node] = 2 }
    }
  }

  private mutating func cut(_ circle: [Int]) {
    let names = circle.map { nodes[$0].id }
    let least = names.indices.min { names[$0].isBytewiseLess(than: names[$1]) } ?? 0
    let path = (names[least...] + names[..<least] + [names[least]]).joined(separator: " → ")
    let record = nodes[circle[least]].master.map { records[$0] }
    findings.append(
      Finding(
        .error,
        "K-D051",
        file: record?.file,
        line: record?.line,
        field: names[least],
        found: path,
        message: LocalizedText(
          de: "die Konzernzuordnung läuft im Kreis (\(path)); jeder dieser Kunden bleibt für sich",
          en: "the hierarchy runs in a circle (\(path)); each of these accounts stays by itself"
        )
      )
    )
    for node in circle { nodes[node].parent = nil }
  }

  /// Whether every node is shown by itself, under no other.
  var isFlat: Bool { nodes.allSatisfy { $0.sameAs == nil && $0.parent == nil } }

  /// The node under which `node` is shown.
  func group(of node: Int, _ rollUp: MasterMapping.RollUp) -> Int {
    let start = canonical(node)
    switch rollUp {
    case .none: return start
    case .parent: return nodes[start].parent ?? start
    case .top:
      var current = start
      while let next = nodes[current].parent { current = next }
      return current
    }
  }
}
