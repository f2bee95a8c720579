// SPDX-License-Identifier: Apache-2.0
import Accounts
import CyclePerformance
import DelimitedText
import KeyAccounts
import PortfolioAnalysis
import Reporting
import Selection

/// The short result of one run, for eyes.
enum RunSummary {
  /// How many rows of a table are shown.
  private static let shownRows = 15

  /// What was understood of each file, and what became of its rows.
  static func check(_ run: Run, _ console: Console) {
    console.output(run.understood(console.language))
    console.output("\n")
    show(
      run,
      "profile",
      columns: ["file", "field", "kind", "missing", "distinct", "minimum", "maximum", "style"],
      console
    )
    console.output("\n")
    show(
      run,
      "reconciliation",
      columns: [
        "file", "rows", "used", "set_aside", "rejected",
        "structure", "column", "currency", "missing", "parsed_total", "difference",
      ],
      console
    )
    if !run.coverage.isEmpty {
      console.output("\n")
      show(run, "coverage", columns: nil, console)
    }
    closing(run, console)
  }

  /// The first accounts.
  static func consolidate(_ run: Run, _ console: Console) {
    show(run, "accounts", columns: nil, console)
    closing(run, console)
  }

  /// The shortlist.
  static func rank(_ run: Run, _ console: Console) {
    guard let ranking = run.selection?.ranking else {
      console.note(
        LocalizedText(
          de: "das Programm hat keine Kriterien (criteria); es gibt nichts zu reihen",
          en: "the programme has no criteria; there is nothing to rank"
        )
      )
      closing(run, console)
      return
    }
    show(
      run,
      "shortlist",
      columns: ["position", "account", "name", "rank", "score", "movement", "reason"],
      console
    )
    let statuses = Ranking.Status.allCases.compactMap { status in
      let count = ranking.rows.count { $0.status == status }
      return count == 0 ? nil : "\(count) \(words(for: status)(console.language))"
    }
    if !statuses.isEmpty { console.note(statuses.joined(separator: ", ")) }
    for line in CertaintyText.lines(run) { console.note(line) }
    if let exact = run.selection?.shortlist.exact,
      let text = ExactSelectionText.summary(exact, console.language)
    {
      console.note(text)
    }
    if let shortlist = run.selection?.shortlist, let text = PilotText.summary(of: shortlist) {
      console.note(text)
    }
    closing(run, console)
  }

  /// The shortlist, the concentration and how the OKRs stand.
  static func run(_ run: Run, _ console: Console) {
    rank(run, console)
    if let concentration = run.concentration, concentration.count > 10,
      let share = concentration.largest10
    {
      let percent = ReadableNumber.percent(share, console.language)
      console.note(
        LocalizedText(
          de:
            "die zehn größten Kunden bringen \(percent) des Umsatzes (n = \(concentration.count))",
          en:
            "the ten largest accounts bring \(percent) of the revenue (n = \(concentration.count))"
        )
      )
    }
    if let text = ScenarioSummary.line(run) { console.note(text) }
    guard let cycles = run.cycles else { return }
    let classes = classCounts(of: cycles, console.language)
    console.note(
      LocalizedText(
        de: "OKR zum \(cycles.day): \(cycles.keyResults.count) Key Results; "
          + "Kunden je Zyklus: \(classes)",
        en: "OKRs on \(cycles.day): \(cycles.keyResults.count) key results; "
          + "accounts per cycle: \(classes)"
      )
    )
  }

  /// How far the scenarios agree, and who enters and leaves.
  static func compare(_ run: Run, _ console: Console) {
    guard let scenarios = run.scenarios else {
      rank(run, console)
      return
    }
    guard scenarios.scenarios.count > 1 else {
      console.note(
        LocalizedText(
          de: "nichts zu vergleichen: das Programm hat keine Varianten (scenarios); --sweep macht"
            + " welche",
          en: "nothing to compare: the programme has no scenarios; --sweep makes some"
        )
      )
      closing(run, console)
      return
    }
    show(run.table("comparison"), columns: comparisonColumns, console)
    changes(run.table("changes"), console)
    closing(run, console)
  }

  /// The same for several programmes side by side.
  static func compare(_ comparison: ProgrammeComparison, _ console: Console) {
    let tables = comparison.tables
    show(tables.first { $0.name == "comparison" }, columns: comparisonColumns, console)
    changes(tables.first { $0.name == "changes" }, console)
  }

