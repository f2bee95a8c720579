// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import KeyAccounts

/// `kontor compare`.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: HelpText.words(
      de: "Was wäre, wenn: Varianten eines Programms gegen dessen Rangfolge und gegeneinander.",
      en: "What if: hold the scenarios of a programme against its own ranking and each other."
    ),
    discussion: HelpText.words(
      de: """
        Jede Variante des Programms (andere Gewichte, Methode, Gates, Kriterien, Listenlänge, ein Schock \
        für manche Konten) wird gereiht und mit dem Programm selbst verglichen, das base heißt. \
        changes.csv sagt, welche Kunden kommen, gehen und sich bewegen, und warum; consensus.csv, was \
        alle Varianten zusammen sagen.

          kontor compare
          kontor compare --scenario 'growth first' --scenario topsis
          kontor compare --sweep growth=0:100:5      Punkte eines Kriteriums in Schritten
          kontor compare kontor.yaml board.yaml      mehrere Programme nebeneinander
        """,
      en: """
        Each scenario of the programme (other weights, method, gates, criteria, list size, a shock to \
        some accounts) is ranked and compared with the programme itself, which is called base. \
        changes.csv says which accounts enter, leave and move, and why; consensus.csv what all \
        scenarios say together.

          kontor compare
          kontor compare --scenario 'growth first' --scenario topsis
          kontor compare --sweep growth=0:100:5      points of one criterion in steps
          kontor compare kontor.yaml board.yaml      several programmes side by side
        """
    )
  )

  @Argument(
    help: HelpText.help(
      de: "Die Programmdatei; mehrere werden mit der ersten verglichen.",
      en: "The programme file; several are compared with the first one."
    )
  )
  var programmes: [String] = []

  @Option(
    name: .customLong("scenario"),
    help: HelpText.help(
      de: "Nur diese Variante vergleichen; mehrfach möglich.",
      en: "Compare only this scenario; may be repeated.",
      valueName: "name"
    )
  )
  var scenarios: [String] = []

  @Option(
    name: .customLong("sweep"),
    help: HelpText.help(
      de: "Die Punkte eines Kriteriums in Schritten laufen lassen; mehrfach möglich.",
      en: "Let the points of a criterion run in steps; may be repeated.",
      valueName: "CRITERION=FROM:TO:STEP"
    ),
    transform: Self.sweep
  )
  var sweeps: [ScenarioSweep] = []

  @OptionGroup var options: CommonOptions

  func run() throws {
    var runner = BatchRunner(options: options, depth: .rank, mainTable: "comparison")
    guard programmes.count < 2 else {
      try runner.runSideBySide(programmes)
      return
    }
    runner.comparison = ComparisonChoice(scenarios: scenarios, sweeps: sweeps)
    try runner.run(programmes, summary: RunSummary.compare)
  }

  func validate() throws {
    guard programmes.count > 1, !scenarios.isEmpty || !sweeps.isEmpty else { return }
    throw ValidationError("--scenario and --sweep go with one programme")
  }

  private static func sweep(_ text: String) throws -> ScenarioSweep {
    if let sweep = ScenarioSweep(text) { return sweep }
    throw ValidationError(
      "expected CRITERION=FROM:TO:STEP such as growth=0:100:5, with FROM <= TO, a STEP above 0 and "
        + "at most \(ScenarioSweep.mostVariants) steps"
    )
  }
}

/// What `kontor compare` compares.
struct ComparisonChoice: Sendable {
  var scenarios: [String]
  var sweeps: [ScenarioSweep]
}
