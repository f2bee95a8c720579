// SPDX-License-Identifier: Apache-2.0

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

    /// A kind.
    package init(_ severity: Finding.Severity, _ code: String, column: Int? = nil) {
      self.severity = severity
      self.code = code
      self.column = column
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
  /// Makes the finding of a kind about a subject, whose file and line are those of the entry.
  package let word: @Sendable (_ kind: Int, _ subject: Int) -> Finding

  /// Findings of `kinds` that `word` words, none without `entries`.
  package init(
    files: [String] = [],
    kinds: [Kind],
    entries: [Entry] = [],
    word: @escaping @Sendable (_ kind: Int, _ subject: Int) -> Finding
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

  /// The finding at `index`.
  func finding(at index: Int) -> Finding {
    let entry = entries[index]
    return word(Int(entry.kind), Int(entry.subject))
  }
}
