// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import KeyAccounts

/// `kontor run`.
struct RunProgramme: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: HelpText.words(
      de: "Das ganze Programm: konsolidieren, reihen, auswählen, mit OKRs verbinden, berichten.",
      en: "Run the whole programme: consolidate, rank, shortlist, analyse, link to OKRs, write all "
        + "reports."
    ),
    discussion: """
        kontor run
        kontor run programmes/*.yaml --jobs 2 --out reports
        kontor run --set criteria.0.weight=50 --out what-if
      """
  )

  @OptionGroup var batch: BatchArguments

  @OptionGroup var options: CommonOptions

  func run() throws {
    try BatchRunner(options: options, depth: .everything, mainTable: "shortlist", jobs: batch.jobs)
      .run(batch.programmes, summary: RunSummary.run)
  }
}
