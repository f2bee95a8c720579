// SPDX-License-Identifier: Apache-2.0
import Accounts

extension FindingCatalogue {
  /// Amounts whose sign stands in a column of its own.
  static let signs: [FindingExplanation] = [
    FindingExplanation(
      "K-D110",
      LocalizedText(
        de: "neben einem Betrag steht ein Vorzeichen, das weder sign.negative noch sign.positive "
          + "nennt; der Wert der Zelle fehlt",
        en: "beside an amount stands a sign that neither sign.negative nor sign.positive names; "
          + "the value of the cell is missing"
      ),
      LocalizedText(
        de: "das Zeichen in eine der beiden Listen aufnehmen, '' für eine leere Zelle",
        en: "add the sign to one of the two lists, '' for an empty cell"
      )
    ),
    FindingExplanation(
      "K-D111",
      LocalizedText(
        de: "die Datei hat neben Beträgen ohne Vorzeichen eine Spalte mit Soll und Haben, die das "
          + "Programm nicht liest; Stornos zählen als Umsatz",
        en: "the file has a column of debit and credit beside unsigned amounts that the programme "
          + "does not read; reversals count as revenue"
      ),
      LocalizedText(
        de: "beim Wert sign angeben, etwa sign: {column: Soll/Haben-Kennzeichen, negative: [S]}; "
          + "auf einem Erlöskonto ist Haben (H) der Erlös, auf einem Debitorenkonto Soll (S)",
        en: "give the value a sign, such as sign: {column: S/H, negative: [S]}; on a revenue "
          + "account credit (H) is the revenue, on a customer account debit (S)"
      )
    ),
    FindingExplanation(
      "K-D112",
      LocalizedText(
        de: "ein Betrag ist schon negativ und wird durch das Zeichen in der Spalte von sign "
          + "umgekehrt; er zählt positiv",
        en: "an amount is negative already and is turned round by the mark in the column of sign; "
          + "it counts as positive"
      ),
      LocalizedText(
        de:
          "prüfen, ob der Export seine Beträge selbst mit Vorzeichen schreibt; dann sign weglassen",
        en: "check whether the export signs its amounts itself; then leave sign out"
      )
    ),
  ]
}
