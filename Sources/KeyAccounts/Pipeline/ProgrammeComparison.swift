// SPDX-License-Identifier: Apache-2.0
public import Accounts
package import Reporting
public import Selection

/// The rankings of several programmes side by side, joined by account id; the first is the one that
/// the others are held against.
public struct ProgrammeComparison: Sendable {
  /// One programme.
  public struct Entry: Sendable {
    /// What it is called in the comparison.
    public var name: String
    /// What it found.
    public var run: Run

    /// Names a run.
    public init(name: String, run: Run) {
      self.name = name
      self.run = run
    }
  }

  /// The comparison; accounts are those of any programme.
  public let outcome: ScenarioOutcome
  /// Per account its name, of the first programme that has one.
  public let names: [String]
  private let entries: [Entry]
  private let language: Language

  /// Compares programmes that ranked; those without a ranking are left out.
  ///
  /// - Returns: nil where fewer than two are left.
  public init?(_ entries: [Entry], language: Language) {
    let ranked = entries.filter { $0.run.selection != nil }
    guard ranked.count > 1 else { return nil }
    self.entries = ranked
    self.language = language
    let accounts = Set(ranked.flatMap(\.run.accounts.ids)).sorted { $0.isBytewiseLess(than: $1) }
    let indices = Dictionary(
      accounts.enumerated().map { ($1, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var names = [String](repeating: "", count: accounts.count)
    for table in ranked.map(\.run.accounts) {
      for (id, name) in zip(table.ids, table.names) {
        guard let index = indices[id], names[index].isEmpty else { continue }
        names[index] = name
      }
    }
    self.names = names
    let sides = ranked.compactMap { $0.side(over: accounts, indices) }
    let reference = ScenarioReference(sides[0].ranking)
    outcome = ScenarioOutcome(
      accounts: accounts,
      first: sides[0].ranking,
      others: sides.dropFirst().map { side in
        (
          side.ranking, reference.comparison(with: side.ranking),
          ScenarioChanges(from: sides[0], to: side, shock: nil).changes()
        )
      }
    )
  }

  /// The tables of the comparison.
  package var tables: [ReportTable] {
    [
      .comparison(outcome), .changes(outcome, names: NameColumn(names), language),
      .consensus(outcome, names: NameColumn(names)), .scenarios(outcome, names: NameColumn(names)),
    ]
  }

  /// `comparison.json`: the programmes and the tables.
  package var report: JSONDocument {
    let programmes = entries.map { entry in
      JSONValue.object([
        .init("scenario", .string(entry.name)),
        .init("programme", .string(entry.run.programme.header.name)),
        .init("programme_file", .string(entry.run.programme.file)),
        .init("run", .string(entry.run.id)),
      ])
    }
    return .object(
      [
        .init("schema", .value("kontor-comparison/1")),
        .init("programmes", .value(.array(programmes))),
      ] + tables.map { .init($0.name, .rows($0)) }
    )
  }
}

extension ProgrammeComparison.Entry {
  /// The programme's ranking among the accounts of all programmes.
  fileprivate func side(over accounts: [String], _ indices: [String: Int]) -> ScenarioSide? {
    guard let selection = run.selection else { return nil }
    let places = run.accounts.ids.compactMap { indices[$0] }
    let outcome = selection.spread(over: accounts, places: places)
    let ranking = ScenarioRanking(name, outcome, known: Set(places))
    return ScenarioSide(
      ranking,
      outcome,
      size: run.selectionBasis?.plan.shortlist.size ?? run.programme.selection.shortlist.size
    )
  }
}
