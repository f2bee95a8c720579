// SPDX-License-Identifier: Apache-2.0

/// The months of the sample: January 2023 to December 2025, counted from 0.
enum SampleMonths {
  /// How many there are.
  static let count = 36

  /// The year of a month.
  static func year(_ month: Int) -> Int { 2023 + month / 12 }

  /// `001.2023`, the period of a fiscal year as SAP prints it.
  static func fiscal(_ month: Int) -> String {
    "\(SampleNumber.padded(month % 12 + 1, to: 3)).\(year(month))"
  }

  /// `2023-01`.
  static func iso(_ month: Int) -> String {
    "\(year(month))-\(SampleNumber.padded(month % 12 + 1, to: 2))"
  }
}
