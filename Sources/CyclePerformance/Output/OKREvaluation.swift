// SPDX-License-Identifier: Apache-2.0
package import Accounts
package import DelimitedText

/// A programme's OKR files, read, judged and turned into figures: the whole stage in one value.
package struct OKREvaluation: Sendable {
  /// What the files hold.
  package let sheet: OKRSheet
  /// The figures of the day.
  package let figures: OKRFigures
  /// Everything that was found, in the published order.
  package private(set) var findings: FindingList
  /// How each account keeps to the process.
  package let health: ProcessHealthRows
  /// What became of the rows of a file that was read in batches.
  package let batchedRows: RowCounts?
  /// What the file is besides its rows that was read in batches; nil where that was not found out
  /// on the way.
  package let audit: FileAudit?

  /// Hands the findings over, so that they are not held twice.
  package mutating func takeFindings() -> FindingList {
    defer { findings = FindingList() }
    return findings
  }

  /// Reads `files` and computes the figures of `day`.
  ///
  /// - Parameters:
  ///   - files: the files by kind
  ///   - day: the day of the figures; later check-ins do not count
  ///   - profile: limits, bands and word lists
  ///   - accounts: the known accounts; nil leaves accounts unchecked
  ///   - threads: how many threads may read; they show in nothing but the time
  ///   - keepsCheckins: whether the sheet keeps all check-ins, not only those with words or a
  ///     confidence, once the figures are computed
  package init(
    _ files: consuming [OKRMapping.FileKind: [SheetSource]],
    on day: CalendarDate,
    profile: RuleProfile,
    accounts: AccountDirectory?,
    threads: Int = 1,
    keepsCheckins: Bool = true
  ) {
    var reading = OKRImport(consume files, accounts: accounts, asOf: day, threads: threads)
    batchedRows = reading.batchedRows
    audit = reading.audit
    let found = reading.findings
    // Swapped out, so that what is taken from it is gone at once.
    var read = OKRSheet()
    swap(&read, &reading.sheet)
    let lines = HealthTally.checkinLines(of: found, in: read)
    if !keepsCheckins { read.checkins.removeLines() }
    let checkins = CheckinCounts(of: read, on: day)
    let figures = OKRFigures(
      of: consume read,
      on: day,
      profile: profile,
      keepsCheckins: keepsCheckins
    )
    let sheet = figures.sheet
    var health = HealthTally(figures, on: day)
    health.countKeyResults(of: sheet)
    health.count(consume checkins, of: sheet)
    var findings = FindingList(found)
    findings += SheetRules(sheet, figures, on: day, profile).findings
    findings.sort()
    health.count(findings, about: sheet, lines)
    health.judgeReviews(of: sheet)
    self.health = ProcessHealthRows(of: figures.accounts, health.rows)
    self.findings = findings
    self.sheet = sheet
    self.figures = figures
  }
}
