// SPDX-License-Identifier: Apache-2.0

extension JSONDocument {
  /// The same document with each of its tables replaced.
  package func replacingTables(_ replacement: (ReportTable) -> ReportTable) -> JSONDocument {
    switch self {
    case .value: self
    case .rows(let table): .rows(replacement(table))
    case .object(let parts):
      .object(
        parts.map { Part($0.name, $0.document.replacingTables(replacement)) }
      )
    }
  }
}
