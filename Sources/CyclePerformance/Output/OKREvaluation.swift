// SPDX-License-Identifier: Apache-2.0
package import Accounts

/// A programme's OKR files, read, judged and turned into figures: the whole stage in one value.
package struct OKREvaluation: Sendable {
  /// What the files hold.
  package let sheet: OKRSheet
  /// The figures of the day.
  package let figures: OKRFigures
  /// Everything that was found, in the published order.
  package let findings: FindingList

  /// What became of the rows of a file that was read in batches.
  package let batchedRows: RowCounts?

  /// Reads `files` and computes the figures of `day`.
  ///
  /// - Parameters:
  ///   - files: the files by kind
  ///   - day: the day of the figures; later check-ins do not count
  ///   - profile: limits, bands and word lists
  ///   - accounts: the known accounts; nil leaves accounts unchecked
  ///   - threads: how many threads may read; they show in nothing but the time
  package init(
    _ files: consuming [OKRMapping.FileKind: SheetSource],
    on day: CalendarDate,
    profile: RuleProfile,
    accounts: AccountDirectory?,
    threads: Int = 1
  ) {
    let reading = OKRImport(files, accounts: accounts, asOf: day, threads: threads)
    sheet = reading.sheet
    batchedRows = reading.batchedRows
    figures = OKRFigures(of: sheet, on: day, profile: profile)
    let rules = SheetRules(sheet, figures, on: day, profile)
    var findings = FindingList(reading.findings)
    findings += rules.findings
    findings.sort()
    self.findings = findings
  }
}
