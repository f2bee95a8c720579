// SPDX-License-Identifier: Apache-2.0
import Accounts

/// What is said about weightings that work but deserve a look.
enum WeightingFindings {
  static func findings(on comparison: PairwiseComparison, names: [String]) -> [Finding] {
    var findings: [Finding] = []
    if comparison.consistencyRatio > 0.1 {
      findings.append(inconsistent(comparison, names: names))
    }
    if !comparison.isReciprocal {
      findings.append(
        Finding(
          .warning,
          "K-S008",
          field: "weighting.ahp",
          message: LocalizedText(
            de: "die Vergleichsmatrix ist nicht reziprok; a(j,i) sollte 1/a(i,j) sein",
            en: "the comparison matrix is not reciprocal; a(j,i) should be 1/a(i,j)"
          ),
          citation: "Saaty 1980"
        )
      )
    }
    return findings
  }

  private static func inconsistent(_ comparison: PairwiseComparison, names: [String]) -> Finding {
    let ratio = thousandths(comparison.consistencyRatio)
    var (german, english) = ("", "")
    if let triad = comparison.worstTriad {
      let three = "'\(names[triad.first])', '\(names[triad.second])', '\(names[triad.third])'"
      german = "; am stärksten widersprechen sich die Vergleiche von \(three)"
      english = "; the comparisons of \(three) contradict each other most"
    }
    return Finding(
      .warning,
      "K-S007",
      field: "weighting.ahp",
      found: ratio,
      message: LocalizedText(
        de: "Konsistenzverhältnis \(ratio) (Zufallsindex nach Saaty 1980), erwartet wird höchstens"
          + " 0.100\(german)",
        en: "consistency ratio \(ratio) (random index of Saaty 1980), expected at most 0.100"
          + english
      ),
      citation: "Saaty 1980"
    )
  }

  /// Weights from data were asked for: always said, because they are nobody's intention.
  static func dataDriven(_ name: String) -> Finding {
    Finding(
      .warning,
      "K-S009",
      field: "weighting",
      found: name,
      message: LocalizedText(
        de: "Gewichtung '\(name)' sagt, wie die Daten streuen, nicht was das Unternehmen will;"
          + " als Diagnose neben 'points' gedacht",
        en: "weighting '\(name)' says how the data vary, not what the company wants;"
          + " meant as a diagnostic beside 'points'"
      )
    )
  }

  /// Weights from data were asked for and cannot be had; `criterion` holds values that they cannot
  /// take.
  static func undefined(_ name: String, criterion: String?) -> Finding {
    let bound = name == ObjectiveWeights.Method.merec.rawValue
    let german = criterion.map {
      "das Kriterium '\($0)' hat Werte \(bound ? "von 0 oder weniger" : "unter 0 oder nur 0")"
    }
    let english = criterion.map {
      "criterion '\($0)' has values \(bound ? "of 0 or less" : "below 0, or nothing but 0")"
    }
    return Finding(
      .error,
      "K-S010",
      field: criterion ?? "weighting",
      found: name,
      message: LocalizedText(
        de: "Gewichtung '\(name)' ist für diese Werte nicht bestimmt:"
          + " \(german ?? "zu wenige Kunden oder nur konstante Spalten");"
          + " stattdessen gelten die Punkte",
        en: "weighting '\(name)' is undefined for these values:"
          + " \(english ?? "too few accounts or only constant columns");"
          + " the points are used instead"
      )
    )
  }

  /// A number with three decimals, rounded half up; large ones are cut off.
  static func thousandths(_ number: Double) -> String {
    let scaled = Int(min(1e15, max(0, number * 1000 + 0.5)))
    let rest = String(scaled % 1000)
    return "\(scaled / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }
}
