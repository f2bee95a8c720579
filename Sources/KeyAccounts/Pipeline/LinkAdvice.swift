// SPDX-License-Identifier: Apache-2.0
import Accounts
import CyclePerformance

/// What to say of a link that says nothing.
enum LinkAdvice {
  /// Where something was attained: no run before any of it, or a run that knows none of those who
  /// attained it.
  static func findings(_ link: [LinkRow]) -> [Finding] {
    var strangers: [String: Int] = [:]
    var known: Set<String> = []
    var isAttained = false
    for row in link where row.attainment != nil {
      isAttained = true
      guard let run = row.run else { continue }
      if row.isSelected == nil { strangers[run, default: 0] += 1 } else { known.insert(run) }
    }
    guard isAttained else { return [] }
    guard !strangers.isEmpty || !known.isEmpty else { return [withoutRun] }
    return strangers.filter { !known.contains($0.key) }
      .sorted { $0.key.isBytewiseLess(than: $1.key) }
      .map { unknown(to: $0.key, count: $0.value) }
  }

  private static let withoutRun = Finding(
    .info,
    "K-S090",
    message: LocalizedText(
      de: "vor keinem Zyklus liegt ein Auswahllauf; okr.history nennt den Ordner früherer Läufe, "
        + "kontor link --backtest rechnet die Rangliste von damals nach",
      en: "no selection run stands before any cycle; okr.history names the folder of earlier runs, "
        + "kontor link --backtest ranks again as of then"
    )
  )

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
