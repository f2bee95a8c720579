// SPDX-License-Identifier: Apache-2.0
import Accounts
import ArgumentParser
import KeyAccounts
import Reporting

extension BatchRunner {
  /// Runs several programmes and holds their rankings against that of the first.
  ///
  /// Each programme's reports go into a folder of its own, the comparison beside these folders.
  /// - Throws: `ExitCode` with the status of the first programme that failed.
  func runSideBySide(_ paths: [String]) throws {
    _ = try options.format?.ofTable()
    let folders = Self.folders(for: paths, under: options.folder)
    let outcomes = zip(paths, folders).map { perform($0, folder: $1) }
    var status: Int32 = 0
    var entries: [ProgrammeComparison.Entry] = []
    for (index, outcome) in outcomes.enumerated() {
      let code = tell(outcome, paths[index], folders[index])
      if status == 0 { status = code }
      guard case .done(let run, _) = outcome, run.refusal == nil else { continue }
      let name = folders[index].split(separator: "/").last.map(String.init) ?? paths[index]
      entries.append(.init(name: name, run: run))
    }
    let console = options.console(entries.first?.run.programme)
    if let comparison = ProgrammeComparison(entries, language: console.language) {
      let code = show(comparison, console)
      if status == 0 { status = code }
    } else {
      console.note(
        LocalizedText(
          de: "nichts zu vergleichen: weniger als zwei Programme haben eine Rangliste",
          en: "nothing to compare: fewer than two programmes have a ranking"
        )
      )
    }
    if status != 0 { throw ExitCode(status) }
  }

  /// Says what was found in one programme, without its main table.
  private func tell(_ outcome: Outcome, _ path: String, _ folder: String) -> Int32 {
    var silent = self
    silent.mainTable = ""
    return silent.report(outcome, path, folder, isBatch: true) { _, _ in }
  }

  /// Writes and prints the comparison; answers the exit status.
  private func show(_ comparison: ProgrammeComparison, _ console: Console) -> Int32 {
    let files: [String]
    do {
      files = try ReportFolder(path: options.folder, dialect: options.csvDialect).write(comparison)
    } catch {
      console.failure(error)
      return error.kind.rawValue
    }
    if case .table(let format)? = options.format,
      let table = comparison.tables.first(where: { $0.name == mainTable })
    {
      console.output(
        format.bytes(of: table, dialect: options.csvDialect, language: console.language)
      )
    } else if !options.quiet {
      RunSummary.compare(comparison, console)
    }
    console.note(
      LocalizedText(
        de: "\(files.count) Dateien in \(options.folder)/",
        en: "\(files.count) files in \(options.folder)/"
      )
    )
    return 0
  }
}
