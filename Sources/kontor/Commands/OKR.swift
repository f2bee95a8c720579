// SPDX-License-Identifier: Apache-2.0
import Accounts
import ArgumentParser
import CyclePerformance
import KeyAccounts

/// `kontor okr`.
struct OKR: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "okr",
    abstract: HelpText.words(
      de: "Nur die OKR-Zyklen der Kunden rechnen.",
      en: "Compute the OKR cycles of the accounts alone."
    ),
    discussion: HelpText.words(
      de: """
        Mit --export werden die OKRs auch in einer ihrer zwei Formen geschrieben, zum Wiedereinlesen oder \
        Bearbeiten: als ein flaches Blatt (okr_flat.csv) oder als sieben Dateien (cycles.csv, moals.csv, \
        milestones.csv, objectives.csv, key_results.csv, checkins.csv, reviews.csv). Zeilen mit Fehlern \
        fallen weg. Mit --csv-dialect excel-de sind Überschriften, Wörter, Tage und Dezimalen deutsch.

          kontor okr
          kontor okr --format csv
          kontor okr --export normalised --out converted
          kontor okr --export flat --csv-dialect excel-de
        """,
      en: """
        With --export it also writes the OKRs in one of their two forms, to be read again or edited: \
        as one flat sheet (okr_flat.csv), or as seven files (cycles.csv, moals.csv, milestones.csv, \
        objectives.csv, key_results.csv, checkins.csv, reviews.csv). Rows with errors are left out. \
        With --csv-dialect excel-de the headers, words, days and decimals are German.

          kontor okr
          kontor okr --format csv
          kontor okr --export normalised --out converted
          kontor okr --export flat --csv-dialect excel-de
        """
    )
  )

  @Argument(help: HelpText.help(de: "Die Programmdatei.", en: "The programme file."))
  var programme = "kontor.yaml"

  @Option(
    help: HelpText.help(
      de: "Die OKRs auch als flat oder normalised schreiben.",
      en: "Write the OKRs as flat or normalised files as well.",
      valueName: "form"
    )
  )
  var export: SheetForm?

  @OptionGroup var options: CommonOptions

  func run() throws {
    var runner = BatchRunner(options: options, depth: .everything, mainTable: "okr_accounts")
    runner.isForCyclesAlone = true
    if let export {
      runner.keepsCheckins = true
      runner.writeMore = { run, folder throws(RunError) in try folder.write(run, as: export) }
    }
    try runner.run([programme]) { run, console in
      RunSummary.okr(run, console)
      if export != nil { RunSummary.leftOut(run, console) }
    }
  }
}
