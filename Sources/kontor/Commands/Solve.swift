// SPDX-License-Identifier: Apache-2.0
import Accounts
import ArgumentParser
import KeyAccounts

/// `kontor solve`.
struct Solve: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve",
    abstract: HelpText.words(
      de: "Bloße Entscheidungsprobleme und OKR-Fälle aus JSON lösen.",
      en: "Solve bare decision problems and OKR cases given as JSON."
    ),
    discussion: HelpText.words(
      de: """
        Eine Zeile JSON je Fall: id, Methode oder Familie, die Ergebnisse, Befunde. Ein Fall ohne Antwort \
        hat einen benannten Fehler, ein fehlerhafter null und Exit-Status 65.

          kontor solve problem.json
          kontor solve cases/*.json > answers.jsonl
          echo '{"id": "w", "method": "roc-weights", "parameters": {"n": 3}}' | kontor solve -
        """,
      en: """
        One line of JSON per case: id, method or family, the figures computed, findings. A case \
        without an answer has a named error; a malformed one has null, and exit status 65.

          kontor solve problem.json
          kontor solve cases/*.json > answers.jsonl
          echo '{"id": "w", "method": "roc-weights", "parameters": {"n": 3}}' | kontor solve -
        """
    )
  )

  @Argument(
    help: HelpText.help(
      de:
        "Dateien mit einem Problem, einer Familie von Fällen oder einer Liste; - für die Standardeingabe.",
      en: "Files with a problem, a family of cases, or a list; - for standard input."
    )
  )
  var files: [String]

  @OptionGroup var options: CommonOptions

  func run() throws {
    var status: Int32 = 0
    for name in files {
      let found = solve(name)
      if status == 0 { status = found }
    }
    if status != 0 { throw ExitCode(status) }
  }

  /// Prints the answers of one file; returns its exit status.
  private func solve(_ name: String) -> Int32 {
    let console = options.console()
    do {
      let file = try ReferenceCaseFile(contentsOf: name)
      let answers = file.answers()
      for answer in answers { console.output(answer.line(options.language ?? .english) + [10]) }
      let findings = file.findings + answers.flatMap(\.findings)
      for finding in findings where finding.severity == .error {
        console.error(console.line(finding))
      }
      return findings.contains { $0.severity == .error } ? RunError.Kind.unusableData.rawValue : 0
    } catch {
      console.failure(error)
      return error.kind.rawValue
    }
  }
}
