// SPDX-License-Identifier: Apache-2.0
import Accounts
import ArgumentParser
import KeyAccounts
import Reporting

/// Runs one or several programmes, writes a folder of reports for each, and says how it went.
struct BatchRunner {
  /// What became of one programme.
  enum Outcome: Sendable {
    case done(Run, WrittenReports)
    case refused([RunError], Language?)
  }

  let options: CommonOptions
  let depth: RunDepth
  /// The name of the main table.
  var mainTable: String
  var jobs = 1
  /// What is compared, for the command that compares.
  var comparison: ComparisonChoice?
  /// Whether results of an earlier run with another programme or other data are removed.
  var removesOutdated = true
  /// Whether criteria are tried on what was known before each OKR cycle.
  var isBacktesting = false
  /// Whether the command asks for the OKR cycles or the link alone.
  var isForCyclesAlone = false
  /// Whether all check-ins are kept, for writing them again.
  var keepsCheckins = false
  /// Writes more files for a run beside its reports and names them.
  var writeMore: @Sendable (Run, ReportFolder) throws(RunError) -> [String] = { _, _ in [] }

  /// Runs all programmes; one that fails does not stop the others.
  ///
  /// - Parameters:
  ///   - programmes: their paths; `kontor.yaml` when there is none.
  ///   - summary: prints the short result of a single programme when no format is given.
  /// - Throws: `ExitCode` with the status of the first programme that failed.
  func run(_ programmes: [String], summary: @escaping (Run, Console) -> Void) throws {
    try validateFormat()
    let paths = programmes.isEmpty ? ["kontor.yaml"] : programmes
    let folders = Self.folders(for: paths, under: options.folder)
    var status: Int32 = 0
    var lines: [BatchSummary.Line] = []
    // Of a finished run only its line is kept, so memory does not grow with the batch.
    forEachInOrder(paths.count, threads: jobs) { index in
      perform(paths[index], folder: folders[index])
    } take: { outcome in
      let (path, folder) = (paths[lines.count], folders[lines.count])
      let code = report(outcome, path, folder, isBatch: paths.count > 1, summary)
      if status == 0 { status = code }
      lines.append(Self.line(outcome, path, folder))
    }
    if paths.count > 1, options.format == nil {
      let console = options.console()
      console.output(BatchSummary(lines: lines).text(console.language))
    }
    if status != 0 { throw ExitCode(status) }
  }

  /// Ranks a CSV without a programme file; writes reports only where a folder was asked for.
  func run(_ form: ShortForm, writesReports: Bool) throws {
    try validateFormat()
    let outcome: Outcome
    do {
      let run = try form.run(options.runOptions(depth), language: options.language)
      let folder = ReportFolder(path: options.folder, dialect: options.csvDialect)
      outcome = .done(run, writesReports ? try folder.write(run) : WrittenReports(files: []))
    } catch {
      outcome = .refused([error], nil)
    }
    if form.account == nil, case .done(let run, _) = outcome,
      let column = run.programme.sources.first?.account.column.name
    {
      options.console().note(
        LocalizedText(
          de: "Kundenspalte '\(column)'; --account wählt eine andere",
          en: "account column '\(column)'; --account chooses another"
        )
      )
    }
    let code = report(outcome, form.file, options.folder, isBatch: false, RunSummary.rank)
    if code != 0 { throw ExitCode(code) }
  }

  private var runOptions: RunOptions {
    var run = options.runOptions(depth)
    run.isBacktesting = isBacktesting
    run.isForCyclesAlone = isForCyclesAlone
    run.keepsCheckins = keepsCheckins
    guard let comparison else { return run }
    run.comparesScenarios = true
    run.scenarioNames = comparison.scenarios
    run.sweeps = comparison.sweeps
    return run
  }

  /// Findings for other tools are the business of a check alone.
  func validateFormat() throws {
    guard depth != .check else { return }
    _ = try options.format?.ofTable()
  }

