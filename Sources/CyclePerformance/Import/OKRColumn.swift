// SPDX-License-Identifier: Apache-2.0

/// The columns that OKR files may have, under the names the programme's `columns` uses.
package enum OKRColumn: UInt8, Sendable, CaseIterable {
  case account
  case accountName
  case cycle
  case start, end, status
  case master
  case moal
  case moalTitle
  case strategy, requirements
  case milestone
  case due, done
  case objective
  case objectiveTitle
  case origin
  case objectiveWeight
  case carriedFrom
  case decision
  case contributesTo
  case parentKeyResult
  case keyResult
  case number
  case title
  case kind
  case unit, baseline, target, current, low, high, commit, stretch, tolerance
  case typedProgress
  case weight, owner, indicator, influenceable
  case bonusRelevant
  case ambition
  case progressMode
  case alpha
  case date, time, week, value, zone, confidence, comment
  case rightFocus
  case nextFocus
  case learned

  /// The name that the programme's `columns` and the English headers use.
  package var name: String { Self.names[Int(rawValue)] }

  /// The column with this name.
  init?(name: String) {
    guard let index = Self.names.firstIndex(of: name) else { return nil }
    self = Self.allCases[index]
  }

  /// The names, in the order of the cases.
  private static let names = [
    "account_id", "account_name", "cycle_id", "start", "end", "status", "okr_master", "moal_id",
    "moal_title", "strategy", "requirements", "milestone_id", "due", "done", "objective_id",
    "objective_title", "origin", "objective_weight", "carried_from", "decision", "contributes_to",
    "parent_kr_id", "kr_id", "kr_number", "title", "type", "unit", "baseline", "target",
    "current", "low", "high", "commit", "stretch", "tolerance", "progress_percent", "weight",
    "owner", "indicator", "influenceable", "bonus_relevant", "ambition", "progress_mode", "alpha",
    "date", "time", "week", "value", "zone", "confidence", "comment", "right_focus", "next_focus",
    "learned",
  ]

  /// The headers that are known for this column in any file, besides its own name.
  var headers: [String] {
    switch self {
    case .account: ["Kundennummer", "KdNr", "Kunden-Nr.", "Kunden-ID", "account", "Debitor"]
    case .accountName: ["Kunde", "Kundenname", "customer"]
    case .cycle: ["Zyklus", "cycle", "OKR-Zyklus"]
    case .start: ["Beginn", "Zyklusbeginn", "Startdatum", "start_date", "von"]
    case .end: ["Ende", "Zyklusende", "Enddatum", "end_date", "bis"]
    case .status: ["Zyklusstatus"]
    case .master: ["OKR-Master"]
    case .moal: ["MOAL-Nr", "MOAL Nr.", "MOAL-ID"]
    case .moalTitle: ["MOAL"]
    case .strategy: ["Strategie"]
    case .requirements: ["Anforderungen"]
    case .milestone: ["Meilenstein-Nr", "Meilenstein-ID"]
    case .due: ["Fällig", "Fällig am", "Termin", "due_date"]
    case .done: ["Erledigt", "Erledigt am"]
    case .objective: ["Objective-Nr", "Objective Nr.", "Objective-ID"]
    case .objectiveTitle: ["Objective", "Ziel (Objective)"]
    case .origin: ["Herkunft"]
    case .objectiveWeight: ["Gewicht Objective", "Objective-Gewicht"]
    case .carriedFrom: ["Übernommen von", "Übertrag von"]
    case .decision: ["Entscheidung"]
    case .contributesTo: ["Beitrag zu", "Beitrag"]
    case .parentKeyResult: ["Übergeordnetes KR", "Übergeordnetes Key Result", "parent_kr"]
    case .keyResult: ["KR-ID", "Key-Result-ID"]
    case .number: ["KR-Nr", "KR Nr.", "Key-Result-Nr"]
    case .title: ["Titel", "Bezeichnung"]
    case .kind: ["KR-Typ", "Typ", "Art", "kr_type"]
    case .unit: ["Einheit"]
    case .baseline: ["Startwert", "Ausgangswert"]
    case .target: ["Zielwert", "Ziel", "Soll", "target value"]
    case .current: ["Istwert", "Ist", "aktuell", "aktueller Wert", "current value"]
    case .low: ["Untergrenze", "von Wert"]
    case .high: ["Obergrenze", "bis Wert"]
    case .commit: ["Commit-Wert"]
    case .stretch: ["Stretch-Wert"]
    case .tolerance: ["Toleranz"]
    case .typedProgress:
      ["Erreichung in %", "Erreichung", "Erreichungsgrad", "progress", "progress %"]
    case .weight: ["Gewicht", "Gewichtung"]
    case .owner: ["Wer?", "Verantwortlich", "Verantwortliche"]
    case .indicator: ["Frühindikator", "Indikator", "leading indicator"]
    case .influenceable: ["Beeinflussbar"]
    case .bonusRelevant: ["Bonusrelevant", "Bonus?", "bonus"]
    case .ambition: ["Anspruch", "Ambition"]
    case .progressMode: ["Fortschritt aus", "Fortschrittsmodus"]
    case .alpha: ["Anteil eigen"]
    case .date: ["Datum", "Check-in", "Stand"]
    case .time: ["Uhrzeit", "Zeit"]
    case .week: ["Woche", "Zykluswoche", "KW im Zyklus"]
    case .value: ["Istwert", "Ist", "Wert", "aktuell", "current"]
    case .zone: []
    case .confidence: ["Zuversicht", "Zuversicht (0-10)", "Konfidenz", "confidence (0-10)"]
    case .comment: ["Bemerkungen", "Bemerkung", "Kommentar", "Kommentare", "comments", "remarks"]
    case .rightFocus: ["Richtiger Fokus?", "Fokus richtig?"]
    case .nextFocus: ["Schwerpunkte nächster Zyklus", "Nächster Fokus", "Schwerpunkte"]
    case .learned: ["Gelernt", "Gelerntes"]
    }
  }

  /// The columns a file of `kind` may have; where two share a header, the file decides.
  static func columns(of kind: OKRMapping.FileKind) -> [OKRColumn] {
    switch kind {
    case .cycles: [.cycle, .start, .end, .status, .master]
    case .moals:
      [.moal, .account, .start, .end, .title, .strategy, .requirements] + [
        .baseline, .target, .current, .unit,
      ]
    case .milestones: [.milestone, .moal, .kind, .due, .done, .title]
    case .objectives:
      [.objective, .account, .cycle, .moal, .parentKeyResult, .title, .origin, .weight, .owner] + [
        .carriedFrom, .decision, .contributesTo, .comment,
      ]
    case .keyResults:
      [.keyResult, .objective, .title, .contributesTo, .typedProgress] + measured
    case .plan:
      [.account, .accountName, .cycle, .start, .end, .status, .moal, .moalTitle, .strategy] + [
        .requirements, .objective, .objectiveTitle, .origin, .objectiveWeight, .carriedFrom,
        .decision, .contributesTo, .parentKeyResult, .keyResult, .number, .title, .typedProgress,
      ] + measured
    case .checkins:
      [.keyResult, .account, .cycle, .objective, .number, .date, .time, .week, .value, .zone] + [
        .confidence, .comment,
      ]
    case .reviews: [.account, .cycle, .date, .rightFocus, .nextFocus, .learned]
    }
  }

  private static let measured: [OKRColumn] = [
    .kind, .unit, .baseline, .target, .current, .low, .high, .commit, .stretch, .tolerance,
    .weight, .owner, .indicator, .influenceable, .bonusRelevant, .ambition, .progressMode,
    .alpha, .comment,
  ]

  /// The columns of a flat sheet that make a row more than an objective.
  static let ofKeyResults: [OKRColumn] = [
    .number, .keyResult, .title, .baseline, .target, .current, .low, .high, .commit, .stretch,
  ]

  /// The columns a file of `kind` cannot do without.
  static func required(in kind: OKRMapping.FileKind) -> [OKRColumn] {
    switch kind {
    case .plan: [.account, .cycle, .title]
    case .cycles: [.cycle, .start, .end]
    case .moals: [.moal, .account, .title]
    case .milestones: [.moal, .due, .title]
    case .objectives: [.objective, .account, .cycle, .title]
    case .keyResults: [.keyResult, .objective, .title, .kind]
    case .checkins: []
    case .reviews: [.account, .cycle]
    }
  }

  /// The headers of this column in a file of `kind`, as they are compared.
  func normalizedHeaders(in kind: OKRMapping.FileKind) -> [String] {
    var all = [name] + headers
    switch (kind, self) {
    case (.plan, .title):
      all = ["Key Result", "Key-Result", "KR", "key_result", "kr_title", "title"]
    case (.plan, .objective): all += ["objective_number", "Objective no"]
    case (.plan, .number), (.checkins, .number): all += ["KR no", "key_result_number"]
    case (.plan, .start): all = Array(all.dropFirst())
    case (.plan, .baseline), (.keyResults, .baseline): all.append("Start")
    case (.plan, .status): all = ["Zyklusstatus", "Zyklus-Status", "cycle_status"]
    case (.moals, .title): all.append("MOAL")
    case (.objectives, .title): all.append("Objective")
    case (.objectives, .parentKeyResult): all.append("parent")
    case (.keyResults, .title): all += ["Key Result", "KR"]
    case (.milestones, .title): all.append("Meilenstein")
    default: break
    }
    return all.map(HeaderText.normalized)
  }

  /// Whether the cells are numbers.
  var isNumeric: Bool {
    switch self {
    case .baseline, .target, .current, .low, .high, .commit, .stretch, .tolerance, .weight: true
    case .objectiveWeight, .alpha, .value, .confidence, .typedProgress: true
    default: false
    }
  }

  /// Whether the cells are days.
  var isDate: Bool {
    switch self {
    case .start, .end, .due, .done, .date: true
    default: false
    }
  }

  /// Whether the cells are free text, which may turn into a formula in a spreadsheet.
  var isFreeText: Bool {
    switch self {
    case .accountName, .moalTitle, .strategy, .requirements, .objectiveTitle, .title: true
    case .unit, .owner, .comment, .nextFocus, .learned, .contributesTo, .master: true
    default: false
    }
  }
}
