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
    abstract: "Print the JSON Schema of the programme file or of report.json.",
    discussion: """
        kontor schema > kontor.schema.json

      and, for completion in an editor, as the first line of kontor.yaml:

        # yaml-language-server: $schema=kontor.schema.json

        kontor schema report > report.schema.json
      """
  )

  @Argument(help: "programme or report.")
  var subject = Subject.programme

  func run() {
    switch subject {
    case .programme: Console.plain.output(ProgrammeSchema.json())
    case .report: Console.plain.output(ReportSchema.json())
    }
  }
}
