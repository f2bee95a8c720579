// SPDX-License-Identifier: Apache-2.0
import Accounts

/// A cell of an objective that names another row, to be looked up once all rows are read.
struct ObjectiveReference {
  /// The index of the objective.
  var objective: Int
  /// Which cell it is.
  var column: OKRColumn
  /// The column's number, 1-based.
  var position: Int?
  /// The column's header.
  var header: String
  /// The row.
  var place: SheetPlace

  /// The finding that nothing has the id `target`.
  func orphan(target: String) -> Finding {
    .okr(
      .orphanReference,
      at: place,
      column: position,
      field: header,
      found: target,
      .orphan(header: header, target: target)
    )
  }
}

extension LocalizedText {
  /// The text of a reference to nothing.
  static func orphan(header: String, target: String) -> LocalizedText {
    LocalizedText(
      de: "'\(header)' verweist auf '\(target)', das es in den OKR-Dateien nicht gibt",
      en: "'\(header)' refers to '\(target)', which no OKR file has"
    )
  }
}

extension RowReader {
  /// Reports that a cell names something that does not exist.
  mutating func reportOrphan(_ column: OKRColumn, target: String) {
    report(
      .orphanReference,
      column,
      found: target,
      .orphan(header: name(of: column), target: target)
    )
  }

  /// Reports a cycle that no file of cycles has.
  mutating func reportUnknownCycle(_ cycle: String) {
    report(
      .unknownCycle,
      .cycle,
      found: cycle,
      LocalizedText(
        de: "Zyklus '\(cycle)' steht nicht in der Datei der Zyklen",
        en: "cycle '\(cycle)' is not in the file of cycles"
      )
    )
  }
}

extension Finding {
  /// The finding on a row whose key an earlier row has.
  static func duplicate(_ reader: RowReader, key: String, isIdentical: Bool) -> Finding {
    isIdentical
      ? .okr(
        .identicalDuplicate,
        at: reader.place,
        field: key,
        LocalizedText(
          de: "Zeile '\(key)' steht schon einmal genau so da und wird übergangen",
          en: "row '\(key)' is there already, word for word, and is skipped"
        )
      )
      : .okr(
        .duplicateKey,
        at: reader.place,
        field: key,
        LocalizedText(
          de: "Schlüssel '\(key)' steht schon mit anderen Werten da; keine der Zeilen zählt in "
            + "einer Auswertung",
          en: "key '\(key)' is there already with other values; none of the rows enters a figure"
        )
      )
  }
}
