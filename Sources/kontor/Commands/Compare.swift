// SPDX-License-Identifier: Apache-2.0
public import ArgumentParser
public import KeyAccounts

/// `kontor compare`.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "What if: hold the scenarios of a programme against its own ranking and each other.",
    discussion: """
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

  @Argument(help: "The programme file; several are compared with the first one.")
  var programmes: [String] = []

  @Option(
    name: .customLong("scenario"),
    help: ArgumentHelp("Compare only this scenario; may be repeated.", valueName: "name")
  )
  var scenarios: [String] = []

  @Option(
    name: .customLong("sweep"),
    help: ArgumentHelp(
      "Let the points of a criterion run in steps; may be repeated.",
      valueName: "CRITERION=FROM:TO:STEP"
    )
  )
  var sweeps: [ScenarioSweep] = []

  @OptionGroup var options: CommonOptions

  func run() throws {
    var runner = BatchRunner(options: options, depth: .rank, mainTable: "comparison")
    runner.comparison = ComparisonChoice(scenarios: scenarios, sweeps: sweeps)
    try runner.run(programmes, summary: RunSummary.compare)
  }
}

extension ScenarioSweep: ExpressibleByArgument {
  /// Reads `criterion=from:to:step`.
  public init?(argument: String) { self.init(argument) }
}

/// What `kontor compare` compares.
struct ComparisonChoice: Sendable {
  var scenarios: [String]
  var sweeps: [ScenarioSweep]
}
