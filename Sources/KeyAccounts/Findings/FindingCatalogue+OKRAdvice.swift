// SPDX-License-Identifier: Apache-2.0
import Accounts
import CyclePerformance

extension FindingCatalogue {
  /// Rules and hints of the OKR rule book.
  static let okrAdvice: [FindingExplanation] = okrRules + okrHints

  /// Rules about what objectives and key results say.
  private static let okrRules: [FindingExplanation] = [
    okrCode(
      .tooManyObjectives,
      LocalizedText(
        de: "ein Zyklus hat mehr Objectives, als das Profil empfiehlt",
        en: "a cycle has more objectives than the profile advises"
      ),
      LocalizedText(
        de: "weniger ist mehr: die wichtigsten behalten",
        en: "fewer is more: keep the most important"
      )
    ),
    okrCode(
      .tooManyKeyResults,
      LocalizedText(
        de: "ein Objective hat mehr Key Results, als das Profil empfiehlt",
        en: "an objective has more key results than the profile advises"
      ),
      LocalizedText(
        de: "die wichtigsten behalten",
        en: "keep the most important"
      )
    ),
    okrCode(
      .noMoal,
      LocalizedText(
        de: "ein Objective hängt an keinem mittelfristigen Ziel (MOAL)",
        en: "an objective hangs on no mid-term goal (MOAL)"
      ),
      LocalizedText(
        de: "das MOAL nennen, dem es dient",
        en: "name the MOAL it serves"
      )
    ),
    okrCode(
      .noOwner,
      LocalizedText(
        de: "zu einem Key Result ist nicht gesagt, wer daran arbeitet",
        en: "it is not said who works on a key result"
      ),
      LocalizedText(
        de: "die Spalte Wer? ausfüllen",
        en: "fill in the column owner"
      )
    ),
    okrCode(
      .notMeasurable,
      LocalizedText(
        de: "ein Key Result nennt weder Zahl noch Ziel",
        en: "a key result gives neither number nor goal"
      ),
      LocalizedText(
        de: "Start, Ziel und Einheit angeben",
        en: "give start, goal and unit"
      )
    ),
    okrCode(
      .activity,
      LocalizedText(
        de: "ein Key Result beschreibt eine Tätigkeit statt eines Ergebnisses",
        en: "a key result describes an activity instead of a result"
      ),
      LocalizedText(
        de: "fragen, was sich dadurch ändern soll, und das messen",
        en: "ask what should change by it, and measure that"
      )
    ),
    okrCode(
      .performanceIndicator,
      LocalizedText(
        de: "ein Key Result ist eine Geschäftskennzahl",
        en: "a key result is a business indicator"
      ),
      LocalizedText(
        de: "die Kennzahl gehört ins MOAL; als Key Result den Schritt dorthin messen",
        en: "the indicator belongs in the MOAL; measure the step towards it"
      )
    ),
    okrCode(
      .notInfluenceable,
      LocalizedText(
        de: "das Team kann das Key Result nicht allein beeinflussen",
        en: "the team cannot influence the key result alone"
      ),
      LocalizedText(
        de: "etwas messen, das ganz in seiner Hand liegt",
        en: "measure something that is wholly in its hands"
      )
    ),
    okrCode(
      .influenceNotSaid,
      LocalizedText(
        de: "es ist nicht gesagt, ob das Team das Key Result beeinflussen kann",
        en: "it is not said whether the team can influence the key result"
      ),
      LocalizedText(
        de: "die Spalte influenceable ausfüllen",
        en: "fill in the column influenceable"
      )
    ),
    okrCode(
      .bonusRelevant,
      LocalizedText(
        de: "an dem Key Result hängt ein Bonus; das macht Ziele klein",
        en: "a bonus hangs on the key result; that makes goals small"
      ),
      LocalizedText(
        de: "Bonus und OKR trennen",
        en: "keep bonus and OKRs apart"
      )
    ),
    okrCode(
      .tooSafe,
      LocalizedText(
        de: "die Key Results eines Zyklus wurden fast alle erreicht; die Ziele waren zu sicher",
        en: "nearly all key results of a cycle were reached; the goals were too safe"
      ),
      LocalizedText(
        de: "ehrgeiziger setzen: 70 ist das neue 100",
        en: "set them more ambitiously: 70 is the new 100"
      )
    ),
    okrCode(
      .originMix,
      LocalizedText(
        de: "das Verhältnis von oben und unten gesetzter Objectives ist weit von 40 zu 60",
        en: "the mix of objectives from above and below is far from 40 to 60"
      ),
      LocalizedText(
        de: "mehr Objectives vom Team, oder mehr vom Unternehmen",
        en: "more objectives from the team, or more from the company"
      )
    ),
    okrCode(
      .noLeadingIndicator,
      LocalizedText(
        de: "ein Objective hat kein Key Result, das früh anzeigt, wohin es geht",
        en: "an objective has no key result that tells early where it is heading"
      ),
      LocalizedText(
        de: "einen Frühindikator ergänzen",
        en: "add a leading indicator"
      )
    ),
  ]
}
