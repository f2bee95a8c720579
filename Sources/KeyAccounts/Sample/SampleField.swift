// SPDX-License-Identifier: Apache-2.0

/// Text fields of the sample's lists.
enum SampleField {
  /// The text as a field between `separator`s: quoted, its quotes doubled, where it must be.
  static func quoted(_ text: String, separator: Character) -> String {
    guard text.contains(where: { $0 == separator || $0 == "\"" }) else { return text }
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
    return "\"" + parts.joined(separator: "\"\"") + "\""
  }

  /// The fields as one line, without its end.
  static func line(_ fields: [String], separator: Character) -> String {
    fields.map { quoted($0, separator: separator) }.joined(separator: String(separator))
  }
}
