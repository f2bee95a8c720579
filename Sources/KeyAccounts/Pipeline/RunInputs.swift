// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText
import Reporting
import Synchronization

/// The files of a programme, each read once.
struct RunInputs {
  var inputs: [InputFile] = []
  var sources: [SourceLedger] = []
  var master = MasterLedger()
  var identities: [IdentityLink] = []
  var rates = RateTable()
  var reconciled: [ReconciledFile] = []
  /// What was understood of each source and master file, where the run asks for it.
  var profiles: [FileProfile] = []

  private let programme: Programme
  private let folder: InputFolder

  /// Reads sources, master, identities and rates of `programme`.
  ///
  /// - Throws: ``RunError`` when a file cannot be read or lacks a column.
  init(of programme: Programme, _ options: RunOptions) throws(RunError) {
    self.programme = programme
    folder = InputFolder(of: programme.file, opened: options.opened)
    try readSources(options)
    try readMaster(options)
    try readRates()
  }

  // MARK: Sources

  private mutating func readSources(_ options: RunOptions) throws(RunError) {
    var jobs: [SourceJob] = []
    let currency = programme.header.currency
    for mapping in programme.sources {
      for file in try folder.files(mapping.file, at: mapping.position) {
        var job = SourceJob(file: file, mapping: mapping, folder: folder, currency: currency)
        job.isProfiled = !jobs.contains { $0.reads(file, as: mapping.format) }
        jobs.append(job)
      }
    }
    let done = Mutex(0)
    let threads = Self.threads(for: jobs, options.threads)
    let answers = concurrentMap(jobs, threads: threads.files) { [jobs] job in
      defer {
        let count = done.withLock { count in
          count += 1
          return count
        }
        options.onProgress?(
          RunProgress(
            step: LocalizedText(de: "lese \(job.file.name)", en: "reading \(job.file.name)"),
            done: count,
            total: jobs.count
          )
        )
      }
      return Result { () throws(RunError) in try job.read(options, threads: threads.each) }
    }
    for answer in answers {
      let (ledger, input, profile) = try answer.get()
      inputs.append(input)
      if let profile { profiles.append(profile) }
      reconciled.append(
        ReconciledFile(file: ledger.file, rows: ledger.rows, controls: ledger.controls)
      )
      sources.append(ledger)
    }
  }

  /// Reads alike files side by side; one that is larger than all others together gets all threads.
  private static func threads(for jobs: [SourceJob], _ threads: Int) -> (files: Int, each: Int) {
    let sizes = jobs.map { $0.folder.size(of: $0.file) }
    let isOneLarge = (sizes.max() ?? 0) > sizes.reduce(0, +) / 2
    return isOneLarge ? (1, threads) : (threads, 1)
  }

  /// Gives the sums back that the consolidated table holds now.
  mutating func releaseSums() {
    for index in sources.indices {
      sources[index].sums = SumStore(values: sources[index].sums.values)
    }
  }

  /// Gives back what was read of the sources, once a run has what it needs of it.
  mutating func releaseSources() { sources = [] }

  // MARK: Master and rates

  private mutating func readMaster(_ options: RunOptions) throws(RunError) {
    guard let mapping = programme.accounts else { return }
    var reader = MasterReader(mapping: mapping)
    var advice: [Finding] = []
    for file in try folder.files(mapping.file, at: mapping.position) {
      let (table, input) = try folder.table(file, mapping.format, at: mapping.position)
      inputs.append(input)
      if !profiles.contains(where: { $0.file == file.name }),
        let profile = options.profile(table, file.name, mapping.format, threads: options.threads)
      {
        profiles.append(profile)
      }
      try reader.read(table, file: file.name)
      if !sources.contains(where: { $0.file == file.name }) {
        advice += HeaderAdvice.findings(on: table, file: file.name)
      }
    }
    master = reader.finished()
    master.findings += advice
    reconciled += master.rows.map { ReconciledFile(file: $0.file, rows: $0.counts) }
    guard let path = mapping.identities else { return }
    let position = mapping.identitiesPosition
    let file = InputFolder.Named(name: path, path: folder.path(of: path))
    let (table, input) = try folder.table(file, FormatSettings(), at: position)
    inputs.append(input)
    let (links, rows) = try IdentityLink.read(table, file: path, at: position)
    identities = links
    reconciled.append(ReconciledFile(file: path, rows: rows))
  }

  private mutating func readRates() throws(RunError) {
    guard let mapping = programme.rates else { return }
    let file = InputFolder.Named(name: mapping.file, path: folder.path(of: mapping.file))
    let (table, input) = try folder.table(file, mapping.format, at: mapping.position)
    inputs.append(input)
    rates = try RateTable(table, mapping: mapping)
    rates.findings += HeaderAdvice.findings(on: table, file: mapping.file)
    reconciled.append(ReconciledFile(file: mapping.file, rows: rates.rows))
  }

  /// Reads a small list that the selection needs.
  func list(_ reference: ShortlistFiles.Reference) throws(RunError) -> (DelimitedTable, InputFile) {
    let file = InputFolder.Named(
      name: reference.path,
      path: folder.path(of: reference.path)
    )
    return try folder.table(file, FormatSettings(), at: reference.position)
  }
}
