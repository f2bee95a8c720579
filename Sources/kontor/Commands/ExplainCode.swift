// SPDX-License-Identifier: Apache-2.0
import Accounts
import ArgumentParser
import KeyAccounts

/// `kontor explain-code`.
struct ExplainCode: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain-code",
    abstract: HelpText.words(
      de: "Den Code eines Befunds erklären und was zu tun ist.",
      en: "Explain the code of a finding and what to do about it."
    ),
    discussion: """
        kontor explain-code K-D007
        kontor explain-code OKR-W109 --language de
      """
  )

  @Argument(
    help: HelpText.help(
      de: "Ein Code wie K-D007, K-P004, K-S020 oder OKR-E008.",
      en: "A code such as K-D007, K-P004, K-S020 or OKR-E008."
    )
  )
  var code: String

  @OptionGroup var options: CommonOptions

  func run() throws {
    let console = options.console()
    guard let explanation = FindingCatalogue.explanation(of: code) else {
      let nearest = FindingCatalogue.suggestion(for: code)
      let message = LocalizedText(
        de: "unbekannter Code '\(code)'\(Suggestion.german(nearest))",
        en: "unknown code '\(code)'\(Suggestion.english(nearest))"
      )
      throw ValidationError(message(console.language))
    }
    console.output(text(explanation, console.language))
  }

  private func text(_ explanation: FindingExplanation, _ language: Language) -> String {
    let labels = LocalizedText(de: "Was tun", en: "What to do")
    let source = LocalizedText(de: "Quelle", en: "Source")
    let citation = explanation.citation.map { "\(source(language)): \($0)\n" } ?? ""
    return """
      \(explanation.code): \(explanation.meaning(language))
      \(labels(language)): \(explanation.advice(language))
      \(citation)
      """
  }
}
