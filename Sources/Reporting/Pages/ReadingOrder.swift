// SPDX-License-Identifier: Apache-2.0
import Accounts

extension String {
  /// Whether people would look for this text before `other`: digits count as the number that they
  /// write, `O2` before `O10`; all else by bytes.
  func readsBefore(_ other: String) -> Bool {
    let (a, b) = (Array(utf8), Array(other.utf8))
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      let (number, theirs) = (Self.digits(of: a, from: i), Self.digits(of: b, from: j))
      if number.isEmpty || theirs.isEmpty {
        if a[i] != b[j] { return a[i] < b[j] }
        (i, j) = (i + 1, j + 1)
      } else {
        let (own, others) = (number.drop { $0 == zero }, theirs.drop { $0 == zero })
        if own.count != others.count { return own.count < others.count }
        if own != others { return own.lexicographicallyPrecedes(others) }
        (i, j) = (number.endIndex, theirs.endIndex)
      }
    }
    if (i < a.count) != (j < b.count) { return i == a.count }
    return isBytewiseLess(than: other)
  }

  private static func digits(of bytes: [UInt8], from start: Int) -> ArraySlice<UInt8> {
    bytes[start...].prefix { zero <= $0 && $0 <= zero + 9 }
  }
}

private let zero = UInt8(ascii: "0")
