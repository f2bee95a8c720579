// SPDX-License-Identifier: Apache-2.0
package import Accounts
import CyclePerformance

/// What one code of a finding or failure stands for, and what to do about it.
package struct FindingExplanation: Sendable, Equatable {
  /// The code, such as `K-D007`.
  package var code: String
  /// What it says: what was found and what Kontor made of it.
  package var meaning: LocalizedText
  /// What helps.
  package var advice: LocalizedText
  /// The source of the rule, nil where it follows from the data alone.
  package var citation: String?

  /// Pairs a code with its texts.
  init(
    _ code: String,
    _ meaning: LocalizedText,
    _ advice: LocalizedText,
    citation: String? = nil
  ) {
    self.code = code
    self.meaning = meaning
    self.advice = advice
    self.citation = citation
  }
}

/// Every code that Kontor gives, by family: data, selection, programme, writing, OKR.
package enum FindingCatalogue {
  /// All explanations, by family, in the order of their codes.
  package static let all: [FindingExplanation] =
    data + layout + signs + cycles + suspicions + problems + programme + programmeData + selection
    + certainty + exactSelection + link
    + scenarios + writing + okr

  /// The explanation of a code in any case, nil for an unknown one.
  ///
  /// `E001` is understood as `OKR-E001`, and `D007` as `K-D007`.
  package static func explanation(of code: String) -> FindingExplanation? {
    let wanted = code.uppercased()
    return all.first {
      let known = $0.code.uppercased()
      return known == wanted || known == "K-" + wanted || known == "OKR-" + wanted
    }
  }

  /// The known code nearest to a mistyped one.
  package static func suggestion(for code: String) -> String? {
    Suggestion.closest(to: code, among: all.map(\.code))
  }

  private static let programme: [FindingExplanation] = ProgrammeCode.allCases.map { code in
    FindingExplanation(
      code.rawValue,
      code.explanation,
      programmeAdvice(code.severity),
      citation: code.citation
    )
  }

  private static func programmeAdvice(_ severity: Finding.Severity) -> LocalizedText {
    switch severity {
    case .error:
      LocalizedText(
        de: "die Stelle in kontor.yaml ändern, die die Meldung mit Zeile und Spalte nennt; "
          + "'kontor schema' gibt Editoren eine Vervollständigung",
        en: "change the place in kontor.yaml that the message gives with line and column; "
          + "'kontor schema' gives editors a completion"
      )
    case .warning:
      LocalizedText(
        de: "der Lauf geht weiter; prüfen, ob die Angabe so gewollt ist",
        en: "the run goes on; check whether the setting is meant that way"
      )
    case .info:
      LocalizedText(
        de: "nichts zu tun; die Angabe in kontor.yaml ausschreiben, wenn sie fest sein soll",
        en: "nothing to do; write the setting into kontor.yaml if it should be fixed"
      )
    }
  }
}

// MARK: - The OKR rule book

extension FindingCatalogue {
  private static let okr: [FindingExplanation] = okrErrors + okrAdvice

  /// A code of the rule book with its own citation.
  static func okrCode(
    _ code: OKRCode,
    _ meaning: LocalizedText,
    _ advice: LocalizedText
  ) -> FindingExplanation {
    FindingExplanation(code.code, meaning, advice, citation: code.citation)
  }
}
