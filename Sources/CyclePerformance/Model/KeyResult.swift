// SPDX-License-Identifier: Apache-2.0

/// A measurable result that an objective is judged by.
public struct KeyResult: Sendable, Equatable {
  /// How its progress is measured.
  public enum Kind: String, Sendable, CaseIterable {
    case metric, boolean, milestone
    case atLeast = "at_least"
    case atMost = "at_most"
    case between, zones, ordinal
  }

  /// Whether it moves before the business result does (S002 asks for leading ones).
  public enum Indicator: String, Sendable, CaseIterable {
    case leading, lagging
  }

  /// What counts as success: 0.7 of an aspirational key result, all of a committed one.
  public enum Ambition: String, Sendable, CaseIterable {
    case aspirational, committed
  }

  /// Where progress comes from: own values, the objectives below it, or a mix.
  public enum ProgressMode: String, Sendable, CaseIterable {
    case own, children, blend
  }

  /// The numbers progress is measured against; each nil where the sheet gives none.
  public struct Scale: Sendable, Equatable {
    /// Start and goal.
    public var baseline: Double?
    /// The goal, or the limit of `at_least` and `at_most`.
    public var target: Double?
    /// The limits of `between`.
    public var low: Double?
    /// The upper limit of `between`.
    public var high: Double?
    /// The value at which `zones` reaches 0.3.
    public var commit: Double?
    /// The value at which `zones` reaches 1.
    public var stretch: Double?
    /// How far outside a limit progress falls to 0.
    public var tolerance: Double?

    /// A scale without any number.
    public init() {}
  }

  /// The id; of a flat sheet `account/cycle/objective/number` unless it carries ids.
  public var id: String
  /// The id of its objective as the sheet writes it.
  public var objectiveID: String
  /// The index of its objective in the sheet, nil when there is no such objective.
  public var objective: Int?
  /// The result.
  public var title: String?
  /// How progress is measured.
  public var kind: Kind = .metric
  /// The unit, as text.
  public var unit: String?
  /// The numbers progress is measured against.
  public var scale = Scale()
  /// Whether one of these numbers is there but cannot be read.
  package var hasUnreadableScale = false
  /// The value that stands in the sheet itself; check-ins win over it.
  public var current: KeyResultValue?
  /// The percentage somebody typed; compared and shown, never used.
  public var typedProgress: TypedProgress?
  /// Its weight within the objective.
  public var weight: Double = 1
  /// Who works on it, as text; no figure is ever computed per owner (S000).
  public var owner: String?
  /// What the sheet says about it, as text.
  public var comment: String?
  /// Leading or lagging, nil when it is not said.
  public var indicator: Indicator?
  /// Whether the team can influence it wholly, nil when it is not said.
  public var isInfluenceable: Bool?
  /// Whether a bonus hangs on it, nil when it is not said.
  public var isBonusRelevant: Bool?
  /// What counts as success.
  public var ambition: Ambition = .aspirational
  /// Where progress comes from.
  public var progressMode: ProgressMode = .own
  /// The share of own progress in a blend, 0 to 1.
  public var alpha: Double = 0.5
  /// Why it enters no figure, nil when it does.
  public var exclusion: OKRCode?
  /// The row.
  public var place: SheetPlace

  /// A key result with nothing but its keys.
  public init(id: String, objectiveID: String, place: SheetPlace) {
    self.id = id
    self.objectiveID = objectiveID
    self.place = place
  }
}
