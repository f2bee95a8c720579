// SPDX-License-Identifier: Apache-2.0
import Accounts
import CyclePerformance
import Selection

/// The criteria of a programme that rest on values with periods only, so that what they were on an
/// earlier day can be computed again.
///
/// A value or attribute without periods is the same in every run and may know what came later.
struct DatedCriteria {
  private let programme: Programme
  private let table: AccountTable

  /// The criteria of `programme` over the accounts of `table`.
  init(_ programme: Programme, _ table: AccountTable) {
    self.programme = programme
    self.table = table
  }

  /// Their names.
  var names: Set<String> {
    let leaves = programme.selection.criteria.flatMap(\.leaves)
    return Set(leaves.filter(isDated).map(\.name))
  }

  private func isDated(_ leaf: Criterion) -> Bool {
    guard let measure = leaf.measure else { return false }
    return measure.names.allSatisfy { isDated($0, before: programme.measures.count) }
  }

  /// Whether a name stands for dated values; a measure knows only what stands before it.
  private func isDated(_ name: String, before end: Int) -> Bool {
    if let index = programme.measures[..<end].lastIndex(where: { $0.name == name }) {
      return programme.measures[index].expression.names.allSatisfy { isDated($0, before: index) }
    }
    return table.value(named: name)?.span(upTo: table.asOf) != nil
  }
}
