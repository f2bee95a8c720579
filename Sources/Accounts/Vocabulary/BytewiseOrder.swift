// SPDX-License-Identifier: Apache-2.0

/// The order of many texts by their UTF-8 bytes.
///
/// Texts are told apart by their first eight bytes as one number; only those that agree in them are
/// compared as texts.
package struct BytewiseOrder {
  private struct Entry {
    var prefix: UInt64
    var index: Int32
  }

  /// The indices of the texts, ascending by their bytes, equal texts by index.
  package let indices: [Int]
  /// Whether the texts are in order.
  package let isIdentity: Bool

  /// Finds the order of `texts`.
  ///
  /// - Complexity: O(n log n), O(n) for texts that are in order
  package init(of texts: [String]) {
    isIdentity = Self.areSorted(texts)
    guard !isIdentity else {
      indices = Array(texts.indices)
      return
    }
    var entries = texts.enumerated().map { index, text in
      Entry(prefix: Self.prefix(of: text), index: Int32(index))
    }
    entries.sort { a, b in
      if a.prefix != b.prefix { return a.prefix < b.prefix }
      let (x, y) = (texts[Int(a.index)], texts[Int(b.index)])
      if x.isBytewiseLess(than: y) { return true }
      return !y.isBytewiseLess(than: x) && a.index < b.index
    }
    indices = entries.map { Int($0.index) }
  }

  private static func areSorted(_ texts: [String]) -> Bool {
    var last: UInt64 = 0
    for (index, text) in texts.enumerated() {
      let prefix = prefix(of: text)
      guard
        last < prefix || last == prefix && index == 0
          || last == prefix && !text.isBytewiseLess(than: texts[index - 1])
      else { return false }
      last = prefix
    }
    return true
  }

  /// The first eight bytes, the first of them the most significant, zeros behind a shorter text.
  package static func prefix(of text: String) -> UInt64 {
    var prefix: UInt64 = 0
    var shift: UInt64 = 64
    for byte in text.utf8 {
      shift -= 8
      prefix |= UInt64(byte) << shift
      if shift == 0 { break }
    }
    return prefix
  }
}
