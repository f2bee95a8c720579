// SPDX-License-Identifier: Apache-2.0
import Accounts

@testable import KeyAccounts

/// Programme texts that several suites read.
enum ProgrammeFileExamples {
  static let minimal = """
    version: 1
    programme: {name: Demo, goal: potential, approach: sales, phase: prototype, currency: EUR}
    sources:
      - {file: accounts.csv, account: account_id, name: account_name, values: {revenue: revenue, margin: margin, potential: potential}}
    criteria:
      - {measure: revenue,   weight: 50}
      - {measure: margin,    weight: 30}
      - {measure: potential, weight: 20}
    shortlist: {size: 10}
    """

  /// Every key of the grammar at least once, in a programme without a mistake.
  static let whole = """
    version: 1
    programme:
      name: KAM Europe
      goal: potential
      purpose: Win cross-border volume
      approach: sales
      phase: rollout
      currency: EUR
      language: de
      as_of: 2025-12
    sources:
      - file: exports/sap_*.csv
        system: SAP-DE
        format: {delimiter: ";", decimal: ",", grouping: ".", encoding: CP1252, header_row: 4, quote: '"', table: 2, names: [Kunde, '', 2025], repair: none, date_order: dmy, fill_down: [Konzern]}
        key: [Beleg, Position]
        account: {column: Kunde, pattern: '.*\\(([0-9]+)\\)', occurrence: 1}
        name: Name 1
        period: Periode
        currency: {column: Währung, map: {Euro: EUR}, occurrence: 1}
        values:
          revenue: Umsatz
          margin: {column: "DB I", unit: T€, min: -100, max: 1_000_000.5, sign: {column: S/H, negative: S, positive: [H, ""]}}
          revenue_2: {column: Umsatz, occurrence: 2}
          rating: {column: Note, kind: number}
        attributes: {segment: Branche, country: {column: Land, occurrence: 2}}
        exclude: ["Konto = 'CPD'"]
        control_totals: {revenue: 1234567.89}
      - {file: wide.csv, account: 0012, periods: wide, currency: {constant: CHF}, values: {potential: Potenzial}}
      - {file: crm.csv, account: id, period: {constant: 2025-12}}
    accounts:
      file: exports/customers.csv
      format: {encoding: latin1, delimiter: tab}
      account: Kundennummer
      name: Name 1
      attributes: {region: Gebiet}
      system: System
      parent: {column: Konzern, by: name, occurrence: 1}
      parent_name: Konzernname
      valid_from: gültig ab
      valid_to: gültig bis
      mapping: same_customers.csv
      rollup: parent
    rates: {file: rates.csv, format: {delimiter: ","}}
    measures:
      revenue_12m: sum(revenue, 12)
      margin_rate: sum(margin, 12) / revenue_12m
      open_potential: max(0, potential - revenue_12m)
    gates:
      - margin_rate >= 0.05
      - segment != "Intercompany"
    criteria:
      - name: open potential
        measure: open_potential
        direction: maximise
        weight: 40
        scale: {from: 0, to: 5000000}
        missing: worst
        origin: system
        view: forward
        preference: linear
        q: 0.02
        p: 0.2
        s: 0.1
      - name: size
        weight: 60
        weighting: {group: geometric, members: {sales: {revenue_12m: 1, rating: 2}}}
        criteria:
          - {measure: revenue_12m, weight: 1, scale: {points: [[0, 0], [10, 0.8], [50, 1]]}}
          - {measure: rating, weight: 3, scale: {target: 5}}
    weighting: {ahp: [[1, 3], [1/3, 1]]}
    method: {method: promethee, preference: linear, q: 0.02, p: 0.2, s: 0.1}
    shortlist:
      size: 10
      capacity: {effort: 10 + rating, limit: 320}
      quotas: [{attribute: region, at_most: 4, at_least: 1}]
      incumbents: lists/2025.csv
      enter: 8
      stay: 13
      decisions: lists/decisions.csv
    matrix: {attractiveness: [open potential, growth], strength: [share of wallet], limits: [0.5, 0.4]}
    robustness: {samples: 500, seed: 7, spread: uniform, ranks: all}
    scenarios:
      - {name: growth first, weights: {size: 10}, weighting: {best-worst: {best: open potential, worst: size, best_to_others: {size: 3}, others_to_worst: {open potential: 3}}}}
      - {name: vikor, method: {method: vikor, v: 0.25}, shortlist: {size: 12, enter: 9, stay: 14}}
      - {name: no gates, gates: [], criteria: [{measure: revenue}]}
      - {name: shock, shock: {where: "segment = 'Automotive'", revenue: -50%, margin: -0.25}}
    okr:
      plan: okr/plan.csv
      cycles: {file: okr/cycles.csv, columns: {cycle_id: Zyklus, status: {constant: active}}, format: {decimal: ","}}
      moals: m.csv
      milestones: ms.csv
      objectives: o.csv
      key_results: k.csv
      checkins: c.csv
      reviews: r.csv
      profile: {name: own, max_objectives: 5, max_key_results: 6, min_key_results: 2, stale_days: 21, success: 0.8, on_track: 0.95, at_risk: 0.6, grace: 0.2, partial: 0.4, activity_words: [Besuch], indicator_words: [EBITDA, net sales]}
      as_of: 2025-08-31
      history: runs/
    """

  /// Every problem of `text`, none where it reads well.
  static func problems(in text: String, overrides: [String] = []) -> [RunError] {
    do throws(ProgrammeErrors) {
      _ = try Programme(text: text, file: "kontor.yaml", overrides: overrides)
      return []
    } catch {
      return error.errors
    }
  }

  /// Code and place of every problem: `K-P004 3:5`.
  static func places(in text: String, overrides: [String] = []) -> [String] {
    problems(in: text, overrides: overrides).map { error in
      "\(error.code) \(error.position?.line ?? 0):\(error.position?.column ?? 0)"
    }
  }
}
