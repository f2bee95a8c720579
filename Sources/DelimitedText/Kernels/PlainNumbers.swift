// SPDX-License-Identifier: Apache-2.0
import CScanning

/// Counts the plain numbers of a column, row after row.
struct PlainNumbers {
  /// Numbers without a decimal mark.
  private(set) var whole = 0
  /// Numbers with one.
  private(set) var fractions = 0
  /// Whole ones of several digits that begin with a zero.
  private(set) var padded = 0

  /// Counts the numbers in a field of complete rows up to the first that is not plain or may be a
  /// day or period; the answer is that row, or the end.
  mutating func count(
    _ rows: Range<Int>,
    of chunk: RowChunk,
    field: Int,
    decimalMark: UInt8,
    _ bounds: inout DecimalBounds
  ) -> Int {
    let counted = unsafe bounds.least.withUnsafeMutableBufferPointer { least in
      unsafe bounds.most.withUnsafeMutableBufferPointer { most in
        unsafe chunk.withRows(rows) { all in
          var (all, facts) = unsafe (all, scan_plain_facts())
          unsafe facts.decimal_mark = decimalMark
          unsafe facts.least = least.baseAddress
          unsafe facts.most = most.baseAddress
          let counted = unsafe scan_plain_numbers(&all, Int32(field), &facts)
          whole += unsafe Int(facts.whole)
          fractions += unsafe Int(facts.fractions)
          padded += unsafe Int(facts.padded)
          return Int(counted)
        }
      }
    }
    return rows.lowerBound + counted
  }
}
