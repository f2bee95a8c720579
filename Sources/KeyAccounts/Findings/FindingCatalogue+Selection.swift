// SPDX-License-Identifier: Apache-2.0
import Accounts

extension FindingCatalogue {
  /// Scaling, weighting, ranking and the shortlist.
  static let selection: [FindingExplanation] = [
    FindingExplanation(
      "K-S001",
      LocalizedText(
        de: "ein Kriterium hat für alle gereihten Kunden denselben Wert",
        en: "a criterion has one value for all ranked accounts"
      ),
      LocalizedText(
        de: "es behält sein Gewicht und unterscheidet niemanden; weglassen oder ersetzen",
        en: "it keeps its weight and tells nobody apart; drop or replace it"
      )
    ),
    FindingExplanation(
      "K-S002",
      LocalizedText(
        de: "eine Skala hängt von den anderen Kunden ab; ein neuer kann die Reihenfolge ändern",
        en: "a scale depends on the other accounts; one who joins can reorder the rest"
      ),
      LocalizedText(
        de: "feste Grenzen setzen: scale: {from: .., to: ..}",
        en: "set fixed bounds: scale: {from: .., to: ..}"
      ),
      citation: "Belton and Gear 1983"
    ),
    FindingExplanation(
      "K-S003",
      LocalizedText(
        de: "Werte liegen außerhalb der festen Grenzen und zählen wie die Grenze",
        en: "values lie beyond the fixed bounds and count like the bound"
      ),
      LocalizedText(
        de: "from und to weiter fassen, wenn diese Kunden sich unterscheiden sollen",
        en: "widen from and to if these accounts should differ"
      )
    ),
    FindingExplanation(
      "K-S004",
      LocalizedText(
        de: "wegen fehlender Werte sind Kunden nicht gereiht",
        en: "accounts are not ranked because of missing values"
      ),
      LocalizedText(
        de: "Werte ergänzen oder missing anders wählen",
        en: "complete the values, or choose another missing"
      )
    ),
    FindingExplanation(
      "K-S005",
      LocalizedText(
        de: "eine Skala ist für diese Werte nicht bestimmt; jeder Wert zählt 0",
        en: "a scale is undefined for these values; every value counts 0"
      ),
      LocalizedText(
        de: "feste Grenzen setzen: scale: {from: .., to: ..}",
        en: "set fixed bounds: scale: {from: .., to: ..}"
      )
    ),
    FindingExplanation(
      "K-S006",
      LocalizedText(
        de: "eine fallende Skala wird durch direction: minimise noch einmal gespiegelt",
        en: "a falling scale is mirrored again by direction: minimise"
      ),
      LocalizedText(
        de: "eines von beiden entfernen",
        en: "remove one of the two"
      )
    ),
    FindingExplanation(
      "K-S007",
      LocalizedText(
        de: "die Paarvergleiche widersprechen sich stärker als üblich",
        en: "the pairwise comparisons contradict each other more than is usual"
      ),
      LocalizedText(
        de: "die Vergleiche überdenken, bis das Verhältnis höchstens 0.10 ist",
        en: "think the comparisons over until the ratio is at most 0.10"
      ),
      citation: "Saaty 1980"
    ),
    FindingExplanation(
      "K-S008",
      LocalizedText(
        de: "die Vergleichsmatrix ist nicht reziprok",
        en: "the comparison matrix is not reciprocal"
      ),
      LocalizedText(
        de: "a(j,i) als 1/a(i,j) schreiben",
        en: "write a(j,i) as 1/a(i,j)"
      ),
      citation: "Saaty 1980"
    ),
    FindingExplanation(
      "K-S009",
      LocalizedText(
        de: "Gewichte aus den Daten sagen, wie diese streuen, nicht was das Unternehmen will",
        en: "weights from the data say how these vary, not what the company wants"
      ),
      LocalizedText(
        de: "als Diagnose neben weighting: points verwenden",
        en: "use them as a diagnostic beside weighting: points"
      )
    ),
    FindingExplanation(
      "K-S010",
      LocalizedText(
        de: "die Gewichtung aus den Daten ist nicht bestimmt; es gelten die Punkte",
        en: "the weighting from the data is undefined; the points are used"
      ),
      LocalizedText(
        de: "mehr Kunden oder positive Werte; sonst weighting: points",
        en: "more accounts or positive values; else weighting: points"
      )
    ),
    FindingExplanation(
      "K-S011",
      LocalizedText(
        de: "negative Nutzenwerte zählen im gewichteten Produkt als 0",
        en: "negative utilities count as 0 in the weighted product"
      ),
      LocalizedText(
        de: "eine Skala von 0 bis 1 wählen",
        en: "choose a scale from 0 to 1"
      )
    ),
    FindingExplanation(
      "K-S012",
      LocalizedText(
        de: "ein Kriterium fehlt bei Kunden, die dennoch gereiht sind",
        en: "a criterion is missing for accounts that are ranked all the same"
      ),
      LocalizedText(
        de: "missing sagt, was dann gilt; Abdeckung in coverage.csv prüfen",
        en: "missing says what counts then; check coverage.csv"
      )
    ),
    FindingExplanation(
      "K-S020",
      LocalizedText(
        de: "am Schnitt der Auswahlliste besteht Gleichstand; die Kundennummer entscheidet",
        en: "there is a tie at the cut of the shortlist; the account id decides"
      ),
      LocalizedText(
        de: "size ändern oder mit einer Entscheidung begründet wählen",
        en: "change size, or choose by a decision with its reason"
      )
    ),
    FindingExplanation(
      "K-S021",
      LocalizedText(
        de: "eine Entscheidung ist abgelaufen und zählt nicht mehr",
        en: "a decision has ended and no longer counts"
      ),
      LocalizedText(
        de: "verlängern oder aus der Liste nehmen",
        en: "prolong it, or take it from the list"
      )
    ),
    FindingExplanation(
      "K-S022",
      LocalizedText(
        de: "eine Entscheidung nennt einen Kunden, den die Daten nicht kennen",
        en: "a decision names an account that the data do not know"
      ),
      LocalizedText(
        de: "die Nummer prüfen",
        en: "check the id"
      )
    ),
    FindingExplanation(
      "K-S023",
      LocalizedText(
        de: "Entscheidungen zu einem Kunden widersprechen sich; die spätere gilt",
        en: "decisions on one account contradict each other; the later one counts"
      ),
      LocalizedText(
        de: "die überholte mit valid_until beenden",
        en: "end the outdated one with valid_until"
      )
    ),
    FindingExplanation(
      "K-S024",
      LocalizedText(
        de: "Entscheidungen nehmen mehr Kunden auf, als die Liste Plätze hat",
        en: "decisions include more accounts than the list has seats"
      ),
      LocalizedText(
        de: "size erhöhen oder Entscheidungen zurücknehmen",
        en: "raise size, or withdraw decisions"
      )
    ),
    FindingExplanation(
      "K-S025",
      LocalizedText(
        de: "ein Kunde der vorigen Liste fehlt in den Daten",
        en: "an account of the previous list is not in the data"
      ),
      LocalizedText(
        de: "Nummer prüfen; vielleicht wurde der Kunde zusammengelegt (accounts.mapping)",
        en: "check the id; perhaps the account was merged (accounts.mapping)"
      )
    ),
    FindingExplanation(
      "K-S026",
      LocalizedText(
        de: "es sind weniger Kunden gereiht, als die Liste Plätze hat",
        en: "fewer accounts are ranked than the list has seats"
      ),
      LocalizedText(
        de: "gates und fehlende Werte prüfen",
        en: "check gates and missing values"
      )
    ),
    FindingExplanation(
      "K-S027",
      LocalizedText(
        de: "fehlende Werte lassen offen, wer auf die Liste gehört",
        en: "missing values leave open who belongs on the list"
      ),
      LocalizedText(
        de: "die Werte der genannten Kunden zuerst ergänzen",
        en: "complete the values of the accounts named first"
      )
    ),
  ]
}
