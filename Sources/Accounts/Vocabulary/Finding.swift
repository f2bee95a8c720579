// SPDX-License-Identifier: Apache-2.0

/// Something a person should know about one place of the input: what stands there, what was
/// expected, and which setting decides it.
///
/// A finding never stops a run. Codes are stable: `K-D...` data, `K-P...` programme advice, `K-S...`
/// selection, `OKR-...` the codes of the OKR rule book.
public struct Finding: Sendable, Hashable {
  /// How much a finding matters.
  public enum Severity: String, Sendable, CaseIterable {
    /// A row or cell could not be used, or totals disagree; fails a run under `--strict`.
    case error
    /// Used, but somebody should look.
    case warning
    /// Good to know.
    case info
  }

  /// How much it matters.
  public var severity: Severity
  /// The stable code, such as `K-D007`.
  public var code: String
  /// The input file as written in the programme, or nil for findings about no file.
  public var file: String?
  /// Physical line of the record's start, 1-based.
  public var line: Int?
  /// Column number, 1-based.
  public var column: Int?
  /// Header text of the column, or the key of an OKR row.
  public var field: String?
  /// The text that was found.
  public var found: String?
  /// What was expected and which setting helps.
  public var message: LocalizedText
  /// The source of the rule, such as `S004`, or nil for findings that follow from the data alone.
  public var citation: String?

  /// Describes one finding.
  public init(
    _ severity: Severity,
    _ code: String,
    file: String? = nil,
    line: Int? = nil,
    column: Int? = nil,
    field: String? = nil,
    found: String? = nil,
    message: LocalizedText,
    citation: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.file = file
    self.line = line
    self.column = column
    self.field = field
    self.found = found
    self.message = message
    self.citation = citation
  }
}

extension Finding {
  /// The published order of findings: file, line, column, code, then text, all as UTF-8 bytes.
  ///
  /// Findings without a file come last.
  public static func isOrderedBefore(_ a: Finding, _ b: Finding) -> Bool {
    if a.file != b.file { return orderedFirst(a.file, b.file) }
    if a.line != b.line { return (a.line ?? .max) < (b.line ?? .max) }
    if a.column != b.column { return (a.column ?? .max) < (b.column ?? .max) }
    if a.code != b.code { return a.code.isBytewiseLess(than: b.code) }
    if a.field != b.field { return orderedFirst(a.field, b.field) }
    if a.found != b.found { return orderedFirst(a.found, b.found) }
    return a.message.english.isBytewiseLess(than: b.message.english)
  }

  private static func orderedFirst(_ a: String?, _ b: String?) -> Bool {
    guard let a else { return false }
    guard let b else { return true }
    return a.isBytewiseLess(than: b)
  }
}

extension String {
  /// Whether this text sorts before `other` by its UTF-8 bytes, the only order outputs use.
  package func isBytewiseLess(than other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}
