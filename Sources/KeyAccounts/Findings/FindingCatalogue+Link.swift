// SPDX-License-Identifier: Apache-2.0
import Accounts

extension FindingCatalogue {
  /// How selection runs and OKR cycles meet.
  static let link: [FindingExplanation] = [
    FindingExplanation(
      "K-S090",
      LocalizedText(
        de: "kein Auswahllauf kennt nur Daten vor einem der Zyklen; ohne ihn lässt sich nichts "
          + "darüber sagen, ob Punkte und Erreichung zusammenhängen",
        en:
          "no selection run rests on data before one of the cycles; without it nothing can be said "
          + "of whether scores and attainment relate"
      ),
      LocalizedText(
        de: "mit okr.history den Ordner früherer Läufe nennen, oder mit kontor link --backtest die "
          + "Rangliste von damals nachrechnen",
        en: "name the folder of earlier runs in okr.history, or rank again as of then with kontor "
          + "link --backtest"
      )
    ),
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
  ]
}
