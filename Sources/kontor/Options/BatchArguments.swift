// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// The programmes of a command that takes several.
struct BatchArguments: ParsableArguments {
  @Argument(
    help: HelpText.help(
      de: "Programmdateien; ohne Angabe ./kontor.yaml.",
      en: "Programme files; ./kontor.yaml when none is given."
    )
  )
  var programmes: [String] = []

  @Option(
    help: HelpText.help(
      de: "Wie viele Programme gleichzeitig laufen.",
      en: "How many programmes run at the same time."
    )
  )
  var jobs = 1

  mutating func validate() throws {
    guard jobs >= 1 else { throw ValidationError("--jobs must be at least 1") }
  }
}
