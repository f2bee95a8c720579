// SPDX-License-Identifier: Apache-2.0
package import Accounts
import DelimitedText
package import Reporting

extension CaseVerifications {
  /// One row per case: its name, the result, the largest deviation, the tolerance, the reason.
  ///
  /// - Parameters:
  ///   - isForEyes: writes the small numbers in full, where a table for people would round them to
  ///     0, and leaves the files out.
  ///   - language: the language of the reasons.
  /// - Returns: a table in the order of the results.
  package func table(isForEyes: Bool, language: Language) -> ReportTable {
    ReportTable(
      "verification",
      LocalizedText(de: "Referenzfälle", en: "Reference cases"),
      columns: isForEyes ? Self.columns : Self.columns + [Self.file],
      rowCount: results.count
    ) { [results] row, cells in
      let result = results[row]
      cells += [
        .text(result.id), .text(result.passed ? "pass" : "FAIL"),
        Self.number(result.largestDeviation, isForEyes),
        Self.number(result.tolerance?.absolute, isForEyes),
        Self.number(result.tolerance?.relative, isForEyes),
        result.failure.map { .text($0(language)) } ?? .missing,
      ]
      if !isForEyes { cells.append(.text(result.file)) }
    }
  }

  /// The table as JSON, with what was computed in every row.
  package func json(_ language: Language) -> JSONValue {
    let rows = TableFormat.json(table(isForEyes: false, language: language)).elements ?? []
    return .array(
      zip(rows, results).map { row, result in
        .object((row.members ?? []) + [.init("computed", result.computed ?? .null)])
      }
    )
  }

  private static let columns: [ReportTable.Column] = [
    .init("id", .string, LocalizedText(de: "Fall", en: "case")),
    .init("result", .string, LocalizedText(de: "Ergebnis", en: "result")),
    .init("largest_deviation", .number, LocalizedText(de: "Abweichung", en: "largest deviation")),
    .init("tolerance", .number, LocalizedText(de: "Toleranz", en: "tolerance")),
    .init("relative_tolerance", .number, LocalizedText(de: "relativ", en: "relative")),
    .init("reason", .string, LocalizedText(de: "Grund", en: "reason")),
  ]

  private static let file = ReportTable.Column(
    "file",
    .string,
    LocalizedText(de: "Datei", en: "file")
  )

  private static func number(_ number: Double?, _ isForEyes: Bool) -> Cell {
    guard let number, number.isFinite else { return .missing }
    return isForEyes ? .text(NumberText.shortest(number)) : .real(number)
  }
}
