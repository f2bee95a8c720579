// SPDX-License-Identifier: Apache-2.0
import Accounts
import CyclePerformance

/// How one OKR sheet would be read.
struct ProposedSheet {
  /// The path as the programme will write it.
  let file: String
  let kind: OKRMapping.FileKind
  /// What all rows have in common where only the titles or the name of the file say it, by the name
  /// of its column.
  let constants: [(name: String, text: String)]

  /// The day of its values, where a title names one.
  let keyDate: CalendarDate?
  /// Whether a column of the sheet names accounts.
  let namesAccounts: Bool

  /// Recognises a sheet by its header; nil for a file about something else.
  init?(_ profile: FileProfile) {
    let header = profile.columns.map(\.header)
    file = profile.file
    keyDate = TitleMention.keyDate(in: profile.titles)
    if let kind = OKRMapping.FileKind(header: header) {
      let known = OKRMapping.FileKind.columns(of: header, in: kind)
      (self.kind, constants, namesAccounts) = (kind, [], known.contains(.account))
      return
    }
    let said = TitleMention.constants(in: profile.titles, file: profile.file)
    let columnsSaid = Set(said.map(\.column))
    let missing: [Set<OKRColumn>] = [[.cycle], [.account], [.account, .cycle]]
    for columns in missing where columns.isSubset(of: columnsSaid) {
      guard let kind = OKRMapping.FileKind(header: header, constants: columns) else {
        continue
      }
      let known = OKRMapping.FileKind.columns(of: header, in: kind)
      var wanted = columns
      if columns.contains(.cycle) { wanted.formUnion([.start, .end]) }
      if columns.contains(.account) {
        wanted.formUnion([.moalTitle, .strategy, .requirements])
      }
      (self.kind, namesAccounts) = (kind, known.contains(.account))
      constants = said.filter { wanted.contains($0.column) && !known.contains($0.column) }
        .map { ($0.column.name, $0.text) }
      return
    }
    return nil
  }
}
