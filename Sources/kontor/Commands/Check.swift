// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import KeyAccounts

/// `kontor check`.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Read everything, print findings, coverage and reconciliation; compute nothing else.",
    discussion: """
      Use it first on new exports: it says what was understood of each file, proves by control \
      totals that nothing is lost, and names the setting that helps where something is unclear.

        kontor check
        kontor check kontor.yaml --format json
        kontor check --strict          exit 1 when there is an error finding
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
    try BatchRunner(options: options, depth: .check, mainTable: "reconciliation", jobs: jobs)
      .run(programmes, summary: RunSummary.check)
  }
}
