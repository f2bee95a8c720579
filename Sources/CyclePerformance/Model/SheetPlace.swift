// SPDX-License-Identifier: Apache-2.0

/// The row of an OKR file that something was read from.
public struct SheetPlace: Sendable, Hashable {
  /// The file as written in the programme.
  public var file: String
  /// The physical line of the record's start, 1-based.
  public var line: Int

  /// Points at one row of `file`.
  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }
}
