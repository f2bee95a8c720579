// SPDX-License-Identifier: Apache-2.0
import Accounts
import Selection

/// What is said about a comparison of scenarios that leaves something out for its size.
enum ScenarioFindings {
  static func findings(on outcome: ScenarioOutcome) -> [Finding] {
    var findings: [Finding] = []
    let count = outcome.scenarios.count - 1
    if !outcome.hasAllPairs {
      findings.append(
        Finding(
          .info,
          "K-S066",
          field: "scenarios",
          found: "\(count)",
          message: LocalizedText(
            de: "\(count) Varianten: verglichen wird jede mit der Basis; bis"
              + " \(ScenarioOutcome.mostForAllPairs) auch jede mit jeder",
            en: "\(count) scenarios: each is compared with the base; up to"
              + " \(ScenarioOutcome.mostForAllPairs), each with each other, too"
          )
        )
      )
    }
    let listed = outcome.consensus.listedCount
    if count > 0, !outcome.consensus.hasKemenyOrder {
      findings.append(
        Finding(
          .info,
          "K-S067",
          field: "kemeny_rank",
          found: "\(listed)",
          message: LocalizedText(
            de: "\(listed) Kunden stehen auf den Listen; die genaue Kemeny-Reihenfolge gibt es bis"
              + " \(KemenyOrder.mostCandidates), borda_rank gibt es immer",
            en: "\(listed) accounts are on the lists; the exact Kemeny order exists up to"
              + " \(KemenyOrder.mostCandidates), borda_rank always"
          ),
          citation: "Kemeny 1959"
        )
      )
    }
    return findings
  }
}
