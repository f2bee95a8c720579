// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Glibc
import Testing

/// A table from text, with settings made in place.
func table(
  _ text: String,
  _ configure: (inout FormatSettings) -> Void = { _ in }
) throws -> DelimitedTable {
  var settings = FormatSettings()
  configure(&settings)
  return try DelimitedTable(bytes: Array(text.utf8), settings: settings)
}

/// What one record of a table shows.
struct Row: Equatable {
  var line: Int
  var kind: RecordKind
  var texts: [String]
  var raw: String
  var isMalformed: Bool
}

extension DelimitedTable {
  /// All records after the header.
  var rows: [Row] {
    var rows: [Row] = []
    forEachRecord { record in
      rows.append(
        Row(
          line: record.line,
          kind: record.kind,
          texts: (0..<record.fieldCount).map { record.text($0) },
          raw: record.rawText(),
          isMalformed: record.hasMalformedQuote
        )
      )
    }
    return rows
  }

  /// The texts of the data records.
  var data: [[String]] { rows.filter { $0.kind == .data }.map(\.texts) }

  /// The numbers of a column of the data records.
  func numbers(_ column: Int, style: NumberStyle) -> [NumberCell] {
    var cells: [NumberCell] = []
    forEachRecord { record in
      if record.kind == .data { cells.append(record.number(column, style: style)) }
    }
    return cells
  }
}

/// Reads one cell as a number.
func number(_ cell: String, _ style: NumberStyle) throws -> NumberCell {
  let quoted = cell.split(separator: "\"", omittingEmptySubsequences: false).joined(
    separator: "\"\""
  )
  let table = try table("header;b\n\"\(quoted)\";x\n") { $0.delimiter = UInt8(ascii: ";") }
  return try #require(table.numbers(0, style: style).first)
}

/// Sample data that is not part of the project, found through the environment.
enum SharedData {
  /// The folder, or nil where it is absent.
  static var folder: String? {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let path = unsafe getenv("KONTOR_SHARED").map { unsafe String(cString: $0) }
    let folder = (path ?? "/\(root)/../shared") + "/data"
    guard unsafe access(folder, R_OK) == 0 else {
      print("skipped: no shared data")
      return nil
    }
    return folder
  }

  /// Names of the files in a folder, in byte order.
  static func files(in folder: String) -> [String] {
    guard let directory = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafePointer(to: entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

/// The table of a file; a file without a header is read as if its first line were one.
func table(path: String) throws -> DelimitedTable {
  do throws(DelimitedTextError) {
    return try DelimitedTable(path: path, settings: FormatSettings())
  } catch .noHeader {
    var settings = FormatSettings()
    settings.headerRow = 1
    return try DelimitedTable(path: path, settings: settings)
  }
}
