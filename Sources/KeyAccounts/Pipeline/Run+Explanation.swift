// SPDX-License-Identifier: Apache-2.0
import Accounts
public import Selection

extension Run {
  /// Why an account is on the list or not, and what would have to change.
  ///
  /// - Parameter id: the account's id, or the id of one of its members.
  /// - Returns: nil when nobody knows the id, or nothing was ranked.
  public func explanation(of id: String) -> Explanation? {
    guard let ranked, let row = accounts.row(of: id) ?? rowOfMember[id] else { return nil }
    return ranked.selector.explanation(of: accounts.ids[row], for: ranked.input)
  }

  /// The accounts whose id or name is near to what somebody typed, at most five.
  package func accounts(resembling text: String) -> [(id: String, name: String)] {
    let wanted = text.lowercased()
    let containing = accounts.ids.indices.filter { row in
      accounts.names[row].lowercased().contains(wanted) || accounts.ids[row].contains(text)
    }
    var rows = Array(containing.prefix(5))
    if rows.isEmpty, let nearest = Suggestion.closest(to: text, among: accounts.ids) {
      rows = accounts.row(of: nearest).map { [$0] } ?? []
    }
    return rows.map { (accounts.ids[$0], accounts.names[$0]) }
  }
}
