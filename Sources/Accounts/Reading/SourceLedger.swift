// SPDX-License-Identifier: Apache-2.0

/// What became of every row of one file.
public struct RowCounts: Sendable, Equatable {
  /// Rows that yield a record.
  public var used = 0
  /// Rows that an `exclude` rule set aside.
  public var setAside = 0
  /// Rows that were meant as data and cannot be used.
  public var rejected = 0
  /// Preamble, blank lines, separators, repeated headers, totals and footers.
  public var structure = 0

  /// Counts nothing yet.
  package init() {}

  /// All rows read, the header itself left out.
  public var read: Int { used + setAside + rejected + structure }
}

/// The sum of one value of one file in one currency, and how it was found.
public struct ControlSum: Sendable, Equatable {
  /// The value's name.
  public var value: String
  /// Decimals of the integers below: 4 for amounts, 9 for plain numbers.
  public var decimals: Int
  /// ISO code, empty for plain numbers.
  public var currency: String
  /// Cells without a usable number in used rows.
  public var missing = 0
  /// Sum over the rows used.
  public var parsed: Int128 = 0
  /// Sum over the rows set aside.
  public var setAside: Int128 = 0
  /// Sum over the rejected rows whose number could be read.
  public var rejected: Int128 = 0
  /// The file's own total or the programme's control total, nil without one.
  public var fileTotal: Int128?
  /// Whether a total exists that could not be read.
  public var isTotalUnreadable = false

  /// What the total says beyond everything that was read; nil without a readable total.
  public var difference: Int128? {
    fileTotal.map { $0 - (parsed + setAside + rejected) }
  }
}

/// Everything that one source file yields: exact sums per account, period and currency.
package struct SourceLedger: Sendable {
  /// The file as written, or as resolved from a glob.
  package var file: String
  /// The system it comes from, empty when unsaid.
  package var system: String
  /// What became of the rows.
  package var rows = RowCounts()
  /// Account ids as they stand, in order of first appearance.
  package var accounts: [String] = []
  /// The names that occur per account.
  package var names = AccountTexts(none: 0)
  /// Per attribute of the mapping and account: the texts that occur.
  package var attributes: [(name: String, texts: AccountTexts)] = []
  /// Sums per account, period, currency and value.
  package var sums: SumStore
  /// Control sums, by value, then currency.
  package var controls: [ControlSum] = []
  /// The last row that counts the others, nil without one.
  var countRow: CountRow?
  /// Rejected rows.
  package var rejects = RejectedBatch()
  /// Findings about cells and the file.
  package var findings: [Finding] = []
  /// Findings that make ranking meaningless until a setting decides them.
  package var blocking: [Finding] = []
}
