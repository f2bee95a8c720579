// SPDX-License-Identifier: Apache-2.0
import Accounts
import CyclePerformance
import Reporting

extension CycleStage {
  /// The figures of `evaluation`, reviewed: by cycle, by account, and against what was known before.
  func outcome(
    of evaluation: OKREvaluation,
    on day: CalendarDate,
    history: [SelectionRun],
    current: [SelectionRun]
  ) -> CycleOutcome {
    let (sheet, figures) = (evaluation.sheet, evaluation.figures)
    let overview = CycleOverview.rows(of: sheet, figures, profile: mapping.profile, weight: weights)
    let estimates = AttainmentEstimates(figures)
    let link = SelectionLink(
      runs: history + current,
      cycles: figures.linkedCycles,
      accounts: figures.accounts
    )
    let usable = link.rows.usableForRegression
    let criteria = CriteriaRelations(
      usable,
      runs: history + current,
      profile: mapping.profile
    )
    return CycleOutcome(
      sheet: sheet,
      day: day,
      keyResults: figures.sortedKeyResults,
      accounts: figures.accounts,
      overview: overview,
      health: evaluation.health,
      estimates: estimates,
      forecasts: AccountForecast.rows(
        figures.accounts,
        cycles: sheet.cycles,
        on: day,
        profile: mapping.profile
      ),
      transitions: TransitionRow.rows(of: sheet, figures.accounts),
      link: link.rows,
      classCounts: link.classCounts,
      statistics: LinkStatistics(usable, profile: mapping.profile).figures + criteria.figures,
      criteria: criteria.rows,
      effect: EffectComparison(
        consolidation.table,
        cycles: sheet.cycles,
        link: link.rows,
        profile: mapping.profile
      ).rows,
      development: KPIDevelopment.rows(
        consolidation.table,
        cycles: sheet.cycles,
        link: link.rows
      ),
      plans: AccountPlanBook(
        sheet,
        keyResults: figures.keyResults,
        accounts: figures.accounts,
        name: name,
        limit: CycleOutcome.mostAccountPlans
      ),
      calibration: OKRCalibration(sheet, figures, on: day, profile: mapping.profile),
      potential: potential,
      linked: CycleOutcome.Linked(
        history: history,
        cycles: figures.linkedCycles
      )
    )
  }

  /// The name of an account, nil where it has none.
  private func name(of account: String) -> String? {
    let table = consolidation.table
    guard let row = table.row(of: account), !table.names[row].isEmpty else { return nil }
    return table.names[row]
  }

  /// What an account weighs in the portfolio: its values `revenue` and `potential`.
  private var weights: (_ account: String, _ row: Int?) -> CycleOverview.Weight {
    let (table, index) = (consolidation.table, index)
    let (revenue, potential) = (table.value(named: "revenue"), table.value(named: "potential"))
    return { account, row in
      guard let row = row ?? index.row(of: account) else { return CycleOverview.Weight() }
      return CycleOverview.Weight(
        revenue: revenue?.total(of: row),
        potential: potential?.total(of: row)
      )
    }
  }

  /// The value `potential` against the `revenue` of the last twelve months, or of all where it has
  /// no periods.
  private var potential: PotentialCalibration? {
    let table = consolidation.table
    guard let potential = table.value(named: "potential"),
      let revenue = table.value(named: "revenue")
    else { return nil }
    let year = table.asOf.map { Period(index: $0.index - 11)...$0 }
    let pairs = table.ids.indices.compactMap { row -> (Double, Double)? in
      let isDated = !revenue.series(of: row).isEmpty
      let realised =
        isDated ? year.flatMap { revenue.sum(of: row, in: $0) } : revenue.total(of: row)
      guard let available = potential.total(of: row), let realised else { return nil }
      return (available, realised)
    }
    return PotentialCalibration(potential: pairs.map(\.0), realised: pairs.map(\.1))
  }
}
