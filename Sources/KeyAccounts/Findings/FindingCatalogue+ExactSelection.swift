// SPDX-License-Identifier: Apache-2.0
import Accounts

extension FindingCatalogue {
  /// What a selection under a capacity or quotas can find.
  static let exactSelection: [FindingExplanation] = [
    FindingExplanation(
      "K-S028",
      LocalizedText(
        de: "ein gereihter Kunde hat keinen Aufwand und kann unter capacity nicht gewählt werden",
        en: "a ranked account has no effort and cannot be chosen under capacity"
      ),
      LocalizedText(
        de: "den Aufwand ergänzen, oder mit coalesce(aufwand, ...) einen üblichen annehmen",
        en: "complete the effort, or assume a usual one with coalesce(effort, ...)"
      )
    ),
    FindingExplanation(
      "K-S029",
      LocalizedText(
        de: "ein Aufwand liegt unter 0; der Kunde kann nicht gewählt werden",
        en: "an effort is below 0; the account cannot be chosen"
      ),
      LocalizedText(
        de: "den Wert in der Quelle oder die Formel von capacity.effort berichtigen",
        en: "correct the value in the source, or the formula of capacity.effort"
      )
    ),
    FindingExplanation(
      "K-S030",
      LocalizedText(
        de: "eine Entscheidung nimmt einen Kunden ohne brauchbaren Aufwand auf; er zählt mit 0",
        en: "a decision includes an account without an effort that counts; it counts 0"
      ),
      LocalizedText(
        de: "den Aufwand ergänzen, sonst wird das Limit überschritten",
        en: "complete the effort, or the limit will be exceeded"
      )
    ),
    FindingExplanation(
      "K-S031",
      LocalizedText(
        de: "capacity, quotas, size und Entscheidungen lassen zusammen keine Liste zu",
        en: "capacity, quotas, size and decisions together allow no list"
      ),
      LocalizedText(
        de: "eine der genannten Regeln lockern; ohne jede von ihnen gibt es eine Liste",
        en: "relax one of the rules named; without any one of them there is a list"
      )
    ),
    FindingExplanation(
      "K-S032",
      LocalizedText(
        de: "die Suche nach der besten Liste endete vor dem Beweis",
        en: "the search for the best list ended before its proof"
      ),
      LocalizedText(
        de: "mit weniger quotas oder gröberem Aufwand (ganze Tage) gelingt er eher",
        en: "fewer quotas or coarser efforts (whole days) make it easier"
      )
    ),
    FindingExplanation(
      "K-S033",
      LocalizedText(
        de: "die Bibliothek des Lösers CBC fehlt",
        en: "the library of the solver CBC is missing"
      ),
      LocalizedText(
        de: "auf Debian und Ubuntu: apt-get install coinor-libcbc-dev",
        en: "on Debian and Ubuntu: apt-get install coinor-libcbc-dev"
      )
    ),
    FindingExplanation(
      "K-S034",
      LocalizedText(
        de: "Punkte unter 0 sind als Summe nicht sinnvoll; es zählt der Abstand zur niedrigsten",
        en: "scores below 0 make no sensible sum; the distance to the lowest counts"
      ),
      LocalizedText(
        de: "unter capacity eine Skala von 0 bis 1 und weighted-sum verwenden",
        en: "under capacity use a scale from 0 to 1 and weighted-sum"
      )
    ),
    FindingExplanation(
      "K-S035",
      LocalizedText(
        de: "ein Kunde hat keinen Text in dem Merkmal, das eine Quote begrenzt",
        en: "an account has no text in the attribute that a quota bounds"
      ),
      LocalizedText(
        de: "das Merkmal ergänzen",
        en: "complete the attribute"
      )
    ),
  ]
}
