// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import KeyAccounts

/// `kontor schema`.
struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of the programme file, for completion in editors.",
    discussion: """
        kontor schema > kontor.schema.json

      and as the first line of kontor.yaml:

        # yaml-language-server: $schema=kontor.schema.json
      """)

  func run() { Console.plain.output(ProgrammeSchema.json()) }
}
