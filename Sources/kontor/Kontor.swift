// SPDX-License-Identifier: Apache-2.0
import Accounts
import ArgumentParser
import KeyAccounts

/// The command: one file per subcommand under `Commands/`; only here is anything printed or exited.
@main struct Kontor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kontor",
    abstract: HelpText.words(
      de: "Schlüsselkunden auswählen, die Liste begründen und mit OKR-Zyklen verbinden.",
      en: "Select key accounts, defend the list, and link it to OKR cycles."
    ),
    discussion: HelpText.words(
      de: """
        Eine Programmdatei (kontor.yaml) sagt, welche CSV-Exporte gelesen werden, wie gereiht und was \
        berichtet wird. Zum Kennenlernen das Beispiel:

          kontor init --sample maschinenbauer
          cd maschinenbauer
          kontor run

        Oder eine saubere CSV ohne Programm reihen:

          kontor rank accounts.csv --weight revenue=50 --weight margin=30 --top 10

        Exit-Status: 0 gut, 1 Fehlerbefunde mit --strict oder verify gescheitert, 64 Aufruf, 65 \
        unbrauchbare Daten, 66 Eingabe fehlt, 70 unser Fehler, 73 nicht schreibbar, 78 Programmdatei \
        falsch.
        """,
      en: """
        A programme file (kontor.yaml) says which CSV exports to read, how to rank, and what to \
        report. Start with the sample and look around:

          kontor init --sample machine-builder
          cd machine-builder
          kontor run

        Or rank any clean CSV without a programme:

          kontor rank accounts.csv --weight revenue=50 --weight margin=30 --top 10

        Exit status: 0 ok, 1 error findings under --strict or a failed verify, 64 usage, 65 unusable \
        data, 66 input missing, 70 our bug, 73 cannot write, 78 bad programme file.
        """
    ),
    version: Engine.version,
    subcommands: [
      Init.self, Check.self, RunProgramme.self, Consolidate.self, Rank.self, Compare.self,
      Explain.self, Portfolio.self, OKR.self, Link.self, Solve.self, Verify.self, Schema.self,
      ExplainCode.self,
    ]
  )

  /// Parses and runs a command; a slip in its name is met with the nearest one.
  static func main() {
    LibrarySettings.apply()
    do {
      try checkName(CommandLine.arguments.dropFirst().first)
      var command = try parseAsRoot()
      try command.run()
    } catch {
      guard exitCode(for: error) == .success else { exit(withError: error) }
      Console.plain.output(HelpText.page(fullMessage(for: error)) + "\n")
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
