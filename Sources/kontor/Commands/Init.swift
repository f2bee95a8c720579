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
        kontor init kam --from sap.csv crm.csv
                                             a programme proposed from exports nobody described

      Existing files are never overwritten unless --force is given.
      """
  )

  @Argument(help: "The folder to write to.")
  var folder = "."

  @Flag(help: "Write the sample programme with its data.")
  var sample = false

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Propose the programme from these exports; columns are recognised by headers and cells.",
      valueName: "file"
    )
  )
  var from: [String] = []

  @Option(
    help: """
      What the programme is for: potential, specification, innovation or custom; default \
      potential, with --from what the exports can carry.
      """
  )
  var goal: Programme.Goal?

  @Flag(help: "Overwrite files that exist.")
  var force = false

  @OptionGroup var options: CommonOptions

  mutating func validate() throws {
    guard from.isEmpty || !sample else {
      throw ValidationError("--from and --sample exclude each other")
    }
  }

  func run() throws {
    let console = options.console()
    do {
      let files = try files(console.language)
      let start = StartFolder(path: folder)
      try start.write(files, overwriting: force)
    } catch {
      console.failure(error)
      throw ExitCode(error.kind.rawValue)
    }
    let prefix = folder == "." ? "" : "cd \(folder) && "
    console.note(
      sample || !from.isEmpty
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

  private func files(_ language: Language) throws(RunError) -> [SampleFile] {
    if sample { return SampleProgramme.files() }
    guard from.isEmpty else {
      let proposal = try ProgrammeProposal(
        of: from,
        folder: folder,
        workingFolder: WorkingFolder.path,
        goal: goal,
        language: language
      )
      return programmeFiles(proposal.text)
    }
    return programmeFiles(
      ProgrammeTemplate.minimal(language: language, goal: goal ?? .potential)
    )
  }

  private func programmeFiles(_ text: String) -> [SampleFile] {
    [
      SampleFile(path: "kontor.yaml", bytes: Array(text.utf8)),
      SampleFile(path: "kontor.schema.json", bytes: Array(ProgrammeSchema.json().utf8)),
    ]
  }
}

extension Programme.Goal: ExpressibleByArgument {}
