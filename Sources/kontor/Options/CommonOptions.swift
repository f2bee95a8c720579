// SPDX-License-Identifier: Apache-2.0
public import Accounts
public import ArgumentParser
public import CyclePerformance
public import KeyAccounts

/// The options that every command understands.
struct CommonOptions: ParsableArguments {
  /// Where reports go unless said otherwise.
  static let defaultFolder = "reports"

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Override a value of the programme for this call.",
      valueName: "KEY.PATH=VALUE"
    )
  )
  var overrides: [String] = []

  @Option(help: "Folder for the reports.")
  var out = Self.defaultFolder

  @Option(
    help: ArgumentHelp(
      "Print the main table as table, csv, json, jsonl or markdown; check knows sarif, too.",
      valueName: "format"
    )
  )
  var format: OutputFormat?

  @Option(help: ArgumentHelp("Last month that counts, yyyy-mm.", valueName: "month"))
  var asOf: Period?

  @Option(help: "Seed of random draws.")
  var seed: Int?

  @Option(help: "How many threads may work; never changes a result.")
  var threads = 2

  @Flag(help: "Fail with exit status 1 when there is an error finding.")
  var strict = false

  @Option(help: "Language of reports and messages, de or en.")
  var language: Language?

  @Option(help: ArgumentHelp("rfc4180, excel-de or excel-en.", valueName: "dialect"))
  var csvDialect: ReportFolder.Dialect = .rfc4180

  @Option(help: "Colour on stderr: auto, always or never.")
  var color: ColorChoice = .auto

  @Flag(help: "Print errors only.")
  var quiet = false

  @Flag(help: "Do not record this run in the ledger.")
  var noLedger = false

  mutating func validate() throws {
    guard threads >= 1 else { throw ValidationError("--threads must be at least 1") }
  }

  /// Where messages go; once there is a programme, its language decides and no environment.
  func console(_ programme: Programme? = nil) -> Console {
    let ofProgramme = programme.map { $0.header.language ?? .english }
    return Console(
      language: language ?? ofProgramme ?? .ofEnvironment,
      color: color,
      isQuiet: quiet
    )
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
