// SPDX-License-Identifier: Apache-2.0
import Accounts
import CyclePerformance
import DelimitedText
import Reporting

extension CycleStage {
  /// What comes of the OKR files.
  struct Reading {
    /// What they hold.
    var evaluation: OKREvaluation
    /// The day of the figures.
    var day: CalendarDate
    /// Why that day, where nobody set it.
    var dayFinding: Finding?
    /// That accounts were found by their names.
    var nameFinding: Finding?
    /// What there is to say about the headers of files.
    var headerFindings: [Finding]
    /// The records of the files.
    var inputs: [InputFile]
    /// What became of their rows.
    var reconciled: [ReconciledFile]
  }

  /// The files, ready to be read.
  private struct Files {
    var sources: [OKRMapping.FileKind: [SheetSource]] = [:]
    var headerFindings: [Finding] = []
    var inputs: [InputFile] = []
    var reconciled: [ReconciledFile] = []
    /// The file of check-ins, whose rows and digest share one pass.
    var checkins: OpenFile?
  }

  /// A file of which a first part says how it is encoded, and the place of its record.
  private struct OpenFile {
    var named: InputFolder.Named
    var content: FileContent
    var table: DelimitedTable
    var position: SourcePosition?
    var input: Int
  }

  /// Reads and evaluates the files, again where the rest of one says that it is encoded another way.
  ///
  /// - Throws: ``RunError`` when a file cannot be read.
  func read(_ folder: InputFolder) throws(RunError) -> Reading {
    let files = try open(folder, atOnce: true)
    let checkins = files.checkins
    var reading = evaluate(consume files)
    guard let checkins else { return reading }
    let audit = reading.evaluation.audit ?? checkins.content.audit()
    guard (try? checkins.table.confirmed(by: audit)) != nil else {
      return evaluate(try open(folder, atOnce: false))
    }
    reading.inputs[checkins.input] = try folder.input(
      checkins.named,
      checkins.content,
      audit,
      at: checkins.position
    )
    return reading
  }

  /// Opens the files; where `atOnce` says so, what check-ins are besides rows is left to reading them.
  private func open(_ folder: InputFolder, atOnce: Bool) throws(RunError) -> Files {
    var files = Files()
    for kind in OKRMapping.FileKind.allCases {
      for written in mapping.files[kind] ?? [] {
        for named in try folder.files(written.path, at: written.position) {
          var file = written
          file.path = named.name
          if atOnce, kind == .checkins, try open(named, file, folder, &files) { continue }
          try open(named, file, kind, folder, &files)
        }
      }
    }
    return files
  }

  /// Opens a file as a whole.
  private func open(
    _ named: InputFolder.Named,
    _ file: OKRMapping.File,
    _ kind: OKRMapping.FileKind,
    _ folder: InputFolder,
    _ files: inout Files
  ) throws(RunError) {
    let (table, input) = try folder.table(named, file.format, at: file.position)
    files.inputs.append(input)
    files.headerFindings += HeaderAdvice.findings(on: table, file: file.path)
    guard kind != .checkins else {
      files.sources[kind] = [SheetSource(file, streaming: table)]
      return
    }
    var rows = RowCounts()
    let sheet = SheetRows(table, file: file.path, counting: &rows, threads: threads)
    files.sources[kind, default: []].append(SheetSource(file, rows: sheet))
    files.reconciled.append(ReconciledFile(file: file.path, rows: rows))
  }

  /// Opens a large file of check-ins; false for any other.
  private func open(
    _ named: InputFolder.Named,
    _ file: OKRMapping.File,
    _ folder: InputFolder,
    _ files: inout Files
  ) throws(RunError) -> Bool {
    let content = try folder.content(of: named, at: file.position)
    guard content.isLarge,
      let table = try? DelimitedTable(provisional: content, settings: file.format),
      table.isProvisional
    else { return false }
    files.sources[.checkins] = [SheetSource(file, streaming: table)]
    files.checkins = OpenFile(
      named: named,
      content: content,
      table: table,
      position: file.position,
      input: files.inputs.count
    )
    files.headerFindings += HeaderAdvice.findings(on: table, file: file.path)
    files.inputs.append(InputFile(name: named.name, byteCount: content.count, sha256: ""))
    return true
  }

  private func evaluate(_ files: consuming Files) -> Reading {
    let names = AccountNames(consolidation.table)
    let directory = directory(names)
    let (inputs, reconciled) = (files.inputs, files.reconciled)
    let headerFindings = files.headerFindings
    let sources = (consume files).sources
    let (day, finding) = keyDate(sources, directory)
    let evaluation = OKREvaluation(
      consume sources,
      on: day,
      profile: mapping.profile,
      accounts: directory,
      threads: threads,
      keepsCheckins: keepsCheckins
    )
    return Reading(
      evaluation: evaluation,
      day: day,
      dayFinding: finding,
      nameFinding: names.finding,
      headerFindings: headerFindings,
      inputs: inputs,
      reconciled: reconciled
    )
  }

  private func directory(_ names: AccountNames) -> AccountDirectory {
    let (rows, index) = (consolidation.rowOfMember, index)
    // An id of the table stands for itself, also where it is a member of another account.
    return AccountDirectory(ids: consolidation.table.ids) { ids in
      index.rows(of: ids)
    } row: { id in
      index.row(of: id) ?? rows[id] ?? names.row(named: id)
    }
  }

  /// The day of the figures: as set, else the last day of the data, else the last day in the sheet.
  private func keyDate(
    _ sources: [OKRMapping.FileKind: [SheetSource]],
    _ directory: AccountDirectory
  ) -> (day: CalendarDate, finding: Finding?) {
    if asOf == nil, let day = mapping.asOf { return (day, nil) }
    if let day = consolidation.table.asOf.flatMap({ CalendarDate(lastDayOf: $0) }) {
      return (day, nil)
    }
    let endOfTime = CalendarDate.endOfTime
    let sheet = OKRImport(sources, accounts: directory, asOf: endOfTime).sheet
    let days = sheet.checkins.compactMap(\.date) + sheet.cycles.compactMap(\.end)
    let day = sheet.checkins.compactMap(\.date).max() ?? days.max() ?? endOfTime
    let finding = Finding(
      .info,
      "K-P110",
      found: day.description,
      message: LocalizedText(
        de: "ohne okr.as_of und ohne Perioden gilt der \(day) als Stichtag",
        en: "without okr.as_of and without periods \(day) is the key date"
      )
    )
    return (day, finding)
  }
}
