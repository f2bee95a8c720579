// SPDX-License-Identifier: Apache-2.0
import Accounts
import ArgumentParser
import KeyAccounts
import Reporting

/// `kontor verify`.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: HelpText.words(
      de: "Referenzfälle lösen und mit dem Erwarteten vergleichen.",
      en: "Solve reference cases and compare with what they expect."
    ),
    discussion: HelpText.words(
      de: """
        Nimmt Dateien und Ordner (jede *.json darunter). Exit-Status 1, wenn ein Fall scheitert.

          kontor verify cases
          kontor verify cases --format json > verification.json
        """,
      en: """
        Takes files and folders (every *.json below them). Exit status 1 when a case fails.

          kontor verify cases
          kontor verify cases --format json > verification.json
        """
    )
  )

  @Argument(
    help: HelpText.help(
      de: "Dateien und Ordner mit Referenzfällen.",
      en: "Files and folders with reference cases."
    )
  )
  var paths: [String]

  @OptionGroup var options: CommonOptions

  func run() throws {
    let format = try options.format?.ofTable() ?? .table
    let console = options.console()
    let verifications: CaseVerifications
    do {
      verifications = try CaseVerifications(paths: paths)
    } catch {
      console.failure(error)
      throw ExitCode(error.kind.rawValue)
    }
    for finding in verifications.findings { console.note(console.line(finding)) }
    print(verifications, format, console)
    if verifications.failedCount > 0 { throw ExitCode(1) }
  }

  private func print(
    _ verifications: CaseVerifications,
    _ format: TableFormat,
    _ console: Console
  ) {
    console.output(bytes(of: verifications, format, console.language))
    let (passed, failed) = (verifications.passedCount, verifications.failedCount)
    let summary = LocalizedText(
      de: "\(passed) bestanden, \(failed) gescheitert",
      en: "\(passed) passed, \(failed) failed"
    )
    if format == .table {
      console.output("\n\(summary(console.language))\n")
    } else {
      console.note(summary)
    }
  }

  private func bytes(
    of verifications: CaseVerifications,
    _ format: TableFormat,
    _ language: Language
  ) -> [UInt8] {
    switch format {
    case .json: return JSONWriter.pretty(verifications.json(language))
    case .jsonl:
      return (verifications.json(language).elements ?? []).flatMap { JSONWriter.line($0) + [10] }
    case .table, .markdown, .csv:
      let table = verifications.table(isForEyes: format != .csv, language: language)
      return format.bytes(of: table, dialect: options.csvDialect, language: language)
    }
  }
}
