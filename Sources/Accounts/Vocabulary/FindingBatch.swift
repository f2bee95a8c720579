// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// Many findings of a few kinds, each kept as a few numbers and worded when it is asked for.
package struct FindingBatch: Sendable {
  /// A kind of finding.
  package struct Kind: Sendable, Equatable {
    /// How much it matters.
    package var severity: Finding.Severity
    /// The code.
    package var code: String
    /// The column that all findings of the kind name, nil where they name none.
    var column: Int?
    /// The source of the rule, nil for one that follows from the data alone.
    package var citation: String?

    /// A kind.
    package init(
      _ severity: Finding.Severity,
      _ code: String,
      column: Int? = nil,
      citation: String? = nil
    ) {
      self.severity = severity
      self.code = code
      self.column = column
      self.citation = citation
    }
  }

  /// What a finding says beside its kind and place, in one language.
  package struct Words: Sendable {
    /// The key of the row.
    package var field: String?
    /// The text that was found.
    package var found: String?
    /// What was expected.
    package var message: String

    /// The words of a finding.
    package init(field: String? = nil, found: String? = nil, message: String) {
      self.field = field
      self.found = found
      self.message = message
    }
  }

  /// One finding without its words.
  package struct Entry: Sendable {
    /// What it is about, as ``FindingBatch/word`` counts.
    package var subject: Int32
    /// The line.
    package var line: Int32
    /// The position of the file among the batch's files.
    package var file: UInt16
    /// The position of the kind among the batch's kinds.
    package var kind: UInt16
  }

  /// The files, at most 65,535.
  package private(set) var files: [String] = []
  /// The kinds, at most 65,535.
  package let kinds: [Kind]
  /// The findings.
  package private(set) var entries: [Entry] = []
  /// Words the finding of a kind about a subject; the language is that of the message alone.
  package let word: @Sendable (_ kind: Int, _ subject: Int, _ language: Language) -> Words

  /// Findings of `kinds` that `word` words, none without `entries`.
  package init(
    files: [String] = [],
    kinds: [Kind],
    entries: [Entry] = [],
    word: @escaping @Sendable (_ kind: Int, _ subject: Int, _ language: Language) -> Words
  ) {
    self.files = files
    self.kinds = kinds
    self.entries = entries
    self.word = word
  }

  /// Adds the finding of a kind about a subject.
  package mutating func append(_ kind: Int, _ subject: Int, file: String, line: Int) {
    if files.last != file, !files.contains(file) { files.append(file) }
    entries.append(
      Entry(
        subject: Int32(subject),
        line: Int32(clamping: line),
        file: UInt16(files.lastIndex(of: file) ?? 0),
        kind: UInt16(kind)
      )
    )
  }

  /// Appends the finding at `index` to cells, those of ``FindingList``.
  func append(_ index: Int, in language: Language, to cells: inout TextCells) {
    let entry = entries[index]
    let kind = Int(entry.kind)
    let words = word(kind, Int(entry.subject), language)
    cells.append(kinds[kind].severity.rawValue)
    cells.append(kinds[kind].code)
    cells.append(files[Int(entry.file)])
    cells.append(Int(entry.line))
    cells.append(kinds[kind].column)
    cells.append(words.field)
    cells.append(words.found)
    cells.append(words.message)
    cells.append(kinds[kind].citation)
  }

  /// The finding at `index`.
  func finding(at index: Int) -> Finding {
    let entry = entries[index]
    let kind = kinds[Int(entry.kind)]
    let words = word(Int(entry.kind), Int(entry.subject), .english)
    let german = word(Int(entry.kind), Int(entry.subject), .german)
    return Finding(
      kind.severity,
      kind.code,
      file: files[Int(entry.file)],
      line: Int(entry.line),
      column: kind.column,
      field: words.field,
      found: words.found,
      message: LocalizedText(de: german.message, en: words.message),
      citation: kind.citation
    )
  }
}
