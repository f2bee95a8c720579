// SPDX-License-Identifier: Apache-2.0
import Accounts
import Selection

/// Measures and criteria for the values that exist, with scales from their ranges.
struct ProposedCriteria {
  /// One criterion with a fixed scale.
  struct Line {
    var name: LocalizedText
    var measure: String
    var weight: Int
    var isForward: Bool
    var low = 0.0
    var high = 1.0
    /// Whether people enter the figure; then its scale is the one they judge on.
    var isManual = false
  }

  /// Measures in order, each with its formula.
  private(set) var measures: [(name: String, formula: String)] = []
  /// Criteria in order; empty where no account has any value.
  private(set) var lines: [Line] = []
  private var table: AccountTable
  private let ratings: [ProposedValue]

  private static let growths = ["growth_12m", "growth"]

  /// So many criteria are enough (S004).
  private static let most = 5

  /// Looks at the values of consolidated accounts, some of which may be ratings.
  init(_ table: AccountTable, ratings: [ProposedValue]) {
    self.table = table
    self.ratings = ratings
    addMeasures()
    let figures = candidates
    let judgements = ratings.compactMap { judged($0, beside: figures) }
    var known = (figures + judgements).filter { hasNumbers($0.measure) }
    if known.isEmpty {
      known = table.values.map {
        Line(name: LocalizedText($0.name), measure: $0.name, weight: 20, isForward: false)
      }.filter { hasNumbers($0.measure) }
    }
    lines = known.prefix(Self.most).map(scaled)
  }

  /// Whether a criterion looks ahead at potential or growth.
  var measuresPotential: Bool {
    lines.contains {
      ["open_potential", "potential"].contains($0.measure) || Self.growths.contains($0.measure)
    }
  }

  // MARK: Measures

  private func has(_ value: String) -> Bool { table.value(named: value) != nil }

  private func hasMeasure(_ name: String) -> Bool { table.measures.contains { $0.name == name } }

  /// Months between the first and the last sum of the revenue; nil without periods.
  private var revenueMonths: Int? {
    let span = table.value(named: "revenue")?.periodSums.span
    return span.map { $0.upperBound.index - $0.lowerBound.index }
  }

  private var recentRevenue: String { revenueMonths == nil ? "revenue" : "revenue_12m" }

  private mutating func addMeasures() {
    if let months = revenueMonths {
      add("revenue_12m", "sum(revenue, 12)")
      if months >= 12 { add("growth_12m", "growth(revenue, 12)") }
    }
    if has("revenue_prior_year"), has("revenue") {
      // Division by zero is missing, as growth from nothing is.
      add("growth", "revenue / max(0, revenue_prior_year) - 1")
    }
    if has("margin"), has("revenue") {
      let margin = revenueMonths == nil ? "margin" : "sum(margin, 12)"
      add("margin_rate", "\(margin) / \(recentRevenue)")
    }
    if has("cost"), has("revenue"), !has("margin") {
      let costs = revenueMonths == nil ? "cost" : "sum(cost, 12)"
      let sign = numbers("cost").reduce(0, +) < 0 ? "+" : "-"
      add("margin_rate", "(\(recentRevenue) \(sign) \(costs)) / \(recentRevenue)")
    }
    if !has("countries"), spansCountries { add("countries", "distinct(country)") }
    if has("potential"), has("revenue") {
      add("open_potential", "max(0, potential - \(recentRevenue))")
    }
  }

  /// Whether more than one account in twenty has rows of more than one country.
  private var spansCountries: Bool {
    guard table.attributes.contains(where: { $0.name == "country" }),
      let expression = try? Expression(parsing: "distinct(country)")
    else { return false }
    let counts = MeasureEvaluator(table).numbers(expression)
    return counts.count { ($0 ?? 0) > 1 } * 20 > counts.count
  }

