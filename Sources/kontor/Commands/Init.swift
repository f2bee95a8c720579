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
        kontor init                          a programme to fill in, in this folder
        kontor init kam --goal innovation    with the criteria of that goal, in the folder kam
        kontor init --sample demo            a fictitious machine builder with exports and OKRs

      Existing files are never overwritten unless --force is given.
      """)

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
      LocalizedText(
        de: "geschrieben nach \(folder)/; als Nächstes: \(prefix)kontor \(sample ? "run" : "check")",
        en: "written to \(folder)/; next: \(prefix)kontor \(sample ? "run" : "check")"))
  }

  private func templateFiles(_ language: Language) -> [SampleFile] {
    [
      SampleFile(
        path: "kontor.yaml",
        bytes: Array(ProgrammeTemplate.minimal(language: language, goal: goal).utf8)),
      SampleFile(path: "kontor.schema.json", bytes: Array(ProgrammeSchema.json().utf8)),
    ]
  }
}

extension Programme.Goal: ExpressibleByArgument {}
