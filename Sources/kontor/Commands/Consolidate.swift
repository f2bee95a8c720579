// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import KeyAccounts

/// `kontor consolidate`.
struct Consolidate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "consolidate",
    abstract: HelpText.words(
      de: "Eine Zeile je Kunde schreiben, in einer Währung, Konzerne zusammengefasst.",
      en: "Write one row per account, in one currency, groups rolled up."
    ),
    discussion: """
        kontor consolidate
        kontor consolidate --format csv > accounts.csv
      """
  )

  @OptionGroup var batch: BatchArguments

  @OptionGroup var options: CommonOptions

  func run() throws {
    try BatchRunner(options: options, depth: .consolidate, mainTable: "accounts", jobs: batch.jobs)
      .run(batch.programmes, summary: RunSummary.consolidate)
  }
}
