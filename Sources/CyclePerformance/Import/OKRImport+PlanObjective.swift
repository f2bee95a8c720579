// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText

// MARK: - Objectives of the flat sheet

extension OKRImport {
  /// Tells where a row names or weighs an objective otherwise than its first row, which counts.
  func compare(_ later: Objective, with known: Int, _ reader: inout RowReader) {
    if let title = later.title, let first = sheet.objectives.title(at: known), title != first {
      tell(of: .objectiveTitle, later.id, first: first, &reader)
    }
    let weight = sheet.objectives.weight(at: known)
    if reader.hasContent(.objectiveWeight), later.weight != weight {
      tell(of: .objectiveWeight, later.id, first: NumberText.shortest(weight), &reader)
    }
  }

  private func tell(
    of column: OKRColumn,
    _ objective: String,
    first: String,
    _ reader: inout RowReader
  ) {
    let name = reader.name(of: column)
    let found = reader.text(column) ?? ""
    reader.keep([
      Finding(
        .warning,
        "K-D156",
        file: reader.place.file,
        line: reader.place.line,
        column: reader.position(of: column),
        field: name,
        found: found,
        message: LocalizedText(
          de: "Objective '\(objective)' zählt mit '\(first)' in '\(name)', hier steht '\(found)'; "
            + "die erste Zeile gilt, zwei Objectives brauchen zwei Nummern",
          en: "objective '\(objective)' counts with '\(first)' in '\(name)', here stands "
            + "'\(found)'; the first row counts, two objectives need two numbers"
        )
      )
    ])
  }
}
