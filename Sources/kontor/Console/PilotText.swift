// SPDX-License-Identifier: Apache-2.0
import Accounts
import Selection

/// One line on the accounts that a prototype should begin with.
enum PilotText {
  /// The proposal, where it leaves anybody out.
  static func summary(of shortlist: Shortlist) -> LocalizedText? {
    guard let pilot = shortlist.pilot, pilot.members.count < shortlist.entries.count else {
      return nil
    }
    let ids = pilot.members.map { "'\(shortlist.entries[$0.position].id)'" }.joined(separator: ", ")
    return LocalizedText(
      de: "Vorschlag für den Prototyp, untereinander möglichst verschieden: \(ids)",
      en: "proposal for the prototype, as different from each other as possible: \(ids)"
    )
  }
}
