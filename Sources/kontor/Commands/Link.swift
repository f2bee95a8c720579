// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import KeyAccounts

/// `kontor link`.
struct Link: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link",
    abstract: "Link selection runs to the OKR cycles that followed them, without look-ahead.",
    discussion: """
      A cycle is linked to the latest selection run whose data end at or before its first day.

        kontor link
        kontor link --format jsonl
      """
  )

  @Argument(help: "The programme file.")
  var programme = "kontor.yaml"

  @OptionGroup var options: CommonOptions

  func run() throws {
    try BatchRunner(options: options, depth: .everything, mainTable: "link")
      .run([programme], summary: RunSummary.link)
  }
}