  /// One programme's run with its reports written, for commands that show something of their own;
  /// findings are printed only when they stop the run.
  func finishedRun(_ path: String) throws -> Run {
    var question = self
    question.removesOutdated = false
    let outcome = question.perform(path, folder: options.folder)
    if case .done(let run, let written) = outcome, run.refusal == nil {
      let console = options.console(run.programme)
      for line in WrittenText.leftovers(written, in: options.folder) { console.note(line) }
      return run
    }
    throw ExitCode(report(outcome, path, options.folder, isBatch: true) { _, _ in })
  }

  /// One folder for a single programme; one below it per programme of a batch, named after the file.
  static func folders(for paths: [String], under out: String) -> [String] {
    guard paths.count > 1 else { return [out] }
    var used: Set<String> = []
    return paths.map { path in
      let file = path.split(separator: "/").last ?? "programme"
      let stem = file.split(separator: ".").dropLast().joined(separator: ".")
      let name = stem.isEmpty ? String(file) : stem
      var free = name
      var count = 1
      while !used.insert(free).inserted {
        count += 1
        free = "\(name)-\(count)"
      }
      return "\(out)/\(free)"
    }
  }

  func perform(_ path: String, folder: String) -> Outcome {
    do {
      var programme = try Programme(
        contentsOf: path,
        overrides: options.overrides
      )
      if let language = options.language { programme.header.language = language }
      return perform(programme, folder: folder)
    } catch {
      return .refused(error.errors, error.language)
    }
  }

  private func perform(_ programme: Programme, folder: String) -> Outcome {
    do {
      let run = try programme.run(runOptions)
      var reports = ReportFolder(path: folder, dialect: options.csvDialect)
      reports.removesOutdated = removesOutdated
      reports.threads = runOptions.threads
      var written = try reports.write(run)
      written.files += try writeMore(run, reports)
      return .done(run, written)
    } catch {
      return .refused([error], programme.header.language ?? .english)
    }
  }

  func report(
    _ outcome: Outcome,
    _ path: String,
    _ folder: String,
    isBatch: Bool,
    _ summary: (Run, Console) -> Void
  ) -> Int32 {
    switch outcome {
    case .refused(let errors, let language):
      let console = options.console(language)
      for error in errors { console.failure(error) }
      return errors.first?.kind.rawValue ?? RunError.Kind.badProgramme.rawValue
    case .done(let run, let written):
      let console = options.console(run.programme)
      console.findings(run.findings)
      RunSummary.rows(run, console)
      if let refusal = run.refusal {
        // Checking is for finding out what stops a run, so it shows what it understood all the same.
        if depth == .check { print(run, console, isBatch: isBatch, summary) }
        console.failure(refusal)
        for line in WrittenText.leftovers(written, in: folder) { console.note(line) }
        return refusal.kind.rawValue
      }
      print(run, console, isBatch: isBatch, summary)
      for line in WrittenText.lines(written, in: folder) { console.note(line) }
      if !written.files.isEmpty,
        let advice = WrittenText.spreadsheetAdvice(run, options.csvDialect)
      {
        console.note(advice)
      }
      return strictStatus(run, console)
    }
  }

  /// 1 for error findings under `--strict`, said aloud.
  private func strictStatus(_ run: Run, _ console: Console) -> Int32 {
    let count = run.findings.count(of: .error)
    guard options.strict, count > 0 else { return 0 }
    let text = LocalizedText(
      de: "Fehlerbefunde: \(count); mit --strict ist der Exit-Status 1",
      en: "error findings: \(count); with --strict the exit status is 1"
    )
    console.error(text(console.language))
    return 1
  }

  private func print(
    _ run: Run,
    _ console: Console,
    isBatch: Bool,
    _ summary: (Run, Console) -> Void
  ) {
    guard let format = options.format else {
      if !isBatch, !options.quiet { summary(run, console) }
      return
    }
    switch format {
    case .sarif: console.output(run.sarif(console.language))
    case .table(let format):
      guard let table = run.table(mainTable) else { return }
      console.output(
        format.bytes(of: table, dialect: options.csvDialect, language: console.language)
      )
    }
  }

  private static func line(_ outcome: Outcome, _ path: String, _ folder: String)
    -> BatchSummary.Line
  {
    switch outcome {
    case .done(let run, _): BatchSummary.Line(path, run, folder: folder)
    case .refused(let errors, _): BatchSummary.Line(path, refused: errors)
    }
  }
}
