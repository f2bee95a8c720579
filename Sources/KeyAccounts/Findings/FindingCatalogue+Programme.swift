// SPDX-License-Identifier: Apache-2.0
import Accounts

extension FindingCatalogue {
  /// What the programme says of files, runs and plans beyond its own grammar.
  static let programmeData: [FindingExplanation] = [
    FindingExplanation(
      "K-P024",
      LocalizedText(
        de: "der Auswahlplan lässt sich mit diesen Angaben nicht ausführen",
        en: "the selection plan cannot be carried out with these settings"
      ),
      LocalizedText(
        de: "die Stelle in kontor.yaml ändern, die die Meldung nennt",
        en: "change the place in kontor.yaml that the message gives"
      )
    ),
    FindingExplanation(
      "K-P030",
      LocalizedText(
        de: "eine Spalte, die kontor.yaml nennt, gibt es in der Datei nicht",
        en: "a column that kontor.yaml names is not in the file"
      ),
      LocalizedText(
        de: "den Namen wie in der Kopfzeile schreiben; die Meldung zählt die Spalten auf",
        en: "write the name as in the header; the message lists the columns"
      )
    ),
    FindingExplanation(
      "K-P031",
      LocalizedText(
        de: "keine Datei passt auf den Pfad oder das Muster",
        en: "no file matches the path or pattern"
      ),
      LocalizedText(
        de: "Pfade gelten ab dem Ordner der Programmdatei",
        en: "paths count from the folder of the programme file"
      )
    ),
    FindingExplanation(
      "K-P032",
      LocalizedText(
        de: "eine Spalte kommt seltener vor, als occurrence verlangt",
        en: "a column occurs less often than occurrence asks for"
      ),
      LocalizedText(
        de: "occurrence senken oder die Kopfzeile prüfen",
        en: "lower occurrence, or check the header"
      )
    ),
    FindingExplanation(
      "K-P033",
      LocalizedText(
        de: "keine Spalte heißt wie der Wert mit einer Periode dahinter (periods: wide)",
        en: "no column is called like the value followed by a period (periods: wide)"
      ),
      LocalizedText(
        de: "den gemeinsamen Anfang der Spaltennamen angeben",
        en: "give the common start of the column names"
      )
    ),
    FindingExplanation(
      "K-P034",
      LocalizedText(
        de: "eine Regel unter exclude vergleicht nicht Spalten mit Texten oder Zahlen",
        en: "a rule under exclude does not compare columns with texts or numbers"
      ),
      LocalizedText(
        de: "wie Konto = 'CPD' schreiben",
        en: "write it like Konto = 'CPD'"
      )
    ),
    FindingExplanation(
      "K-P110",
      LocalizedText(
        de: "ohne okr.as_of und ohne Perioden wurde ein Stichtag angenommen",
        en: "without okr.as_of and without periods a key date was assumed"
      ),
      LocalizedText(
        de: "okr.as_of setzen",
        en: "set okr.as_of"
      )
    ),
    FindingExplanation(
      "K-P111",
      LocalizedText(
        de: "im Ordner der früheren Läufe gibt es keinen",
        en: "there is none in the folder of earlier runs"
      ),
      LocalizedText(
        de: "okr.history auf einen Ordner mit run.json und ranking.csv richten",
        en: "point okr.history at a folder with run.json and ranking.csv"
      )
    ),
    FindingExplanation(
      "K-P112",
      LocalizedText(
        de: "ein früherer Lauf nennt keinen lesbaren Datenstand und bleibt außer Acht",
        en: "an earlier run gives no readable date of its data and is left out"
      ),
      LocalizedText(
        de: "data_as_of in run.json als Tag oder Monat schreiben",
        en: "write data_as_of in run.json as a day or month"
      )
    ),
    FindingExplanation(
      "K-P113",
      LocalizedText(
        de: "zu wenige Kunden haben einen Wert für das Kriterium, insgesamt oder in einem System "
          + "oder Land; eine Rangfolge damit vergleicht Daten und nicht Kunden",
        en: "too few accounts have a value for the criterion, overall or in one system or country; "
          + "a ranking by it compares data and not accounts"
      ),
      LocalizedText(
        de: "die Quelle ergänzen, das Kriterium weglassen oder missing bewusst wählen; "
          + "coverage.csv zeigt jede Stelle",
        en: "complete the source, leave the criterion out or choose missing on purpose; "
          + "coverage.csv shows every place"
      ),
      citation: "S004"
    ),
    FindingExplanation(
      "K-P114",
      LocalizedText(
        de: "in keiner der Dateien wurde eine Spalte mit Kundennummer oder Kundenname erkannt",
        en: "no column with an account id or name was recognised in any of the files"
      ),
      LocalizedText(
        de: "kontor init ohne --from schreibt eine Vorlage; dort die Spalte unter account nennen",
        en: "kontor init without --from writes a template; name the column there as account"
      )
    ),
  ]
}
