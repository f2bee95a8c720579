// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import KeyAccounts

/// `kontor consolidate`.
struct Consolidate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "consolidate",
    abstract: "Write one row per account, in one currency, groups rolled up.",
    discussion: """
        kontor consolidate
        kontor consolidate --format csv > accounts.csv
      """)

  @Argument(help: "Programme files; ./kontor.yaml when none is given.")
  var programmes: [String] = []

  @Option(help: "How many programmes run at the same time.")
  var jobs = 1

  @OptionGroup var options: CommonOptions

  mutating func validate() throws {
    guard jobs >= 1 else { throw ValidationError("--jobs must be at least 1") }
  }

  func run() throws {
    try BatchRunner(options: options, depth: .consolidate, mainTable: "accounts", jobs: jobs)
      .run(programmes, summary: RunSummary.consolidate)
  }
}
