// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import KeyAccounts

/// `kontor portfolio`.
struct Portfolio: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "portfolio",
    abstract: "Look at all accounts together: concentration, profit, growth, risk and the matrix.",
    discussion: """
      Uses the values named revenue, margin and potential, as far as the programme has them.

        kontor portfolio
        kontor portfolio --format csv > portfolio.csv
      """
  )

  @Argument(help: "The programme file.")
  var programme = "kontor.yaml"

  @OptionGroup var options: CommonOptions

  func run() throws {
    try BatchRunner(options: options, depth: .everything, mainTable: "portfolio")
      .run([programme], summary: RunSummary.portfolio)
  }
}
