// SPDX-License-Identifier: Apache-2.0

/// Why a file as a whole cannot be read as delimited text.
public enum DelimitedTextError: Error, Equatable, Sendable {
  /// The path names a folder.
  case isDirectory
  /// The path names nothing.
  case notFound
  /// The system refused to read the file, for the reason given.
  case unreadable(String)
  /// The file has no bytes, or nothing but a byte order mark.
  case empty
  /// A NUL byte stands at this offset, so the file is not text.
  case binary(offset: Int)
  /// The byte at this offset cannot occur in the encoding.
  case invalidEncoding(TextEncoding, offset: Int)
  /// The file begins as gzip does, but cannot be unpacked.
  case damagedGzip
  /// The file would unpack to more than so many bytes.
  case gzipTooLarge(limit: Int)
  /// The file grew, shrank or was written to while it was read.
  case changedWhileReading
  /// No line looks like a header.
  case noHeader
  /// No record starts on this physical line, or it is blank.
  case headerRowMissing(Int)
  /// The file was asked for the table of this number and has only `found`.
  case tableMissing(Int, found: Int)
}
