// SPDX-License-Identifier: Apache-2.0

/// A currency without a rate in one period.
struct MissingRate: Hashable {
  var currency: String
  /// Month index of ``Period``, or ``SumStore/Key/noPeriod``.
  var period: Int32

  /// What to say of it, when so many sums of accounts miss it in a file.
  func finding(accounts: Int, file: String) -> Finding {
    let period = period == SumStore.Key.noPeriod ? "" : Period(index: Int(period)).description
    let place = [currency, period].filter { !$0.isEmpty }.joined(separator: " ")
    return Finding(
      .error,
      "K-D025",
      file: file.isEmpty ? nil : file,
      field: currency,
      found: period,
      message: LocalizedText(
        de: "kein Kurs für \(place); ergänzen Sie die Kurstabelle (rates); fehlende Summen: "
          + "\(accounts)",
        en: "no rate for \(place); complete the rate table (rates); missing sums: \(accounts)"
      )
    )
  }
}

extension MissingRate: Comparable {
  static func < (a: MissingRate, b: MissingRate) -> Bool {
    a.currency == b.currency ? a.period < b.period : a.currency.isBytewiseLess(than: b.currency)
  }
}
