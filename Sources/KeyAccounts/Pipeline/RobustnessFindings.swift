// SPDX-License-Identifier: Apache-2.0
import Accounts
import Selection

/// What is to be said about how a list was tested.
struct RobustnessFindings {
  let programme: Programme
  let declared: DeclaredAnalyses.Robustness
  let analysis: SensitivityAnalysis
  /// What moving weights does to a list under a capacity or quotas, nil without them or an answer.
  let solved: ExactSensitivity?

  /// Everything that a reader of the figures should know.
  func all(
    asked: WeightSampling,
    drawn: WeightSampling,
    isExactList: Bool
  ) -> [Finding] {
    var findings: [Finding] = []
    if drawn.samples < asked.samples { findings.append(fewer(asked.samples, drawn.samples)) }
    let named = [("order", declared.order), ("uncertainty", declared.uncertainty.map(\.criterion))]
    for (key, names) in named {
      findings += names.filter { !analysis.criteria.contains($0) }.map { unknown($0, in: key) }
    }
    if isExactList {
      findings.append(solvedAnew)
    } else if !analysis.isExact {
      findings.append(analysis.looksForFlips ? searched : leftOut)
    }
    let gaps = analysis.gapCount
    if gaps > 0 { findings.append(filled(gaps)) }
    return findings
  }

  private func fewer(_ asked: Int, _ drawn: Int) -> Finding {
    finding(
      .warning,
      "K-S040",
      found: String(asked),
      LocalizedText(
        de: "'samples' ist für so viele Kunden und diese Methode zu hoch; gezogen wurden \(drawn)",
        en: "'samples' is too high for so many accounts and this method; \(drawn) were drawn"
      )
    )
  }

  /// Said where there is no list under a capacity or quotas, for some weights or for any.
  var withoutSampling: Finding {
    finding(
      .warning,
      "K-S041",
      found: nil,
      LocalizedText(
        de: "die Sicherheit der Liste ist nicht gezogen, weil sich unter 'capacity' oder 'quotas'"
          + " nicht für alle Gewichte eine Liste fand",
        en: "the certainty of the list was not sampled, because under 'capacity' or 'quotas' not"
          + " all weights gave a list"
      )
    )
  }

  /// Said where capacity or quotas decide, so that no order of the accounts alone says who is listed.
  private var solvedAnew: Finding {
    let isKnown = solved?.isComplete ?? false
    return finding(
      .info,
      "K-S048",
      found: nil,
      LocalizedText(
        de: "unter 'capacity' oder 'quotas' ist die Liste für jede Ziehung"
          + (isKnown
            ? " und jedes Gewicht, bei dem sie kippt, neu gelöst"
            : " neu gelöst; ab welchem Gewicht sie kippt, ist dort nicht oder nur zum Teil berechnet"),
        en: "under 'capacity' or 'quotas' the list was solved anew for each draw"
          + (isKnown
            ? " and each weight at which it flips"
            : "; the weights at which it flips are not computed there, or only in part")
      )
    )
  }

  private var searched: Finding {
    finding(
      .info,
      "K-S042",
      found: programme.selection.method.name,
      LocalizedText(
        de: "ab welchem Gewicht die Liste kippt, ist in Schritten gesucht; genau berechnet wird es"
          + " für weighted-sum, promethee und spotis ohne 'incumbents'",
        en: "the weights at which the list flips were searched for in steps; they are exact for"
          + " weighted-sum, promethee and spotis without 'incumbents'"
      )
    )
  }

  private var leftOut: Finding {
    finding(
      .warning,
      "K-S043",
      found: programme.selection.method.name,
      LocalizedText(
        de: "ab welchem Gewicht die Liste kippt, wird bei so vielen Kunden nur für weighted-sum,"
          + " promethee und spotis ohne 'incumbents' berechnet",
        en: "among so many accounts the weights at which the list flips are computed for"
          + " weighted-sum, promethee and spotis without 'incumbents' only"
      )
    )
  }

