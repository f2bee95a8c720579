// SPDX-License-Identifier: Apache-2.0

/// Which accounts of which ledgers belong to each row of the table.
struct RowMembers {
  /// An account of a ledger.
  struct Member {
    var source: Int32
    var account: Int32
  }

  /// The members, row by row, within a row in the order of ledgers and accounts.
  private let members: [Member]
  /// The members of row `r` stand at `offsets[r]..<offsets[r + 1]`.
  private let offsets: [Int32]

  /// Sorts the accounts by row; account `a` of ledger `l` belongs to row `rows[l][a]` of `count`.
  init(_ rows: [[Int32]], count: Int) {
    var offsets = [Int32](repeating: 0, count: count + 1)
    for own in rows {
      for row in own { offsets[Int(row) + 1] += 1 }
    }
    for row in 0..<count { offsets[row + 1] += offsets[row] }
    var next = offsets
    let empty = Member(source: 0, account: 0)
    var members = [Member](repeating: empty, count: Int(offsets[count]))
    for (source, own) in rows.enumerated() {
      for (account, row) in own.enumerated() {
        members[Int(next[Int(row)])] = Member(source: Int32(source), account: Int32(account))
        next[Int(row)] += 1
      }
    }
    self.members = members
    self.offsets = offsets
  }

  /// The rows as the ledgers hold them: by their first members, then those without any.
  ///
  /// Rows beside each other in this order have their sums beside each other.
  var storedOrder: [Int32] {
    let count = offsets.count - 1
    let sources = Int(members.lazy.map(\.source).max() ?? -1) + 1
    var accountCounts = [Int](repeating: 0, count: sources)
    for member in members {
      let source = Int(member.source)
      accountCounts[source] = max(accountCounts[source], Int(member.account) + 1)
    }
    var rowOfAccount = accountCounts.map { [Int32](repeating: -1, count: $0) }
    for row in 0..<count {
      guard let first = self[row].first else { continue }
      rowOfAccount[Int(first.source)][Int(first.account)] = Int32(row)
    }
    let others = (0..<count).lazy.filter { self[$0].isEmpty }.map { Int32($0) }
    return rowOfAccount.joined().filter { $0 >= 0 } + others
  }

  /// The only member of a row, nil where there are none or several.
  func only(of row: Int) -> Member? {
    offsets[row + 1] - offsets[row] == 1 ? members[Int(offsets[row])] : nil
  }

  /// How many of some rows, the first among them, have one member each, and these follow each other
  /// in one ledger.
  func runLength(of rows: ArraySlice<Int32>) -> Int {
    guard let first = rows.first.flatMap({ only(of: Int($0)) }) else { return 0 }
    var count = 1
    for row in rows.dropFirst() {
      guard let next = only(of: Int(row)), next.source == first.source,
        Int(next.account) == Int(first.account) + count
      else { break }
      count += 1
    }
    return count
  }

  /// The members of a row.
  subscript(row: Int) -> ArraySlice<Member> { members[Int(offsets[row])..<Int(offsets[row + 1])] }
}
