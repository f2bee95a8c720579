// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import KeyAccounts

/// `kontor schema`.
struct Schema: ParsableCommand {
  /// What a schema describes.
  enum Subject: String, ExpressibleByArgument, CaseIterable {
    case programme, report
  }

  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: HelpText.words(
      de: "Das JSON-Schema der Programmdatei oder von report.json ausgeben.",
      en: "Print the JSON Schema of the programme file or of report.json."
    ),
    discussion: HelpText.words(
      de: """
          kontor schema > kontor.schema.json

        und, zur Vervollständigung im Editor, als erste Zeile von kontor.yaml:

          # yaml-language-server: $schema=kontor.schema.json

          kontor schema report > report.schema.json
        """,
      en: """
          kontor schema > kontor.schema.json

        and, for completion in an editor, as the first line of kontor.yaml:

          # yaml-language-server: $schema=kontor.schema.json

          kontor schema report > report.schema.json
        """
    )
  )

  @Argument(help: HelpText.help(de: "programme oder report.", en: "programme or report."))
  var subject = Subject.programme

  func run() {
    switch subject {
    case .programme: Console.plain.output(ProgrammeSchema.json())
    case .report: Console.plain.output(ReportSchema.json())
    }
  }
}
