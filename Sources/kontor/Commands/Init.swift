// SPDX-License-Identifier: Apache-2.0
import Accounts
public import ArgumentParser
public import KeyAccounts
import Reporting

/// `kontor init`.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a commented kontor.yaml to start from, or a whole sample with data.",
    discussion: """
        kontor init                          a programme to fill in, here
        kontor init kam --goal innovation    criteria of that goal, in kam/
        kontor init --sample demo            an invented company with data

      Existing files are never overwritten unless --force is given.
      """
  )

  @Argument(help: "The folder to write to.")
  var folder = "."

  @Flag(help: "Write the sample programme with its data.")
  var sample = false

  @Option(help: "What the programme is for: potential, specification, innovation or custom.")
  var goal: Programme.Goal = .potential

  @Flag(help: "Overwrite files that exist.")
  var force = false

  @OptionGroup var options: CommonOptions

  func run() throws {
    let console = options.console()
    do {
      let files = sample ? SampleProgramme.files() : templateFiles(console.language)
      let start = StartFolder(path: folder)
      try start.write(files, overwriting: force)
    } catch {
      console.failure(error)
      throw ExitCode(error.kind.rawValue)
    }
    let prefix = folder == "." ? "" : "cd \(folder) && "
    console.note(
      sample
        ? LocalizedText(
          de: "geschrieben nach \(folder)/; als Nächstes: \(prefix)kontor run",
          en: "written to \(folder)/; next: \(prefix)kontor run"
        )
        : LocalizedText(
          de: "geschrieben nach \(folder)/; tragen Sie Ihre Exporte in kontor.yaml ein, dann: "
            + "\(prefix)kontor check",
          en: "written to \(folder)/; name your exports in kontor.yaml, then: "
            + "\(prefix)kontor check"
        )
    )
  }

  private func templateFiles(_ language: Language) -> [SampleFile] {
    [
      SampleFile(
        path: "kontor.yaml",
        bytes: Array(ProgrammeTemplate.minimal(language: language, goal: goal).utf8)
      ),
      SampleFile(path: "kontor.schema.json", bytes: Array(ProgrammeSchema.json().utf8)),
    ]
  }
}

extension Programme.Goal: ExpressibleByArgument {}
