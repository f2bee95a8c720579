// SPDX-License-Identifier: Apache-2.0
import Accounts

extension FindingCatalogue {
  /// How OKR files meet accounts, and what is left out where there are very many of them.
  static let cycles: [FindingExplanation] = [
    FindingExplanation(
      "K-D151",
      LocalizedText(
        de: "bei sehr vielen Kunden rechnen okr und link nur ihre eigene Stufe",
        en: "with very many accounts okr and link compute nothing but their own stage"
      ),
      LocalizedText(
        de: "kontor run aufrufen, das alle Stufen schreibt",
        en: "call kontor run, which writes all stages"
      )
    ),
    FindingExplanation(
      "K-D152",
      LocalizedText(
        de: "OKR-Dateien nennen Kunden beim Namen; je ein Kunde heißt genau so",
        en: "OKR files call accounts by name; exactly one account is called so"
      ),
      LocalizedText(
        de: "eine Spalte mit Kundennummern aufnehmen, wenn die Zuordnung nicht stimmt",
        en: "add a column of account ids where the match is wrong"
      )
    ),
    FindingExplanation(
      "K-D153",
      LocalizedText(
        de: "keine Datei sagt, wann ein OKR-Zyklus beginnt und endet; wo sein Name nur eine Lesart "
          + "lässt (Q1 2026, 2. Tertial 2026, Jan-Apr 2026), gelten dessen Tage",
        en: "no file says when an OKR cycle begins and ends; where its name leaves one reading "
          + "(Q1 2026, 2026-T2, Jan-Apr 2026), its days count"
      ),
      LocalizedText(
        de: "eine Datei mit Zyklus, Beginn und Ende unter okr.cycles angeben oder die Spalten in "
          + "den Plan aufnehmen; ein abweichendes Geschäftsjahr mit format: {fiscal_year_start: "
          + "..} an der OKR-Datei angeben",
        en: "name a file of cycle_id, start and end under okr.cycles, or add the columns to the "
          + "plan; say another fiscal year with format: {fiscal_year_start: ..} of the OKR file"
      )
    ),
    FindingExplanation(
      "K-D155",
      LocalizedText(
        de: "ein flaches OKR-Blatt nennt für einen Zyklus verschiedene Tage",
        en: "a flat OKR sheet says different days of one cycle"
      ),
      LocalizedText(
        de: "in allen Zeilen des Zyklus denselben Beginn und dasselbe Ende schreiben, oder eine "
          + "Datei der Zyklen unter okr.cycles angeben",
        en: "write the same start and end in all rows of the cycle, or name a file of cycles under "
          + "okr.cycles"
      )
    ),
    FindingExplanation(
      "K-D156",
      LocalizedText(
        de: "ein flaches OKR-Blatt gibt einem Objective verschiedene Titel oder Gewichte",
        en: "a flat OKR sheet gives one objective different titles or weights"
      ),
      LocalizedText(
        de: "in allen Zeilen des Objectives dasselbe schreiben oder nur in seiner ersten; zwei "
          + "Objectives brauchen zwei Nummern",
        en: "write the same in all rows of the objective, or in its first one alone; two "
          + "objectives need two numbers"
      )
    ),
    FindingExplanation(
      "K-D157",
      LocalizedText(
        de: "ein OKR-Zyklus hat Werte, beginnt aber erst nach dem Stichtag",
        en: "an OKR cycle has values but begins after the key date"
      ),
      LocalizedText(
        de: "okr.as_of auf den Tag der Werte setzen; ohne diese Angabe gilt der letzte Tag der "
          + "Umsatzdaten",
        en: "set okr.as_of to the day of the values; without it the last day of the revenue data "
          + "counts"
      )
    ),
    FindingExplanation(
      "K-D166",
      LocalizedText(
        de: "zwei Zyklen von OKR-Blättern stehen für dieselben Tage",
        en: "two cycles of OKR sheets stand for the same days"
      ),
      LocalizedText(
        de: "den Zyklus überall gleich schreiben, etwa 'Q3 2026'",
        en: "write the cycle the same way everywhere, such as 'Q3 2026'"
      )
    ),
  ]
}