  private static func changes(_ table: ReportTable?, _ console: Console) {
    guard let table, table.rowCount > 0 else {
      console.note(
        LocalizedText(
          de: "keine Variante ändert Liste oder Reihenfolge der Liste",
          en: "no scenario changes the list or the order of the list"
        )
      )
      return
    }
    console.output("\n")
    show(table, columns: nil, console)
  }

  private static let comparisonColumns = [
    "scenario_a", "scenario_b", "kendall_tau_b", "spearman", "rbo", "overlap", "entered", "left",
    "moved", "n",
  ]

  /// The portfolio, and what stands out of it.
  static func portfolio(_ run: Run, _ console: Console) {
    guard !run.portfolio.isEmpty else {
      console.note(
        LocalizedText(
          de: "ohne einen Wert namens 'revenue' gibt es kein Portfolio",
          en: "without a value named 'revenue' there is no portfolio"
        )
      )
      closing(run, console)
      return
    }
    show(
      run,
      "portfolio",
      columns: [
        "account", "name", "revenue_share", "cumulative_share", "abc", "share_of_wallet", "cagr",
        "volatility", "beta", "matrix_field",
      ],
      console
    )
    for line in PortfolioText.lines(run) { console.note(line) }
    closing(run, console)
  }

  // MARK: Parts

  private static func words(for status: Ranking.Status) -> LocalizedText {
    switch status {
    case .shortlisted: LocalizedText(de: "ausgewählt", en: "shortlisted")
    case .ranked: LocalizedText(de: "gereiht", en: "ranked")
    case .gated: LocalizedText(de: "an einem Gate gescheitert", en: "stopped by a gate")
    case .incomplete: LocalizedText(de: "unvollständig", en: "incomplete")
    case .excluded: LocalizedText(de: "ausgeschlossen", en: "excluded")
    }
  }

  static func show(_ run: Run, _ name: String, columns: [String]?, _ console: Console) {
    show(run.table(name), columns: columns, console)
  }

  private static func show(_ table: ReportTable?, columns: [String]?, _ console: Console) {
    guard let table else { return }
    let cut = table.first(shownRows, columns: columns)
    console.output(TableFormat.text(of: cut, console.language))
    guard table.rowCount > shownRows else { return }
    console.note(
      LocalizedText(
        de: "(\(shownRows) von \(table.rowCount) Zeilen)",
        en: "(\(shownRows) of \(table.rowCount) rows)"
      )
    )
  }

  private static func closing(_ run: Run, _ console: Console) {
    let data =
      run.accounts.asOf.map {
        LocalizedText(de: "Daten bis \($0)", en: "data to \($0)")
      } ?? LocalizedText(de: "ohne Perioden", en: "without periods")
    console.note(
      LocalizedText(
        de: "\(run.accounts.count) Kunden, \(data(.german))",
        en: "\(run.accounts.count) accounts, \(data(.english))"
      )
    )
  }

  /// What became of every row of every file: the proof that nothing is lost.
  static func rows(_ run: Run, _ console: Console) {
    var last: (file: String, rows: RowCounts)?
    for (file, rows) in run.rowCountsByFile {
      // A file may be read twice, as a source and as the master.
      defer { last = (file, rows) }
      if let last, last == (file, rows) { continue }
      console.note(
        LocalizedText(
          de: "\(file): \(rows.read) Zeilen = \(rows.used) verwendet + \(rows.setAside) "
            + "beiseitegelegt + \(rows.rejected) abgewiesen + \(rows.structure) Struktur",
          en: "\(file): \(rows.read) rows = \(rows.used) used + \(rows.setAside) set aside + "
            + "\(rows.rejected) rejected + \(rows.structure) structure"
        )
      )
    }
  }
}

extension ReportTable {
  /// The first rows, and of these the named columns only.
  func first(_ count: Int, columns wanted: [String]?) -> ReportTable {
    let indices = columns.indices.filter { wanted?.contains(columns[$0].name) ?? true }
    let whole = self
    return ReportTable(
      name,
      title,
      columns: indices.map { columns[$0] },
      rowCount: min(count, rowCount)
    ) { row, cells in
      let all = whole.cells(of: row)
      for index in indices { cells.append(all[index]) }
    }
  }
}
