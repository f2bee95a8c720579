// SPDX-License-Identifier: Apache-2.0
import Accounts

/// The words that stand for one of a few values, in German and English.
protocol SheetWord: RawRepresentable<String>, CaseIterable, Sendable {
  /// Words besides the value's own name.
  var words: [String] { get }
  /// Every spelling known, as it stands and as it is compared; made once by ``spellings()``.
  static var lookup: [String: Self] { get }
}

extension SheetWord {
  /// The value that `text` names, nil when it names none.
  init?(word text: String) {
    guard let match = Self.lookup[text] ?? Self.lookup[HeaderText.normalized(text)] else {
      return nil
    }
    self = match
  }

  /// All spellings; where two values share one, the first value has it.
  static func spellings() -> [String: Self] {
    var lookup: [String: Self] = [:]
    for value in allCases {
      for word in [value.rawValue] + value.words {
        for spelling in [word, HeaderText.normalized(word)] where !spelling.isEmpty {
          lookup[spelling] = lookup[spelling] ?? value
        }
      }
    }
    return lookup
  }

  /// The valid values, for messages.
  static var choices: LocalizedText {
    LocalizedText(
      de: allCases.map { $0.words.first ?? $0.rawValue }.joined(separator: ", "),
      en: allCases.map(\.rawValue).joined(separator: ", ")
    )
  }
}

extension Cycle.Status: SheetWord {
  static let lookup = spellings()

  var words: [String] {
    switch self {
    case .planned: ["geplant"]
    case .active: ["laufend", "aktiv", "running", "open", "offen"]
    case .closed: ["abgeschlossen", "beendet", "geschlossen", "done"]
    }
  }
}

extension Milestone.Kind: SheetWord {
  static let lookup = spellings()

  var words: [String] {
    switch self {
    case .tender: ["Ausschreibung", "Ausschreibungstermin"]
    case .test: ["Test", "Testtermin", "Bemusterung"]
    case .managementMeeting: ["Managementtermin", "Management-Termin"]
    case .other: ["Sonstiges", "Sonstige", "Andere"]
    }
  }
}

extension Objective.Origin: SheetWord {
  static let lookup = spellings()

  var words: [String] {
    switch self {
    case .topDown: ["von oben"]
    case .bottomUp: ["von unten"]
    }
  }
}

extension Objective.Decision: SheetWord {
  static let lookup = spellings()

  var words: [String] {
    switch self {
    case .keep: ["beibehalten", "behalten", "fortführen"]
    case .modify: ["anpassen", "ändern"]
    case .abandon: ["aufgeben", "verwerfen", "streichen"]
    }
  }
}

extension KeyResult.Kind: SheetWord {
  static let lookup = spellings()

  var words: [String] {
    switch self {
    case .metric: ["Zahl", "Metrik", "Kennzahl", "number", "numerisch", "numeric"]
    case .boolean: ["Ja/Nein", "yes/no", "bool", "erledigt/offen"]
    case .milestone: ["Meilenstein", "Meilensteine", "milestones"]
    case .atLeast: ["mindestens", "min"]
    case .atMost: ["höchstens", "maximal", "max"]
    case .between: ["zwischen", "Bereich", "range"]
    case .zones: ["Zonen"]
    case .ordinal: ["Stufe", "Stufen", "Zone"]
    }
  }
}

extension KeyResult.Indicator: SheetWord {
  static let lookup = spellings()

  var words: [String] {
    switch self {
    case .leading: ["Frühindikator", "früh", "ja", "yes", "x", "1", "true", "wahr"]
    case .lagging: ["Spätindikator", "spät", "nein", "no", "0", "false", "falsch"]
    }
  }
}

extension KeyResult.Ambition: SheetWord {
  static let lookup = spellings()

  var words: [String] {
    switch self {
    case .aspirational: ["ambitioniert", "anspruchsvoll", "moonshot"]
    case .committed: ["verbindlich", "zugesagt", "roofshot"]
    }
  }
}

extension KeyResult.ProgressMode: SheetWord {
  static let lookup = spellings()

  var words: [String] {
    switch self {
    case .own: ["eigen", "eigene", "eigener"]
    case .children: ["Kinder", "untergeordnet", "child"]
    case .blend: ["gemischt", "Mischung", "both"]
    }
  }
}

extension Zone: SheetWord {
  static let lookup = spellings()

  var words: [String] { self == .fail ? ["nicht erreicht"] : [] }
}

extension CycleReview.Focus: SheetWord {
  static let lookup = spellings()

  var words: [String] {
    switch self {
    case .yes: ["ja", "x", "1", "true"]
    case .partly: ["teilweise", "teils", "partially"]
    case .no: ["nein", "0", "false"]
    }
  }
}

/// Yes or no.
enum SheetFlag: String, SheetWord {
  case yes, no

  static let lookup = spellings()

  var words: [String] {
    switch self {
    case .yes: ["ja", "j", "y", "x", "1", "true", "wahr", "erledigt", "done", "fertig"]
    case .no: ["nein", "n", "0", "false", "falsch", "offen", "open"]
    }
  }
}

/// Texts that stand where a value is missing, and errors that a spreadsheet left behind.
enum SheetToken {
  private static let missing: Set<String> = [
    "-", "--", "\u{2013}", "\u{2014}", "n/a", "n.a.", "na", "k.a.", "k. a.", "k.a", "#nv", "#n/a",
    "null",
  ]

  /// The first bytes of the tokens for missing values, in either case.
  private static let starts = Set("-nNkK#\u{2013}".utf8)

  private static let errors: Set<String> = [
    "#div/0!", "#ref!", "#name?", "#value!", "#num!", "#null!", "#bezug!", "#wert!", "#zahl!",
    "#spill!", "#calc!", "#überlauf!", "#feld!",
  ]

  /// Whether `text` says that there is no value.
  static func isMissing(_ text: String) -> Bool {
    guard text.utf8.count <= 6, let first = text.utf8.first, starts.contains(first) else {
      return false
    }
    return missing.contains(text.lowercased())
  }

  /// Whether `text` is an error of a spreadsheet.
  static func isError(_ text: String) -> Bool {
    text.utf8.first == UInt8(ascii: "#") && errors.contains(text.lowercased())
  }
}
