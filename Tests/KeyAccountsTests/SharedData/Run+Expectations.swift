// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText
import KeyAccounts
import PortfolioAnalysis
import Reporting
import Selection
import Testing

/// The exact integer of a figure that stands as text or number in an expected file.
func units(_ figure: JSONValue?, decimals: Int = 4) throws -> Int128 {
  let text = try #require(figure?.text ?? figure?.int.map(String.init))
  return try #require(ExactDecimal(text)?.units(decimals: decimals), "\(text)")
}

/// Whether `found` is `expected` within a relative 1e-9, the tolerance the expected files state.
func isNear(_ found: Double?, _ expected: JSONValue?) -> Bool {
  guard let found, let wanted = expected?.double else { return false }
  return abs(found - wanted) <= 1e-9 * abs(wanted)
}

extension JSONValue {
  /// The texts of a list; empty for anything else.
  var texts: [String] { (elements ?? []).compactMap(\.text) }
}

extension Run {
  /// The value column called `name`.
  func column(_ name: String) throws -> ValueColumn {
    try #require(accounts.value(named: name), "\(name)")
  }

  /// The exact sum of a value over all accounts.
  func total(_ name: String) throws -> Int128 {
    try column(name).totals.reduce(0) { $0 + ($1 ?? 0) }
  }

  /// The exact sum and the rows of a value over all periods that `isWanted`.
  func total(
    _ name: String,
    where isWanted: (Period) -> Bool
  ) throws -> (sum: Int128, rows: Int) {
    let sums = try column(name).periodSums.filter { isWanted($0.period) }
    return (sums.reduce(0) { $0 + ($1.sum ?? 0) }, sums.reduce(0) { $0 + $1.rows })
  }

  /// The exact sum, the rows and the accounts of a value per text of an attribute.
  func totals(
    _ name: String,
    by attribute: String
  ) throws -> [String: (sum: Int128, rows: Int, accounts: Int)] {
    let column = try column(name)
    let texts = try #require(accounts.attributes.first { $0.name == attribute }?.texts)
    var found: [String: (sum: Int128, rows: Int, accounts: Int)] = [:]
    for (row, text) in texts.enumerated() {
      guard let text else { continue }
      let old = found[text] ?? (0, 0, 0)
      found[text] = (
        old.sum + (column.totals[row] ?? 0), old.rows + column.rowCounts[row], old.accounts + 1
      )
    }
    return found
  }

  /// The first `count` accounts of the ranking.
  func leaders(_ count: Int) throws -> [String] {
    let ranking = try #require(selection?.ranking)
    return ranking.rows.filter { $0.rank != nil }.prefix(count).map {
      ranking.accounts[$0.account]
    }
  }

  /// The accounts on the shortlist, by position.
  func shortlisted() throws -> [String] {
    try #require(selection?.shortlist.entries.map(\.id))
  }

  /// One figure of an account.
  func figure(_ name: String, of account: String) throws -> Int128? {
    let row = try #require(accounts.row(of: account), "\(account)")
    return try column(name).totals[row]
  }

  /// One measure of an account.
  func measure(_ name: String, of account: String) throws -> Double? {
    let row = try #require(accounts.row(of: account), "\(account)")
    return try #require(accounts.measures.first { $0.name == name }).numbers[row]
  }

  /// The control sum of a value of a file in a currency.
  func control(_ file: String, _ value: String, _ currency: String) throws -> ControlSum {
    let files = reconciled.filter { $0.file == file }.flatMap(\.controls)
    let found = files.first { $0.value == value && $0.currency == currency }
    return try #require(found, "\(file) \(value) \(currency)")
  }

  /// Checks that the inputs are the expected bytes and that every row became something.
  func expectInputs(_ data: SharedDataSet) throws {
    for input in inputs {
      guard let file = data.expected["files"]?[input.name] else { continue }
      #expect(input.byteCount == file["bytes"]?.int, "\(input.name)")
      #expect(input.sha256 == file["sha256"]?.text, "\(input.name)")
      let rows = try #require(reconciled.first { $0.file == input.name }).rows
      #expect(rows.read == file["data_rows"]?.int, "\(input.name)")
    }
  }

  /// Checks the sum and the empty cells of a column that a value reads as it stands.
  func expectColumn(
    _ header: String,
    of file: String,
    as value: String,
    _ currency: String,
    in data: SharedDataSet
  ) throws {
    let column = try #require(data.expected["files"]?[file]?["per_column"]?[header])
    let control = try control(file, value, currency)
    #expect(control.parsed == (try units(column["sum"], decimals: control.decimals)), "\(header)")
    #expect(control.missing == column["empty"]?.int, "\(header)")
  }
}

extension Concentration {
  /// Checks all figures of an expected concentration.
  func expect(_ expected: JSONValue) {
    #expect(count == expected["accounts_with_positive_value"]?.int)
    #expect(isNear(total, expected["total"]))
    #expect(isNear(gini, expected["gini"]))
    #expect(isNear(herfindahl, expected["hhi"]))
    #expect(isNear(largest4, expected["cr4"]))
    #expect(isNear(largest10, expected["cr10"]))
    #expect(accountsFor80Percent == expected["accounts_needed_for_80pct"]?.int)
    #expect(isNear(largestFifth, expected["top_20pct_of_accounts_share"]))
  }
}
