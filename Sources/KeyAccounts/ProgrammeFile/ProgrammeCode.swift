// SPDX-License-Identifier: Apache-2.0
package import Accounts

/// The stable codes of everything that can be wrong with, or advised about, a programme file.
package enum ProgrammeCode: String, CaseIterable, Sendable {
  case syntax = "K-P001"
  case missingFile = "K-P002"
  case unreadableText = "K-P003"
  case unknownKey = "K-P004"
  case duplicateKey = "K-P005"
  case wrongType = "K-P006"
  case missingKey = "K-P007"
  case unknownChoice = "K-P008"
  case outOfRange = "K-P009"
  case weightSum = "K-P010"
  case emptyList = "K-P011"
  case expression = "K-P012"
  case unknownName = "K-P013"
  case ambiguousName = "K-P014"
  case pattern = "K-P015"
  case unit = "K-P016"
  case dateOrCurrency = "K-P017"
  case comparisonMatrix = "K-P018"
  case scale = "K-P019"
  case shortlistSizes = "K-P020"
  case version = "K-P021"
  case override = "K-P022"
  case contradiction = "K-P023"
  case manyCriteria = "K-P101"
  case smallWeight = "K-P102"
  case backwardOnly = "K-P103"
  case goalNotMeasured = "K-P104"
  case listTooLong = "K-P106"
  case assumedSize = "K-P107"
  case unknownCriterion = "K-P109"
  case apartFromGoal = "K-P120"
  case ownRevenueOnAxis = "K-P121"
  case unknownOnAxis = "K-P122"
  case doubtfulShare = "K-P123"
  case withoutEffect = "K-P140"

  /// How much it matters; what is not advice ends the run.
  package var severity: Finding.Severity {
    switch self {
    case .assumedSize, .apartFromGoal: .info
    case .manyCriteria, .smallWeight, .backwardOnly, .goalNotMeasured, .listTooLong,
      .unknownCriterion, .ownRevenueOnAxis, .unknownOnAxis, .doubtfulShare,
      .withoutEffect:
      .warning
    default: .error
    }
  }

  /// The source of the rule, where it has one beside the grammar.
  package var citation: String? {
    switch self {
    case .manyCriteria, .smallWeight, .goalNotMeasured, .listTooLong, .apartFromGoal: "S004"
    case .ownRevenueOnAxis: "McDonald and Woodburn 2007"
    case .backwardOnly: "S002"
    default: nil
    }
  }

  /// What the code stands for and what to do about it.
  package var explanation: LocalizedText {
    Self.explanations[self] ?? LocalizedText(rawValue)
  }

  private static let explanations: [ProgrammeCode: LocalizedText] = [
    .syntax: LocalizedText(
      de: "die Datei ist kein gültiges YAML; Einrückung, Klammern und Anführungszeichen prüfen",
      en: "the file is not valid YAML; check indentation, brackets and quotes"
    ),
    .missingFile: LocalizedText(
      de: "die Programmdatei fehlt, ist ein Ordner oder darf nicht gelesen werden",
      en: "the programme file is missing, is a folder or may not be read"
    ),
    .unreadableText: LocalizedText(
      de: "die Datei ist kein UTF-8, zu groß oder zu tief verschachtelt",
      en: "the file is not UTF-8, too large or nested too deeply"
    ),
    .unknownKey: LocalizedText(
      de: "den Schlüssel kennt die Programmdatei an dieser Stelle nicht",
      en: "the programme file knows no such key in this place"
    ),
    .duplicateKey: LocalizedText(
      de: "ein Schlüssel steht zweimal in derselben Zuordnung",
      en: "a key stands twice in the same mapping"
    ),
    .wrongType: LocalizedText(
      de: "eine Zahl, ein Text, eine Liste oder eine Zuordnung wurde erwartet",
      en: "a number, a text, a list or a mapping was expected"
    ),
    .missingKey: LocalizedText(de: "ein Pflichtschlüssel fehlt", en: "a required key is missing"),
    .unknownChoice: LocalizedText(
      de: "der Wert ist keine der erlaubten Möglichkeiten",
      en: "the value is none of the allowed choices"
    ),
    .outOfRange: LocalizedText(
      de: "die Zahl liegt außerhalb des erlaubten Bereichs",
      en: "the number lies outside the allowed range"
    ),
    .weightSum: LocalizedText(
      de: "die Gewichte von Geschwistern ergeben zusammen 0 oder keine endliche Zahl",
      en: "the weights of siblings add up to 0 or to no finite number"
    ),
    .emptyList: LocalizedText(de: "eine Liste ist leer", en: "a list is empty"),
    .expression: LocalizedText(
      de: "eine Formel oder Bedingung lässt sich nicht lesen",
      en: "a formula or condition cannot be read"
    ),
    .unknownName: LocalizedText(
      de: "eine Formel nennt etwas, das kein Wert, Merkmal oder früheres Maß ist",
      en: "a formula names something that is no value, attribute or earlier measure"
    ),
    .ambiguousName: LocalizedText(
      de: "ein Name bezeichnet zwei verschiedene Dinge",
      en: "one name stands for two different things"
    ),
    .pattern: LocalizedText(
      de: "der reguläre Ausdruck lässt sich nicht lesen",
      en: "the regular expression cannot be read"
    ),
    .unit: LocalizedText(de: "die Einheit ist unbekannt", en: "the unit is unknown"),
    .dateOrCurrency: LocalizedText(
      de: "ein Zeitraum, Datum oder Währungscode hat nicht die erwartete Form",
      en: "a period, date or currency code does not have the expected form"
    ),
    .comparisonMatrix: LocalizedText(
      de: "die Vergleichsmatrix ist nicht quadratisch, nicht positiv oder von falscher Größe",
      en: "the comparison matrix is not square, not positive or of the wrong size"
    ),
    .scale: LocalizedText(
      de: "die Skala hat keine Spanne oder ihre Punkte steigen nicht",
      en: "the scale has no span or its points do not rise"
    ),
    .shortlistSizes: LocalizedText(
      de: "es muss gelten: enter <= size <= stay",
      en: "enter <= size <= stay must hold"
    ),
    .version: LocalizedText(
      de: "Kontor liest Programmdateien der Version 1",
      en: "Kontor reads programme files of version 1"
    ),
    .override: LocalizedText(
      de: "eine Angabe mit --set führt ins Leere",
      en: "a --set option leads nowhere"
    ),
    .contradiction: LocalizedText(
      de: "zwei Angaben schließen sich aus",
      en: "two settings exclude each other"
    ),
    .manyCriteria: LocalizedText(
      de: "wenige Kriterien wählen, am besten drei bis fünf (S004)",
      en: "choose few criteria, best three to five (S004)"
    ),
    .smallWeight: LocalizedText(
      de: "ein Gewicht unter 5 % ändert die Liste praktisch nie",
      en: "a weight under 5 % practically never changes the list"
    ),
    .backwardOnly: LocalizedText(
      de: "alle Kriterien schauen zurück; mindestens eines sollte nach vorn schauen (S002)",
      en: "all criteria look back; at least one should look ahead (S002)"
    ),
    .goalNotMeasured: LocalizedText(
      de: "das Ziel entscheidet über die Kriterien; keines scheint es zu messen (S004)",
      en: "the goal decides the criteria; none seems to measure it (S004)"
    ),
    .listTooLong: LocalizedText(
      de: "die Liste ist länger, als Phase und Ansatz erlauben (S004)",
      en: "the list is longer than phase and approach allow (S004)"
    ),
    .assumedSize: LocalizedText(
      de: "ohne shortlist.size wird eine Länge angenommen",
      en: "without shortlist.size a length is assumed"
    ),
    .unknownCriterion: LocalizedText(
      de: "eine Variante gewichtet ein Kriterium, das es nicht gibt",
      en: "a scenario weights a criterion that does not exist"
    ),
    .apartFromGoal: LocalizedText(
      de: "einem Kriterium ist nicht anzusehen, wie es zum Ziel gehört (S004)",
      en: "a criterion does not show how it belongs to the goal (S004)"
    ),
    .ownRevenueOnAxis: LocalizedText(
      de: "Attraktivität wird getrennt von eigenem Umsatz und Ertrag bewertet; sie gehören zur"
        + " Achse strength",
      en: "attractiveness is rated apart from own revenue and margin; they belong to the axis"
        + " strength"
    ),
    .unknownOnAxis: LocalizedText(
      de: "eine Achse der Matrix nennt weder ein Kriterium noch ein Maß noch einen Wert",
      en: "an axis of the matrix names neither a criterion nor a measure nor a value"
    ),
    .doubtfulShare: LocalizedText(
      de: "ein Anteil ohne Prozentzeichen ist größer als das Ganze; -50 heißt -5000 %",
      en: "a share without a percent sign is larger than the whole; -50 means -5000 %"
    ),
    .withoutEffect: LocalizedText(
      de: "enter und stay binden Ränge; wo capacity oder quotas entscheiden, wirken sie nicht",
      en: "enter and stay bind ranks; where capacity or quotas decide, they have no effect"
    ),
  ]
}
