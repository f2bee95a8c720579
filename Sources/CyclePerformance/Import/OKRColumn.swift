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
  case objectiveOwner
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
  package init?(name: String) {
    guard let index = Self.names.firstIndex(of: name) else { return nil }
    self = Self.allCases[index]
  }

  /// The names, in the order of the cases.
  private static let names = [
    "account_id", "account_name", "cycle_id", "start", "end", "status", "okr_master", "moal_id",
    "moal_title", "strategy", "requirements", "milestone_id", "due", "done", "objective_id",
    "objective_title", "origin", "objective_weight", "objective_owner", "carried_from", "decision",
    "contributes_to",
    "parent_kr_id", "kr_id", "kr_number", "title", "type", "unit", "baseline", "target",
    "current", "low", "high", "commit", "stretch", "tolerance", "progress_percent", "weight",
    "owner", "indicator", "influenceable", "bonus_relevant", "ambition", "progress_mode", "alpha",
    "date", "time", "week", "value", "zone", "confidence", "comment", "right_focus", "next_focus",
    "learned",
  ]

  /// The columns a file of `kind` may have; where two share a header, the file decides.
  static func columns(of kind: OKRMapping.FileKind) -> [OKRColumn] {
    switch kind {
    case .cycles: [.cycle, .start, .end, .status, .master]
    case .moals:
      [.moal, .account, .start, .end, .title, .strategy, .requirements] + [
        .baseline, .target, .current, .unit,
      ]
    case .milestones: [.milestone, .account, .moal, .kind, .due, .done, .title]
    case .objectives:
      [.objective, .account, .cycle, .moal, .parentKeyResult, .title, .origin, .weight, .owner] + [
        .carriedFrom, .decision, .contributesTo, .comment,
      ]
    case .keyResults:
      [.keyResult, .objective, .title, .contributesTo, .typedProgress] + measured
    case .plan:
      [.account, .accountName, .cycle, .start, .end, .status, .moal, .moalTitle, .strategy] + [
        .requirements, .objective, .objectiveTitle, .origin, .objectiveWeight, .objectiveOwner,
        .carriedFrom,
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

  /// Whether the cells are numbers.
  var isNumeric: Bool {
    switch self {
    case .baseline, .target, .current, .low, .high, .commit, .stretch, .tolerance, .weight: true
    case .objectiveWeight, .alpha, .value, .confidence, .typedProgress: true
    default: false
    }
  }

  /// Whether the cells are numbers in the unit of a key result.
  var isMeasure: Bool { Self.measures.contains(self) }

  /// The columns in the unit of a key result.
  static let measures: [OKRColumn] = [
    .baseline, .target, .current, .low, .high, .commit, .stretch, .tolerance, .value,
  ]

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
    case .unit, .owner, .objectiveOwner, .comment, .nextFocus, .learned, .contributesTo, .master:
      true
    default: false
    }
  }
}
