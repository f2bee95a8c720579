// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import KeyAccounts

/// `kontor link`.
struct Link: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link",
    abstract: HelpText.words(
      de: "Auswahlläufe mit den OKR-Zyklen danach verbinden, ohne Vorgriff.",
      en: "Link selection runs to the OKR cycles that followed them, without look-ahead."
    ),
    discussion: HelpText.words(
      de: """
        Ein Zyklus gehört zum letzten Auswahllauf, dessen Daten vor oder an seinem ersten Tag enden. Mit \
        --backtest reiht das Programm noch einmal mit dem, was vor jedem Zyklus bekannt war, und \
        vergleicht, wen die Kriterien gewählt hätten, mit dem Erreichten (backtest.csv).

          kontor link
          kontor link --format jsonl
          kontor link --backtest
        """,
      en: """
        A cycle is linked to the latest selection run whose data end at or before its first day. \
        With --backtest the programme ranks once more on what was known before each cycle, and \
        compares whom its criteria would have picked with who attained (backtest.csv).

          kontor link
          kontor link --format jsonl
          kontor link --backtest
        """
    )
  )

  @Argument(help: HelpText.help(de: "Die Programmdatei.", en: "The programme file."))
  var programme = "kontor.yaml"

  @Flag(
    help: HelpText.help(
      de: "Zum Stand jedes Zyklus erneut reihen und die Auswahl mit dem Erreichten vergleichen.",
      en: "Rank again as of each cycle and compare whom the criteria pick with who attained."
    )
  )
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
