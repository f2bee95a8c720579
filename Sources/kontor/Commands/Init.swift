// SPDX-License-Identifier: Apache-2.0
import Accounts
public import ArgumentParser
public import KeyAccounts
import Reporting

/// `kontor init`.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: HelpText.words(
      de: "Ein kommentiertes kontor.yaml zum Anfangen schreiben, oder ein Beispiel mit Daten.",
      en: "Write a commented kontor.yaml to start from, or a whole sample with data."
    ),
    discussion: HelpText.words(
      de: """
          kontor init                          ein Programm zum Ausfüllen, hier
          kontor init kam --goal innovation    Kriterien dieses Ziels, in kam/
          kontor init --sample demo            eine erfundene Firma mit Daten
          kontor init kam --from sap.csv crm.csv
                                               Vorschlag aus Exporten, die niemand beschrieben hat

        Vorhandene Dateien überschreibt nur --force.
        """,
      en: """
          kontor init                          a programme to fill in, here
          kontor init kam --goal innovation    criteria of that goal, in kam/
          kontor init --sample demo            an invented company with data
          kontor init kam --from sap.csv crm.csv
                                               a programme proposed from exports nobody described

        Existing files are never overwritten unless --force is given.
        """
    )
  )

  @Argument(
    help: HelpText.help(de: "Der Ordner, in den geschrieben wird.", en: "The folder to write to.")
  )
  var folder = "."

  @Flag(
    help: HelpText.help(
      de: "Das Beispielprogramm mit seinen Daten schreiben.",
      en: "Write the sample programme with its data."
    )
  )
  var sample = false

  @Option(
    parsing: .upToNextOption,
    help: HelpText.help(
      de:
        "Das Programm aus diesen Exporten vorschlagen; Spalten werden an Überschriften und Zellen "
        + "erkannt.",
      en: "Propose the programme from these exports; columns are recognised by headers and cells.",
      valueName: "file"
    )
  )
  var from: [String] = []

  @Option(
    help: HelpText.help(
      de: "Wofür das Programm da ist: potential, specification, innovation oder custom; ohne "
        + "Angabe potential, mit --from, was die Exporte hergeben.",
      en: "What the programme is for: potential, specification, innovation or custom; default "
        + "potential, with --from what the exports can carry."
    )
  )
  var goal: Programme.Goal?

  @Flag(
    help: HelpText.help(de: "Vorhandene Dateien überschreiben.", en: "Overwrite files that exist.")
  )
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
