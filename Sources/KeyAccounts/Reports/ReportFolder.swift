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
      for table in run.tables {
        names.append("\(table.name).csv")
        try AtomicFile.write(to: place("\(table.name).csv")) { sink in
          TableFormat.separate(table, dialect.writer) { sink.append($0) }
        }
      }
      for (name, document) in documents(of: run) {
        names.append(name)
        try AtomicFile.write(to: place(name)) { sink in
          JSONWriter.write(document) { sink.append($0) }
        }
      }
    } catch {
      throw RunError(
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
    return names
  }

  private static let resultsOfRanking = [
    "ranking.csv", "shortlist.csv", "review.csv", "robustness.csv", "weights.csv", "parsimony.csv",
    "portfolio.csv",
    "okr_key_results.csv",
    "okr_accounts.csv", "link.csv",
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
