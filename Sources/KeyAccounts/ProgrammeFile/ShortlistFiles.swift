// SPDX-License-Identifier: Apache-2.0
public import Accounts

/// The files that the shortlist depends on, as the programme names them.
public struct ShortlistFiles: Sendable, Equatable {
  /// A path with its place in the programme.
  public struct Reference: Sendable, Equatable {
    /// The path as written.
    public var path: String
    /// Where it is written.
    public var position: SourcePosition

    /// Names a file.
    public init(path: String, position: SourcePosition) {
      self.path = path
      self.position = position
    }
  }

  /// The previous list: column `account`.
  public var incumbents: Reference?
  /// Decisions by people: account, decision, reason, decided_by, level, date, valid_until.
  public var decisions: Reference?

  /// Names no file.
  public init() {}
}
