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

  /// Names a folder.
  public init(path: String, dialect: Dialect = .rfc4180) {
    self.path = path
    self.dialect = dialect
  }

  /// Writes the tables of the run and their descriptions; every file wholly or not at all.
  ///
  /// - Returns: the names of the files written, in order.
  /// - Throws: ``RunError`` of kind `cannotWrite`.
  @discardableResult
  public func write(_ run: Run) throws(RunError) -> [String] {
    var names: [String] = []
    do {
      try AtomicFile.makeFolder(path)
      if run.refusal != nil {
        // A list of an earlier run beside a refused one would be taken for its result.
        for name in Self.resultsOfRanking { AtomicFile.remove(place(name)) }
      }
      names += try writeTables(run.tables)
      names += try writePages(run.pages)
      for (name, document) in documents(of: run) {
        names.append(name)
        try AtomicFile.write(to: place(name)) { sink in
          JSONWriter.write(document) { sink.append($0) }
        }
      }
    } catch {
      throw Self.failure(error)
    }
    return names
  }

  /// Writes further tables beside those of a run.
  ///
  /// - Returns: the names of the files written, in order.
  /// - Throws: ``RunError`` of kind `cannotWrite`.
  package func write(_ tables: [ReportTable]) throws(RunError) -> [String] {
    do {
      try AtomicFile.makeFolder(path)
      return try writeTables(tables)
    } catch {
      throw Self.failure(error)
    }
  }

  private func writeTables(_ tables: [ReportTable]) throws(AtomicFile.Failure) -> [String] {
    for table in tables {
      try AtomicFile.write(to: place("\(table.name).csv")) { sink in
        TableFormat.separate(table, dialect.writer) { sink.append($0) }
      }
    }
    return tables.map { "\($0.name).csv" }
  }

  /// Writes pages, each into the folder that its name says.
  private func writePages(_ pages: [MarkdownPage]) throws(AtomicFile.Failure) -> [String] {
    for page in pages {
      let folders = page.name.split(separator: "/").dropLast()
      if !folders.isEmpty { try AtomicFile.makeFolder(place(folders.joined(separator: "/"))) }
      try AtomicFile.write(Array(page.text.utf8), to: place(page.name))
    }
    return pages.map(\.name)
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

  private static let resultsOfRanking = [
    "ranking.csv", "shortlist.csv", "review.csv", "portfolio.csv", "okr_key_results.csv",
    "okr_accounts.csv", "okr_cycles.csv", "okr_health.csv", "okr_estimates.csv",
    "transitions.csv", "link.csv", "link_statistics.csv", "effect.csv",
    "kpi_development.csv", "backtest.csv", "account_plan.csv", "okr_reviews.csv",
    "cycle_review.md", "effect.md", "okr_lint.md",
  ]

  private func place(_ name: String) -> String { path.isEmpty ? name : path + "/" + name }

  private func documents(of run: Run) -> [(String, JSONDocument)] {
    let language = run.programme.header.language ?? .english
    return [
      ("report.json", run.report),
      (
        "datapackage.json",
        .value(
          DataPackage.descriptor(
            name: run.programme.header.name,
            tables: run.tables,
            dialect: dialect.writer,
            language
          )
        )
      ),
      ("run.json", .value(run.manifest)),
    ]
  }
}
