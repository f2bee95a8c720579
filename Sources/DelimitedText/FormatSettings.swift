// SPDX-License-Identifier: Apache-2.0

/// How the characters of a file are stored as bytes.
public enum TextEncoding: String, Sendable, CaseIterable {
  /// UTF-8, with or without byte order mark.
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  case windows1252 = "windows-1252"
  case latin1 = "iso-8859-1"
  case cp850 = "cp850"
}

/// The sign between whole units and decimals.
public enum DecimalMark: String, Sendable, CaseIterable {
  case point = "."
  case comma = ","
}

/// The sign between groups of three digits.
public enum GroupingMark: String, Sendable, CaseIterable {
  case point = "."
  case comma = ","
  case apostrophe = "'"
  case space = " "
}

/// Whether day or month comes first in dates written with slashes or hyphens.
public enum DateOrder: String, Sendable, CaseIterable {
  case dayFirst = "dmy"
  case monthFirst = "mdy"
}

/// What the user says of a file's format; whatever is nil is detected.
public struct FormatSettings: Sendable, Equatable {
  /// The encoding.
  public var encoding: TextEncoding?
  /// The delimiter, one ASCII character.
  public var delimiter: UInt8?
  /// The quote character.
  public var quote: UInt8?
  /// The decimal mark of all number columns.
  public var decimal: DecimalMark?
  /// The grouping mark of all number columns.
  public var grouping: GroupingMark?
  /// Day or month first.
  public var dateOrder: DateOrder?
  /// Physical line of the header, 1-based.
  public var headerRow: Int?

  /// Detects everything.
  public init() {}
}
