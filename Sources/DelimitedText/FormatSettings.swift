// SPDX-License-Identifier: Apache-2.0

/// How the characters of a file are stored as bytes.
public enum TextEncoding: String, Sendable, CaseIterable {
  /// UTF-8, with or without byte order mark.
  case utf8 = "utf-8"
  /// UTF-16 with the low byte first, as Excel's "Unicode text" writes it.
  case utf16LittleEndian = "utf-16le"
  /// UTF-16 with the high byte first.
  case utf16BigEndian = "utf-16be"
  /// The Western European code page of Windows.
  case windows1252 = "windows-1252"
  /// ISO 8859-1, taken where bytes occur that windows-1252 does not define.
  case latin1 = "iso-8859-1"
  /// The Western European code page of DOS; never detected, only on request.
  case cp850 = "cp850"
}

/// The sign between whole units and decimals.
public enum DecimalMark: String, Sendable, CaseIterable {
  /// The point of `1,234.56`.
  case point = "."
  /// The comma of `1.234,56`.
  case comma = ","
}

/// The sign between groups of three digits.
public enum GroupingMark: String, Sendable, CaseIterable {
  /// The point of `1.234,56`.
  case point = "."
  /// The comma of `1,234.56`.
  case comma = ","
  /// The apostrophe of `1'234.56`, straight or typographic.
  case apostrophe = "'"
  /// The blank of `1 234,56`: plain, no-break or narrow no-break.
  case space = " "
}

/// Whether day or month comes first in dates written with slashes or hyphens.
public enum DateOrder: String, Sendable, CaseIterable {
  /// `31/01/2025`.
  case dayFirst = "dmy"
  /// `01/31/2025`.
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
  /// Physical line of the header, 1-based; 0 for a file without one, whose columns are then called
  /// `1`, `2`, `3` by their place.
  public var headerRow: Int?
  /// How many lines the header has, at least 1; their texts are joined with a blank, and an empty
  /// upper cell over a filled one takes the text to its left, as merged cells are exported.
  public var headerRows = 1
  /// The names of the columns, from left to right, in place of the header's; empty for one that needs
  /// none.
  public var names: [String]?
  /// Which table of a file with several is read, from 1; nil reads the first and lets it go on where
  /// its header returns.
  public var table: Int?
  /// Whether a row of another number of fields than the header is read where one reading alone fits
  /// the columns.
  public var repairsRows = true
  /// The calendar month, 1 to 12, in which a fiscal year starts; 1 is the calendar year.
  ///
  /// Numbered periods (`001.2025`, `202501`), quarters and bare years count from there; days, names
  /// of months and weeks do not.
  public var fiscalYearStart = 1
  /// After which calendar year a fiscal year is named.
  public var fiscalYearName = FiscalYearName.end

  /// Detects everything.
  public init() {}

  /// The years of the file's periods.
  package var fiscalYear: FiscalYear {
    FiscalYear(startMonth: fiscalYearStart, namedAfter: fiscalYearName)
  }
}
