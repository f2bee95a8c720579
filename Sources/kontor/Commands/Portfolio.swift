// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import KeyAccounts

/// `kontor portfolio`.
struct Portfolio: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "portfolio",
    abstract: HelpText.words(
      de: "Alle Kunden zusammen: Konzentration, Ertrag, Wachstum, Risiko und die Matrix.",
      en: "Look at all accounts together: concentration, profit, growth, risk and the matrix."
    ),
    discussion: HelpText.words(
      de: """
        Nutzt die Werte namens revenue, margin und potential, soweit das Programm sie hat.

          kontor portfolio
          kontor portfolio --format csv > portfolio.csv
        """,
      en: """
        Uses the values named revenue, margin and potential, as far as the programme has them.

          kontor portfolio
          kontor portfolio --format csv > portfolio.csv
        """
    )
  )

  @Argument(help: HelpText.help(de: "Die Programmdatei.", en: "The programme file."))
  var programme = "kontor.yaml"

  @OptionGroup var options: CommonOptions

  func run() throws {
    try BatchRunner(options: options, depth: .everything, mainTable: "portfolio")
      .run([programme], summary: RunSummary.portfolio)
  }
}
