// SPDX-License-Identifier: Apache-2.0

/// Everything the OKR files of a programme hold, whether they were flat or normalised.
///
/// Rows with errors are part of the sheet: their ids resolve references and limits count them, but
/// their `exclusion` keeps them out of every figure. Order is the order of the files.
public struct OKRSheet: Sendable, Equatable {
  /// The cycles, by file order; ids are unique.
  public var cycles: [Cycle] = []
  /// The mid-term goals.
  public var moals: [Moal] = []
  /// Dated events on the way to mid-term goals.
  public var milestones: [Milestone] = []
  /// The objectives; ids are unique.
  public var objectives = ObjectiveList()
  /// The key results; ids are unique.
  public var keyResults = KeyResultList()
  /// The check-ins, grouped by key result, then by day and time.
  public var checkins = CheckinList()
  /// The reviews.
  public var reviews: [CycleReview] = []
  /// The columns that the files really have: rules about any other stay silent.
  package var columns: Set<OKRColumn> = []
  /// Whether a file of cycles was given.
  package var hasCycleFile = false
  /// Whether a file of reviews was given.
  package var hasReviews = false

  /// How many objectives and key results could not be read without error.
  public var rowsWithErrors: Int {
    objectives.indices.count { !objectives.isReadable(at: $0) }
      + keyResults.indices.count { keyResults.exclusion(at: $0) != nil }
  }

  /// The cycles by the numbers that the objectives give them, nil for unknown ones.
  var cyclesOfObjectives: [Cycle?] {
    let known = Dictionary(cycles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return objectives.cycles.texts.map { known[$0] }
  }

  /// A sheet without rows.
  public init() {}
}
