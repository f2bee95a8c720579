// SPDX-License-Identifier: Apache-2.0
package import Accounts

/// A page of text for people, in Markdown.
///
/// Texts of users are shown as they are: every character that Markdown or HTML would read as a mark
/// is escaped.
package struct MarkdownPage: Sendable {
  /// The file's name, with folder where it has one.
  package let name: String
  /// The language of the page.
  package let language: Language
  /// The text written so far.
  package private(set) var text: String

  /// Starts a page with its title.
  package init(_ name: String, title: LocalizedText, _ language: Language) {
    self.name = name
    self.language = language
    text = "# \(Self.escaped(title(language)))\n"
  }

  /// A heading below the title; `level` counts from 2.
  package mutating func heading(_ heading: LocalizedText, level: Int = 2) {
    let marks = String(repeating: "#", count: level)
    text += "\n\(marks) \(Self.escaped(heading(language)))\n"
  }

  /// A paragraph.
  package mutating func paragraph(_ paragraph: LocalizedText) {
    text += "\n\(Self.escaped(paragraph(language)))\n"
  }

  /// A paragraph that stands out.
  package mutating func banner(_ banner: LocalizedText) {
    text += "\n> **\(Self.escaped(banner(language)))**\n"
  }

  /// A field with its label; an empty one gets a dash.
  package mutating func field(_ label: LocalizedText, _ value: String?) {
    let shown = value.map { Self.escaped($0) } ?? "–"
    text += "\n**\(Self.escaped(label(language)))**: \(shown)\n"
  }

  /// A list; nothing where it is empty.
  package mutating func list(_ lines: [LocalizedText]) {
    guard !lines.isEmpty else { return }
    text += "\n" + lines.map { "- \(Self.escaped($0(language)))\n" }.joined()
  }

  /// A table with one line per row; cells that are nil stay empty.
  package mutating func table(_ header: [LocalizedText], _ rows: [[String?]]) {
    text += "\n" + Self.line(header.map { $0(language) })
    text += "|" + header.map { _ in " --- |" }.joined() + "\n"
    for row in rows { text += Self.line(row.map { $0 ?? "" }) }
  }

  /// A number for eyes, a dash where there is none.
  package func number(_ number: Double?) -> String {
    number.map { ReadableNumber.text($0, language) } ?? "–"
  }

  /// A share as a percentage, a dash where there is none.
  package func percent(_ share: Double?) -> String {
    share.map { ReadableNumber.percent($0, language) } ?? "–"
  }

  /// A day as people of the language write it.
  package func day(_ day: CalendarDate?) -> String? {
    guard let day else { return nil }
    guard language == .german else { return day.description }
    let parts = day.description.split(separator: "-")
    return "\(parts[2]).\(parts[1]).\(parts[0])"
  }

  private static func line(_ cells: [String]) -> String {
    "| " + cells.map { escaped($0, startsLine: false) }.joined(separator: " | ") + " |\n"
  }

  /// The text with everything escaped that Markdown or HTML would read as a mark; line breaks stay
  /// within the line.
  ///
  /// - Parameters:
  ///   - text: what a user wrote
  ///   - startsLine: whether nothing stands before it, where more characters are marks
  /// - Returns: the text for one line of Markdown
  package static func escaped(_ text: String, startsLine: Bool = true) -> String {
    guard text.utf8.enumerated().contains(where: { mayBeMark($1, at: $0, startsLine) }) else {
      return text
    }
    var result = ""
    var before: Character?
    for character in text {
      switch character {
      case "\\", "`", "*", "[", "]", "|", ">": result += "\\\(character)"
      case "_": result += before.map { $0.isLetter || $0.isNumber } ?? false ? "_" : "\\_"
      case "#", "+", "-": result += before == nil && startsLine ? "\\\(character)" : "\(character)"
      case "<": result += "&lt;"
      case "&": result += "&amp;"
      case _ where character.isNewline: result += "<br>"
      default: result.append(character)
      }
      before = character
    }
    return result.replacingBareAmpersands
  }

  /// Whether a byte may belong to a character that is escaped; most texts have none that may.
  private static func mayBeMark(_ byte: UInt8, at offset: Int, _ startsLine: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "#"), UInt8(ascii: "+"), UInt8(ascii: "-"): offset == 0 && startsLine
    case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "<"), UInt8(ascii: ">"): true
    case UInt8(ascii: "["), UInt8(ascii: "\\"), UInt8(ascii: "]"), UInt8(ascii: "_"): true
    case UInt8(ascii: "`"), UInt8(ascii: "|"), 0x0A...0x0D, 0x80...: true
    default: false
    }
  }
}

extension String {
  /// This text with `&amp;` written as `&` before a blank, where nothing can be taken for a mark.
  fileprivate var replacingBareAmpersands: String {
    var parts: [Substring] = []
    var rest = self[...]
    while let range = rest.firstRange(of: "&amp; ") {
      parts.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    return (parts + [rest]).joined(separator: "& ")
  }
}
