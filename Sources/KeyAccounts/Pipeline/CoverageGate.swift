// SPDX-License-Identifier: Apache-2.0
import Accounts
import Selection

/// Warns of criteria that too few accounts have a value for (S004), before and after ranking.
struct CoverageGate {
  /// A criterion below the gate.
  private struct Gap {
    var leaf: Criterion
    var index: Int
    var overall: CoverageRow
    /// Systems and countries where it is not usable.
    var cells: [CoverageRow]
  }

  /// Places that one message names.
  private static let shownCells = 3

  private let plan: SelectionPlan
  private let gaps: [Gap]

  /// Compares coverage with the gate.
  ///
  /// - Parameters:
  ///   - plan: the criteria.
  ///   - coverage: per criterion, system and country.
  ///   - overall: per criterion, in the order of the plan's leaves.
  init(plan: SelectionPlan, coverage: [CoverageRow], overall: [CoverageRow]) {
    self.plan = plan
    let leaves = plan.criteria.flatMap(\.leaves)
    gaps = overall.compactMap { row in
      guard let index = leaves.firstIndex(where: { $0.name == row.criterion }) else { return nil }
      // Prospects without any revenue cannot make a criterion unusable for customers.
      let cells = coverage.filter { cell in
        cell.criterion == row.criterion && cell.verdict == .notUsable
          && (cell.revenueShare != nil || row.revenueShare == nil)
      }
      guard row.verdict == .notUsable || !cells.isEmpty else { return nil }
      return Gap(leaf: leaves[index], index: index, overall: row, cells: cells)
    }
  }

  /// The warnings; with a ranking each says how the list would differ without the criterion.
  func findings(_ effect: (_ leaf: Int) -> Int? = { _ in nil }) -> [Finding] {
    gaps.map { finding($0, changed: effect($0.index)) }
  }

  private func finding(_ gap: Gap, changed: Int?) -> Finding {
    let row = gap.overall
    let name = gap.leaf.name
    let share = "\(row.withValue)/\(row.accounts)"
    let revenue = row.revenueShare.map { Self.percent($0) }
    return Finding(
      .warning,
      "K-P113",
      file: gap.leaf.position?.file,
      line: gap.leaf.position?.line,
      column: gap.leaf.position?.column,
      field: name,
      found: share,
      message: LocalizedText(
        de: "das Kriterium '\(name)' ist unter der Abdeckungsgrenze: \(share) Kunden"
          + (revenue.map { ", \($0) des Umsatzes" } ?? "") + " haben einen Wert"
          + Self.places(gap.cells, "nicht brauchbar in")
          + (changed.map { "; Konten der Liste, die es ohne das Kriterium nicht wären: \($0)" }
            ?? ""),
        en: "criterion '\(name)' is below the coverage gate: \(share) accounts"
          + (revenue.map { ", \($0) of the revenue" } ?? "") + " have a value"
          + Self.places(gap.cells, "not usable in")
          + (changed.map {
            "; accounts of the list that would not be on it without the criterion: \($0)"
          }
            ?? "")
      ),
      citation: "S004"
    )
  }

  private static func places(_ cells: [CoverageRow], _ words: String) -> String {
    let named = cells.filter { !$0.system.isEmpty || !$0.country.isEmpty }
    guard !named.isEmpty else { return "" }
    let texts = named.prefix(shownCells).map { cell in
      let place = [cell.system, cell.country].filter { !$0.isEmpty }.joined(separator: " ")
      return "\(place) (\(cell.withValue)/\(cell.accounts))"
    }
    let rest = named.count > shownCells ? ", +\(named.count - shownCells)" : ""
    return "; \(words) " + texts.joined(separator: ", ") + rest
  }

  private static func percent(_ share: Double) -> String {
    "\(Int((min(max(share, 0), 1) * 100).rounded())) %"
  }
}

extension CoverageGate {
  /// How many accounts of the list would not be on it without one criterion; nil where no plan is
  /// left.
  static func membersLost(
    _ outcome: SelectionOutcome,
    plan: SelectionPlan,
    input: SelectionInput,
    leaf: Int,
    select: (SelectionPlan) -> AccountSelector?
  ) -> Int? {
    var values = input.values
    values.remove(at: leaf)
    let kept = Set(input.values.indices).subtracting([leaf])
    guard let reduced = plan.keeping(kept), let selector = select(reduced) else { return nil }
    var rest = input
    rest.values = values
    let listed = Set(selector.outcome(for: rest).shortlist.entries.map(\.id))
    return outcome.shortlist.entries.count { !listed.contains($0.id) }
  }
}
