// SPDX-License-Identifier: Apache-2.0
import Accounts

extension FindingCatalogue {
  /// The layout of files: headers and quotes that are not what they seem.
  static let layout: [FindingExplanation] = [
    FindingExplanation(
      "K-D160",
      LocalizedText(
        de: "die Kopfzeile sieht wie die Zeilen darunter aus: vermutlich hat die Datei keine, und "
          + "ihre erste Zeile fehlt in den Zahlen",
        en: "the header looks like the rows below it: the file probably has none, and its first "
          + "row is missing in the figures"
      ),
      LocalizedText(
        de: "format.header_row: 0 setzen und die Spalten mit ihrer Nummer nennen, etwa account: 1; "
          + "ist die Zeile doch die Kopfzeile, sagt das format.header_row mit ihrer Nummer",
        en: "set format.header_row: 0 and call the columns by their number, such as account: 1; if "
          + "the line is the header after all, format.header_row with its number says so"
      )
    ),
    FindingExplanation(
      "K-D161",
      LocalizedText(
        de: "ein Anführungszeichen am Feldanfang umschließt das Feld nicht; als Buchstabe gelesen "
          + "hat die Zeile alle Felder und zählt",
        en: "a quote at the start of a field does not enclose it; read as a letter, the line has "
          + "all its fields and counts"
      ),
      LocalizedText(
        de: "die Zeile ansehen; der Export sollte solche Felder in Anführungszeichen setzen und "
          + "das Zeichen darin verdoppeln",
        en: "look at the line; the export should quote such fields and double the quote inside"
      )
    ),
    FindingExplanation(
      "K-D167",
      LocalizedText(
        de: "eine Zeile hat zu viele oder zu wenige Felder, und nur eine Lesart passt zu dem, was "
          + "die Spalten sonst enthalten: ein leeres Feld zu viel, ein Trennzeichen ohne "
          + "Anführungszeichen in einem Text, ein fehlendes oder ein anderes Trennzeichen; so ist "
          + "die Zeile gelesen",
        en: "a row has too many or too few fields, and only one reading fits what the columns hold "
          + "elsewhere: an empty field too many, a delimiter without quotes in a text, a delimiter "
          + "that is missing or another one; so the row is read"
      ),
      LocalizedText(
        de: "die Zeile ansehen und den Export berichtigen; format.repair: none weist solche Zeilen "
          + "ab",
        en: "look at the line and correct the export; format.repair: none rejects such rows"
      )
    ),
    FindingExplanation(
      "K-D168",
      LocalizedText(
        de: "die Kopfzeile hat weniger Namen als die Zeilen Felder; die Spalten könnten nach ihren "
          + "Nachbarn heißen",
        en: "the header has fewer names than the rows have fields; columns might be called by the "
          + "names of their neighbours"
      ),
      LocalizedText(
        de: "den Export berichtigen oder format.names mit einem Namen je Feld setzen, '' für eine "
          + "Spalte ohne Namen",
        en: "correct the export, or set format.names with one name per field, '' for a column "
          + "without"
      )
    ),
    FindingExplanation(
      "K-D169",
      LocalizedText(
        de: "eine Zeile hat ein leeres Feld zu viel am Ende, und ihre Felder passen nicht zu dem, "
          + "was die Spalten sonst enthalten; sie ist gelesen, wie sie steht",
        en: "a row has an empty field too many at its end, and its fields do not fit what the "
          + "columns hold elsewhere; it is read as it stands"
      ),
      LocalizedText(
        de: "die Zeile ansehen: ein Trennzeichen in einem Text oder einer Zahl verschiebt alle "
          + "Felder dahinter",
        en: "look at the line: a delimiter in a text or a number shifts all fields behind it"
      )
    ),
    FindingExplanation(
      "K-D162",
      LocalizedText(
        de: "Perioden nennen Geschäftsjahre über zwei Kalenderjahre, und nichts sagt, wann sie "
          + "beginnen",
        en: "periods name fiscal years over two calendar years, and nothing says when these begin"
      ),
      LocalizedText(
        de: "format.fiscal_year_start auf den Monat setzen, in dem das Geschäftsjahr beginnt, etwa "
          + "10; sonst stimmen Zeiträume mit anderen Dateien nicht überein",
        en: "set format.fiscal_year_start to the month in which the fiscal year begins, such as "
          + "10; else spans of time do not agree with other files"
      )
    ),
    FindingExplanation(
      "K-D172",
      LocalizedText(
        de: "eine Zeile der Datei zählt die anderen, und die Zahl ist weder die der gelesenen "
          + "Zeilen noch die der Kunden",
        en: "a row of the file counts the others, and its number is neither that of the rows read "
          + "nor that of the accounts"
      ),
      LocalizedText(
        de: "den Export neu ziehen: er ist abgeschnitten, gefiltert oder doppelt angehängt",
        en: "export again: the file was cut, filtered or appended twice"
      )
    ),
    FindingExplanation(
      "K-D173",
      LocalizedText(
        de: "ein Titel über der Kopfzeile nennt eine Einheit wie T€, in der kein Wert der Quelle "
          + "rechnet",
        en: "a title above the header names a unit such as T€ in which no value of the source "
          + "counts"
      ),
      LocalizedText(
        de: "beim Wert unit: setzen, etwa revenue: {column: Umsatz, unit: \"T€\"}",
        en: "set unit: at the value, such as revenue: {column: Revenue, unit: \"T€\"}"
      )
    ),
    FindingExplanation(
      "K-D174",
      LocalizedText(
        de: "ein Titel über der Kopfzeile nennt eine andere Währung als die des Programms, und die "
          + "Quelle sagt nichts von Währungen",
        en: "a title above the header names another currency than the programme's, and the source "
          + "says nothing of currencies"
      ),
      LocalizedText(
        de: "bei der Quelle currency: {constant: CHF} setzen und Kurse unter rates angeben",
        en: "set currency: {constant: CHF} at the source and give rates under rates"
      )
    ),
  ]
}
