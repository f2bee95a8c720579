// SPDX-License-Identifier: Apache-2.0
import Accounts

extension FindingCatalogue {
  /// Decision problems and reference cases as JSON.
  static let problems: [FindingExplanation] = [
    FindingExplanation(
      "K-D080",
      LocalizedText(
        de: "eine Datei mit Problemen ist kein JSON",
        en: "a file of problems is not JSON"
      ),
      LocalizedText(
        de: "an der genannten Stelle berichtigen; NaN und unendlich gibt es in JSON nicht",
        en: "correct the place given; JSON knows no NaN or infinity"
      )
    ),
    FindingExplanation(
      "K-D081",
      LocalizedText(
        de: "einem Problem fehlt ein Schlüssel, oder er hat die falsche Form",
        en: "a problem lacks a key, or it has the wrong shape"
      ),
      LocalizedText(
        de: "die Form berichtigen, die die Meldung nennt",
        en: "correct the shape that the message gives"
      )
    ),
    FindingExplanation(
      "K-D082",
      LocalizedText(
        de: "eine Methode, Familie oder ein Wort ist unbekannt",
        en: "a method, family or word is unknown"
      ),
      LocalizedText(
        de: "eines der genannten Wörter schreiben",
        en: "write one of the words given"
      )
    ),
    FindingExplanation(
      "K-D083",
      LocalizedText(
        de: "das Problem ist in Ordnung, hat für diese Werte aber keine Antwort",
        en: "the problem is in order but has no answer for these values"
      ),
      LocalizedText(
        de: "eine andere Methode oder Normalisierung wählen oder die Werte prüfen",
        en: "choose another method or normalisation, or check the values"
      )
    ),
    FindingExplanation(
      "K-D084",
      LocalizedText(
        de: "eine Datei ist kein Referenzfall und wird übersprungen",
        en: "a file is no reference case and is skipped"
      ),
      LocalizedText(
        de: "nichts zu tun; ein Referenzfall hat 'method' oder 'family' und 'expected'",
        en: "nothing to do; a reference case has 'method' or 'family', and 'expected'"
      )
    ),
  ]
}
