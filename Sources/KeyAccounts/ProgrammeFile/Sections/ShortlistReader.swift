// SPDX-License-Identifier: Apache-2.0
import Accounts
import Selection

/// Reads `shortlist`.
struct ShortlistReader {
  private let section: SectionReader

  init(_ section: SectionReader) { self.section = section }

  /// The rule with its three ranks; `assumed` is the size where none is given.
  func rule(assumed size: Int) -> ShortlistRule {
    var rule = ShortlistRule(size: section["size"]?.integer(atLeast: 1) ?? size)
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

  /// The capacity limit.
  func capacity() -> DeclaredAnalyses.Capacity? {
    guard let capacity = section["capacity"]?.section(.capacity) else { return nil }
    let effort = capacity["effort"]?.text()
    guard let limit = capacity["limit"]?.number(atLeast: 0), let effort else { return nil }
    return .init(effort: effort, limit: limit, position: capacity.position)
  }

  /// The quotas, in file order.
  func quotas() -> [DeclaredAnalyses.Quota] {
    (section["quotas"]?.openList() ?? []).compactMap { $0.section(.quota) }.compactMap(quota)
  }

  private func quota(_ quota: SectionReader) -> DeclaredAnalyses.Quota? {
    let most = quota["at_most"]?.integer(atLeast: 0)
    let fewest = quota["at_least"]?.integer(atLeast: 0)
    if let most, let fewest, most < fewest {
      quota.problems.add(
        .contradiction,
        at: quota.keyPosition("at_most"),
        de: "at_most \(most) in '\(quota.path)' ist kleiner als at_least \(fewest)",
        en: "at_most \(most) in '\(quota.path)' is less than at_least \(fewest)"
      )
    }
    return quota["attribute"]?.text().map {
      .init(attribute: $0, atMost: most, atLeast: fewest, position: quota.position)
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
  /// A path with its place.
  func reference() -> ShortlistFiles.Reference? {
    text().map { .init(path: $0, position: position) }
  }
}
