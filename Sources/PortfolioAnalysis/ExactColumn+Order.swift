// SPDX-License-Identifier: Apache-2.0
import Accounts
import Statistics

extension ExactColumn {
  /// Rows by descending amount, missing ones last, ties in table order.
  ///
  /// - Complexity: O(n) for amounts within 64 bits, else O(n log n)
  var descendingRows: [Int] {
    let known = indices.filter { self[$0] != nil }
    let missing = indices.filter { self[$0] == nil }
    let amounts = known.compactMap { self[$0] }
    let short = amounts.compactMap { Int64(exactly: $0) }
    let order =
      short.count == amounts.count
      ? NumberOrder.descending(short)
      : amounts.indices.sorted { amounts[$0] != amounts[$1] ? amounts[$0] > amounts[$1] : $0 < $1 }
    return order.map { known[$0] } + missing
  }

  /// The amounts that are known, the largest first.
  var descendingAmounts: [Int128] { descendingRows.compactMap { self[$0] } }
}
