// SPDX-License-Identifier: Apache-2.0
package import Accounts

/// Compares the accounts that have OKRs with those on the current shortlist.
package enum ShortlistCoverage {
  /// OKRs of accounts that are not selected (at the account's first row), and selected accounts
  /// without OKRs (about no file).
  ///
  /// An account with OKRs in any cycle of the sheet counts as having some.
  package static func findings(sheet: OKRSheet, shortlist: [String]) -> [Finding] {
    let selected = Set(shortlist)
    var seen: Set<String> = []
    var findings: [Finding] = []
    for objective in sheet.objectives where !objective.group.isEmpty {
      guard seen.insert(objective.group).inserted, !selected.contains(objective.group) else {
        continue
      }
      findings.append(notSelected(objective))
    }
    for account in selected.subtracting(seen).sorted(by: { $0.isBytewiseLess(than: $1) }) {
      findings.append(
        .okr(
          .selectedWithoutOKRs,
          at: nil,
          field: account,
          LocalizedText(
            de: "ausgewählter Kunde '\(account)' hat keine OKRs",
            en: "selected account '\(account)' has no OKRs"
          )
        )
      )
    }
    return findings
  }

  private static func notSelected(_ objective: Objective) -> Finding {
    .okr(
      .notSelected,
      at: objective.place,
      field: objective.group,
      LocalizedText(
        de: "Kunde '\(objective.group)' hat OKRs, steht aber nicht auf der Auswahlliste",
        en: "account '\(objective.group)' has OKRs but is not on the shortlist"
      )
    )
  }
}
