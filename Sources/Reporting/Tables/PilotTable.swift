// SPDX-License-Identifier: Apache-2.0
package import Accounts
import DelimitedText
package import Selection

extension ReportTable {
  /// `pilot.csv`: the accounts of the list to begin with in the prototype phase.
  package static func pilot(
    _ pilot: PilotProposal,
    of shortlist: Shortlist,
    names: NameColumn
  ) -> ReportTable {
    ReportTable(
      "pilot",
      LocalizedText(de: "Pilot", en: "Pilot"),
      columns: [
        .init("position", .integer, LocalizedText(de: "Platz", en: "Position")), .account,
        .accountName, .rank, .score,
        .init("nearest", .string, LocalizedText(de: "ähnlichster Kunde", en: "Nearest")),
        .init("distance", .number, LocalizedText(de: "Abstand", en: "Distance")),
      ],
      rowCount: pilot.members.count
    ) { index, cells in
      let member = pilot.members[index]
      let entry = shortlist.entries[member.position]
      cells += [
        .integer(entry.position), .text(entry.id), .text(names[entry.account]), Cell(entry.rank),
        Cell(scoreBillionths: entry.scoreBillionths),
        Cell(member.nearest.map { shortlist.entries[$0].id }),
        Cell(scoreBillionths: member.distanceBillionths),
      ]
    }
  }
}
