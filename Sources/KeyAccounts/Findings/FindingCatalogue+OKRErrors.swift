// SPDX-License-Identifier: Apache-2.0
import Accounts
import CyclePerformance

extension FindingCatalogue {
  /// Rows of OKR sheets that enter no figure.
  static let okrErrors: [FindingExplanation] = [
    okrCode(
      .unknownAccount,
      LocalizedText(
        de: "der Kunde steht weder in den Quellen noch im Stamm",
        en: "the account is neither in the sources nor in the master"
      ),
      LocalizedText(
        de: "Nummer berichtigen oder den Kunden im Stamm ergänzen",
        en: "correct the id, or add the account to the master"
      )
    ),
    okrCode(
      .unknownCycle,
      LocalizedText(
        de: "den Zyklus gibt es nicht",
        en: "there is no such cycle"
      ),
      LocalizedText(
        de: "in der Datei cycles ergänzen oder die Schreibweise angleichen",
        en: "add it to the cycles file, or align the spelling"
      )
    ),
    okrCode(
      .orphanReference,
      LocalizedText(
        de: "eine Zeile verweist auf etwas, das es nicht gibt",
        en: "a row refers to something that does not exist"
      ),
      LocalizedText(
        de: "die id berichtigen, auf die sie verweist",
        en: "correct the id it refers to"
      )
    ),
    okrCode(
      .duplicateKey,
      LocalizedText(
        de: "ein Schlüssel steht zweimal mit verschiedenem Inhalt",
        en: "a key stands twice with different content"
      ),
      LocalizedText(
        de: "eine der Zeilen entfernen oder neu nummerieren",
        en: "remove one of the rows, or number it anew"
      )
    ),
    okrCode(
      .requiredMissing,
      LocalizedText(
        de: "ein Pflichtfeld ist leer",
        en: "a required field is empty"
      ),
      LocalizedText(
        de: "das Feld ausfüllen",
        en: "fill in the field"
      )
    ),
    okrCode(
      .badNumber,
      LocalizedText(
        de: "eine Zelle ist keine endliche Zahl",
        en: "a cell is no finite number"
      ),
      LocalizedText(
        de: "die Zahl berichtigen",
        en: "correct the number"
      )
    ),
    okrCode(
      .badDate,
      LocalizedText(
        de: "eine Zelle ist kein Datum",
        en: "a cell is no date"
      ),
      LocalizedText(
        de: "als 2025-12-31 oder 31.12.2025 schreiben",
        en: "write it as 2025-12-31 or 31.12.2025"
      )
    ),
    okrCode(
      .targetEqualsBaseline,
      LocalizedText(
        de: "Start und Ziel sind gleich; es gibt keinen Weg, der gemessen werden könnte",
        en: "start and goal are the same; there is no way that could be measured"
      ),
      LocalizedText(
        de: "Ziel berichtigen oder boolean, at_least, at_most wählen",
        en: "correct the goal, or choose boolean, at_least, at_most"
      )
    ),
    okrCode(
      .cascadeCycle,
      LocalizedText(
        de: "Objectives und Key Results speisen sich im Kreis",
        en: "objectives and key results feed on each other"
      ),
      LocalizedText(
        de: "eine Verbindung des genannten Kreises lösen",
        en: "cut one link of the circle given"
      )
    ),
    okrCode(
      .badWeight,
      LocalizedText(
        de: "ein Gewicht ist negativ, oder alle zusammen ergeben 0",
        en: "a weight is negative, or all together are 0"
      ),
      LocalizedText(
        de: "Gewichte ab 0 angeben, mindestens eines darüber",
        en: "give weights of 0 or more, at least one above"
      )
    ),
    okrCode(
      .unknownValue,
      LocalizedText(
        de: "das Wort gehört nicht zu den erlaubten",
        en: "the word is none of those allowed"
      ),
      LocalizedText(
        de: "eines der Wörter schreiben, die die Meldung nennt",
        en: "write one of the words that the message gives"
      )
    ),
    okrCode(
      .outsideDomain,
      LocalizedText(
        de: "eine Zahl liegt außerhalb dessen, was das Feld erlaubt",
        en: "a number lies outside what the field allows"
      ),
      LocalizedText(
        de: "die Zahl berichtigen",
        en: "correct the number"
      )
    ),
    okrCode(
      .cycleEndBeforeStart,
      LocalizedText(
        de: "ein Zyklus endet vor seinem Beginn",
        en: "a cycle ends before it begins"
      ),
      LocalizedText(
        de: "Beginn und Ende tauschen oder berichtigen",
        en: "swap or correct start and end"
      )
    ),
    okrCode(
      .spreadsheetError,
      LocalizedText(
        de: "eine Zelle enthält einen Fehler der Tabellenkalkulation wie #DIV/0!",
        en: "a cell holds a spreadsheet error such as #DIV/0!"
      ),
      LocalizedText(
        de: "die Formel berichtigen und neu exportieren",
        en: "correct the formula and export again"
      )
    ),
    okrCode(
      .duplicateHeader,
      LocalizedText(
        de: "zwei Spalten bedeuten dasselbe",
        en: "two columns mean the same"
      ),
      LocalizedText(
        de: "eine umbenennen oder mit columns zuordnen",
        en: "rename one, or map it with columns"
      )
    ),
    okrCode(
      .conflictingCheckins,
      LocalizedText(
        de: "ein Key Result hat zu einer Zeit verschiedene Werte",
        en: "a key result has different values at one time"
      ),
      LocalizedText(
        de: "einen Check-in entfernen oder die Zeit angeben",
        en: "remove one check-in, or give the time"
      )
    ),
    okrCode(
      .zonesNotMonotone,
      LocalizedText(
        de: "baseline, commit, target und stretch steigen oder fallen nicht durchweg",
        en: "baseline, commit, target and stretch do not rise or fall throughout"
      ),
      LocalizedText(
        de: "die vier Werte ordnen",
        en: "put the four values in order"
      )
    ),
    okrCode(
      .objectiveWithoutKeyResult,
      LocalizedText(
        de: "ein Objective hat kein Key Result und lässt sich nicht messen",
        en: "an objective has no key result and cannot be measured"
      ),
      LocalizedText(
        de: "mindestens ein Key Result ergänzen",
        en: "add at least one key result"
      )
    ),
  ]
}
