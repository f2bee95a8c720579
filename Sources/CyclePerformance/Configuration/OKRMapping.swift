// SPDX-License-Identifier: Apache-2.0
public import Accounts
public import DelimitedText

/// Which files hold the OKRs and how they are read (`okr:` of the programme).
public struct OKRMapping: Sendable, Equatable {
  /// The files an OKR programme may consist of.
  public enum FileKind: String, Sendable, CaseIterable {
    /// The flat sheet: one row per key result.
    case plan
    case cycles, moals, milestones, objectives
    case keyResults = "key_results"
    case checkins, reviews
  }

  /// One of the files.
  public struct File: Sendable, Equatable {
    /// The path as written.
    public var path: String
    /// Where the programme names it.
    public var position: SourcePosition?
    /// Our column name to their header, where the headers are not the known ones.
    public var columns: [String: String]
    /// Our column name to what it says in every row of a file that has no such column.
    public var constants: [String: String]
    /// What the programme says of the format.
    public var format: FormatSettings

    /// The last part of the path.
    var name: String { path.split(separator: "/").last.map(String.init) ?? path }

    /// Names a file.
    public init(_ path: String, at position: SourcePosition? = nil) {
      self.path = path
      self.position = position
      columns = [:]
      constants = [:]
      format = FormatSettings()
    }
  }

  /// The files by kind, in the order in which they are read.
  ///
  /// A path may be a glob, but for check-ins, which stand in one file.
  public var files: [FileKind: [File]]
  /// The rules for limits and bands.
  public var profile: RuleProfile
  /// The day of the figures; the last day of the run's as_of unless given.
  public var asOf: CalendarDate?
  /// Folder with earlier selection runs, as written.
  public var history: String?
  /// Where the programme names that folder.
  public var historyPosition: SourcePosition?

  /// An OKR programme with these files, under the rules of `profile`.
  public init(files: [FileKind: [File]], profile: RuleProfile = .sieck) {
    self.files = files
    self.profile = profile
  }
}

/// The limits and bands an OKR programme keeps to; the sources contradict each other, so all of
/// them are settings.
public struct RuleProfile: Sendable, Equatable {
  /// The profile's name.
  public var name: String
  /// Most objectives per account and cycle.
  public var maxObjectives: Int
  /// Most key results per objective.
  public var maxKeyResults: Int
  /// Fewest key results per objective before a hint.
  public var minKeyResults: Int
  /// Days after which a check-in is stale.
  public var staleDays: Int
  /// Progress that counts as success of an aspirational key result.
  public var success: Double
  /// Ratio of progress to expected progress from which a key result is on track.
  public var onTrack: Double
  /// Ratio from which it is at risk rather than off track.
  public var atRisk: Double
  /// Share of the cycle before which no status is given.
  public var grace: Double
  /// Progress from which a closed key result counts as reached in part.
  public var partial = 0.3
  /// Fewest account-cycles for an estimate; below, the rows are all there is to see.
  public var minAccountCycles = 8
  /// Fewest accounts for an estimate.
  public var minAccounts = 5
  /// Words that name an activity instead of a result (S002), matched as whole words.
  public var activityWords: [String] = [
    "durchführen", "erstellen", "einführen", "organisieren", "teilnehmen", "Workshop", "Workshops",
    "Meeting", "Meetings", "Interview", "Interviews", "Seminar", "Seminare", "Präsentation",
    "Präsentationen", "Schulung", "Schulungen", "launch", "build", "deliver", "conduct", "hold",
    "create", "organise", "organize", "training", "trainings",
  ]
  /// Words that name a business indicator, which belongs to the mid-term goal (S000, S001).
  public var indicatorWords: [String] = [
    "Umsatz", "Auftragseingang", "Deckungsbeitrag", "Ertrag", "Marge", "revenue", "order intake",
    "margin", "EBIT",
  ]

  /// At most 4 objectives with 4 key results (S000).
  public static let sieck = RuleProfile(
    name: "sieck",
    maxObjectives: 4,
    maxKeyResults: 4,
    minKeyResults: 3,
    staleDays: 14,
    success: 0.7,
    onTrack: 0.9,
    atRisk: 0.7,
    grace: 0.1
  )
  /// 3 to 5 objectives with 3 to 5 key results (S002).
  public static let simmoleit = RuleProfile(
    name: "simmoleit",
    maxObjectives: 5,
    maxKeyResults: 5,
    minKeyResults: 3,
    staleDays: 14,
    success: 0.7,
    onTrack: 0.9,
    atRisk: 0.7,
    grace: 0.1
  )
}
