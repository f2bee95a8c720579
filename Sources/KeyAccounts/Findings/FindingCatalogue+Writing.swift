// SPDX-License-Identifier: Apache-2.0
import Accounts

extension FindingCatalogue {
  /// Writing reports.
  static let writing: [FindingExplanation] = [
    FindingExplanation(
      "K-W001",
      LocalizedText(
        de: "eine Ausgabe lässt sich nicht schreiben",
        en: "an output cannot be written"
      ),
      LocalizedText(
        de: "Rechte und Platz prüfen oder mit --out einen anderen Ordner wählen",
        en: "check rights and space, or choose another folder with --out"
      )
    ),
    FindingExplanation(
      "K-W002",
      LocalizedText(
        de: "eine Datei gibt es schon und wird nicht überschrieben",
        en: "a file exists already and is not overwritten"
      ),
      LocalizedText(
        de: "--force überschreibt; sonst einen anderen Ordner nennen",
        en: "--force overwrites it; else name another folder"
      )
    ),
  ]
}
