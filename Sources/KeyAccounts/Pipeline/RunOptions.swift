// SPDX-License-Identifier: Apache-2.0
public import Accounts
package import DelimitedText

/// How far a run goes.
public enum RunDepth: Int, Sendable, Comparable {
  /// Reads and reconciles everything, computes coverage, and nothing else.
  case check
  /// Consolidates accounts and computes measures.
  case consolidate
  /// Ranks and cuts the shortlist.
  case rank
  /// Adds OKR cycles, the link to selection and the portfolio.
  case everything

  /// A depth is less than one that includes it.
  public static func < (a: RunDepth, b: RunDepth) -> Bool { a.rawValue < b.rawValue }
}

/// How far a run has come.
public struct RunProgress: Sendable, Equatable {
  /// What is being done.
  public var step: LocalizedText
  /// How many parts of it are done.
  public var done: Int
  /// How many parts there are.
  public var total: Int
}

/// What a caller says beside the programme.
public struct RunOptions: Sendable {
  /// How far to go.
  public var depth: RunDepth
  /// The last period that counts; the programme's where nil.
  public var asOf: Period?
  /// Whether to rank again as of each OKR cycle, to see which criteria would have picked whom.
  public var isBacktesting = false
  /// Whether the caller asks for the OKR cycles or the link alone.
  public var isForCyclesAlone = false
  /// Whether ``CycleOutcome/sheet`` keeps all check-ins, which writing the OKRs as files takes, not
  /// only those with words or a confidence.
  public var keepsCheckins = true
  /// Whether what each variant chooses is kept, for a back-test.
  var keepsChoices = false
  /// The seed of random draws; the programme's where nil.
  public var seed: Int?
  /// How many threads may read files; shows in no output.
  public var threads: Int
  /// Whether variants are compared; a run of everything does so where the programme has some.
  public var comparesScenarios = false
  /// The variants to compare; all of them when empty.
  public var scenarioNames: [String] = []
  /// Variants that are made beside those of the programme.
  public var sweeps: [ScenarioSweep] = []
  /// Called after each step, from any thread; nothing of it reaches a result.
  public var onProgress: (@Sendable (RunProgress) -> Void)?
  /// Files that are open already, by the name the programme uses; standard input comes only once.
  package var opened: [String: FileContent] = [:]

  /// Goes all the way on one thread.
  public init(depth: RunDepth = .everything, asOf: Period? = nil, threads: Int = 1) {
    self.depth = depth
    self.asOf = asOf
    self.threads = threads
  }
}

extension RunOptions {
  /// The profile of a file, which only a check looks at.
  func profile(
    _ table: DelimitedTable,
    _ file: String,
    _ settings: FormatSettings,
    threads: Int
  ) -> FileProfile? {
    wantsProfiles ? FileProfile(table, file: file, settings: settings, threads: threads) : nil
  }

  /// Whether all columns of the files are looked at.
  var wantsProfiles: Bool { depth == .check }

  /// The steps after reading, each one part.
  enum Step {
    case consolidating, ranking, cycles
  }

  /// Says that a step begins.
  func report(_ step: Step) {
    guard let onProgress else { return }
    let text =
      switch step {
      case .consolidating: LocalizedText(de: "konsolidiere", en: "consolidating")
      case .ranking: LocalizedText(de: "bewerte und reihe", en: "ranking")
      case .cycles: LocalizedText(de: "rechne die OKR-Zyklen", en: "computing the OKR cycles")
      }
    onProgress(RunProgress(step: text, done: 0, total: 1))
  }
}
