// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import KeyAccounts

/// `kontor link`.
struct Link: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link",
    abstract: "Link selection runs to the OKR cycles that followed them, without look-ahead.",
    discussion: """
      A cycle is linked to the latest selection run whose data end at or before its first day. \
      With --backtest the programme ranks once more on what was known before each cycle, and \
      compares whom its criteria would have picked with who attained (backtest.csv).

        kontor link
        kontor link --format jsonl
        kontor link --backtest
      """
  )

  @Argument(help: "The programme file.")
  var programme = "kontor.yaml"

  @Flag(help: "Rank again as of each cycle and compare whom the criteria pick with who attained.")
  var backtest = false

  @OptionGroup var options: CommonOptions

  func run() throws {
    var runner = BatchRunner(
      options: options,
      depth: .everything,
      mainTable: backtest ? "backtest" : "link"
    )
    runner.isForCyclesAlone = true
    runner.isBacktesting = backtest
    try runner.run([programme], summary: RunSummary.link)
  }
}
