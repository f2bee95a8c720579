// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// The names of a table's columns as they stand before each value of a JSON object.
package struct JSONKeys: ~Copyable {
  private var text = TextBuffer()
  private var ends = [0]

  /// Takes the names of `columns`.
  package init(_ columns: [ReportTable.Column]) {
    for (index, column) in columns.enumerated() {
      text.append(index == 0 ? "{" : ", ")
      JSONText.append(column.name, to: &text)
      text.append(": ")
      ends.append(text.count)
    }
  }

  /// Appends what stands before the value of a column.
  func append(_ column: Int, to out: inout TextBuffer) {
    out.append(text, ends[column]..<ends[column + 1])
  }
}
