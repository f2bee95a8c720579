// SPDX-License-Identifier: Apache-2.0
import Accounts
import CyclePerformance
import KeyAccounts
import Reporting

// MARK: - OKR cycles, for eyes

extension RunSummary {
  /// The OKRs by account and cycle, and how each cycle stands.
  static func okr(_ run: Run, _ console: Console) {
    guard let cycles = run.cycles else { return withoutOKR(console) }
    show(run, "okr_accounts", columns: nil, console)
    for row in cycles.overview where row.keyResults > 0 {
      console.note(line(of: row, console.language))
    }
  }

  /// The class counts first, then how scores relate to what was attained, then the rows.
  static func link(_ run: Run, _ console: Console) {
    guard let cycles = run.cycles else { return withoutOKR(console) }
    let classes = classCounts(of: cycles, console.language)
    if !classes.isEmpty {
      console.note(
        LocalizedText(de: "Kunden je Zyklus: \(classes)", en: "accounts per cycle: \(classes)")
      )
    }
    if !cycles.isWithoutEarlierRun { console.note(relation(cycles.statistics)) }
    if cycles.backtest != nil {
      show(run, "backtest", columns: backtestColumns, console)
    } else {
      if cycles.isWithoutEarlierRun { console.note(withoutEarlierRun) }
      show(run, "link", columns: nil, console)
    }
  }

  private static let withoutEarlierRun = LocalizedText(
    de: "vor keinem Zyklus liegt ein Auswahllauf; okr.history nennt den Ordner früherer Läufe, "
      + "kontor link --backtest rechnet die Rangliste von damals nach",
    en: "no selection run stands before any cycle; okr.history names the folder of earlier runs, "
      + "kontor link --backtest ranks again as of then"
  )

  private static let backtestColumns = [
    "cycle", "set", "n", "k", "precision", "recall", "lift", "auc", "regret", "p_holm", "reason",
  ]

  /// How many objectives and key results a converted sheet does not hold.
  static func leftOut(_ run: Run, _ console: Console) {
    guard let count = run.cycles?.sheet.rowsWithErrors, count > 0 else { return }
    console.note(
      LocalizedText(
        de: "\(count) Objectives und Key Results mit Fehlern stehen nicht in den umgewandelten "
          + "Dateien; die Befunde nennen die Zeilen",
        en: "\(count) objectives and key results with errors are not in the converted files; the "
          + "findings name the rows"
      )
    )
  }

  /// The link rows by class, in words.
  static func classCounts(of cycles: CycleOutcome, _ language: Language) -> String {
    cycles.classCounts.map { "\($0.count) \(PageWords.words(for: $0.linkClass)(language))" }
      .joined(separator: ", ")
  }

  private static func withoutOKR(_ console: Console) {
    console.note(
      LocalizedText(
        de: "das Programm nennt keine OKR-Dateien (okr)",
        en: "the programme names no OKR files"
      )
    )
  }

  private static func line(of row: CycleOverview, _ language: Language) -> String {
    let percent = { (share: Double) in ReadableNumber.percent(share, language) }
    let start = LocalizedText(
      de: "\(row.cycle): \(row.hits) von \(row.withData) Key Results erreicht",
      en: "\(row.cycle): \(row.hits) of \(row.withData) key results hit"
    )(language)
    guard let rate = row.hitRate, let interval = row.hitRateInterval,
      let attainment = row.attainment
    else { return start }
    let range = "\(percent(interval.lowerBound)) – \(percent(interval.upperBound))"
    return start
      + LocalizedText(
        de: " (\(percent(rate)); 95 %: \(range)), mittlere Erreichung \(percent(attainment)) "
          + "(n = \(row.accountsWithData) Kunden)",
        en: " (\(percent(rate)); 95%: \(range)), mean attainment \(percent(attainment)) "
          + "(n = \(row.accountsWithData) accounts)"
      )(language)
  }

  private static func relation(_ figures: [Estimate]) -> LocalizedText {
    guard let spearman = figures.first(where: { $0.figure == "spearman" }) else {
      return LocalizedText("")
    }
    let basis = LocalizedText(
      de: "n = \(spearman.count) Kunden-Zyklen von \(spearman.accounts) Kunden",
      en: "n = \(spearman.count) account-cycles of \(spearman.accounts) accounts"
    )
    guard let value = spearman.value else {
      let isConstant = spearman.reason == .constantInput
      return LocalizedText(
        de: isConstant
          ? "Punkte oder Erreichung sind überall gleich, kein Zusammenhang messbar "
            + "(\(basis.german))"
          : "zu wenige Daten für einen Zusammenhang (\(basis.german)); die Zeilen stehen in "
            + "link.csv",
        en: isConstant
          ? "scores or attainments are all the same, no relation to measure (\(basis.english))"
          : "too few data for a relation (\(basis.english)); the rows are in link.csv"
      )
    }
    let number = { (value: Double?, language: Language) in
      value.map { ReadableNumber.text($0, language) } ?? "–"
    }
    let without = figures.first { $0.figure == "spearman_without_most_influential" }
    let influence = { (language: Language) -> String in
      guard let account = without?.account else { return "" }
      let value = number(without?.value, language)
      return LocalizedText(de: "; ohne \(account) \(value)", en: "; without \(account) \(value)")(
        language
      )
    }
    return LocalizedText(
      de: "Punkte und Erreichung: Spearman \(number(value, .german)) (95 %: "
        + "\(number(spearman.low, .german)) bis \(number(spearman.high, .german)), p = "
        + "\(number(spearman.probability, .german)), \(basis.german)\(influence(.german)))",
      en: "score and attainment: Spearman \(number(value, .english)) (95%: "
        + "\(number(spearman.low, .english)) to \(number(spearman.high, .english)), p = "
        + "\(number(spearman.probability, .english)), \(basis.english)\(influence(.english)))"
    )
  }
}
