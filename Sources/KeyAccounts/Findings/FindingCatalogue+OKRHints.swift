// SPDX-License-Identifier: Apache-2.0
import Accounts
import CyclePerformance

extension FindingCatalogue {
  /// Rules about check-ins, cycles and the link, and the hints of the rule book.
  static let okrHints: [FindingExplanation] = [
    okrCode(
      .stale,
      LocalizedText(
        de: "der letzte Check-in ist zu alt",
        en: "the last check-in is too old"
      ),
      LocalizedText(
        de: "wöchentlich berichten; die Frist steht im Profil",
        en: "report weekly; the limit stands in the profile"
      )
    ),
    okrCode(
      .checkinOutsideCycle,
      LocalizedText(
        de: "ein Check-in liegt außerhalb seines Zyklus; er zählt dennoch",
        en: "a check-in lies outside its cycle; it counts all the same"
      ),
      LocalizedText(
        de: "Datum oder Zyklus berichtigen",
        en: "correct the date or the cycle"
      )
    ),
    okrCode(
      .checkinAfterAsOf,
      LocalizedText(
        de: "ein Check-in liegt nach dem Stichtag und zählt nicht",
        en: "a check-in lies after the key date and does not count"
      ),
      LocalizedText(
        de: "okr.as_of prüfen",
        en: "check okr.as_of"
      )
    ),
    okrCode(
      .typedDiffers,
      LocalizedText(
        de: "der eingetragene Prozentwert weicht vom berechneten ab; der berechnete gilt",
        en: "the typed percentage differs from the computed one; the computed one counts"
      ),
      LocalizedText(
        de: "Start, Ziel oder Istwert prüfen",
        en: "check start, goal or current value"
      )
    ),
    okrCode(
      .mixedScales,
      LocalizedText(
        de: "Prozentwerte einer Spalte stehen teils als 0 bis 1, teils als 0 bis 100",
        en: "percentages of a column stand partly as 0 to 1, partly as 0 to 100"
      ),
      LocalizedText(
        de: "eine Schreibweise verwenden",
        en: "use one spelling"
      )
    ),
    okrCode(
      .carriedOver,
      LocalizedText(
        de: "ein Objective wird wiederholt in den nächsten Zyklus geschoben",
        en: "an objective is carried over again and again"
      ),
      LocalizedText(
        de: "neu entscheiden: verkleinern, streichen oder zum MOAL machen",
        en: "decide anew: make it smaller, drop it, or make it a MOAL"
      )
    ),
    okrCode(
      .overlappingCycles,
      LocalizedText(
        de: "zwei Zyklen eines Kunden überschneiden sich",
        en: "two cycles of an account overlap"
      ),
      LocalizedText(
        de: "Beginn und Ende prüfen",
        en: "check start and end"
      )
    ),
    okrCode(
      .belowBaseline,
      LocalizedText(
        de: "der Istwert liegt hinter dem Start",
        en: "the current value lies behind the start"
      ),
      LocalizedText(
        de: "Richtung von Start und Ziel prüfen; sonst ist es ein Rückschritt",
        en: "check the direction of start and goal; else it is a step back"
      )
    ),
    okrCode(
      .formulaText,
      LocalizedText(
        de: "eine Zelle beginnt wie eine Formel und wird als Text behandelt",
        en: "a cell begins like a formula and is treated as text"
      ),
      LocalizedText(
        de: "als Wert exportieren",
        en: "export it as a value"
      )
    ),
    okrCode(
      .notSelected,
      LocalizedText(
        de: "ein Kunde hat OKRs, steht aber nicht auf der Auswahlliste",
        en: "an account has OKRs but is not on the shortlist"
      ),
      LocalizedText(
        de: "Auswahl oder OKRs überdenken",
        en: "think over the selection or the OKRs"
      )
    ),
    okrCode(
      .selectedWithoutOKRs,
      LocalizedText(
        de: "ein ausgewählter Kunde hat keine OKRs",
        en: "a selected account has no OKRs"
      ),
      LocalizedText(
        de: "OKRs vereinbaren oder den Kunden von der Liste nehmen",
        en: "agree on OKRs, or take the account off the list"
      )
    ),
    okrCode(
      .ambiguousDecimal,
      LocalizedText(
        de: "eine Zahl wie 1.234 lässt sich auf zwei Weisen lesen",
        en: "a number such as 1.234 can be read in two ways"
      ),
      LocalizedText(
        de: "Dezimalzeichen im Format der Datei angeben",
        en: "give the decimal mark in the format of the file"
      )
    ),
    okrCode(
      .confidenceScale,
      LocalizedText(
        de: "die Zuversicht steht nicht auf der Skala von 0 bis 1 oder 0 bis 100 %",
        en: "confidence is not on the scale from 0 to 1 or 0 to 100 %"
      ),
      LocalizedText(
        de: "eine Skala verwenden",
        en: "use one scale"
      )
    ),
    okrCode(
      .noReview,
      LocalizedText(
        de: "ein abgeschlossener Zyklus hat keinen Rückblick",
        en: "a closed cycle has no review"
      ),
      LocalizedText(
        de: "die drei Fragen des Rückblicks beantworten",
        en: "answer the three questions of the review"
      )
    ),
    okrCode(
      .fewKeyResults,
      LocalizedText(
        de: "ein Objective hat wenige Key Results",
        en: "an objective has few key results"
      ),
      LocalizedText(
        de: "prüfen, ob sie das Ziel ganz abdecken",
        en: "check whether they cover the goal"
      )
    ),
    okrCode(
      .cycleLength,
      LocalizedText(
        de: "ein Zyklus dauert nicht drei bis vier Monate",
        en: "a cycle does not last three to four months"
      ),
      LocalizedText(
        de: "Beginn und Ende prüfen",
        en: "check start and end"
      )
    ),
    okrCode(
      .digitsInObjective,
      LocalizedText(
        de: "ein Objective enthält eine Zahl; es soll beschreiben, nicht messen",
        en: "an objective contains a number; it should describe, not measure"
      ),
      LocalizedText(
        de: "die Zahl in ein Key Result schreiben",
        en: "put the number into a key result"
      )
    ),
    okrCode(
      .overshoot,
      LocalizedText(
        de: "ein Key Result hat mehr als 100 % erreicht; für Mittel zählt 100 %",
        en: "a key result reached more than 100 %; means count 100 %"
      ),
      LocalizedText(
        de: "nichts zu tun; raw zeigt den vollen Wert",
        en: "nothing to do; raw shows the full value"
      )
    ),
    okrCode(
      .totalsRow,
      LocalizedText(
        de: "eine Summenzeile wurde übersprungen",
        en: "a totals row was skipped"
      ),
      LocalizedText(
        de: "nichts zu tun",
        en: "nothing to do"
      )
    ),
    okrCode(
      .filledDown,
      LocalizedText(
        de: "leere Zellen wurden aus der Zeile darüber gefüllt (verbundene Zellen)",
        en: "empty cells were filled from the row above (merged cells)"
      ),
      LocalizedText(
        de: "nichts zu tun, wenn das gemeint ist",
        en: "nothing to do if that is meant"
      )
    ),
    okrCode(
      .missingToken,
      LocalizedText(
        de: "ein Zeichen wie 'k. A.' sagt, dass der Wert fehlt",
        en: "a sign such as 'n/a' says that the value is missing"
      ),
      LocalizedText(
        de: "nichts zu tun; eine Null als 0 schreiben",
        en: "nothing to do; write a zero as 0"
      )
    ),
    okrCode(
      .twoDigitYear,
      LocalizedText(
        de: "ein Jahr hat nur zwei Ziffern und wurde als 20xx gelesen",
        en: "a year has only two digits and was read as 20xx"
      ),
      LocalizedText(
        de: "vier Ziffern schreiben",
        en: "write four digits"
      )
    ),
    okrCode(
      .noContribution,
      LocalizedText(
        de: "zu einem Objective ist nicht gesagt, wozu es beiträgt",
        en: "it is not said what an objective contributes to"
      ),
      LocalizedText(
        de: "die Spalte contributes_to ausfüllen",
        en: "fill in the column contributes_to"
      )
    ),
    okrCode(
      .identicalDuplicate,
      LocalizedText(
        de: "eine Zeile steht zweimal gleich; eine zählt",
        en: "a row stands twice the same; one counts"
      ),
      LocalizedText(
        de: "nichts zu tun; die zweite entfernen",
        en: "nothing to do; remove the second"
      )
    ),
  ]
}
