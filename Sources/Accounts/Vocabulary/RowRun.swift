// SPDX-License-Identifier: Apache-2.0

extension ArraySlice<Int32> {
  /// The range of rows that follow each other; nil for others, and for none.
  var run: Range<Int>? {
    guard let first else { return nil }
    var next = first
    var others: Int32 = 0
    for row in self {
      others |= row ^ next
      next &+= 1
    }
    return others == 0 ? Int(first)..<Int(first) + count : nil
  }
}
