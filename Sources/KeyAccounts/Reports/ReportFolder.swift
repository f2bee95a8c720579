// SPDX-License-Identifier: Apache-2.0
public import Accounts
package import DelimitedText
public import Reporting

extension TableFormat {
  /// The bytes of `table` in this format, with CSV of the given dialect.
  public func bytes(
    of table: ReportTable,
    dialect: ReportFolder.Dialect,
    language: Language
  ) -> [UInt8] {
    bytes(of: table, dialect: dialect.writer, language: language)
  }
}

extension TableFormat {
  /// The table with aligned columns, for a terminal.
  package static func text(of table: ReportTable, _ language: Language) -> [UInt8] {
    TableFormat.table.bytes(of: table, dialect: WriterDialect.rfc4180, language: language)
  }
}

/// Writes the reports of a run into a folder.
public struct ReportFolder: Sendable {
  /// A kind of CSV.
  public enum Dialect: String, Sendable, CaseIterable {
    /// RFC 4180: comma, dot decimals, UTF-8.
    case rfc4180
    /// What a German Excel opens by double click.
    case excelGerman = "excel-de"
    /// What an English Excel opens by double click.
    case excelEnglish = "excel-en"

    package var writer: WriterDialect {
      switch self {
      case .rfc4180: .rfc4180
      case .excelGerman: .excelGerman
      case .excelEnglish: .excelEnglish
      }
    }
  }

  /// The folder, made when missing; the current one when empty.
  public var path: String
  /// The kind of CSV.
  public var dialect: Dialect
  /// Whether results of an earlier run with another programme or other data are removed.
  public var removesOutdated = true
  /// How many threads may print tables, which shows in nothing but the time.
  public var threads = 1

  /// Names a folder.
  public init(path: String, dialect: Dialect = .rfc4180) {
    self.path = path
    self.dialect = dialect
  }

  /// Writes the tables of the run and their descriptions; every file wholly or not at all.
  ///
  /// What an earlier run with another programme or other data left in the folder is removed as far
  /// as it is recorded and unchanged, for it would be taken for a result of this one; a check alone
  /// removes nothing. The record of the run comes last: until then the earlier one stands.
  /// - Returns: the files written and what became of those of an earlier run.
  /// - Throws: ``RunError`` of kind `cannotWrite`.
  @discardableResult
  public func write(_ run: Run) throws(RunError) -> WrittenReports {
    let earlier = EarlierRun(in: place(""))
    let tables = run.tables
    let large = tables.filter { $0.rowCount > 10_000 && ReportExcerpt.isWhole($0) }.map(\.name)
    let names =
      try write(tables, documents(of: run, tables)) { large.contains($0.name) } + write(run.pages)
    var left = leftovers(of: earlier, besides: names, run)
    remove(left.reports.removed)
    do {
      let manifest = manifest(of: run, names, kept: left.kept)
      try AtomicFile.write(JSONWriter.pretty(manifest), to: place("run.json"))
    } catch {
      throw Self.failure(error)
    }
    left.reports.files.append("run.json")
    return left.reports
  }

  /// Writes the comparison of several programmes; every file wholly or not at all.
  ///
  /// - Returns: the names of the files written, in order.
  /// - Throws: ``RunError`` of kind `cannotWrite`.
  @discardableResult
  public func write(_ comparison: ProgrammeComparison) throws(RunError) -> [String] {
    try write(comparison.tables, [("comparison.json", comparison.report)]) { _ in false }
  }

  /// Writes tables and documents; a large table is printed together with the document that holds it.
  private func write(
    _ tables: [ReportTable],
    _ documents: [(String, JSONDocument)],
    isLarge: (ReportTable) -> Bool
  ) throws(RunError) -> [String] {
    do {
      try AtomicFile.makeFolder(path)
      for table in tables where !isLarge(table) { try file(table).write(table) }
      for (name, document) in documents {
        try AtomicFile.write(to: place(name)) { out throws(AtomicFile.Failure) in
          try JSONWriter.write(document, to: &out, threads: threads) {
            isLarge($0) ? file($0) : nil
          }
        }
      }
    } catch {
      throw Self.failure(error)
    }
    return tables.map { "\($0.name).csv" } + documents.map(\.0)
  }

  /// Writes further tables beside those of a run.
  ///
  /// - Returns: the names of the files written, in order.
  /// - Throws: ``RunError`` of kind `cannotWrite`.
  package func write(_ tables: [ReportTable]) throws(RunError) -> [String] {
    do {
      try AtomicFile.makeFolder(path)
      for table in tables { try file(table).write(table) }
      return tables.map { "\($0.name).csv" }
    } catch {
      throw Self.failure(error)
    }
  }

  /// Writes pages, each into the folder that its name says.
  private func write(_ pages: [MarkdownPage]) throws(RunError) -> [String] {
    do {
      let folders = Set(pages.map { $0.name.split(separator: "/").dropLast() })
      for folder in folders where !folder.isEmpty {
        try AtomicFile.makeFolder(place(folder.joined(separator: "/")))
      }
      try AtomicFile.write(pages.map { (place($0.name), Array($0.text.utf8)) })
      return pages.map(\.name)
    } catch {
      throw Self.failure(error)
    }
  }

  private static func failure(_ error: AtomicFile.Failure) -> RunError {
    RunError(
      .cannotWrite,
      "K-W001",
      file: error.path,
      LocalizedText(
        de: "'\(error.path)' kann nicht geschrieben werden: \(error.reason); wählen Sie mit "
          + "--out einen anderen Ordner",
        en: "cannot write '\(error.path)': \(error.reason); choose another folder with --out"
      )
    )
  }

  private func file(_ table: ReportTable) -> SeparatedFile {
    SeparatedFile(path: place("\(table.name).csv"), dialect: dialect.writer)
  }

  /// Where the file `name` lies; the folder's own prefix for an empty name.
  func place(_ name: String) -> String { path.isEmpty ? name : path + "/" + name }

  private func documents(of run: Run, _ tables: [ReportTable]) -> [(String, JSONDocument)] {
    let language = run.programme.header.language ?? .english
    return [
      ("report.json", run.report(of: tables)),
      (
        "datapackage.json",
        .value(
          DataPackage.descriptor(
            name: run.programme.header.name,
            tables: tables,
            dialect: dialect.writer,
            language
          )
        )
      ),
    ]
  }
}
