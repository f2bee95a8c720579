// SPDX-License-Identifier: Apache-2.0
import Accounts
import ArgumentParser
import Reporting

/// What `--format` may say: a way to print the main table, or findings for other tools.
enum OutputFormat: ExpressibleByArgument, Equatable {
  /// The main table.
  case table(TableFormat)
  /// The findings as SARIF 2.1.0; `kontor check` only.
  case sarif

  init?(argument: String) {
    if argument == "sarif" {
      self = .sarif
      return
    }
    guard let format = TableFormat(rawValue: argument) else { return nil }
    self = .table(format)
  }

  static var allValueStrings: [String] { TableFormat.allCases.map(\.rawValue) + ["sarif"] }

  /// The way to print a table; SARIF is none.
  func ofTable() throws -> TableFormat {
    if case .table(let format) = self { return format }
    throw ValidationError(
      "--format sarif prints findings, which only 'kontor check' does; choose "
        + TableFormat.allCases.map(\.rawValue).joined(separator: ", ")
    )
  }
}
