// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// Says where the lines above a header give amounts another unit or currency than the programme.
struct TitleAdvice {
  let file: String
  let mapping: SourceMapping
  let columns: SourceColumns
  let header: [String]
  let programmeCurrency: String

  /// What is to be said of these titles.
  func findings(_ titles: [String]) -> [Finding] {
    guard let found = TitleAmounts(titles) else { return [] }
    return [unit(found), currency(found)].compactMap { $0 }
  }

  /// Amounts in units of one whose own headers say nothing else.
  private func unit(_ found: TitleAmounts) -> Finding? {
    guard let unit = found.unit else { return nil }
    let cell = columns.cells.first { cell in
      let value = mapping.values[cell.value]
      return value.kind == .amount && value.unitFactor == .one
        && HeaderUnit.unit(of: header[cell.column]) == nil
    }
    guard let cell else { return nil }
    let name = mapping.values[cell.value].name
    return Finding(
      .warning,
      "K-D173",
      file: file,
      field: name,
      found: found.title,
      message: LocalizedText(
        de: "über der Kopfzeile steht '\(found.title)', der Wert '\(name)' rechnet in Einern; "
          + "setzen Sie unit: \"\(unit)\", wenn die Zahlen so gemeint sind",
        en: "above the header stands '\(found.title)', the value '\(name)' counts in units of one; "
          + "set unit: \"\(unit)\" if the numbers are meant so"
      )
    )
  }

  private func currency(_ found: TitleAmounts) -> Finding? {
    guard let code = found.currency, case .programme = mapping.currency, code != programmeCurrency,
      let value = mapping.values.first(where: { $0.kind == .amount })
    else { return nil }
    return Finding(
      .warning,
      "K-D174",
      file: file,
      field: value.name,
      found: found.title,
      message: LocalizedText(
        de: "über der Kopfzeile steht '\(found.title)', '\(value.name)' zählt als "
          + "\(programmeCurrency); setzen Sie currency: {constant: \(code)}, wenn die Zahlen so "
          + "gemeint sind",
        en: "above the header stands '\(found.title)', '\(value.name)' counts as "
          + "\(programmeCurrency); set currency: {constant: \(code)} if the numbers are meant so"
      )
    )
  }
}
