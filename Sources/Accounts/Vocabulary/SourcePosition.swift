// SPDX-License-Identifier: Apache-2.0

/// A place in the programme file, so that a message about a setting can point at it.
public struct SourcePosition: Sendable, Hashable {
  /// The programme file as the user named it.
  public let file: String
  /// The line, 1-based.
  public let line: Int
  /// The column in characters, 1-based.
  public let column: Int

  /// Points at one place of a file.
  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }
}
