// SPDX-License-Identifier: Apache-2.0
import Accounts
import ArgumentParser
import KeyAccounts

/// The command: one file per subcommand under `Commands/`; only here is anything printed or exited.
@main struct Kontor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kontor",
    abstract: "Select key accounts, defend the list, and link it to OKR cycles.",
    discussion: """
      A programme file (kontor.yaml) says which CSV exports to read, how to rank, and what to \
      report. Start with the sample and look around:

        kontor init --sample machine-builder
        cd machine-builder
        kontor run

      Or rank any clean CSV without a programme:

        kontor rank accounts.csv --weight revenue=50 --weight margin=30 --top 10

      Exit status: 0 ok, 1 error findings under --strict or a failed verify, 64 usage, 65 unusable \
      data, 66 input missing, 70 our bug, 73 cannot write, 78 bad programme file.
      """,
    version: Engine.version,
    subcommands: [
      Init.self, Check.self, RunProgramme.self, Consolidate.self, Rank.self, Compare.self,
      Explain.self, Portfolio.self, OKR.self, Link.self, Solve.self, Verify.self, Schema.self,
      ExplainCode.self,
    ]
  )

  /// Parses and runs a command; a slip in its name is met with the nearest one.
  static func main() {
    QuietBLAS.restartOnce()
    do {
      try checkName(CommandLine.arguments.dropFirst().first)
      var command = try parseAsRoot()
      try command.run()
    } catch {
      exit(withError: error)
    }
  }

  /// The library says "unexpected argument" of an unknown command, which helps nobody.
  private static func checkName(_ name: String?) throws {
    let names = configuration.subcommands.compactMap { $0.configuration.commandName }
    guard let name, !name.hasPrefix("-"), name != "help", !names.contains(name) else { return }
    let hint = Suggestion.english(Suggestion.closest(to: name, among: names))
    throw ValidationError("unknown command '\(name)'\(hint)")
  }
}
