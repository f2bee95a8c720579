// SPDX-License-Identifier: Apache-2.0

/// How the lines of a file end.
package enum NewlineStyle: String, Sendable {
  /// LF, also of a file with a single line.
  case lineFeed = "LF"
  /// CR LF.
  case carriageReturnLineFeed = "CRLF"
  /// CR alone.
  case carriageReturn = "CR"
  /// More than one of them; each ends a line.
  case mixed
}

/// The characters that give a file its structure.
struct Dialect: Sendable, Hashable {
  /// Stands between fields.
  var delimiter: UInt8
  /// Encloses fields.
  var quote: UInt8
}

/// The format a file was read in, set or detected.
package struct DetectedFormat: Sendable, Equatable {
  /// The encoding.
  package let encoding: TextEncoding
  /// Whether the file starts with a byte order mark.
  package let hasByteOrderMark: Bool
  /// The byte between fields.
  package let delimiter: UInt8
  /// The byte around fields.
  package let quote: UInt8
  /// How lines end.
  package let newline: NewlineStyle
  /// Physical line of the header, 1-based; 0 without one.
  package internal(set) var headerLine: Int
  /// Physical line of a `sep=;` line, if there is one.
  package let separatorLine: Int?
  /// Bytes that do not belong into the text, nil where there are none.
  package let strays: StrayBytes?
  /// What decided, one short fact per decision.
  package internal(set) var evidence: [FormatNote]

  /// The delimiter as people call it.
  package var delimiterName: String { Self.name(ofDelimiter: delimiter) }

  /// A delimiter as people call it: `TAB`, or the sign in single quotes.
  package static func name(ofDelimiter delimiter: UInt8) -> String {
    DialectDetector.name(delimiter)
  }

  /// Physical line of the header, nil without one.
  package var lineOfHeader: Int? { headerLine > 0 ? headerLine : nil }
}
