// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// Rejected rows in the order they were read, twenty bytes each: their texts are spilled, and what
/// findings have in common but for the line stands here once.
///
/// *Limits* Of findings that nearly every row words anew, such as those that name an id, the first
/// ``mostReasons`` are kept here; all others stand before the row's text in the spill.
package struct RejectedBatch: Sendable {
  /// How many different findings are kept in memory.
  private static let mostReasons = 1000

  /// Why rows are rejected, without the line.
  private struct Reason: Sendable {
    var finding: Finding
    /// Whether the words stand before each row's text.
    var isSpilled: Bool
  }

  private var reasons: [Reason] = []
  private var numbers: [Finding: Int] = [:]
  private var files: [String] = []
  private var entries: [FindingBatch.Entry] = []
  private var texts = SpilledTexts()

  /// No rows.
  package init() {}

  /// Adds a row at the end.
  package mutating func append(_ row: RejectedRow) {
    let number = self.number(of: row.finding)
    if reasons[number].isSpilled {
      texts.append(FindingWords.encoded(row.finding) + row.raw.utf8)
    } else {
      texts.append(row.raw.utf8)
    }
    entries.append(
      FindingBatch.Entry(
        subject: Int32(entries.count),
        line: Int32(clamping: row.finding.line ?? 0),
        file: self.number(ofFile: row.finding.file ?? ""),
        kind: UInt16(number)
      )
    )
  }

  private mutating func number(ofFile file: String) -> UInt16 {
    if files.last != file, !files.contains(file) { files.append(file) }
    return UInt16(files.lastIndex(of: file) ?? 0)
  }

  /// The number of a finding's reason, a new one where it has not occurred.
  private mutating func number(of finding: Finding) -> Int {
    var reason = finding
    reason.line = nil
    if let known = numbers[reason] { return known }
    let isSpilled = numbers.count >= Self.mostReasons
    if isSpilled {
      reason = FindingWords.without(reason)
      if let known = numbers[reason] { return known }
    }
    numbers[reason] = reasons.count
    reasons.append(Reason(finding: reason, isSpilled: isSpilled))
    return reasons.count - 1
  }

  /// The findings of the rows.
  package var findings: FindingBatch {
    FindingBatch(
      files: files,
      kinds: reasons.map { reason in
        FindingBatch.Kind(
          reason.finding.severity,
          reason.finding.code,
          column: reason.finding.column,
          citation: reason.finding.citation
        )
      },
      entries: entries
    ) { [self] _, index, language in
      let finding = self[index].finding
      return FindingBatch.Words(
        field: finding.field,
        found: finding.found,
        message: finding.message(language)
      )
    }
  }
}

extension RejectedBatch: RandomAccessCollection {
  /// 0.
  package var startIndex: Int { 0 }
  /// How many rows there are.
  package var endIndex: Int { entries.count }

  /// The row at `index`, made when it is asked for.
  package subscript(index: Int) -> RejectedRow {
    let reason = reasons[Int(entries[index].kind)]
    var finding = reason.finding
    var text = texts[index][...]
    if reason.isSpilled { FindingWords.decode(&finding, from: &text) }
    finding.line = Int(entries[index].line)
    return RejectedRow(finding: finding, raw: String(decoding: text, as: UTF8.self))
  }
}

extension RejectedBatch: Equatable {
  /// Whether both hold the same rows in the same order.
  package static func == (a: Self, b: Self) -> Bool { a.elementsEqual(b) }
}
