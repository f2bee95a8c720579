// SPDX-License-Identifier: Apache-2.0

/// All accounts on one page: the table, where each source account went, and what was found.
public struct Consolidation: Sendable {
  /// One row per account with values, before measures.
  public var table: AccountTable
  /// Per account the systems that have rows of it, ascending.
  public var systems: [[String]]
  /// The account that each source id belongs to; ids that mean several accounts are left out, and
  /// where every source id is the id of its account it is empty.
  package var rowOfMember: [String: Int]
  /// Findings of hierarchy, identities and currencies.
  public var findings: [Finding]

  /// The row of an account, by its own id or by the id of one of its members.
  package func row(of id: String) -> Int? { table.row(of: id) ?? rowOfMember[id] }
}
