// SPDX-License-Identifier: Apache-2.0
import CyclePerformance

/// How one OKR sheet would be read.
struct ProposedSheet {
  /// The path as the programme will write it.
  let file: String
  let kind: OKRMapping.FileKind
  /// The cycle of all rows, where only the title or the name of the file says it.
  let cycle: String?

  /// Recognises a sheet by its header; nil for a file about something else.
  init?(_ profile: FileProfile) {
    let header = profile.columns.map(\.header)
    file = profile.file
    if let kind = OKRMapping.FileKind(header: header) {
      (self.kind, cycle) = (kind, nil)
      return
    }
    let name = profile.file.split(separator: "/").last.map(String.init) ?? ""
    guard let cycle = CycleMention.cycle(in: profile.titles + [name]),
      let kind = OKRMapping.FileKind(header: header, constants: [.cycle])
    else { return nil }
    (self.kind, self.cycle) = (kind, cycle)
  }
}