  /// Who holds others on or off the list merely by being there; nil where nobody does.
  func influential(_ accounts: [String]) -> Finding? {
    guard !accounts.isEmpty else { return nil }
    let shown = accounts.prefix(10).map { "'\($0)'" }.joined(separator: ", ")
    let names = shown + (accounts.count > 10 ? ", ..." : "")
    return finding(
      .warning,
      "K-S046",
      found: String(accounts.count),
      LocalizedText(
        de: "ohne einen dieser Kunden kämen andere auf die Liste, weil eine Skala an ihm hängt:"
          + " \(names); feste Skalen ändern das",
        en: "without one of these accounts others would be on the list, because a scale hangs on"
          + " it: \(names); fixed scales change that"
      ),
      citation: "Belton and Gear 1983"
    )
  }

  /// Diagnostics beside the weights were not computed.
  static func withoutDiagnostics(_ programme: Programme) -> Finding {
    leftOut(
      programme.keyPositions["criteria"],
      "K-S047",
      field: "criteria",
      LocalizedText(
        de: "die Vergleichsgewichte aus den Daten (entropy, critic, merec, standard_deviation)"
          + " werden nur bis 200.000 gereihte Kunden berechnet",
        en: "the weights that data would give (entropy, critic, merec, standard_deviation) are"
          + " computed for up to 200,000 ranked accounts only"
      )
    )
  }

  /// The smallest set of criteria was not looked for.
  static func withoutParsimony(_ programme: Programme) -> Finding {
    leftOut(
      programme.keyPositions["criteria"],
      "K-S080",
      field: "criteria",
      LocalizedText(
        de:
          "mit wie wenigen Kriterien die Liste dieselbe bliebe, wird bei so vielen gereihten Kunden"
          + " und Kriterien nicht gesucht; strengere gates oder weniger Kriterien ändern das",
        en: "how few criteria would give the same list is not looked for among so many ranked"
          + " accounts and criteria; stricter gates or fewer criteria change that"
      )
    )
  }

  /// Mean and worst ranks under drawn weights were not counted.
  static func withoutRanks(_ declared: DeclaredAnalyses.Robustness) -> Finding {
    leftOut(
      declared.position,
      "K-S081",
      field: "robustness",
      LocalizedText(
        de:
          "mittlerer und schlechtester Rang werden ungefragt nur bis 20 Millionen Rängen (Kunden mal"
          + " samples) gezählt; 'ranks: all' zählt sie immer",
        en:
          "mean and worst ranks are counted unasked up to 20 million ranks (accounts times samples)"
          + " only; 'ranks: all' always counts them"
      )
    )
  }

  /// Something was left out because there are so many accounts.
  private static func leftOut(
    _ position: SourcePosition?,
    _ code: String,
    field: String,
    _ message: LocalizedText
  ) -> Finding {
    Finding(
      .info,
      code,
      file: position?.file,
      line: position?.line,
      column: position?.column,
      field: field,
      message: message
    )
  }

  private func unknown(_ name: String, in key: String) -> Finding {
    let hint = Suggestion.closest(to: name, among: analysis.criteria)
    return finding(
      .warning,
      "K-S045",
      found: name,
      LocalizedText(
        de: "'\(key)' nennt '\(name)', das kein Kriterium ist; es zählt nicht"
          + Suggestion.german(hint),
        en: "'\(key)' names '\(name)', which is not a criterion; it is left out"
          + Suggestion.english(hint)
      )
    )
  }

  private func filled(_ count: Int) -> Finding {
    finding(
      .info,
      "K-S044",
      found: String(count),
      LocalizedText(
        de: "Kunden mit 'missing: reweight' zählen unter anderen Gewichten mit ihrem mittleren"
          + " Nutzen unter den gegebenen",
        en: "accounts with 'missing: reweight' count under other weights with their mean utility"
          + " under the given ones"
      )
    )
  }

  private func finding(
    _ severity: Finding.Severity,
    _ code: String,
    found: String?,
    _ message: LocalizedText,
    citation: String? = nil
  ) -> Finding {
    Finding(
      severity,
      code,
      file: declared.position.file,
      line: declared.position.line,
      column: declared.position.column,
      field: "robustness",
      found: found,
      message: message,
      citation: citation
    )
  }
}
