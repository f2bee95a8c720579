// SPDX-License-Identifier: Apache-2.0
package import Accounts
import CyclePerformance

/// The words for codes in tables that people read; data files keep the codes.
///
/// English readers understand the codes as they are.
package enum CodeWords {
  /// What stands in the column `column` for a code; a text that is no code of it stands for itself.
  package static func text(_ code: String, inColumn column: String, _ language: Language) -> String
  {
    guard language == .german else { return code }
    if let word = german[column]?[code] { return word }
    switch column {
    case "status", "from", "to": return status(code) ?? code
    case _ where column.hasSuffix("_status"): return german["status"]?[code] ?? code
    case "class":
      return LinkRow.Class(rawValue: code).map { PageWords.words(for: $0).german } ?? code
    case "reason": return PageWords.words(forReason: code).german
    default: return code
    }
  }

  private static func status(_ code: String) -> String? {
    Pace.Status(rawValue: code).map { PageWords.words(for: $0).german }
  }

  private static let coverage = [
    "usable": "brauchbar", "partial": "teilweise", "not usable": "nicht brauchbar",
    "safe": "sicher", "contested": "umstritten", "out": "außerhalb",
  ]

  private static let german: [String: [String: String]] = [
    "status": [
      "shortlisted": "ausgewählt", "ranked": "gereiht", "gated": "am Gate gescheitert",
      "incomplete": "unvollständig", "excluded": "ausgeschlossen",
    ],
    "movement": [
      "new": "neu", "stays": "bleibt", "returns": "kehrt zurück", "enter": "kommt hinzu",
      "stay": "bleibt", "watch": "unter Beobachtung", "leave": "scheidet aus",
    ],
    "change": ["entered": "kommt hinzu", "left": "scheidet aus", "moved": "anderer Rang"],
    "stability": coverage,
    "verdict": coverage,
    "severity": ["error": "Fehler", "warning": "Warnung", "info": "Hinweis"],
    "kind": [
      "empty": "leer", "id": "Nummer", "name": "Name", "text": "Text", "amount": "Betrag",
      "number": "Zahl", "percent": "Prozent", "currency": "Währung", "date": "Datum",
      "period": "Periode",
    ],
    "style": ["ambiguous": "mehrdeutig"],
    "type": [
      "metric": "Kennzahl", "boolean": "ja/nein", "milestone": "Meilenstein",
      "at_least": "mindestens", "at_most": "höchstens", "between": "Bereich", "zones": "Zonen",
      "ordinal": "Stufen",
    ],
  ]
}
