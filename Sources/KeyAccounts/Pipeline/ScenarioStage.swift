// SPDX-License-Identifier: Apache-2.0
import Accounts
import Reporting
import Selection

/// Runs the what-if variants of a programme and holds them against its own ranking.
struct ScenarioStage {
  /// What the programme itself is called among its variants.
  static let baseName = "base"

  let programme: Programme
  let inputs: RunInputs
  let consolidation: Consolidation
  let options: RunOptions

  /// Adds the variants' outcome and their findings to `run`, which has ranked the base.
  ///
  /// - Throws: ``RunError`` when the table of weights cannot be read, or a name is unknown.
  func run(_ run: inout Run) throws(RunError) {
    guard let base = run.selection, let runner = runner(run) else { return }
    let chosen = try chosen(of: declared(&run), sweeps: try swept())
    let answers = concurrentMap(chosen, threads: options.threads) { runner.answer(to: $0) }
    let outcome = ScenarioOutcome(
      accounts: base.ranking.accounts,
      first: runner.base,
      others: answers.compactMap(\.compared)
    )
    run.findings += answers.flatMap(\.findings) + ScenarioFindings.findings(on: outcome)
    run.scenarios = outcome
  }

  /// What each variant of the programme chooses, for a back-test; its findings stand in the run that
  /// compares them.
  ///
  /// - Throws: ``RunError`` when the table of weights cannot be read.
  func choices(_ run: Run) throws(RunError) -> [(name: String, outcome: SelectionOutcome)] {
    guard let runner = runner(run) else { return [] }
    var unread = run
    let scenarios = try declared(&unread)
    let choices = concurrentMap(scenarios, threads: options.threads) { runner.choice(of: $0) }
    return zip(scenarios, choices).compactMap { scenario, choice in
      choice.map { (scenario.name, $0) }
    }
  }

  private func runner(_ run: Run) -> ScenarioRunner? {
    guard let base = run.selection, let basis = run.selectionBasis, let ranked = run.ranked else {
      return nil
    }
    return ScenarioRunner(
      programme: programme,
      inputs: inputs,
      consolidation: consolidation,
      basis: basis,
      ranked: ranked.input,
      base: base
    )
  }

  /// The variants of the programme and of its table of weights.
  private func declared(_ run: inout Run) throws(RunError) -> [DeclaredScenario] {
    var scenarios = programme.declared.scenarios
    if let reference = programme.declared.scenarioFile {
      let (table, input) = try inputs.list(reference)
      run.inputs.append(input)
      let file = try ScenarioFile(table, reference, criteria: programme.selection.criteria)
      run.rejects.append(file.rejects)
      run.findings += file.findings
      run.reconciled.append(.init(file: reference.path, rows: file.rows))
      scenarios += file.scenarios
    }
    return scenarios
  }

  /// The variants of the sweeps, each name once.
  private func swept() throws(RunError) -> [DeclaredScenario] {
    let known = programme.selection.criteria.flatMap(\.names)
    var scenarios: [DeclaredScenario] = []
    var names: Set<String> = []
    for sweep in options.sweeps {
      guard known.contains(sweep.criterion) else {
        throw Self.unknown(sweep.criterion, "--sweep", among: known)
      }
      scenarios += sweep.scenarios().filter { names.insert($0.name).inserted }
    }
    return scenarios
  }

  /// The variants that were asked for: by name, the sweeps, or all where nothing is asked for.
  private func chosen(
    of declared: [DeclaredScenario],
    sweeps: [DeclaredScenario]
  ) throws(RunError) -> [DeclaredScenario] {
    let wanted = options.scenarioNames
    guard !wanted.isEmpty else { return sweeps.isEmpty ? declared : sweeps }
    let known = declared.map(\.name)
    for name in wanted where !known.contains(name) && name != Self.baseName {
      throw Self.unknown(name, "--scenario", among: known)
    }
    let taken = Set(sweeps.map(\.name))
    return declared.filter { wanted.contains($0.name) && !taken.contains($0.name) } + sweeps
  }

  private static func unknown(_ name: String, _ option: String, among known: [String]) -> RunError {
    let hint = Suggestion.closest(to: name, among: known)
    let list = known.prefix(5).map { "'\($0)'" }.joined(separator: ", ")
    let choices = known.isEmpty || hint != nil ? "" : " (\(list)\(known.count > 5 ? ", …" : ""))"
    let isSweep = option == "--sweep"
    return RunError(
      .usage,
      "K-S060",
      LocalizedText(
        de: "\(option): \(isSweep ? "das Kriterium" : "die Variante") '\(name)' gibt es nicht"
          + Suggestion.german(hint) + choices,
        en: "\(option): there is no \(isSweep ? "criterion" : "scenario") '\(name)'"
          + Suggestion.english(hint) + choices
      )
    )
  }
}
