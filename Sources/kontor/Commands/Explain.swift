// SPDX-License-Identifier: Apache-2.0
import Accounts
import ArgumentParser
import KeyAccounts
import Reporting
import Selection

/// `kontor explain`.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: HelpText.words(
      de: "Sagen, warum ein Kunde auf der Liste steht oder nicht und was sich ändern müsste.",
      en: "Say why an account is on the list or not, and what would have to change."
    ),
    discussion: HelpText.words(
      de: """
        Für einen Kunden außerhalb der Liste: die kleinste Änderung je Kriterium, die ihn hineinbringt, in \
        der Einheit des Kriteriums. Für einen auf der Liste: wie weit sich jeder Wert bewegen darf, bevor \
        er herausfällt. Jede Änderung ist durch erneutes Reihen erprobt.

          kontor explain 0000410003
          kontor explain 0000410003 kontor.yaml --format json
        """,
      en: """
        For an account outside the list: the smallest change per criterion that brings it in, in the \
        criterion's own unit. For one inside: how far each value may move before it drops out. Every \
        change is tried out by ranking once more.

          kontor explain 0000410003
          kontor explain 0000410003 kontor.yaml --format json
        """
    )
  )

  @Argument(
    help: HelpText.help(
      de: "Die Kundennummer, oder die eines Mitglieds.",
      en: "The account id, or the id of one of its members."
    )
  )
  var account: String

  @Argument(help: HelpText.help(de: "Die Programmdatei.", en: "The programme file."))
  var programme = "kontor.yaml"

  @OptionGroup var options: CommonOptions

  func run() throws {
    let runner = BatchRunner(options: options, depth: .rank, mainTable: "explanation")
    let run = try runner.finishedRun(programme)
    let console = options.console(run.programme)
    guard let selection = run.selection else {
      RunSummary.rank(run, console)
      return
    }
    guard let explanation = run.explanation(of: account) else {
      throw unknownAccount(in: run, console)
    }
    let table = ReportTable.explanation(
      explanation,
      in: selection.ranking,
      money: run.money(of: explanation)
    )
    if let format = try options.format?.ofTable() {
      console.output(
        format.bytes(of: table, dialect: options.csvDialect, language: console.language)
      )
      return
    }
    let text = ExplanationText(explanation, run: run, language: console.language)
    console.output(text.before)
    let shown = table.first(table.rowCount, columns: Self.shownColumns)
    console.output(TableFormat.text(of: shown, console.language))
    console.output(text.after)
  }

  /// What the terminal shows; the other formats have the rival's figures, too.
  private static let shownColumns = [
    "criterion", "weight", "value", "utility", "contribution", "gap", "needed", "difference",
    "money",
  ]

  private func unknownAccount(in run: Run, _ console: Console) -> any Error {
    let near = run.accounts(resembling: account)
      .map { "\($0.id) (\($0.name))" }.joined(separator: ", ")
    let hint = near.isEmpty ? "" : "; "
    let text = LocalizedText(
      de:
        "den Kunden '\(account)' gibt es nicht\(hint)\(near.isEmpty ? "" : "meinten Sie \(near)?")",
      en: "there is no account '\(account)'\(hint)\(near.isEmpty ? "" : "did you mean \(near)?")"
    )
    console.error("error: " + text(console.language))
    return ExitCode(64)
  }
}