  /// Adds a measure unless an export brings the figure itself.
  private mutating func add(_ name: String, _ formula: String) {
    guard !has(name), let expression = try? Expression(parsing: formula) else { return }
    let numbers = MeasureEvaluator(table).numbers(expression)
    table.measures.append(AccountTable.Measure(name: name, numbers: numbers))
    measures.append((name, formula))
  }

  // MARK: Criteria

  private var candidates: [Line] {
    [
      Line(
        name: LocalizedText(de: "offenes Potenzial", en: "open potential"),
        measure: has("revenue") ? "open_potential" : "potential",
        weight: 40,
        isForward: true
      ),
      Line(
        name: LocalizedText(de: "Wachstum", en: "growth"),
        measure: hasMeasure("growth_12m") ? "growth_12m" : "growth",
        weight: 25,
        isForward: true
      ),
      Line(
        name: LocalizedText(de: "Umsatz", en: "revenue"),
        measure: recentRevenue,
        weight: 30,
        isForward: false
      ),
      Line(
        name: LocalizedText(de: "Marge", en: "margin rate"),
        measure: has("margin") && !has("revenue") ? "margin" : "margin_rate",
        weight: 20,
        isForward: false
      ),
      Line(
        name: LocalizedText(de: "Länder", en: "countries"),
        measure: "countries",
        weight: 15,
        isForward: true
      ),
      Line(
        name: LocalizedText(de: "Standorte", en: "sites"),
        measure: "sites",
        weight: 10,
        isForward: true
      ),
      Line(
        name: LocalizedText(de: "Angebote", en: "pipeline"),
        measure: "pipeline",
        weight: 20,
        isForward: true
      ),
      Line(
        name: LocalizedText(de: "Auftragseingang", en: "order intake"),
        measure: "order_intake",
        weight: 20,
        isForward: true
      ),
    ]
  }

  /// What people judge, called as its header, which is written out where a figure is called so.
  private func judged(_ value: ProposedValue, beside figures: [Line]) -> Line? {
    value.rating.map { name, scale in
      let isTaken = figures.contains { line in
        [line.name.german, line.name.english].contains { $0.lowercased() == name.lowercased() }
      }
      return Line(
        name: LocalizedText(isTaken ? value.header : name),
        measure: value.name,
        weight: 15,
        isForward: true,
        low: Double(scale.low),
        high: Double(scale.high),
        isManual: true
      )
    }
  }

  private func numbers(_ name: String) -> [Double] {
    if let measure = table.measures.first(where: { $0.name == name }) {
      return measure.numbers.compactMap { $0 }
    }
    guard let value = table.value(named: name) else { return [] }
    return table.ids.indices.compactMap { value.total(of: $0) }
  }

  private func hasNumbers(_ name: String) -> Bool { !numbers(name).isEmpty }

  /// Nine of ten accounts lie between the bounds, which are rounded outwards.
  private func scaled(_ line: Line) -> Line {
    let sorted = numbers(line.measure).sorted()
    guard !sorted.isEmpty, !line.isManual else { return line }
    let last = sorted.count - 1
    var result = line
    result.low = Self.rounded(min(0, sorted[last / 20]))
    result.high = Self.rounded(sorted[last - last / 20])
    // The growth of tiny accounts knows no bounds and would make all others equal.
    if Self.growths.contains(line.measure) {
      result.low = max(result.low, -0.5)
      result.high = min(result.high, 1)
    }
    if result.high <= result.low { result.high = result.low + 1 }
    return result
  }

  /// The next 1, 2 or 5 times a power of ten away from zero.
  private static func rounded(_ number: Double) -> Double {
    let size = abs(number)
    guard size > 1e-6, size < 1e15 else { return size < 1e15 ? 0 : number }
    var unit = 1e-6
    while unit * 10 <= size { unit *= 10 }
    let step = [1.0, 2, 5, 10].first { $0 * unit >= size } ?? 10
    // Through the shortest text, so that 0.2 is not written as 0.19999999999999998.
    let digits = step * unit >= 1 ? (step * unit).rounded() : (step * unit * 1e6).rounded() / 1e6
    return number < 0 ? -digits : digits
  }
}
