// SPDX-License-Identifier: Apache-2.0

/// Counts per `exclude` rule how many rows it set aside, so that every such row has its reason.
struct ExclusionTally {
  private struct Entry {
    var rule: String
    var count = 0
    var firstLine = 0
  }

  private var entries: [Entry]

  init(rules: [String]) { entries = rules.map { Entry(rule: $0) } }

  /// Counts a row that rule number `rule` set aside.
  mutating func add(rule: Int, line: Int) {
    if entries[rule].count == 0 { entries[rule].firstLine = line }
    entries[rule].count += 1
  }

  /// One finding per rule that applied.
  func findings(file: String) -> [Finding] {
    entries.filter { $0.count > 0 }.map { entry in
      Finding(
        .info,
        "K-D040",
        file: file,
        line: entry.firstLine,
        found: entry.rule,
        message: LocalizedText(
          de: "\(entry.count) Zeile(n) nach der Regel '\(entry.rule)' beiseitegelegt, die erste in "
            + "Zeile \(entry.firstLine)",
          en: "\(entry.count) row(s) set aside by the rule '\(entry.rule)', the first in line "
            + "\(entry.firstLine)"
        )
      )
    }
  }
}
