// SPDX-License-Identifier: Apache-2.0
public import Accounts

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

  public static func < (a: RunDepth, b: RunDepth) -> Bool { a.rawValue < b.rawValue }
}

/// What a caller says beside the programme.
public struct RunOptions: Sendable, Equatable {
  /// How far to go.
  public var depth: RunDepth
  /// The last period that counts; the programme's where nil.
  public var asOf: Period?
  /// How many threads may read files; shows in no output.
  public var threads: Int
  /// Bytes that were read already, by the name the programme uses; standard input comes only once.
  package var preloaded: [String: [UInt8]] = [:]

  /// Goes all the way on one thread.
  public init(depth: RunDepth = .everything, asOf: Period? = nil, threads: Int = 1) {
    self.depth = depth
    self.asOf = asOf
    self.threads = threads
  }
}
