// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText

/// Reads one entry of `sources`.
struct SourceReader {
  private let section: SectionReader
  private let problems: ProgrammeProblems

  init(_ section: SectionReader) {
    self.section = section
    problems = section.problems
  }

  /// The mapping; nil where file or account are unusable.
  func mapping() -> SourceMapping? {
    let file = section["file"]?.text()
    let account = section["account"]?.accountColumn()
    var source = SourceMapping(
      file: file ?? "",
      account: account ?? IdentifierColumn(ColumnReference(""))
    )
    source.position = section["file"]?.position ?? section.position
    source.system = section["system"]?.text()
    source.name = section.column("name")
    readFormat(into: &source)
    source.key = (section["key"]?.list() ?? []).compactMap { $0.column() }
    source.period = period()
    source.currency = section["currency"]?.currencyRule() ?? .programme
    source.values = (section["values"]?.named() ?? []).compactMap {
      value($0, isWide: source.period == .wide)
    }
    source.attributes = section["attributes"]?.attributes() ?? []
    source.exclude = (section["exclude"]?.list() ?? []).compactMap { rule in
      rule.condition(over: nil).map { .init($0, at: rule.position) }
    }
    source.controlTotals = controlTotals()
    return file == nil || account == nil ? nil : source
  }

  private func readFormat(into source: inout SourceMapping) {
    guard let format = section["format"]?.section(.sourceFormat) else { return }
    source.format = NodeReader.format(in: format)
    source.fillDown = (format["fill_down"]?.list() ?? []).compactMap { $0.column() }
  }

  private func period() -> SourceMapping.PeriodRule {
    let isWide = section["periods"]?.choice(of: ["wide"]) != nil
    guard let period = section["period"] else { return isWide ? .wide : .none }
    if isWide {
      problems.add(
        .contradiction,
        at: section.keyPosition("periods"),
        de: "'period' und 'periods: wide' schließen sich aus",
        en: "'period' and 'periods: wide' exclude each other"
      )
    }
    if period.isMapping, period.node["constant"] != nil {
      let month = period.section(.constantPeriod)?["constant"]?.month()
      return month.map { .constant($0) } ?? .none
    }
    return period.column().map { .column($0) } ?? .none
  }

  /// A value; its column may be called nothing where the headers are periods and nothing else.
  private func value(_ entry: NamedReader, isWide: Bool) -> ValueMapping? {
    guard entry.value.isMapping else {
      return entry.value.column(mayBeEmpty: isWide).map { ValueMapping(entry.name, column: $0) }
    }
    guard let section = entry.value.section(.value) else { return nil }
    let kind = section["kind"]?.choice(ValueMapping.Kind.self) ?? .amount
    let factor = section["unit"]?.unitFactor() ?? .one
    let minimum = section["min"]?.decimal()
    let maximum = section["max"]?.decimal()
    if let minimum, let maximum, maximum < minimum {
      problems.add(
        .outOfRange,
        at: section.keyPosition("max"),
        de: "max \(maximum) in '\(section.path)' ist kleiner als min \(minimum)",
        en: "max \(maximum) in '\(section.path)' is less than min \(minimum)"
      )
    }
    guard let column = NodeReader.column(in: section, mayBeEmpty: isWide) else { return nil }
    var mapping = ValueMapping(entry.name, column: column, kind: kind)
    mapping.unitFactor = factor
    mapping.minimum = minimum
    mapping.maximum = maximum
    mapping.sign = section["sign"]?.signRule()
    return mapping
  }

  private func controlTotals() -> [String: ExactDecimal] {
    let values = section["values"]?.node.entries.map(\.key) ?? []
    var totals: [String: ExactDecimal] = [:]
    for entry in section["control_totals"]?.named() ?? [] {
      totals[entry.name] = entry.value.decimal()
      guard !values.contains(entry.name) else { continue }
      let hint = Suggestion.closest(to: entry.name, among: values)
      problems.add(
        .unknownName,
        at: entry.position,
        de: "'\(entry.name)' ist kein Wert dieser Quelle" + Suggestion.german(hint),
        en: "'\(entry.name)' is not a value of this source" + Suggestion.english(hint)
      )
    }
    return totals
  }
}

extension NodeReader {
  /// Attributes by name, in file order.
  func attributes() -> [AttributeMapping] {
    named().compactMap { entry in
      entry.value.column().map { AttributeMapping(entry.name, column: $0) }
    }
  }

  fileprivate func currencyRule() -> SourceMapping.CurrencyRule? {
    guard isMapping else {
      return text().map { .column(ColumnReference($0, at: position), map: [:]) }
    }
    guard let section = section(.currency) else { return nil }
    let map = section["map"]?.named() ?? []
    if let constant = section["constant"] {
      guard section["column"] == nil else {
        return fail(
          .contradiction,
          de: "'constant' und 'column' in '\(path)' schließen sich aus",
          en: "'constant' and 'column' in '\(path)' exclude each other"
        )
      }
      return constant.currencyCode().map { .constant($0) }
    }
    guard section["column"] != nil else {
      return fail(
        .missingKey,
        de: "in '\(path)' fehlt 'column' oder 'constant'",
        en: "'column' or 'constant' is missing in '\(path)'"
      )
    }
    let codes = map.compactMap { entry in entry.value.currencyCode().map { (entry.name, $0) } }
    return Self.column(in: section).map {
      .column($0, map: Dictionary(codes, uniquingKeysWith: { first, _ in first }))
    }
  }
}
