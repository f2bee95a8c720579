// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// Prints JSON: two blanks of indentation, or everything on one line; rows of tables one per line.
package struct JSONWriter {
  private let isPretty: Bool
  private let threads: Int

  private init(isPretty: Bool, threads: Int = 1) {
    self.isPretty = isPretty
    self.threads = threads
  }

  /// The document over several lines, with a line break at the end.
  package static func pretty(_ value: JSONValue) -> [UInt8] { pretty(.value(value)) }

  /// The document over several lines, with a line break at the end.
  package static func pretty(_ document: JSONDocument) -> [UInt8] {
    var out = TextOutput()
    // Nothing is written beside it that could fail.
    try? write(document, to: &out) { _ in nil }
    return out.text.bytes
  }

  /// Writes the document over several lines, with a line break at the end.
  ///
  /// - Parameters:
  ///   - document: what to write.
  ///   - out: where it goes.
  ///   - threads: how many may print tables with a companion, which shows in nothing but the time.
  ///   - companion: the CSV file into which a table of the document is to be written as well, from
  ///     the same cells; nil for none.
  /// - Throws: ``AtomicFile/Failure`` when such a file cannot be written.
  package static func write(
    _ document: JSONDocument,
    to out: inout TextOutput,
    threads: Int = 1,
    companion: (ReportTable) -> SeparatedFile?
  ) throws(AtomicFile.Failure) {
    try JSONWriter(isPretty: true, threads: threads).write(document, depth: 0, to: &out, companion)
    out.text.append(UInt8(ascii: "\n"))
  }

  /// The document on one line, without a line break.
  package static func line(_ value: JSONValue) -> [UInt8] {
    var text = TextBuffer()
    JSONWriter(isPretty: false).write(value, depth: 0, to: &text)
    return text.bytes
  }

  /// The table with one object per line.
  package static func lines(_ table: ReportTable) -> [UInt8] {
    var out = TextOutput()
    let keys = JSONKeys(table.columns)
    RenderedRows.forEachBatch(of: table) { batch in
      batch.appendObjects(keys, separator: "\n", start: "", to: &out.text)
    }
    if table.rowCount > 0 { out.text.append("\n") }
    return out.text.bytes
  }

  // MARK: Documents

  private func write(
    _ document: JSONDocument,
    depth: Int,
    to out: inout TextOutput,
    _ companion: (ReportTable) -> SeparatedFile?
  ) throws(AtomicFile.Failure) {
    switch document {
    case .value(let value): write(value, depth: depth, to: &out.text)
    case .rows(let table): try write(table, depth: depth, to: &out, companion(table))
    case .object(let parts):
      out.text.append("{")
      for (index, part) in parts.enumerated() {
        startElement(index, depth, &out.text)
        JSONText.append(part.name, to: &out.text)
        out.text.append(": ")
        try write(part.document, depth: depth + 1, to: &out, companion)
      }
      if !parts.isEmpty { breakLine(depth, &out.text) }
      out.text.append("}")
    }
  }

  private func write(
    _ table: ReportTable,
    depth: Int,
    to out: inout TextOutput,
    _ file: SeparatedFile?
  ) throws(AtomicFile.Failure) {
    let keys = JSONKeys(table.columns)
    let start = "\n" + String(repeating: " ", count: 2 * depth + 2)
    out.text.append("[")
    if let file, threads > 1, RenderedRows.canSplit(table) {
      let columns = table.columns
      try file.write(table, threads: threads) { rows, text in
        rows.appendObjects(JSONKeys(columns), separator: ",", start: start, to: &text)
      } alongside: { objects in
        out.text.append(objects)
        out.drain()
      }
    } else if let file {
      try file.write(table) { batch in
        batch.appendObjects(keys, separator: ",", start: start, to: &out.text)
        out.drain()
      }
    } else {
      RenderedRows.forEachBatch(of: table) { batch in
        batch.appendObjects(keys, separator: ",", start: start, to: &out.text)
        out.drain()
      }
    }
    if table.rowCount > 0 { breakLine(depth, &out.text) }
    out.text.append("]")
  }

  // MARK: Values

  private func write(_ value: JSONValue, depth: Int, to text: inout TextBuffer) {
    switch value {
    case .null: text.append("null")
    case .bool(let flag): text.append(flag ? "true" : "false")
    case .integer(let number): text.append(number)
    case .number(let number): JSONText.append(number, to: &text)
    case .string(let string): JSONText.append(string, to: &text)
    case .array(let elements):
      text.append("[")
      for (index, element) in elements.enumerated() {
        startElement(index, depth, &text)
        write(element, depth: depth + 1, to: &text)
      }
      if !elements.isEmpty { breakLine(depth, &text) }
      text.append("]")
    case .object(let members):
      text.append("{")
      for (index, member) in members.enumerated() {
        startElement(index, depth, &text)
        JSONText.append(member.name, to: &text)
        text.append(": ")
        write(member.value, depth: depth + 1, to: &text)
      }
      if !members.isEmpty { breakLine(depth, &text) }
      text.append("}")
    }
  }

  private func startElement(_ index: Int, _ depth: Int, _ text: inout TextBuffer) {
    if index > 0 { text.append(isPretty ? "," : ", ") }
    breakLine(depth + 1, &text)
  }

  private func breakLine(_ depth: Int, _ text: inout TextBuffer) {
    guard isPretty else { return }
    text.append("\n" + String(repeating: " ", count: 2 * depth))
  }
}
