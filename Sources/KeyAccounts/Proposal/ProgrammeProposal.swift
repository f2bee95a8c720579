// SPDX-License-Identifier: Apache-2.0
public import Accounts
import CyclePerformance
import DelimitedText

/// A complete programme that `kontor init --from` makes of exports nobody has described.
///
/// Columns are recognised by German and English headers and by their cells. Whatever no cell
/// decides stands in the file with a request to confirm it; nothing is decided silently.
public struct ProgrammeProposal: Sendable {
  /// The commented programme file.
  public let text: String

  /// Reads the exports and proposes a programme for a file `kontor.yaml` in `folder`.
  ///
  /// - Parameters:
  ///   - exports: paths of CSV files, relative to the working folder or absolute.
  ///   - folder: where the programme will stand.
  ///   - workingFolder: the absolute path that relative paths start at.
  ///   - goal: the goal; nil decides it by the values that exist.
  ///   - language: of comments and reports.
  /// - Throws: ``RunError`` when a file cannot be read or no file has accounts.
  public init(
    of exports: [String],
    folder: String,
    workingFolder: String,
    goal: Programme.Goal? = nil,
    language: Language
  ) throws(RunError) {
    var opened: [String: FileContent] = [:]
    var profiles: [FileProfile] = []
    for path in exports {
      let name = RelativePath.path(of: path, from: folder, workingFolder: workingFolder)
      guard opened[name] == nil else { continue }
      let reading = InputFolder(of: "")
      let file = InputFolder.Named(name: path, path: reading.path(of: path))
      opened[name] = try reading.content(of: file, at: nil)
      let folder = InputFolder(of: "", opened: opened)
      let (table, settings) = try Self.table(.init(name: name, path: file.path), in: folder)
      profiles.append(FileProfile(table, file: name, settings: settings))
    }
    var draft = ProposalText(programme: ProposedProgramme(profiles), language: language, goal: goal)
    guard !draft.programme.sources.isEmpty else { throw Self.nothingFound(profiles) }
    let run = try Self.settled(&draft, folder: folder, opened: opened)
    draft.name(suspects: run.findings)
    draft.criteria = ProposedCriteria(
      run.accounts,
      ratings: draft.programme.sources.flatMap(\.values).filter { $0.rating != nil }
    )
    draft.accountCount = run.accounts.count
    text = draft.text
  }

  /// Opens a file.
  ///
  /// A file whose first row looks like all others, or in which no row has a word, is read without a
  /// header. A header that repeats names is read with the line above it where that line tells them
  /// apart, as in exports of pivot tables.
  private static func table(
    _ file: InputFolder.Named,
    in folder: InputFolder
  ) throws(RunError) -> (DelimitedTable, FormatSettings) {
    var settings = FormatSettings()
    let table: DelimitedTable
    do throws(RunError) {
      table = try folder.table(file, settings, at: nil).table
    } catch {
      guard let rows = try? headerless(file, in: folder) else { throw error }
      return rows
    }
    if HeaderAdvice.isHeaderless(table) { return try headerless(file, in: folder) }
    guard repeatsNames(table.header) else { return (table, settings) }
    settings.headerRows = 2
    let whole = try? folder.table(file, settings, at: nil).table
    guard let whole, whole.header.count == table.header.count, !repeatsNames(whole.header) else {
      return (table, FormatSettings())
    }
    return (whole, settings)
  }

  private static func headerless(
    _ file: InputFolder.Named,
    in folder: InputFolder
  ) throws(RunError) -> (DelimitedTable, FormatSettings) {
    var settings = FormatSettings()
    settings.headerRow = 0
    return (try folder.table(file, settings, at: nil).table, settings)
  }

  private static func repeatsNames(_ header: [String]) -> Bool {
    let named = header.filter { !$0.isEmpty }
    return Set(named).count < named.count
  }

  /// Consolidates the draft and settles what no cell decides.
  private static func settled(
    _ draft: inout ProposalText,
    folder: String,
    opened: [String: FileContent]
  ) throws(RunError) -> Run {
    let run = try consolidated(draft, folder: folder, opened: opened)
    var programme = draft.programme
    var isChanged = false
    for index in programme.sources.indices {
      let name = programme.sources[index].file
      let open = Set(run.blocking.filter { $0.file == name }.map(\.code))
      let lines = format(open, draft.language)
      programme.sources[index].format += lines
      let unread = run.findings.first { $0.code == "K-D111" && $0.file == name }
      let takesSigns = unread.map { programme.sources[index].takeSigns($0) } ?? false
      isChanged = isChanged || takesSigns || !lines.isEmpty
    }
    guard isChanged else { return run }
    draft = ProposalText(programme: programme, language: draft.language, goal: draft.goal)
    return try consolidated(draft, folder: folder, opened: opened)
  }

  /// What the language of the user suggests for questions that are open in a file.
  private static func format(_ open: Set<String>, _ language: Language) -> [String] {
    var lines: [String] = []
    if open.contains("K-D007") {
      let isComma = language == .german
      lines.append(isComma ? #"decimal: ",", grouping: ".""# : #"decimal: ".", grouping: ",""#)
    }
    if open.contains("K-D021") {
      let order: DateOrder = language == .german ? .dayFirst : .monthFirst
      lines.append("date_order: \(order.rawValue)")
    }
    return lines
  }

  private static func consolidated(
    _ draft: ProposalText,
    folder: String,
    opened: [String: FileContent]
  ) throws(RunError) -> Run {
    let programme: Programme
    do {
      programme = try Programme(text: draft.text, file: folder + "/kontor.yaml")
    } catch {
      throw error.errors.first ?? nothingFound([])
    }
    var options = RunOptions(depth: .consolidate)
    options.opened = opened
    return try programme.run(options)
  }

  private static func nothingFound(_ files: [FileProfile]) -> RunError {
    if !files.isEmpty,
      files.allSatisfy({ ProposedSheet($0) != nil })
    {
      return RunError(
        .unusableData,
        "K-P114",
        file: files.first?.file,
        LocalizedText(
          de: "das sind nur OKR-Blätter; nennen Sie auch einen Export mit Kunden und Zahlen, nach "
            + "denen gereiht wird",
          en: "these are OKR sheets alone; name an export with accounts and figures to rank by, too"
        )
      )
    }
    let headers = files.flatMap { $0.columns.map(\.header) }.filter { !$0.isEmpty }
    let shown = headers.prefix(10).map { "'\($0)'" }.joined(separator: ", ")
    return RunError(
      .unusableData,
      "K-P114",
      file: files.first?.file,
      LocalizedText(
        de: "keine Spalte sieht nach einem Kunden aus; gefunden: \(shown); 'kontor init' ohne "
          + "--from schreibt eine Vorlage zum Ausfüllen",
        en: "no column looks like an account; found: \(shown); 'kontor init' without --from writes "
          + "a template to fill in"
      )
    )
  }
}

extension ProposalText {
  /// So many suspects are named per source.
  private static let namedSuspects = 10

  /// Notes accounts that look like no customer at the source that has them.
  fileprivate mutating func name(suspects findings: FindingList) {
    let ids = findings.filter { ["K-D057", "K-D058", "K-D062"].contains($0.code) }
      .compactMap(\.field).filter { id in !id.contains { "'\"`\\".contains($0) } }
    for index in programme.sources.indices {
      let known = programme.sources[index].account.counts
      guard !programme.sources[index].account.header.contains(where: { "`\"\\".contains($0) })
      else { continue }
      programme.sources[index].suspects = Array(
        ids.filter { known[$0] != nil }.prefix(Self.namedSuspects)
      )
    }
  }
}
