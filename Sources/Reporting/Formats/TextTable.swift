// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText

/// A table for eyes: localized headings and numbers, numbers to the right.
struct TextTable {
  private let headings: [String]
  private let isNumeric: [Bool]
  private let rows: [[String]]

  init(_ table: ReportTable, language: Language) {
    headings = table.columns.map { Self.printable($0.title(language)) }
    isNumeric = table.columns.map { $0.type == .integer || $0.type == .number }
    // Attributes of accounts are the users' own texts.
    let hasCodes = table.name != "accounts"
    rows = (0..<table.rowCount).map { row in
      zip(table.cells(of: row), table.columns).map { cell, column in
        let text = ReadableNumber.text(cell, type: column.type, language)
        return Self.printable(
          hasCodes && column.type == .string
            ? CodeWords.text(text, inColumn: column.name, language) : text
        )
      }
    }
  }

  /// Aligned with blanks, a line under the headings.
  func text() -> String {
    let widths = headings.indices.map { column in
      rows.reduce(headings[column].count) { max($0, $1[column].count) }
    }
    var lines = [line(headings, widths)]
    lines.append(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "))
    lines += rows.map { line($0, widths) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let markdownEscapes: [Character: String] = [
    "|": "\\|", "\\": "\\\\", "<": "&lt;", "`": "\\`",
  ]

  /// A text on one line without control characters, which a terminal would obey.
  private static func printable(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    guard !isPlain else { return text }
    return text.split(whereSeparator: \.isNewline).joined(separator: " ").unicodeScalars
      .map { $0.properties.generalCategory == .control ? "\u{FFFD}" : String($0) }.joined()
  }

  /// As Markdown.
  func markdown() -> String {
    let escape = { (text: String) in
      text.map { Self.markdownEscapes[$0] ?? String($0) }.joined()
    }
    let row = { (cells: [String]) in "| " + cells.map(escape).joined(separator: " | ") + " |" }
    let rule = "|" + isNumeric.map { $0 ? "---:|" : "---|" }.joined()
    return ([row(headings), rule] + rows.map(row)).joined(separator: "\n") + "\n"
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    let padded = cells.indices.map { column in
      let cell = cells[column]
      let blanks = String(repeating: " ", count: max(0, widths[column] - cell.count))
      return isNumeric[column] ? blanks + cell : cell + blanks
    }
    var text = padded.joined(separator: "  ")
    while text.last == " " { text.removeLast() }
    return text
  }
}
