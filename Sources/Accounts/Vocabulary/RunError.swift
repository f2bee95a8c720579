// SPDX-License-Identifier: Apache-2.0

/// Why a run could not be done at all; everything smaller is a ``Finding``.
public struct RunError: Error, Equatable, Sendable {
  /// What kind of failure it is; each kind has its own exit status.
  public enum Kind: Int32, Sendable {
    /// The command line asks for something that the programme does not have (exit 64).
    case usage = 64
    /// An input exists but nothing can be made of it (exit 65).
    case unusableData = 65
    /// An input is missing, or is a folder (exit 66).
    case missingInput = 66
    /// An output cannot be written (exit 73).
    case cannotWrite = 73
    /// The programme file is wrong (exit 78).
    case badProgramme = 78
  }

  /// The kind of failure.
  public var kind: Kind
  /// The stable code of the failure, such as `K-P001`.
  public var code: String
  /// Where in the programme or in which input, as far as it is known.
  public var position: SourcePosition?
  /// The input or output file the failure is about.
  public var file: String?
  /// What is wrong, what was expected, and what to do next.
  public var message: LocalizedText

  /// Describes a failure.
  public init(
    _ kind: Kind,
    _ code: String,
    at position: SourcePosition? = nil,
    file: String? = nil,
    _ message: LocalizedText
  ) {
    self.kind = kind
    self.code = code
    self.position = position
    self.file = file
    self.message = message
  }
}
