// SPDX-License-Identifier: Apache-2.0
import Accounts

extension FindingCatalogue {
  /// Files as a whole, and accounts that look odd.
  static let suspicions: [FindingExplanation] = [
    FindingExplanation(
      "K-D027",
      LocalizedText(
        de: "die Kurstabelle gibt der Programmwährung selbst einen Kurs",
        en: "the rate table gives the programme currency itself a rate"
      ),
      LocalizedText(
        de: "programme.currency prüfen oder eine Kurstabelle für diese Währung angeben",
        en: "check programme.currency, or name a rate table for that currency"
      )
    ),
    FindingExplanation(
      "K-D040",
      LocalizedText(
        de: "eine exclude-Regel hat Zeilen beiseitegelegt",
        en: "an exclude rule has set rows aside"
      ),
      LocalizedText(
        de: "die Regel in sources.exclude ändern, wenn sie zu viele trifft",
        en: "change the rule in sources.exclude if it hits too many"
      )
    ),
    FindingExplanation(
      "K-D041",
      LocalizedText(
        de: "die Daten reichen über as_of hinaus; Zeitfenster lassen spätere Monate "
          + "weg, Summen ohne Fenster nicht",
        en: "the data go beyond as_of; windows leave later months out, totals without a "
          + "window do not"
      ),
      LocalizedText(
        de: "im Maß ein Fenster angeben, etwa sum(revenue, 12)",
        en: "give the measure a window, such as sum(revenue, 12)"
      )
    ),
    FindingExplanation(
      "K-D042",
      LocalizedText(
        de: "eine Datei hat eine Kopfzeile, aber keine Datenzeile",
        en: "a file has a header but no data row"
      ),
      LocalizedText(
        de: "den Filter des Exports prüfen",
        en: "check the filter of the export"
      )
    ),
    FindingExplanation(
      "K-D043",
      LocalizedText(
        de: "eine Datei ist kein gültiges UTF-8 und wurde in einer anderen Kodierung "
          + "gelesen",
        en: "a file is not valid UTF-8 and was read in another encoding"
      ),
      LocalizedText(
        de: "format.encoding setzen, damit die Kodierung feststeht",
        en: "set format.encoding so that the encoding is certain"
      )
    ),
    FindingExplanation(
      "K-D165",
      LocalizedText(
        de: "einzelne Bytes einer Datei gehören nicht in ihren Text: Bytes einer anderen Kodierung "
          + "mitten in UTF-8, oder NUL-Bytes",
        en: "a few bytes of a file do not belong into its text: bytes of another encoding amid "
          + "UTF-8, or NUL bytes"
      ),
      LocalizedText(
        de: "die genannte Zeile ansehen; oft wurden Exporte verschiedener Systeme zusammengefügt",
        en: "look at the line named; often exports of several systems were put together"
      )
    ),
    FindingExplanation(
      "K-D044",
      LocalizedText(
        de: "die Zahl der Datenzeilen ist genau eine Grenze von Exporten; vielleicht "
          + "fehlt der Rest",
        en: "the number of data rows is exactly a limit of exports; the rest may be "
          + "missing"
      ),
      LocalizedText(
        de: "den Export in Teilen ziehen und die Summen vergleichen",
        en: "export in parts and compare the totals"
      )
    ),
    FindingExplanation(
      "K-D045",
      LocalizedText(
        de: "zwei Spalten eines Werts stehen für denselben Monat",
        en: "two columns of one value stand for the same month"
      ),
      LocalizedText(
        de: "die Spalte, die nicht zählt, im Export umbenennen",
        en: "rename the column that does not count in the export"
      )
    ),
    FindingExplanation(
      "K-D154",
      LocalizedText(
        de: "die Überschrift einer Spalte nennt eine andere Einheit als die Zuordnung",
        en: "the header of a column names another unit than the mapping"
      ),
      LocalizedText(
        de: "die Einheit des Werts setzen (unit)",
        en: "set the unit of the value (unit)"
      )
    ),
    FindingExplanation(
      "K-D057",
      LocalizedText(
        de: "ein Konto sieht nach einem Sammelkonto für Einmalkunden aus",
        en: "an account looks like a collective account for one-time customers"
      ),
      LocalizedText(
        de: "mit exclude oder einem Gate aus der Auswahl nehmen",
        en: "take it out of the selection with exclude or a gate"
      )
    ),
    FindingExplanation(
      "K-D058",
      LocalizedText(
        de: "ein Konto sieht nach einer eigenen Konzerngesellschaft aus",
        en: "an account looks like a company of one's own group"
      ),
      LocalizedText(
        de: "mit exclude oder einem Gate aus der Auswahl nehmen",
        en: "take it out of the selection with exclude or a gate"
      )
    ),
    FindingExplanation(
      "K-D059",
      LocalizedText(
        de: "eine Kundennummer hat weniger Stellen als die anderen; vielleicht gingen "
          + "führende Nullen verloren",
        en: "an account id has fewer digits than the others; leading zeros may be lost"
      ),
      LocalizedText(
        de: "die Spalte als Text exportieren",
        en: "export the column as text"
      )
    ),
    FindingExplanation(
      "K-D060",
      LocalizedText(
        de: "das Potenzial eines Kunden ist kleiner als sein Umsatz der letzten zwölf "
          + "Monate",
        en: "an account's potential is smaller than its revenue of the last twelve "
          + "months"
      ),
      LocalizedText(
        de: "Potenzial oder Umsatz in der Quelle prüfen",
        en: "check potential or revenue at the source"
      )
    ),
    FindingExplanation(
      "K-D061",
      LocalizedText(
        de: "Kunden, deren Namen oder Nummern so ähnlich sind, dass sie derselbe Kunde sein können",
        en: "accounts whose names or ids are so alike that they may be the same customer"
      ),
      LocalizedText(
        de: "duplicates.csv durchsehen und bestätigte Paare in die Datei von accounts.mapping "
          + "schreiben; Kontor legt nichts von selbst zusammen",
        en: "go through duplicates.csv and write confirmed pairs into the file of "
          + "accounts.mapping; Kontor merges nothing by itself"
      )
    ),
    FindingExplanation(
      "K-D062",
      LocalizedText(
        de: "ein Konto sieht nach einem Test- oder Platzhalterkonto aus",
        en: "an account looks like a test or dummy account"
      ),
      LocalizedText(
        de: "mit exclude oder einem Gate aus der Auswahl nehmen",
        en: "take it out of the selection with exclude or a gate"
      )
    ),
    FindingExplanation(
      "K-D063",
      LocalizedText(
        de: "der Umsatz eines Kunden ist in mindestens einem Monat negativ; Gutschriften und "
          + "Stornos zählen mit",
        en: "an account's revenue is negative in at least one month; credit notes and "
          + "cancellations count"
      ),
      LocalizedText(
        de: "an der Quelle prüfen, ob die Gegenbuchung im selben Zeitraum liegt",
        en: "check at the source whether the counter-entry lies in the same window"
      )
    ),
    FindingExplanation(
      "K-D064",
      LocalizedText(
        de: "die Marge eines Kunden ist in der Summe negativ",
        en: "an account's margin is negative in sum"
      ),
      LocalizedText(
        de: "Kosten an der Quelle prüfen; ein Gate wie margin_rate >= 0 hält solche Kunden heraus",
        en: "check the costs at the source; a gate such as margin_rate >= 0 keeps them out"
      )
    ),
  ]
}
