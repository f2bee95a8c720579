// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// Brings the ledgers of all files together: one row per account, in the programme currency.
///
/// Sums stay integers per account, period and currency until everything is added up; only then is
/// each sum converted once. So the result depends on no order of files or rows.
package struct Consolidator {
  private let sources: [SourceLedger]
  private let master: MasterLedger
  private let rates: RateTable
  private let currency: String
  private let asOf: Period?
  private let mapping: MasterMapping?
  private var graph: AccountGraph
  /// Per ledger and account the node it belongs to.
  private var nodesOfLedger: [[Int32]] = []

  /// Takes everything that was read.
  ///
  /// - Parameters:
  ///   - sources: one ledger per file, in programme order.
  ///   - master: the customer master, empty without one.
  ///   - mapping: how the master rolls up, nil without one.
  ///   - identities: confirmed identities.
  ///   - rates: currency rates.
  ///   - currency: the programme currency.
  ///   - asOf: the last period that counts; the latest in the data when nil.
  package init(
    sources: [SourceLedger],
    master: MasterLedger,
    mapping: MasterMapping?,
    identities: [IdentityLink],
    rates: RateTable,
    currency: String,
    asOf: Period?
  ) {
    self.sources = sources
    self.master = master
    self.mapping = mapping
    self.rates = rates
    self.currency = currency
    let latest = sources.compactMap { $0.sums.periods.last }.max()
    self.asOf =
      asOf ?? latest.flatMap { $0 == SumStore.Key.noPeriod ? nil : Period(index: Int($0)) }
    graph = AccountGraph(
      records: master.records,
      keyDate: self.asOf.flatMap { CalendarDate(lastDayOf: $0) }
    )
    for ledger in sources {
      nodesOfLedger.append(graph.sourceNodes(system: ledger.system, ids: ledger.accounts))
    }
    graph.join(identities)
    if let mapping, mapping.rollUp != .none {
      graph.linkParents(mapping.parent)
      graph.cutCircles()
    }
  }

  /// The consolidated accounts, summed on so many threads, which shows in nothing but the time.
  package consuming func consolidated(threads: Int = 1) -> Consolidation {
    let rollUp = mapping?.rollUp ?? .none
    let groupOfNode = graph.nodes.indices.map { Int32(graph.group(of: $0, rollUp)) }
    let (groups, ids) = orderedGroups(groupOfNode)
    var rowOfGroup = [Int32](repeating: -1, count: graph.nodes.count)
    for (row, group) in groups.enumerated() { rowOfGroup[Int(group)] = Int32(row) }
    let rowOfNode = groupOfNode.map { rowOfGroup[Int($0)] }
    let members = RowMembers(
      nodesOfLedger.map { nodes in nodes.map { rowOfNode[Int($0)] } },
      count: ids.count
    )
    let describer = AccountDescriber(
      graph: graph,
      sources: sources,
      master: master,
      members: members,
      nodesOfLedger: nodesOfLedger,
      rows: (groups, rowOfNode)
    )
    let sums = ValueSumming(
      sources: sources,
      members: members,
      rates: rates,
      rule: (currency, asOf),
      ids: ids
    ).columns(threads: threads)
    let table = AccountTable(
      ids: ids,
      names: describer.names(),
      members: describer.members(rollUp),
      attributes: describer.attributes(),
      values: sums.columns,
      measures: [],
      asOf: asOf
    )
    return Consolidation(
      table: table,
      systems: describer.systems(),
      rowOfMember: memberIndex(rowOfNode, ids),
      findings: laterPeriods() + graph.findings + sums.findings + rateContradiction()
        + paddingSuspicions(ids)
    )
  }

  /// The nodes that are shown, in the order of their ids, with those ids.
  ///
  /// An id that several shown accounts share gets its system in front.
  private func orderedGroups(_ groupOfNode: [Int32]) -> (groups: [Int32], ids: [String]) {
    let shown = shownNodes(groupOfNode)
    let system = shown.first.map { graph.nodes[$0].system }
    guard shown.contains(where: { graph.nodes[$0].system != system }) else {
      return ordered(shown, shown.map { graph.nodes[$0].id })
    }
    var uses: [String: Int] = [:]
    for node in shown { uses[graph.nodes[node].id, default: 0] += 1 }
    var taken: Set<String> = []
    var (named, ids): ([Int], [String]) = ([], [])
    var shared: [Int] = []
    for node in shown {
      let (system, id) = (graph.nodes[node].system, graph.nodes[node].id)
      guard uses[id] == 1 || system.isEmpty else {
        shared.append(node)
        continue
      }
      taken.insert(id)
      named.append(node)
      ids.append(id)
    }
    for node in shared.sorted(by: graph.isOrderedBefore) {
      var separator = ":"
      let (system, id) = (graph.nodes[node].system, graph.nodes[node].id)
      // An id that looks like a prefixed one is rare, but two accounts never share an id.
      while !taken.insert(system + separator + id).inserted { separator += ":" }
      named.append(node)
      ids.append(system + separator + id)
    }
    return ordered(named, ids)
  }

  /// The nodes under which others are shown, ascending.
  private func shownNodes(_ groupOfNode: [Int32]) -> [Int] {
    var isShown = [Bool](repeating: false, count: graph.nodes.count)
    for group in groupOfNode { isShown[Int(group)] = true }
    return isShown.indices.filter { isShown[$0] }
  }

  private func ordered(_ nodes: [Int], _ ids: [String]) -> (groups: [Int32], ids: [String]) {
    let order = BytewiseOrder(of: ids)
    guard !order.isIdentity else { return (nodes.map { Int32($0) }, ids) }
    return (order.indices.map { Int32(nodes[$0]) }, order.indices.map { ids[$0] })
  }

  /// Rates that give the programme currency a price of its own belong to another currency.
  private func rateContradiction() -> [Finding] {
    guard let rate = rates.contradiction(to: currency) else { return [] }
    return [
      Finding(
        .error,
        "K-D027",
        file: rates.file,
        field: currency,
        found: rate.description,
        message: LocalizedText(
          de: "die Kurstabelle gibt \(currency) den Kurs \(rate), die Programmwährung zählt aber "
            + "1; sind die Kurse für eine andere Währung (programme.currency)?",
          en: "the rate table gives \(currency) a rate of \(rate), but the programme currency "
            + "counts 1; are the rates meant for another currency (programme.currency)?"
        )
      )
    ]
  }

  /// The rows of the ids that are not those of the rows themselves.
  private func memberIndex(_ rowOfNode: [Int32], _ ids: [String]) -> [String: Int] {
    let isOwn = rowOfNode.indices.allSatisfy { node in
      graph.nodes[node].system.isEmpty && graph.nodes[node].id == ids[Int(rowOfNode[node])]
    }
    guard !isOwn else { return [:] }
    var rows: [String: Int] = [:]
    var ambiguous: Set<String> = []
    for (node, row) in rowOfNode.map({ Int($0) }).enumerated() {
      let id = graph.nodes[node].id
      if let known = rows[id], known != row { ambiguous.insert(id) }
      rows[id] = row
      if !graph.nodes[node].system.isEmpty { rows["\(graph.nodes[node].system):\(id)"] = row }
    }
    for id in ambiguous { rows[id] = nil }
    return rows
  }

  /// Files that go on after as_of: windows end there, totals do not.
  private func laterPeriods() -> [Finding] {
    guard let asOf else { return [] }
    return sources.compactMap { ledger in
      let later = ledger.sums.periods.filter { $0 > Int32(clamping: asOf.index) }
      guard let last = later.last else { return nil }
      let period = Period(index: Int(last)).description
      return Finding(
        .warning,
        "K-D041",
        file: ledger.file,
        found: period,
        message: LocalizedText(
          de:
            "\(later.count) Periode(n) nach as_of \(asOf), die letzte \(period); Zeitfenster lassen "
            + "sie weg, Summen über alle Perioden enthalten sie",
          en:
            "\(later.count) period(s) after as_of \(asOf), the last \(period); windows leave them "
            + "out, totals over all periods include them"
        )
      )
    }
  }

  /// Ids that differ only by leading zeros are a suspicion, never silently one account.
  private func paddingSuspicions(_ ids: [String]) -> [Finding] {
    var byCore: [String: String] = [:]
    var found: [Finding] = []
    // Without a leading zero no two numbers can differ by one.
    guard ids.contains(where: { $0.utf8.first == UInt8(ascii: "0") }) else { return found }
    for id in ids where id.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) {
      let core = String(id.drop { $0 == "0" })
      guard let other = byCore[core] else {
        byCore[core] = id
        continue
      }
      found.append(
        Finding(
          .warning,
          "K-D056",
          field: id,
          found: other,
          message: LocalizedText(
            de: "'\(other)' und '\(id)' unterscheiden sich nur durch führende Nullen; sind sie ein "
              + "Kunde, bestätigen Sie es in accounts.mapping, oder die Datei lässt die Nullen weg "
              + "mit account: {column: …, pattern: '0*(.+)'}",
            en: "'\(other)' and '\(id)' differ only by leading zeros; if they are one account, "
              + "confirm it in accounts.mapping, or drop the zeros of the file with account: "
              + "{column: …, pattern: '0*(.+)'}"
          )
        )
      )
    }
    return found
  }
}
