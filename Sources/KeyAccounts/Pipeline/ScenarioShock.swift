// SPDX-License-Identifier: Apache-2.0
import Accounts
import Selection

/// Changes values of some accounts by a share, exactly.
struct ScenarioShock {
  /// A share as a fraction of whole numbers, exact to nine decimals.
  private struct Factor {
    private static let one: Int128 = 1_000_000_000
    private let billionths: Int128

    /// The factor of a relative change, such as 0.5 for -0.5.
    init(change: Double) {
      // Changes that no exact sum could hold are cut to a billion times the value.
      let clamped = min(1e9, max(-1e9, change.isFinite ? change : 0))
      billionths = Self.one + Int128((clamped * 1e9).rounded())
    }

    /// The product, rounded half away from zero; nil beyond the range of exact sums.
    func times(_ amount: Int128) -> Int128? {
      let (product, overflow) = amount.multipliedReportingOverflow(by: billionths)
      guard !overflow else { return nil }
      let (quotient, rest) = product.quotientAndRemainder(dividingBy: Self.one)
      guard 2 * rest.magnitude >= Self.one.magnitude else { return quotient }
      return quotient + (product < 0 ? -1 : 1)
    }
  }

  private let shock: DeclaredScenario.Shock

  init(_ shock: DeclaredScenario.Shock) { self.shock = shock }

  /// The accounts that are hit, and the change in words.
  ///
  /// - Parameter table: the accounts with their measures; the condition may also name `account` and
  ///   `name` where nothing else is called so.
  /// - Returns: what reasons say of it.
  func effect(on table: AccountTable) -> ScenarioShockEffect {
    let words = shock.changes.map { change -> LocalizedText in
      let percent = Self.percent(change.relative)
      return LocalizedText(de: "\(change.value) \(percent) %", en: "\(change.value) \(percent) %")
    }
    let text = LocalizedText(
      de: words.map(\.german).joined(separator: ", "),
      en: words.map(\.english).joined(separator: ", ")
    )
    guard let condition = shock.condition else {
      return ScenarioShockEffect(
        isHit: [Bool](repeating: true, count: table.count),
        text: text
      )
    }
    return ScenarioShockEffect(
      isHit: MeasureEvaluator(table.naming(condition.names)).conditions(condition),
      text: text
    )
  }

  /// The values after the shock; measures are for the caller to compute again.
  ///
  /// Every month is rounded by itself and a total stays the sum of its months, as it was before.
  func applied(to table: AccountTable, where isHit: [Bool]) -> AccountTable {
    var result = table
    for change in shock.changes {
      guard let index = result.values.firstIndex(where: { $0.name == change.value }) else {
        continue
      }
      result.values[index].scale(by: { Factor(change: change.relative).times($0) }, where: isHit)
    }
    return result
  }

  private static func percent(_ share: Double) -> String {
    let tenths = Int(min(1e12, max(-1e12, share * 1000)).rounded())
    let sign = tenths < 0 ? "-" : "+"
    let rest = abs(tenths) % 10 == 0 ? "" : ".\(abs(tenths) % 10)"
    return "\(sign)\(abs(tenths) / 10)\(rest)"
  }
}

extension ValueColumn {
  /// Puts every sum of the accounts that are hit through `scaled`; nil makes a sum missing.
  fileprivate mutating func scale(by scaled: (Int128) -> Int128?, where isHit: [Bool]) {
    let before = periodSums
    periodSums = before.scaled(where: isHit, by: scaled)
    for row in isHit.indices where isHit[row] {
      let months = before.series(of: row)
      let wasSum = totals[row] == Self.sum(months)
      totals[row] =
        wasSum && !months.isEmpty
        ? Self.sum(periodSums.series(of: row)) : totals[row].flatMap(scaled)
    }
  }

  /// The sum of some months, nil where one is missing or the sum is out of range.
  private static func sum(_ months: PeriodSums.Series) -> Int128? {
    var sum: Int128 = 0
    for month in months {
      guard let amount = month.sum else { return nil }
      let (next, overflow) = sum.addingReportingOverflow(amount)
      guard !overflow else { return nil }
      sum = next
    }
    return sum
  }
}

extension AccountTable {
  /// The table with ids and names as attributes, where a condition asks for them and nothing of the
  /// programme is called so.
  fileprivate func naming(_ names: [String]) -> AccountTable {
    var result = self
    let known = attributes.map(\.name) + values.map(\.name) + measures.map(\.name)
    for (name, texts) in [("account", ids), ("name", Array(self.names))]
    where names.contains(name) && !known.contains(name) {
      result.attributes.append(
        Attribute(
          name: name,
          texts: TextColumn(texts),
          distinctCounts: CountColumn(repeatElement(1, count: count))
        )
      )
    }
    return result
  }
}
