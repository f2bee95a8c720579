// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Figures over the months of one value, looking back from the last period that counts.
///
/// A window without rows is 0 for an account that has rows of the value, and missing for one that
/// has none; a month with a missing cell makes every window that holds it missing. A value without
/// any periods has no windows: all of them are missing.
struct SeriesWindow {
  let value: ValueColumn
  let asOf: Period?

  /// The figure of one account, nil where it is missing.
  ///
  /// Formulas: `growth` = last n / prior n - 1 (missing unless prior > 0), `arc_growth` =
  /// 2 (last - prior) / (|last| + |prior|), `cagr` = (last 12 / the 12 that end n months earlier)
  /// to the power 12 / n, minus 1 (missing unless both > 0), `trend` = least-squares slope per
  /// month, `volatility` = sample standard deviation / mean of the months (missing below four
  /// months or with a mean of 0 or less).
  func figure(_ function: ExpressionFunction, row: Int, months: Int?) -> Double? {
    raw(function, row: row, months: months).flatMap { $0.isFinite ? $0 : nil }
  }

  private func raw(_ function: ExpressionFunction, row: Int, months: Int?) -> Double? {
    switch function {
    case .sum:
      guard let months else { return value.total(of: row) }
      return double(sum(row, months: months, endingBefore: 0))
    case .count: return count(row, months: months)
    case .growth: return growth(row, months: months ?? 12)
    case .arcGrowth: return arcGrowth(row, months: months ?? 12)
    case .cagr: return compoundGrowth(row, months: months ?? 12)
    case .trend: return series(row, months: months).flatMap(Self.slope)
    case .volatility: return series(row, months: months).flatMap(Self.variation)
    default: return nil
    }
  }

  // MARK: Windows

  /// The exact sum of the `months` months that end `gap` months before as_of.
  private func sum(_ row: Int, months: Int, endingBefore gap: Int) -> Int128? {
    guard let asOf, value.rowCounts[row] > 0, !value.periodSums.isEmpty else { return nil }
    let last = asOf.index - gap
    var sum: Int128 = 0
    for month in value.series(of: row)
    where month.period.index <= last && month.period.index > last - months {
      guard let amount = month.sum else { return nil }
      sum += amount
    }
    return sum
  }

  private func double(_ sum: Int128?) -> Double? {
    sum.map { nearestDouble($0, decimals: value.decimals) }
  }

  private func count(_ row: Int, months: Int?) -> Double? {
    guard let months else { return Double(value.rowCounts[row]) }
    guard let asOf, !value.periodSums.isEmpty else { return nil }
    let rows = value.series(of: row).reduce(0) { found, month in
      let age = asOf.index - month.period.index
      return age >= 0 && age < months ? found + month.rows : found
    }
    return Double(rows)
  }

  /// The months of the window as numbers, gaps as 0.
  private func series(_ row: Int, months: Int?) -> [Double]? {
    guard let asOf, let first = value.series(of: row).first else { return nil }
    let start = months.map { asOf.index - $0 + 1 } ?? first.period.index
    guard start <= asOf.index, asOf.index - start < 100_000 else { return nil }
    var numbers = [Double](repeating: 0, count: asOf.index - start + 1)
    for month in value.series(of: row)
    where month.period.index >= start && month.period.index <= asOf.index {
      guard let amount = double(month.sum) else { return nil }
      numbers[month.period.index - start] = amount
    }
    return numbers
  }

  // MARK: Figures

  private func growth(_ row: Int, months: Int) -> Double? {
    guard let last = double(sum(row, months: months, endingBefore: 0)),
      let prior = double(sum(row, months: months, endingBefore: months)), prior > 0
    else { return nil }
    return last / prior - 1
  }

  private func arcGrowth(_ row: Int, months: Int) -> Double? {
    guard let last = double(sum(row, months: months, endingBefore: 0)),
      let prior = double(sum(row, months: months, endingBefore: months)),
      last.magnitude + prior.magnitude > 0
    else { return nil }
    return 2 * (last - prior) / (last.magnitude + prior.magnitude)
  }

  private func compoundGrowth(_ row: Int, months: Int) -> Double? {
    guard let last = double(sum(row, months: 12, endingBefore: 0)),
      let first = double(sum(row, months: 12, endingBefore: months)), first > 0, last > 0
    else { return nil }
    return pow(last / first, 12 / Double(months)) - 1
  }

  private static func slope(_ numbers: [Double]) -> Double? {
    guard numbers.count >= 2 else { return nil }
    let center = Double(numbers.count - 1) / 2
    let mean = numbers.reduce(0, +) / Double(numbers.count)
    var above = 0.0
    var below = 0.0
    for (index, number) in numbers.enumerated() {
      let distance = Double(index) - center
      above += distance * (number - mean)
      below += distance * distance
    }
    return above / below
  }

  private static func variation(_ numbers: [Double]) -> Double? {
    guard numbers.count >= 4 else { return nil }
    let mean = numbers.reduce(0, +) / Double(numbers.count)
    guard mean > 0 else { return nil }
    let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(numbers.count - 1)).squareRoot() / mean
  }
}

/// The natural logarithm of a positive number.
func naturalLogarithm(_ number: Double) -> Double { log(number) }
