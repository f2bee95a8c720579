// SPDX-License-Identifier: Apache-2.0
import Accounts

extension FindingCatalogue {
  /// What-if variants and their comparison, and criteria that say the same.
  static let scenarios: [FindingExplanation] = [
    FindingExplanation(
      "K-S060",
      LocalizedText(
        de: "--scenario oder --sweep nennt etwas, das es im Programm nicht gibt",
        en: "--scenario or --sweep names something that the programme does not have"
      ),
      LocalizedText(
        de: "den Namen so schreiben, wie er in scenarios oder criteria steht",
        en: "write the name as it stands in scenarios or criteria"
      )
    ),
    FindingExplanation(
      "K-S061",
      LocalizedText(
        de: "eine Variante entfällt, weil ihr Plan keinen Sinn ergibt",
        en: "a scenario is left out because its plan makes no sense"
      ),
      LocalizedText(
        de: "Gewichte, Verfahren und Listenlänge der Variante prüfen",
        en: "check weights, method and list size of the scenario"
      )
    ),
    FindingExplanation(
      "K-S062",
      LocalizedText(
        de: "eine Zeile der Gewichtstabelle hat keinen eigenen Namen",
        en: "a row of the table of weights has no name of its own"
      ),
      LocalizedText(
        de: "in die Spalte name jeden Namen einmal schreiben; base ist vergeben",
        en: "write each name once into the column name; base is taken"
      )
    ),
    FindingExplanation(
      "K-S063",
      LocalizedText(
        de: "ein Gewicht der Gewichtstabelle ist keine Zahl ab 0",
        en: "a weight in the table of weights is no number of 0 or more"
      ),
      LocalizedText(
        de: "die Zelle berichtigen; leer heißt: Punkte des Programms",
        en: "correct the cell; empty means the points of the programme"
      )
    ),
    FindingExplanation(
      "K-S064",
      LocalizedText(
        de: "eine Spalte der Gewichtstabelle heißt wie kein Kriterium",
        en: "a column of the table of weights is called like no criterion"
      ),
      LocalizedText(
        de: "die Überschrift so schreiben wie den Namen des Kriteriums",
        en: "write the header like the name of the criterion"
      )
    ),
    FindingExplanation(
      "K-S065",
      LocalizedText(
        de: "die Gewichtstabelle lässt Kriterien aus; ihre Punkte bleiben die des Programms",
        en: "the table of weights leaves criteria out; they keep the points of the programme"
      ),
      LocalizedText(
        de: "eine Spalte je Kriterium angeben, wenn die Tabelle auf einer anderen Skala steht",
        en: "give a column per criterion if the table is on another scale"
      )
    ),
    FindingExplanation(
      "K-S066",
      LocalizedText(
        de: "bei vielen Varianten wird nur mit der Basis verglichen",
        en: "with many scenarios, only those with the base are compared"
      ),
      LocalizedText(
        de: "mit --scenario die Varianten wählen, die gegeneinander stehen sollen",
        en: "choose the scenarios to be held against each other with --scenario"
      )
    ),
    FindingExplanation(
      "K-S067",
      LocalizedText(
        de: "es stehen zu viele Kunden auf den Listen für die genaue Kemeny-Reihenfolge",
        en: "too many accounts are on the lists for the exact Kemeny order"
      ),
      LocalizedText(
        de: "borda_rank verwenden oder die Liste kürzen",
        en: "use borda_rank, or shorten the list"
      ),
      citation: "Kemeny 1959"
    ),
    FindingExplanation(
      "K-S068",
      LocalizedText(
        de: "zwei Kriterien sagen fast dasselbe; zusammen wiegen sie doppelt",
        en: "two criteria say nearly the same; together they weigh twice"
      ),
      LocalizedText(
        de: "eines weglassen, oder beide zu einem zusammenfassen",
        en: "leave one out, or make one of the two"
      ),
      citation: "Keeney and Raiffa 1976"
    ),
    FindingExplanation(
      "K-S069",
      LocalizedText(
        de: "eine Tabelle mit mehr als einer Million Zellen steht in report.json nur für Kunden auf"
          + " Listen und die besten der Rangliste",
        en: "a table of more than a million cells stands in report.json only for accounts on lists"
          + " and the best ranked"
      ),
      LocalizedText(
        de: "die gleichnamige CSV-Datei lesen, die alle Zeilen hat; shortened nennt sie",
        en: "read the CSV file of the same name, which has all rows; shortened names it"
      )
    ),
    FindingExplanation(
      "K-S070",
      LocalizedText(
        de: "der Schock einer Variante trifft keinen Kunden",
        en: "the shock of a scenario hits no account"
      ),
      LocalizedText(
        de: "Namen und Texte in where mit accounts.csv vergleichen",
        en: "compare names and texts in where with accounts.csv"
      )
    ),
  ]
}
