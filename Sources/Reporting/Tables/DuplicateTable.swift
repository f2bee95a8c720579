// SPDX-License-Identifier: Apache-2.0
package import Accounts
import DelimitedText

extension ReportTable {
  /// `duplicates.csv`: accounts that may be the same customer, for a person to confirm.
  ///
  /// - Parameters:
  ///   - suspicions: the pairs, in order.
  ///   - table: the accounts.
  ///   - systems: per account the systems that have rows of it.
  /// - Returns: the table, a row a pair.
  package static func duplicates(
    _ suspicions: [DuplicateSuspicion],
    of table: AccountTable,
    systems: [[String]]
  ) -> ReportTable {
    let score = CellSource.eachDecimal(decimals: 2) { Int64(suspicions[$0].scoreHundredths) }
    let (rows, others) = (suspicions.map(\.row), suspicions.map(\.other))
    let system = { (accounts: [Int]) in
      CellSource.eachText { row in
        let own = systems[accounts[row]]
        return own.count == 1 ? own[0] : own.joined(separator: "+")
      }
    }
    return ReportTable(
      "duplicates",
      LocalizedText(de: "Mögliche Dubletten", en: "Possible duplicates"),
      columns: [
        (.init("score", .number, LocalizedText(de: "Ähnlichkeit", en: "Score")), score),
        (.account, .texts(table.ids, .rows(rows))),
        (.accountName, .names(table.names, .rows(rows))),
        (.init("system", .string, LocalizedText("System")), system(rows)),
        (
          .init("other_account", .string, LocalizedText(de: "anderer Kunde", en: "Other account")),
          .texts(table.ids, .rows(others))
        ),
        (
          .init("other_name", .string, LocalizedText(de: "anderer Name", en: "Other name")),
          .names(table.names, .rows(others))
        ),
        (
          .init("other_system", .string, LocalizedText(de: "anderes System", en: "Other system")),
          system(others)
        ),
        (
          .init("evidence", .string, LocalizedText(de: "Anzeichen", en: "Evidence")),
          evidence(suspicions)
        ),
      ],
      rowCount: suspicions.count
    )
  }

  /// What speaks for each pair; the same few words stand in most rows.
  private static func evidence(_ suspicions: [DuplicateSuspicion]) -> CellSource {
    var known: [[DuplicateSuspicion.Evidence]: Int] = [:]
    var texts: [String] = []
    var last: (evidence: [DuplicateSuspicion.Evidence], number: Int)?
    let numbers = suspicions.map { suspicion in
      let evidence = suspicion.evidence
      if let last, last.evidence == evidence { return last.number }
      let number = known[evidence] ?? texts.count
      if number == texts.count {
        known[evidence] = number
        texts.append(evidence.map(\.rawValue).joined(separator: ", "))
      }
      last = (evidence, number)
      return number
    }
    return .numbered(texts) { numbers[$0] }
  }
}
