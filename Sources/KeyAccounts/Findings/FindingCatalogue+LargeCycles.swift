// SPDX-License-Identifier: Apache-2.0
import Accounts

extension FindingCatalogue {
  /// What is left out of files for people where there are very many OKRs.
  static let largeCycles: [FindingExplanation] = [
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
    )
  ]
}
