// SPDX-License-Identifier: Apache-2.0
import Accounts
import CyclePerformance

/// What to say of runs that the link cannot use.
enum LinkAdvice {
  /// Runs that know none of the accounts that attained something after them.
  static func findings(_ link: LinkRows) -> [Finding] {
    var strangers: [String: Int] = [:]
    var known: Set<String> = []
    for row in link.indices where link.attainment(at: row) != nil {
      guard let run = link.run(at: row) else { continue }
      if link.isSelected(at: row) == nil {
        strangers[run, default: 0] += 1
      } else {
        known.insert(run)
      }
    }
    return strangers.filter { !known.contains($0.key) }
      .sorted { $0.key.isBytewiseLess(than: $1.key) }
      .map { unknown(to: $0.key, count: $0.value) }
  }

  private static func unknown(to run: String, count: Int) -> Finding {
    Finding(
      .warning,
      "K-S093",
      found: run,
      message: LocalizedText(
        de: "der frühere Lauf '\(run)' kennt keinen der Kunden, die danach etwas erreicht haben "
          + "(\(count)); stimmen die Kundennummern überein (führende Nullen)?",
        en: "the earlier run '\(run)' knows none of the accounts that attained something after it "
          + "(\(count)); do the account ids agree (leading zeros)?"
      )
    )
  }
}
