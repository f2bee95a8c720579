// SPDX-License-Identifier: Apache-2.0

/// The words that stand for one of a few values, in German and English.
protocol SheetWord: RawRepresentable<String>, CaseIterable, Sendable {
  /// Words besides the value's own name.
  var words: [String] { get }
}

extension SheetWord {
  /// The value that `text` names, nil when it names none.
  init?(word text: String) {
    let wanted = HeaderText.normalized(text)
    let match = Self.allCases.first { value in
      HeaderText.normalized(value.rawValue) == wanted
        || value.words.contains { HeaderText.normalized($0) == wanted }
    }
    guard !wanted.isEmpty, let match else { return nil }
    self = match
  }

  /// The valid values, for messages.
  static var choices: String { allCases.map(\.rawValue).joined(separator: ", ") }
}

extension Cycle.Status: SheetWord {
  var words: [String] {
    switch self {
    case .planned: ["geplant"]
    case .active: ["laufend", "aktiv", "running", "open", "offen"]
    case .closed: ["abgeschlossen", "beendet", "geschlossen", "done"]
    }
  }
}

extension Milestone.Kind: SheetWord {
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
  var words: [String] {
    switch self {
    case .topDown: ["von oben"]
    case .bottomUp: ["von unten"]
    }
  }
}

extension Objective.Decision: SheetWord {
  var words: [String] {
    switch self {
    case .keep: ["beibehalten", "behalten", "fortführen"]
    case .modify: ["anpassen", "ändern"]
    case .abandon: ["aufgeben", "verwerfen", "streichen"]
    }
  }
}

extension KeyResult.Kind: SheetWord {
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
  var words: [String] {
    switch self {
    case .leading: ["Frühindikator", "früh", "ja", "yes", "x", "1", "true", "wahr"]
    case .lagging: ["Spätindikator", "spät", "nein", "no", "0", "false", "falsch"]
    }
  }
}

extension KeyResult.Ambition: SheetWord {
  var words: [String] {
    switch self {
    case .aspirational: ["ambitioniert", "anspruchsvoll", "moonshot"]
    case .committed: ["verbindlich", "zugesagt", "roofshot"]
    }
  }
}

extension KeyResult.ProgressMode: SheetWord {
  var words: [String] {
    switch self {
    case .own: ["eigen", "eigene", "eigener"]
    case .children: ["Kinder", "untergeordnet", "child"]
    case .blend: ["gemischt", "Mischung", "both"]
    }
  }
}

extension Zone: SheetWord {
  var words: [String] { self == .fail ? ["nicht erreicht"] : [] }
}

extension CycleReview.Focus: SheetWord {
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

  private static let errors: Set<String> = [
    "#div/0!", "#ref!", "#name?", "#value!", "#num!", "#null!", "#bezug!", "#wert!", "#zahl!",
    "#spill!", "#calc!", "#überlauf!", "#feld!",
  ]

  /// Whether `text` says that there is no value.
  static func isMissing(_ text: String) -> Bool {
    text.utf8.count <= 6 && missing.contains(text.lowercased())
  }

  /// Whether `text` is an error of a spreadsheet.
  static func isError(_ text: String) -> Bool {
    text.utf8.first == UInt8(ascii: "#") && errors.contains(text.lowercased())
  }
}
