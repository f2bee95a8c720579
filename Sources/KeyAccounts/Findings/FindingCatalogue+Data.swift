// SPDX-License-Identifier: Apache-2.0
import Accounts

extension FindingCatalogue {
  /// Reading and consolidating data.
  static let data: [FindingExplanation] = [
    FindingExplanation(
      "K-D001",
      LocalizedText(
        de: "eine Eingabedatei fehlt, ist ein Ordner oder darf nicht gelesen werden",
        en: "an input file is missing, is a folder or may not be read"
      ),
      LocalizedText(
        de: "Pfad prüfen; Pfade gelten ab dem Ordner der Programmdatei",
        en: "check the path; paths count from the folder of the programme file"
      )
    ),
    FindingExplanation(
      "K-D002",
      LocalizedText(
        de: "aus den Bytes der Datei wird keine Tabelle: leer, binär, falsche Kodierung oder "
          + "ohne Kopfzeile",
        en: "the bytes of the file make no table: empty, binary, wrong encoding or without a "
          + "header"
      ),
      LocalizedText(
        de: "als CSV exportieren; format.encoding und format.header_row setzen",
        en: "export it as CSV; set format.encoding and format.header_row"
      )
    ),
    FindingExplanation(
      "K-D003",
      LocalizedText(
        de: "eine Zeile hat mehr oder weniger Felder als die Kopfzeile und wird abgewiesen",
        en: "a row has more or fewer fields than the header and is rejected"
      ),
      LocalizedText(
        de: "die Zeile steht in rejects.csv; meist fehlt ein Anführungszeichen um einen Text mit "
          + "Trennzeichen",
        en: "the row stands in rejects.csv; mostly a text with a delimiter lacks its quotes"
      )
    ),
    FindingExplanation(
      "K-D004",
      LocalizedText(
        de: "ein Anführungszeichen wird nicht geschlossen oder steht mitten in einem Feld",
        en: "a quote is not closed or stands inside a field"
      ),
      LocalizedText(
        de: "den Export mit verdoppelten Anführungszeichen wiederholen",
        en: "repeat the export with doubled quotes"
      )
    ),
    FindingExplanation(
      "K-D005",
      LocalizedText(
        de: "eine Zelle ist keine Zahl; ihr Wert fehlt, die Zeile zählt weiter",
        en: "a cell is no number; its value is missing, the row still counts"
      ),
      LocalizedText(
        de: "die Zelle berichtigen oder format.decimal, format.grouping setzen",
        en: "correct the cell, or set format.decimal and format.grouping"
      )
    ),
    FindingExplanation(
      "K-D006",
      LocalizedText(
        de: "eine Zahl ist zu groß, um exakt gerechnet zu werden; der Wert fehlt",
        en: "a number is too large to be computed exactly; the value is missing"
      ),
      LocalizedText(
        de: "Einheit der Spalte prüfen (unit)",
        en: "check the unit of the column (unit)"
      )
    ),
    FindingExplanation(
      "K-D007",
      LocalizedText(
        de: "Zahlen der Spalte lassen sich auf zwei Weisen lesen, und keine Zelle entscheidet es",
        en: "numbers of the column can be read in two ways, and no cell decides which"
      ),
      LocalizedText(
        de: "format.decimal und format.grouping setzen",
        en: "set format.decimal and format.grouping"
      )
    ),
    FindingExplanation(
      "K-D008",
      LocalizedText(
        de: "eine Zahl liegt außerhalb von min und max der Spalte; der Wert fehlt",
        en: "a number lies outside min and max of the column; the value is missing"
      ),
      LocalizedText(
        de: "Zelle berichtigen oder die Grenzen in kontor.yaml ändern",
        en: "correct the cell, or change the limits in kontor.yaml"
      )
    ),
    FindingExplanation(
      "K-D009",
      LocalizedText(
        de: "eine Zelle sagt mit einem Zeichen wie '-' oder 'k. A.', dass der Wert fehlt",
        en: "a cell says by a sign such as '-' or 'n/a' that the value is missing"
      ),
      LocalizedText(
        de: "nichts zu tun, wenn das gemeint ist; eine Null als 0 schreiben",
        en: "nothing to do if that is meant; write a zero as 0"
      )
    ),
    FindingExplanation(
      "K-D010",
      LocalizedText(
        de: "eine Zeile nennt keinen Kunden und wird abgewiesen",
        en: "a row names no account and is rejected"
      ),
      LocalizedText(
        de: "die Nummer ergänzen oder die Zeilen mit exclude beiseitelegen",
        en: "complete the id, or set such rows aside with exclude"
      )
    ),
    FindingExplanation(
      "K-D011",
      LocalizedText(
        de: "die Kundennummer passt nicht zum Muster oder ist keine; die Zeile wird abgewiesen",
        en: "the account id does not fit the pattern or is none; the row is rejected"
      ),
      LocalizedText(
        de: "account.pattern prüfen oder die Zelle berichtigen",
        en: "check account.pattern, or correct the cell"
      )
    ),
    FindingExplanation(
      "K-D012",
      LocalizedText(
        de: "ein Schlüssel steht zweimal; die erste Zeile gilt, spätere werden abgewiesen",
        en: "a key stands twice; the first row counts, later ones are rejected"
      ),
      LocalizedText(
        de: "doppelten Export entfernen oder key um eine Spalte ergänzen",
        en: "remove the double export, or add a column to key"
      )
    ),
    FindingExplanation(
      "K-D013",
      LocalizedText(
        de: "ein Betrag hat mehr Nachkommastellen, als exakt gerechnet werden, und wurde "
          + "gerundet",
        en: "an amount has more decimals than are computed exactly, and was rounded"
      ),
      LocalizedText(
        de: "nichts zu tun, wenn Zehntausendstel genügen; sonst kind: number",
        en: "nothing to do if ten-thousandths will do; else kind: number"
      )
    ),
    FindingExplanation(
      "K-D014",
      LocalizedText(
        de: "der Wert eines Kunden fehlt, weil Zellen seiner Zeilen fehlen; fehlend ist nicht "
          + "null",
        en: "the value of an account is missing because cells of its rows are; missing is not "
          + "zero"
      ),
      LocalizedText(
        de: "die Zellen berichtigen, auf die andere Befunde zeigen",
        en: "correct the cells that other findings point at"
      )
    ),
    FindingExplanation(
      "K-D015",
      LocalizedText(
        de: "eine Summe ist zu groß, um exakt gerechnet zu werden; der Wert fehlt",
        en: "a sum is too large to be computed exactly; the value is missing"
      ),
      LocalizedText(
        de: "Einheit der Spalte prüfen (unit)",
        en: "check the unit of the column (unit)"
      )
    ),
    FindingExplanation(
      "K-D020",
      LocalizedText(
        de: "eine Zelle ist keine Periode und kein Datum; die Zeile wird abgewiesen",
        en: "a cell is no period or date; the row is rejected"
      ),
      LocalizedText(
        de: "Zelle berichtigen oder period auf die richtige Spalte setzen",
        en: "correct the cell, or point period at the right column"
      )
    ),
    FindingExplanation(
      "K-D021",
      LocalizedText(
        de: "Daten der Spalte lassen sich auf zwei Weisen lesen (Tag oder Monat zuerst)",
        en: "dates of the column can be read in two ways (day or month first)"
      ),
      LocalizedText(
        de: "format.date_order auf dmy oder mdy setzen",
        en: "set format.date_order to dmy or mdy"
      )
    ),
    FindingExplanation(
      "K-D022",
      LocalizedText(
        de: "ein Datum lässt sich nicht lesen; die Grenze gilt als offen",
        en: "a date cannot be read; the limit counts as open"
      ),
      LocalizedText(
        de: "als 2025-12-31 schreiben",
        en: "write it as 2025-12-31"
      )
    ),
    FindingExplanation(
      "K-D023",
      LocalizedText(
        de: "eine Zelle ist kein Währungscode; die Zeile wird abgewiesen",
        en: "a cell is no currency code; the row is rejected"
      ),
      LocalizedText(
        de: "andere Schreibweisen mit currency.map übersetzen",
        en: "translate other spellings with currency.map"
      )
    ),
    FindingExplanation(
      "K-D024",
      LocalizedText(
        de: "ein Kurs der Kurstabelle ist keine positive Zahl",
        en: "a rate of the rate table is no positive number"
      ),
      LocalizedText(
        de: "den Kurs als Einheiten der Programmwährung je fremder Einheit schreiben",
        en: "write the rate as programme currency per unit of the other"
      )
    ),
    FindingExplanation(
      "K-D025",
      LocalizedText(
        de: "für eine Währung und Periode fehlt der Kurs; die Summen fehlen",
        en: "there is no rate for a currency and period; the sums are missing"
      ),
      LocalizedText(
        de: "die Kurstabelle ergänzen (rates)",
        en: "complete the rate table (rates)"
      )
    ),
    FindingExplanation(
      "K-D026",
      LocalizedText(
        de: "eine Entscheidung sagt weder include noch exclude und bleibt außer Acht",
        en: "a decision says neither include nor exclude and is left out"
      ),
      LocalizedText(
        de: "die Spalte decision der Entscheidungsliste berichtigen",
        en: "correct the column decision of the list"
      )
    ),
    FindingExplanation(
      "K-D030",
      LocalizedText(
        de: "die Summe der Datei weicht von den gelesenen Zeilen ab",
        en: "the total of the file differs from the rows read"
      ),
      LocalizedText(
        de: "reconciliation.csv und rejects.csv ansehen; meist fehlen abgewiesene Zeilen",
        en: "look at reconciliation.csv and rejects.csv; mostly rejected rows are missing"
      )
    ),
    FindingExplanation(
      "K-D031",
      LocalizedText(
        de: "eine Summe lässt sich nicht lesen; es gibt keinen Abgleich",
        en: "a total cannot be read; it was not reconciled"
      ),
      LocalizedText(
        de: "control_totals in kontor.yaml angeben",
        en: "give control_totals in kontor.yaml"
      )
    ),
    FindingExplanation(
      "K-D050",
      LocalizedText(
        de: "ein Konzern hat keine eigene Zeile im Stamm und wird als Gruppe geführt",
        en: "a parent has no row of its own in the master and is kept as a group"
      ),
      LocalizedText(
        de: "im Stamm ergänzen, wenn er Namen und Merkmale haben soll",
        en: "add it to the master if it should have a name and attributes"
      )
    ),
    FindingExplanation(
      "K-D051",
      LocalizedText(
        de: "die Konzernzuordnung läuft im Kreis; jeder dieser Kunden bleibt für sich",
        en: "the hierarchy runs in a circle; each of these accounts stays by itself"
      ),
      LocalizedText(
        de: "eine Zuordnung des genannten Kreises im Stamm entfernen",
        en: "remove one link of the circle from the master"
      )
    ),
    FindingExplanation(
      "K-D052",
      LocalizedText(
        de: "ein Konzern kommt in mehreren Systemen vor; einer davon wurde verwendet",
        en: "a parent exists in several systems; one of them was used"
      ),
      LocalizedText(
        de: "die Nummer mit dem System eindeutig machen oder accounts.mapping bestätigen",
        en: "make the id unique by its system, or confirm accounts.mapping"
      )
    ),
    FindingExplanation(
      "K-D053",
      LocalizedText(
        de: "eine Zuordnung gilt am Stichtag nicht; der Kunde steht für sich",
        en: "a link does not hold on the key date; the account stands alone"
      ),
      LocalizedText(
        de: "valid_from und valid_to im Stamm prüfen",
        en: "check valid_from and valid_to of the master"
      )
    ),
    FindingExplanation(
      "K-D054",
      LocalizedText(
        de: "eine Gültigkeit endet vor ihrem Beginn; die Zuordnung gilt nie",
        en: "a validity ends before it begins; the link never holds"
      ),
      LocalizedText(
        de: "valid_from und valid_to im Stamm tauschen oder berichtigen",
        en: "swap or correct valid_from and valid_to in the master"
      )
    ),
    FindingExplanation(
      "K-D055",
      LocalizedText(
        de: "eine bestätigte Zuordnung nennt einen Kunden, den es nirgends gibt",
        en: "a confirmed identity names an account that exists nowhere"
      ),
      LocalizedText(
        de: "Nummer und System in accounts.mapping prüfen",
        en: "check id and system in accounts.mapping"
      )
    ),
    FindingExplanation(
      "K-D056",
      LocalizedText(
        de: "zwei Kundennummern unterscheiden sich nur durch führende Nullen",
        en: "two account ids differ only by leading zeros"
      ),
      LocalizedText(
        de: "wenn sie ein Kunde sind, in accounts.mapping bestätigen",
        en: "if they are one account, confirm it in accounts.mapping"
      )
    ),
    FindingExplanation(
      "K-D090",
      LocalizedText(
        de: "unter der ersten Tabelle steht eine zweite mit eigenem Kopf; ihre Zeilen zählen als "
          + "Struktur, nicht als Daten",
        en: "below the first table stands a second one with a header of its own; its lines count "
          + "as structure, not as data"
      ),
      LocalizedText(
        de: "die zweite Tabelle mit format.table: 2 als eigene Quelle lesen, oder mit "
          + "format.table: 1 bestätigen, dass nur die erste zählt; ohne diese Angabe zählen ihre "
          + "Zeilen weiter, wo der Kopf der ersten wiederkehrt",
        en: "read the second table with format.table: 2 as a source of its own, or confirm with "
          + "format.table: 1 that only the first counts; without either, rows count again where "
          + "the header of the first returns"
      )
    ),
    FindingExplanation(
      "K-D099",
      LocalizedText(
        de: "weitere Befunde derselben Art in einer Spalte sind nur gezählt",
        en: "more findings of one kind in a column are only counted"
      ),
      LocalizedText(
        de: "zuerst die Einstellung der Spalte prüfen; so viele Befunde haben meist eine Ursache",
        en: "check the setting of the column first; so many findings mostly have one cause"
      )
    ),
    FindingExplanation(
      "K-D100",
      LocalizedText(
        de: "mehr Kunden mit OKR, als Seiten des Account-Plans geschrieben werden",
        en: "more accounts with OKRs than pages of the account plan are written"
      ),
      LocalizedText(
        de: "die übrigen stehen in okr_key_results.csv; das Programm teilen, wenn alle Seiten "
          + "gebraucht werden",
        en: "the others are in okr_key_results.csv; split the programme where all pages are needed"
      )
    ),
  ]
}
