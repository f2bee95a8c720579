// SPDX-License-Identifier: Apache-2.0
import Accounts
import CyclePerformance
import DelimitedText
import Reporting

/// Reads earlier runs: folders with a `run.json` that says how far their data reach, and a
/// `ranking.csv`.
struct SelectionHistory {
  let mapping: OKRMapping
  let folder: InputFolder

  /// The runs below the history folder; a folder that is no run is a finding.
  ///
  /// - Throws: ``RunError`` when a ranking cannot be read.
  func runs(_ run: inout Run) throws(RunError) -> [SelectionRun] {
    guard let written = mapping.history else { return [] }
    let base = written.hasSuffix("/") ? written : written + "/"
    let found =
      FilePattern.matches(folder.path(of: base) + "run.json")
      + FilePattern.matches(folder.path(of: base) + "*/run.json")
    guard !found.isEmpty else {
      run.findings.append(
        Finding(
          .warning,
          "K-P111",
          file: written,
          line: nil,
          found: written,
          message: LocalizedText(
            de: "kein früherer Lauf in '\(written)' (Ordner mit run.json und ranking.csv)",
            en: "no earlier run in '\(written)' (folders with run.json and ranking.csv)"
          )
        )
      )
      return []
    }
    var runs: [SelectionRun] = []
    for path in found {
      let home = path.dropLast("run.json".count)
      let name = base + path.dropFirst(folder.path(of: base).count)
      guard let description = try describe(path, name: name, &run) else { continue }
      let ranking = InputFolder.Named(
        name: name.dropLast("run.json".count) + "ranking.csv",
        path: home + "ranking.csv"
      )
      let (table, input) = try folder.table(
        ranking,
        FormatSettings(),
        at: mapping.historyPosition
      )
      run.inputs.append(input)
      var reader = try EarlierRanking(table, file: ranking.name, at: mapping.historyPosition)
      reader.read(table)
      if let finding = reader.finding { run.findings.append(finding) }
      var earlier = SelectionRun(
        id: description.id,
        dataAsOf: description.day,
        accounts: reader.accounts
      )
      earlier.criteria = reader.criteria
      runs.append(earlier)
    }
    return runs
  }

  private func describe(
    _ path: String,
    name: String,
    _ run: inout Run
  ) throws(RunError) -> (id: String, day: CalendarDate)? {
    let file = InputFolder.Named(name: name, path: path)
    let bytes = try folder.bytes(of: file, at: mapping.historyPosition)
    let document = try? JSONParser.parse(bytes)
    let text = document?["data_as_of"]?.text ?? ""
    let month = Period(iso: text).flatMap { CalendarDate(lastDayOf: $0) }
    guard let day = CalendarDate(iso: text) ?? month else {
      run.findings.append(
        Finding(
          .error,
          "K-P112",
          file: name,
          field: "data_as_of",
          found: text,
          message: LocalizedText(
            de: "data_as_of als Tag (2025-12-31) oder Monat erwartet; der Lauf bleibt außer Acht",
            en: "expected data_as_of as a day (2025-12-31) or month; the run is left out"
          )
        )
      )
      return nil
    }
    run.inputs.append(
      InputFile(name: name, byteCount: bytes.count, sha256: SHA256.hexDigest(of: bytes))
    )
    let folderName = path.split(separator: "/").dropLast().last.map(String.init) ?? name
    return (document?["run"]?.text ?? document?["id"]?.text ?? folderName, day)
  }
}
