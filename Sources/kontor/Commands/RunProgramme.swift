// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import KeyAccounts

/// `kontor run`.
struct RunProgramme: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run the whole programme: consolidate, rank, shortlist, analyse, link to OKRs, write all reports.",
    discussion: """
        kontor run
        kontor run programmes/*.yaml --jobs 2 --out reports
        kontor run --set criteria.0.weight=50 --out what-if
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
    try BatchRunner(options: options, depth: .everything, mainTable: "shortlist", jobs: jobs)
      .run(programmes, summary: RunSummary.run)
  }
}
