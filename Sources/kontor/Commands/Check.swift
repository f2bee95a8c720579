// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import KeyAccounts

/// `kontor check`.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: HelpText.words(
      de: "Alles lesen, Befunde, Abdeckung und Abgleich ausgeben; sonst nichts rechnen.",
      en: "Read everything, print findings, coverage and reconciliation; compute nothing else."
    ),
    discussion: HelpText.words(
      de: """
        Für neue Exporte zuerst: sagt, was von jeder Datei und Spalte verstanden wurde, beweist mit \
        Kontrollsummen, dass nichts verloren ging, nennt Konten, die derselbe Kunde sein können, und die \
        Einstellung, die bei Unklarheiten hilft. Mit --format gibt es das Profil der Spalten aus, mit \
        sarif die Befunde für Werkzeuge zur Codeprüfung.

          kontor check
          kontor check kontor.yaml --format json
          kontor check --format sarif > kontor.sarif
          kontor check --strict          Exit-Status 1, wenn es einen Fehlerbefund gibt
        """,
      en: """
        Use it first on new exports: it says what was understood of each file and column, proves by \
        control totals that nothing is lost, lists accounts that may be the same customer, and names \
        the setting that helps where something is unclear. With --format it prints the profile of \
        the columns, with sarif the findings for code-review tools.

          kontor check
          kontor check kontor.yaml --format json
          kontor check --format sarif > kontor.sarif
          kontor check --strict          exit 1 when there is an error finding
        """
    )
  )

  @OptionGroup var batch: BatchArguments

  @OptionGroup var options: CommonOptions

  func run() throws {
    try BatchRunner(options: options, depth: .check, mainTable: "profile", jobs: batch.jobs)
      .run(batch.programmes, summary: RunSummary.check)
  }
}
