// SPDX-License-Identifier: Apache-2.0
package import DelimitedText

/// A person's word that two account ids mean the same customer.
package struct IdentityLink: Sendable, Equatable {
  var file: String
  var line: Int
  var system: String
  var account: String
  var sameAsSystem: String
  var sameAs: String

  /// Reads a mapping file with columns system, account, same_as_system and same_as.
  ///
  /// - Throws: ``RunError`` when a column is missing.
  package static func read(
    _ table: DelimitedTable,
    file: String,
    at position: SourcePosition?
  ) throws(RunError) -> (links: [IdentityLink], rows: RowCounts) {
    let binding = ColumnBinding(fileName: file, table: table)
    var columns: [Int] = []
    for name in ["system", "account", "same_as_system", "same_as"] {
      columns.append(try binding.index(of: ColumnReference(name, at: position)))
    }
    var links: [IdentityLink] = []
    var rows = RowCounts()
    rows.structure = table.preambleLines
    table.forEachRecord { record in
      guard record.kind == .data else {
        rows.structure += 1
        return
      }
      rows.used += 1
      links.append(
        IdentityLink(
          file: file,
          line: record.line,
          system: record.text(columns[0]),
          account: record.text(columns[1]),
          sameAsSystem: record.text(columns[2]),
          sameAs: record.text(columns[3])
        )
      )
    }
    return (links, rows)
  }

  /// The finding that one of the two ids occurs nowhere.
  func finding(naming id: String) -> Finding {
    Finding(
      .warning,
      "K-D055",
      file: file,
      line: line,
      found: id,
      message: LocalizedText(
        de:
          "'\(id)' kommt weder in den Quellen noch im Stamm vor; die Zuordnung bleibt ohne Wirkung",
        en: "'\(id)' occurs neither in the sources nor in the master; the link has no effect"
      )
    )
  }
}
