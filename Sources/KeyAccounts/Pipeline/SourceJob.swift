// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText

/// The reading of one source file.
///
/// A file is read once: its rows, its digest and the check of its encoding share one pass. That takes the encoding from the first part of the file; where the
/// rest says otherwise, or anything else goes wrong, the file is read again with all that is known.
struct SourceJob: Sendable {
  /// The file.
  var file: InputFolder.Named
  /// What its columns are.
  var mapping: SourceMapping
  /// Where it lies.
  var folder: InputFolder
  /// The programme's currency.
  var currency: String
  /// Whether a check shows what its columns are; a file that several sources read is shown once.
  var isProfiled = true

  /// Whether it reads this file by these settings.
  func reads(_ other: InputFolder.Named, as format: FormatSettings) -> Bool {
    file.name == other.name && mapping.format == format
  }

  /// What a file yields.
  typealias Answer = (ledger: SourceLedger, input: InputFile, profile: FileProfile?)

  /// Reads the file.
  ///
  /// - Throws: ``RunError`` when it cannot be read or lacks a column.
  func read(_ options: RunOptions, threads: Int) throws(RunError) -> Answer {
    let content = try folder.content(of: file, at: mapping.position)
    do throws(RunError) {
      return try read(content, options, threads)
    } catch {
      // Whatever is wrong with a file that somebody writes to is the writing's fault.
      try folder.checkUnchanged(file, content, at: mapping.position)
      throw error
    }
  }

  private func read(
    _ content: FileContent,
    _ options: RunOptions,
    _ threads: Int
  ) throws(RunError) -> Answer {
    let first = firstReading(of: content, options, threads)
    if let problem = first.problem {
      throw RunError(problem, file: file.name, at: mapping.position)
    }
    let audit = first.audit ?? content.audit()
    let confirmed = first.confirmed(by: audit)
    var (table, ledger) =
      if let confirmed { confirmed } else { try reading(of: content, audit) }
    ledger.findings += HeaderAdvice.findings(on: table, file: file.name)
    var input = try folder.input(file, content, audit, at: mapping.position)
    input.strays = table.format.strays
    let profile =
      isProfiled
      ? options.profile(table, file.name, mapping.format, threads: threads) : nil
    return (ledger, input, profile)
  }

  // MARK: The first reading

  /// What a reading with a provisional encoding finds, as far as it comes.
  private struct FirstReading: Sendable {
    var read: (table: DelimitedTable, ledger: SourceLedger)?
    var audit: FileAudit?
    /// Why nothing can come of the file, whatever the rest of it says.
    var problem: DelimitedTextError?

    /// The table and ledger as the audit has them; nil where the file must be read again.
    func confirmed(by audit: FileAudit) -> (DelimitedTable, SourceLedger)? {
      guard let read, let table = try? read.table.confirmed(by: audit) else { return nil }
      return (table, read.ledger)
    }
  }

  private func firstReading(
    of content: FileContent,
    _ options: RunOptions,
    _ threads: Int
  ) -> FirstReading {
    do throws(DelimitedTextError) {
      var table = try DelimitedTable(provisional: content, settings: mapping.format)
      if options.wantsProfiles { table.decideNumberStyles() }
      guard let reader = try? reader(of: table) else { return FirstReading() }
      let (ledger, audit) = reader.read(audits: true, threads: threads)
      return FirstReading(read: (table, ledger), audit: audit)
    } catch .binary(let offset) {
      return FirstReading(problem: .binary(offset: offset))
    } catch {
      return FirstReading()
    }
  }

  // MARK: The second

  private func reading(
    of content: FileContent,
    _ audit: FileAudit
  ) throws(RunError) -> (DelimitedTable, SourceLedger) {
    let table = try folder.table(file, content, mapping.format, audit, at: mapping.position)
    return (table, try reader(of: table).read())
  }

  private func reader(of table: DelimitedTable) throws(RunError) -> SourceFileReader {
    try SourceFileReader(
      file: file.name,
      mapping: mapping,
      table: table,
      programmeCurrency: currency
    )
  }
}
