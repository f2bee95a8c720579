// SPDX-License-Identifier: Apache-2.0

/// After which calendar year a fiscal year is named.
public enum FiscalYearName: String, Sendable, CaseIterable {
  /// The year in which it ends: October 2024 to September 2025 is 2025.
  case end
  /// The year in which it starts: April 2025 to March 2026 is 2025.
  case start
}

/// When the years of a company begin and what they are called.
package struct FiscalYear: Sendable, Hashable {
  /// The calendar year.
  package static let calendar = FiscalYear(startMonth: 1, namedAfter: .end)

  private let startMonth: Int
  private let name: FiscalYearName

  /// Makes a fiscal year; a start outside 1 to 12 is January.
  package init(startMonth: Int, namedAfter name: FiscalYearName) {
    self.startMonth = (1...12).contains(startMonth) ? startMonth : 1
    self.name = name
  }

  /// Whether the year in which a fiscal year ends names it.
  var isNamedAfterEnd: Bool { name == .end }

  /// The calendar month of period 1 to 12 of a fiscal year.
  func month(ofPeriod period: Int, year: Int) -> (month: Int, year: Int) {
    guard startMonth > 1 else { return (period, year) }
    let months = startMonth - 1 + period - 1
    let firstYear = name == .end ? year - 1 : year
    return (months % 12 + 1, firstYear + months / 12)
  }
}
