// SPDX-License-Identifier: Apache-2.0
import Accounts

extension FindingCatalogue {
  /// What selections under a capacity or quotas, and judgements on weights, can find.
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
    FindingExplanation(
      "K-S036",
      LocalizedText(
        de: "die Urteile der Best-Worst-Methode widersprechen sich stärker als üblich",
        en: "the judgements of the best-worst method contradict each other more than usual"
      ),
      LocalizedText(
        de: "die Urteile zum genannten Kriterium noch einmal ansehen",
        en: "look at the judgements on the criterion named again"
      )
    ),
    FindingExplanation(
      "K-S037",
      LocalizedText(
        de: "die Mitglieder einer Gruppe gewichten verschieden; W ist 1 bei gleicher "
          + "Reihenfolge aller und 0 ohne Übereinstimmung",
        en: "the members of a group weight differently; W is 1 where all agree on the order "
          + "and 0 without agreement"
      ),
      LocalizedText(
        de: "vor dem Mitteln über das genannte Kriterium sprechen; report.json zeigt die Spannen",
        en: "talk about the criterion named before averaging; report.json shows the ranges"
      )
    ),
    FindingExplanation(
      "K-S038",
      LocalizedText(
        de: "die wichtigste Spanne hat nicht 100 Punkte",
        en: "the most important swing does not have 100 points"
      ),
      LocalizedText(
        de: "nichts zu tun, wenn das Verhältnis der Punkte stimmt",
        en: "nothing to do if the ratios of the points are right"
      )
    ),
  ]
}
