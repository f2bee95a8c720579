// SPDX-License-Identifier: Apache-2.0
public import Accounts
public import ArgumentParser
public import CyclePerformance
public import KeyAccounts

/// The options that every command understands.
struct CommonOptions: ParsableArguments {
  @Option(
    name: .customLong("set"),
    help: HelpText.help(
      de: "Einen Wert des Programms für diesen Aufruf ersetzen.",
      en: "Override a value of the programme for this call.",
      valueName: "KEY.PATH=VALUE"
    )
  )
  var overrides: [String] = []

  @Option(
    help: HelpText.help(
      de: "Ordner der Berichte; ohne Angabe 'reports'.",
      en: "Folder for the reports; 'reports' unless given.",
      valueName: "folder"
    )
  )
  var out: String?

  @Option(
    help: HelpText.help(
      de: "Die Haupttabelle als table, csv, json, jsonl oder markdown ausgeben; check kennt auch "
        + "sarif.",
      en: "Print the main table as table, csv, json, jsonl or markdown; check knows sarif, too.",
      valueName: "format"
    )
  )
  var format: OutputFormat?

  @Option(
    help: HelpText.help(
      de: "Letzter Monat, der zählt, jjjj-mm.",
      en: "Last month that counts, yyyy-mm.",
      valueName: "month"
    )
  )
  var asOf: Period?

  @Option(help: HelpText.help(de: "Startwert der Zufallsziehungen.", en: "Seed of random draws."))
  var seed: Int?

  @Option(
    help: HelpText.help(
      de: "Wie viele Threads arbeiten dürfen; ändert nie ein Ergebnis.",
      en: "How many threads may work; never changes a result."
    )
  )
  var threads = 2

  @Flag(
    help: HelpText.help(
      de: "Mit Exit-Status 1 enden, wenn es einen Fehlerbefund gibt.",
      en: "Fail with exit status 1 when there is an error finding."
    )
  )
  var strict = false

  @Option(
    help: HelpText.help(
      de: "Sprache der Berichte, Meldungen und Hilfe, de oder en.",
      en: "Language of reports and messages, de or en."
    )
  )
  var language: Language?

  @Option(
    help: HelpText.help(
      de: "rfc4180, excel-de oder excel-en.",
      en: "rfc4180, excel-de or excel-en.",
      valueName: "dialect"
    )
  )
  var csvDialect: ReportFolder.Dialect = .rfc4180

  @Option(
    help: HelpText.help(
      de: "Farbe auf stderr: auto, always oder never.",
      en: "Colour on stderr: auto, always or never."
    )
  )
  var color: ColorChoice = .auto

  @Flag(help: HelpText.help(de: "Nur Fehler ausgeben.", en: "Print errors only."))
  var quiet = false

  @Flag(
    help: HelpText.help(
      de: "Diesen Lauf nicht ins Verzeichnis der Läufe eintragen.",
      en: "Do not record this run in the ledger."
    )
  )
  var noLedger = false

  mutating func validate() throws {
    guard threads >= 1 else { throw ValidationError("--threads must be at least 1") }
  }

  /// Where reports go.
  var folder: String { out ?? "reports" }

  /// Where messages go; once there is a programme, its language decides and no environment.
  func console(_ programme: Programme?) -> Console {
    console(programme.map { $0.header.language ?? .english })
  }

  /// Messages in the language of the option, else in that of a programme, else of the environment.
  func console(_ ofProgramme: Language? = nil) -> Console {
    Console(language: language ?? ofProgramme ?? .ofEnvironment, color: color, isQuiet: quiet)
  }

  /// What a run needs of these options.
  func runOptions(_ depth: RunDepth) -> RunOptions {
    var run = RunOptions(depth: depth, asOf: asOf, threads: threads)
    run.seed = seed
    if let bar = ProgressBar(console()) { run.onProgress = { bar.show($0) } }
    return run
  }
}

extension Language: ExpressibleByArgument {}
extension ReportFolder.Dialect: ExpressibleByArgument {}
extension SheetForm: ExpressibleByArgument {}

extension Period: ExpressibleByArgument {
  /// Reads `yyyy-mm`.
  public init?(argument: String) { self.init(iso: argument) }
}
