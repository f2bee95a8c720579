// SPDX-License-Identifier: Apache-2.0
import Accounts

extension FindingCatalogue {
  /// How selection runs and OKR cycles meet.
  static let link: [FindingExplanation] = [
    FindingExplanation(
      "K-S091",
      LocalizedText(
        de: "in der Rangliste eines früheren Laufs stehen Zellen, die keine Zahl sind; sie fehlen",
        en: "the ranking of an earlier run has cells that are no numbers; they are missing"
      ),
      LocalizedText(
        de: "ranking.csv so lassen, wie Kontor sie schreibt; Zahlen haben keine Tausenderzeichen",
        en: "leave ranking.csv as Kontor writes it; numbers have no grouping marks"
      )
    ),
    FindingExplanation(
      "K-S092",
      LocalizedText(
        de: "ein Rückblick auf Kriterien ist verlangt, aber kein Zyklus ist abgeschlossen",
        en: "a back-test of criteria is asked for, but no cycle is closed"
      ),
      LocalizedText(
        de: "den Stichtag mit okr.as_of oder --as-of nach den letzten Tag eines Zyklus legen, oder "
          + "den Zyklus als abgeschlossen führen",
        en: "put the key date after the last day of a cycle with okr.as_of or --as-of, or mark the "
          + "cycle as closed"
      )
    ),
    FindingExplanation(
      "K-S093",
      LocalizedText(
        de: "ein früherer Lauf kennt keinen der Kunden, die nach ihm etwas erreicht haben",
        en: "an earlier run knows none of the accounts that attained something after it"
      ),
      LocalizedText(
        de: "Kundennummern vergleichen; eine Tabelle, die ranking.csv neu speichert, nimmt oft die "
          + "führenden Nullen weg",
        en: "compare the account ids; a spreadsheet that saves ranking.csv again often takes the "
          + "leading zeros away"
      )
    ),
  ]
}
