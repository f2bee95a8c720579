// SPDX-License-Identifier: Apache-2.0
import Accounts
import Synchronization

/// Finds accounts by name, for OKR sheets that name customers instead of giving their numbers.
///
/// The names are sorted out only when the first one is asked for; a name that several accounts have
/// stands for none of them.
final class AccountNames: Sendable {
  private struct State {
    var rows: [String: Int]?
    /// The names that were found, with their accounts.
    var found: [String: String] = [:]
  }

  private static let ofSeveral = -1

  private let table: AccountTable
  private let state = Mutex(State())

  /// Knows the names of the accounts of `table`.
  init(_ table: AccountTable) { self.table = table }

  /// The row of the only account called so.
  func row(named name: String) -> Int? {
    state.withLock { state in
      if state.rows == nil { state.rows = rows() }
      guard let row = state.rows?[name], row != Self.ofSeveral else { return nil }
      state.found[name] = table.ids[row]
      return row
    }
  }

  private func rows() -> [String: Int] {
    var rows: [String: Int] = [:]
    for (row, name) in table.names.enumerated() where !name.isEmpty {
      rows[name] = rows[name] == nil ? row : Self.ofSeveral
    }
    return rows
  }

  /// Says that accounts were found by their names; nil where none was.
  var finding: Finding? {
    let found = state.withLock { $0.found }
    guard let first = found.keys.min(by: { $0.isBytewiseLess(than: $1) }), let id = found[first]
    else { return nil }
    return Finding(
      .info,
      "K-D152",
      found: first,
      message: LocalizedText(
        de: "\(found.count) Kunden der OKR-Dateien über den Namen gefunden, etwa '\(first)' als "
          + "'\(id)'; eine Spalte mit Kundennummern ist eindeutig",
        en: "\(found.count) accounts of the OKR files found by name, such as '\(first)' as "
          + "'\(id)'; a column of account ids leaves no doubt"
      )
    )
  }
}
