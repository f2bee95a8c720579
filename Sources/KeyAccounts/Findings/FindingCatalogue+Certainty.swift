// SPDX-License-Identifier: Apache-2.0
import Accounts

extension FindingCatalogue {
  /// How sure a list is.
  static let certainty: [FindingExplanation] = [
    FindingExplanation(
      "K-S040",
      LocalizedText(
        de: "es wurden weniger Gewichtungen gezogen als verlangt",
        en: "fewer weightings were drawn than asked for"
      ),
      LocalizedText(
        de: "robustness.samples senken oder die Methode weighted-sum wählen",
        en: "lower robustness.samples, or choose the method weighted-sum"
      )
    ),
    FindingExplanation(
      "K-S041",
      LocalizedText(
        de: "nicht alle Gewichte geben unter Kapazität oder Quoten eine Liste",
        en: "not all weights give a list under capacity or quotas"
      ),
      LocalizedText(
        de: "Quoten lockern, oder den Löser einrichten (coinor-libcbc3)",
        en: "loosen the quotas, or install the solver (coinor-libcbc3)"
      )
    ),
    FindingExplanation(
      "K-S042",
      LocalizedText(
        de: "ab welchem Gewicht die Liste kippt, ist gesucht und nicht genau berechnet",
        en: "the weights at which the list flips were searched for, not computed exactly"
      ),
      LocalizedText(
        de: "weighted-sum ohne incumbents gibt genaue Grenzen",
        en: "weighted-sum without incumbents gives exact bounds"
      )
    ),
    FindingExplanation(
      "K-S043",
      LocalizedText(
        de: "ab welchem Gewicht die Liste kippt, wurde nicht untersucht",
        en: "the weights at which the list flips were not looked for"
      ),
      LocalizedText(
        de: "weighted-sum ohne incumbents oder Gates, die weniger Kunden übrig lassen",
        en: "weighted-sum without incumbents, or gates that leave fewer accounts"
      )
    ),
    FindingExplanation(
      "K-S044",
      LocalizedText(
        de: "fehlende Werte zählen unter anderen Gewichten mit dem mittleren Nutzen des Kunden",
        en: "missing values count under other weights with the account's mean utility"
      ),
      LocalizedText(
        de: "Werte ergänzen oder missing: worst wählen",
        en: "complete the values, or choose missing: worst"
      )
    ),
    FindingExplanation(
      "K-S045",
      LocalizedText(
        de: "'order' oder 'uncertainty' nennt ein unbekanntes Kriterium",
        en: "'order' or 'uncertainty' names an unknown criterion"
      ),
      LocalizedText(
        de: "dort die Namen aus criteria verwenden",
        en: "use the names of criteria there"
      )
    ),
    FindingExplanation(
      "K-S046",
      LocalizedText(
        de: "fiele dieser Kunde weg, änderten sich die Plätze anderer",
        en: "without this account others would change places"
      ),
      LocalizedText(
        de: "feste Skalen setzen: scale: {from: .., to: ..}",
        en: "set fixed scales: scale: {from: .., to: ..}"
      ),
      citation: "Belton and Gear 1983"
    ),
    FindingExplanation(
      "K-S047",
      LocalizedText(
        de: "bei so vielen Kunden fehlen die Vergleichsgewichte aus den Daten",
        en: "among so many accounts the weights that data would give are left out"
      ),
      LocalizedText(
        de: "Gates setzen, die weniger Kunden übrig lassen, wenn man sie braucht",
        en: "set gates that leave fewer accounts, if they are needed"
      )
    ),
    FindingExplanation(
      "K-S048",
      LocalizedText(
        de: "unter Kapazität oder Quoten ist die Liste für jede Ziehung neu gelöst",
        en: "under capacity or quotas the list was solved anew for each draw"
      ),
      LocalizedText(
        de: "mit kontor compare --sweep ansehen, ab welchem Gewicht die Liste kippt",
        en: "see with kontor compare --sweep at which weight the list flips"
      )
    ),
    FindingExplanation(
      "K-S049",
      LocalizedText(
        de: "Gewichte, die die Daten allein gäben, sind für diese Werte nicht bestimmt",
        en: "weights that data alone would give are undefined for these values"
      ),
      LocalizedText(
        de: "nichts zu tun: nichts hängt daran; entropy braucht Werte ab 0, merec über 0",
        en: "nothing to do: nothing hangs on them; entropy needs values from 0 on, merec above 0"
      )
    ),
    FindingExplanation(
      "K-S080",
      LocalizedText(
        de: "unter so vielen Kunden wird nicht gesucht, wie wenige Kriterien genügen",
        en: "among so many accounts nobody looks how few criteria would do"
      ),
      LocalizedText(
        de: "strengere gates oder weniger Kriterien; parsimony.csv gibt es bis vier Millionen"
          + " Punktzahlen (Kunden mal Mengen von Kriterien)",
        en: "stricter gates or fewer criteria; parsimony.csv exists up to four million scores"
          + " (accounts times sets of criteria)"
      )
    ),
    FindingExplanation(
      "K-S081",
      LocalizedText(
        de: "mittlerer und schlechtester Rang unter gezogenen Gewichten sind nicht gezählt",
        en: "mean and worst ranks under drawn weights are not counted"
      ),
      LocalizedText(
        de: "robustness.ranks: all zählt sie immer; oder samples senken",
        en: "robustness.ranks: all always counts them; or lower samples"
      )
    ),
  ]
}
