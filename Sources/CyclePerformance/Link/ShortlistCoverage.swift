// SPDX-License-Identifier: Apache-2.0
package import Accounts

/// Compares the accounts that have OKRs with those on the current shortlist.
package enum ShortlistCoverage {
  /// OKRs of accounts that are not selected (at the account's first row), and selected accounts
  /// without OKRs (about no file).
  ///
  /// An account with OKRs in any cycle of the sheet counts as having some.
  package static func findings(sheet: OKRSheet, shortlist: [String]) -> FindingList {
    let selected = Set(shortlist)
    var findings = FindingList()
    let withOKRs = sheet.objectives.groups.texts
    findings.append(notSelected(sheet.objectives, selected))
    for account in selected.subtracting(withOKRs).sorted(by: { $0.isBytewiseLess(than: $1) }) {
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

  private static func notSelected(
    _ objectives: ObjectiveList,
    _ selected: Set<String>
  ) -> FindingBatch {
    let code = OKRCode.notSelected
    var batch = FindingBatch(kinds: [code.kind]) { _, index, language in
      let group = objectives.group(at: index)
      let message =
        switch language {
        case .german: "Kunde '\(group)' hat OKRs, steht aber nicht auf der Auswahlliste"
        case .english: "account '\(group)' has OKRs but is not on the shortlist"
        }
      return .init(field: group, message: message)
    }
    var isSeen = objectives.groups.texts.map { $0.isEmpty || selected.contains($0) }
    for index in objectives.indices {
      let group = Int(objectives.groups.numbers[index])
      guard !isSeen[group] else { continue }
      isSeen[group] = true
      let place = objectives.place(at: index)
      batch.append(0, index, file: place.file, line: place.line)
    }
    return batch
  }
}
