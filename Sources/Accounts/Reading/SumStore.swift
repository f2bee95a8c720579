// SPDX-License-Identifier: Apache-2.0

/// Exact sums by account, period and currency, one column per value.
///
/// Memory grows with the number of accounts and periods, not with the number of rows. Sums are
/// integers, so they depend on no order.
package struct SumStore: Sendable {
  /// Where a sum belongs.
  package struct Key: Hashable, Sendable {
    /// Index of the account in the ledger.
    package var account: Int32
    /// Month index of ``Period``, or `noPeriod`.
    package var period: Int32
    /// Index into `currencies`.
    package var currency: Int32

    /// The period of values that belong to none.
    package static let noPeriod = Int32.min
  }

  /// Names of the values, in mapping order.
  package let values: [ValueMapping]
  /// The currency codes seen, by index; index 0 is for plain numbers.
  package private(set) var currencies: [String] = [""]
  /// The keys, in order of first appearance.
  package private(set) var keys: [Key] = []
  /// Sums of value `v` at key `k` at `k * values.count + v`.
  package private(set) var sums: [Int128] = []
  /// Rows with a number, laid out like `sums`.
  package private(set) var rowCounts: [Int32] = []
  /// Rows whose cell was missing, laid out like `sums`.
  package private(set) var missingCounts: [Int32] = []
  private var slots: [Key: Int] = [:]
  private var lastKey: Key?
  private var lastSlot = 0

  /// An empty store for these values.
  package init(values: [ValueMapping]) { self.values = values }

  /// The index of a currency code.
  package mutating func currencyIndex(_ code: String) -> Int32 {
    if let index = currencies.firstIndex(of: code) { return Int32(index) }
    currencies.append(code)
    return Int32(currencies.count - 1)
  }

  /// Adds a number; false when the sum would overflow.
  package mutating func add(_ number: Int128, value: Int, at key: Key) -> Bool {
    let place = slot(of: key) * values.count + value
    let (sum, overflow) = sums[place].addingReportingOverflow(number)
    guard !overflow else { return false }
    sums[place] = sum
    rowCounts[place] += 1
    return true
  }

  /// Notes a row whose cell was missing.
  package mutating func addMissing(value: Int, at key: Key) {
    missingCounts[slot(of: key) * values.count + value] += 1
  }

  private mutating func slot(of key: Key) -> Int {
    if key == lastKey { return lastSlot }
    lastKey = key
    if let slot = slots[key] {
      lastSlot = slot
      return slot
    }
    lastSlot = keys.count
    slots[key] = lastSlot
    keys.append(key)
    sums.append(contentsOf: repeatElement(0, count: values.count))
    rowCounts.append(contentsOf: repeatElement(0, count: values.count))
    missingCounts.append(contentsOf: repeatElement(0, count: values.count))
    return lastSlot
  }
}
