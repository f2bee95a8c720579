// SPDX-License-Identifier: Apache-2.0
import Accounts
import Selection

/// Reads `shortlist`.
struct ShortlistReader {
  private let section: SectionReader
  private let names: KnownNames

  /// Prepares to read `section`, whose efforts and quotas may use `names`.
  init(_ section: SectionReader, over names: KnownNames) {
    self.section = section
    self.names = names
  }

  /// The rule with its ranks, capacity and quotas; `assumed` is the size where none is given.
  func rule(assumed size: Int) -> ShortlistRule {
    let given = section["size"]?.integer(atLeast: 1)
    var rule = ShortlistRule(size: given ?? size)
    rule.isSizeAssumed = given == nil
    rule.capacity = capacity()
    rule.quotas = quotas()
    rule.enter = section["enter"]?.integer(atLeast: 1)
    rule.stay = section["stay"]?.integer(atLeast: 1)
    Self.check(rule, in: section)
    return rule
  }

  /// The files of the previous list and of decisions.
  func files() -> ShortlistFiles {
    var files = ShortlistFiles()
    files.incumbents = section["incumbents"]?.reference()
    files.decisions = section["decisions"]?.reference()
    return files
  }

  /// The limit of effort.
  private func capacity() -> CapacityRule? {
    guard let capacity = section["capacity"]?.section(.capacity) else { return nil }
    let effort = capacity["effort"]?.expression(over: names)
    guard let reader = capacity["limit"], let limit = reader.number(atLeast: 0), let effort else {
      return nil
    }
    guard limit <= CapacityRule.largestLimit else {
      return reader.outOfRange("höchstens 900000000000", "at most 900000000000")
    }
    return CapacityRule(effort: effort, limit: limit)
  }

  /// The quotas, in file order.
  private func quotas() -> [QuotaRule] {
    (section["quotas"]?.openList() ?? []).compactMap { $0.section(.quota) }.compactMap(quota)
  }

  private func quota(_ quota: SectionReader) -> QuotaRule? {
    let most = quota["at_most"]?.integer(atLeast: 0)
    let fewest = quota["at_least"]?.integer(atLeast: 0)
    if let most, let fewest, most < fewest {
      quota.problems.add(
        .contradiction,
        at: quota.keyPosition("at_most"),
        de: "at_most \(most) in '\(quota.path)' ist kleiner als at_least \(fewest)",
        en: "at_most \(most) in '\(quota.path)' is less than at_least \(fewest)"
      )
      return nil
    }
    if most == nil, fewest == nil {
      quota.problems.add(
        .missingKey,
        at: quota.position,
        de: "in '\(quota.path)' fehlt 'at_most' oder 'at_least'",
        en: "'at_most' or 'at_least' is missing in '\(quota.path)'"
      )
      return nil
    }
    return quota["attribute"]?.attribute(of: names).map {
      QuotaRule(attribute: $0, atMost: most, atLeast: fewest)
    }
  }

  /// Hysteresis only works where enter <= size <= stay.
  static func check(_ rule: ShortlistRule, in section: SectionReader) {
    if let enter = rule.enter, enter > rule.size {
      section.problems.add(
        .shortlistSizes,
        at: section.keyPosition("enter"),
        de: "enter \(enter) ist größer als size \(rule.size); es muss enter <= size <= stay gelten",
        en: "enter \(enter) is greater than size \(rule.size); enter <= size <= stay must hold"
      )
    }
    if let stay = rule.stay, stay < rule.size {
      section.problems.add(
        .shortlistSizes,
        at: section.keyPosition("stay"),
        de: "stay \(stay) ist kleiner als size \(rule.size); es muss enter <= size <= stay gelten",
        en: "stay \(stay) is less than size \(rule.size); enter <= size <= stay must hold"
      )
    }
  }
}

extension NodeReader {
  /// The name of a known attribute.
  func attribute(of names: KnownNames) -> String? {
    guard let name = text() else { return nil }
    guard !names.isEmpty, !names.isAttribute(name) else { return name }
    let hint = Suggestion.closest(to: name, among: names.attributes)
    return fail(
      .unknownName,
      de: "'\(name)' in '\(path)' ist kein Merkmal" + Suggestion.german(hint),
      en: "'\(name)' in '\(path)' is not an attribute" + Suggestion.english(hint)
    )
  }

  /// A path with its place.
  func reference() -> ShortlistFiles.Reference? {
    text().map { .init(path: $0, position: position) }
  }
}
