// SPDX-License-Identifier: Apache-2.0
package import Accounts
package import DelimitedText

/// Describes the CSV files of a folder for programs: a Frictionless Data Package.
package enum DataPackage {
  /// The descriptor `datapackage.json`.
  package static func descriptor(
    name: String,
    tables: [ReportTable],
    dialect: WriterDialect,
    _ language: Language
  ) -> JSONValue {
    [
      "profile": "tabular-data-package", "name": .string(slug(name)), "title": .string(name),
      "resources": .array(tables.map { resource($0, dialect, language) }),
    ]
  }

  private static func resource(
    _ table: ReportTable,
    _ dialect: WriterDialect,
    _ language: Language
  ) -> JSONValue {
    let decimal = String(decoding: [dialect.decimalMark], as: UTF8.self)
    let fields = table.columns.map { field($0, decimal: decimal, language) }
    return [
      "profile": "tabular-data-resource", "name": .string(table.name),
      "title": .string(table.title(language)), "path": .string("\(table.name).csv"),
      "encoding": "utf-8",
      "dialect": [
        "delimiter": .string(String(decoding: [dialect.delimiter], as: UTF8.self)),
        "lineTerminator": .string(String(decoding: dialect.lineBreak, as: UTF8.self)),
        "header": .bool(true),
      ],
      "schema": ["fields": .array(fields), "missingValues": [""]],
    ]
  }

  private static func field(
    _ column: ReportTable.Column,
    decimal: String,
    _ language: Language
  ) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("name", .string(column.name)), .init("type", .string(column.type.rawValue)),
      .init("title", .string(column.title(language))),
    ]
    if column.type == .number, decimal != "." {
      members.append(.init("decimalChar", .string(decimal)))
    }
    return .object(members)
  }

  /// A name of lower-case ASCII letters, digits and hyphens, as the specification wants it.
  private static func slug(_ name: String) -> String {
    let folded = name.lowercased().unicodeScalars.map { scalar -> String in
      switch scalar {
      case "ä": "ae"
      case "ö": "oe"
      case "ü": "ue"
      case "ß": "ss"
      case "a"..."z", "0"..."9": String(scalar)
      default: "-"
      }
    }.joined()
    let parts = folded.split(separator: "-")
    return parts.isEmpty ? "kontor" : parts.joined(separator: "-")
  }
}
