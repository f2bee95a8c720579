// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import KeyAccounts

/// `kontor okr`.
struct OKR: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "okr",
    abstract: "Compute the OKR cycles of the accounts alone.",
    discussion: """
        kontor okr
        kontor okr --format csv
      """
  )

  @Argument(help: "The programme file.")
  var programme = "kontor.yaml"

  @OptionGroup var options: CommonOptions

  func run() throws {
    try BatchRunner(options: options, depth: .everything, mainTable: "okr_accounts")
      .run([programme], summary: RunSummary.okr)
  }
}
