// SPDX-License-Identifier: Apache-2.0

/// One file of the bundled sample programme, ready to be written.
public struct SampleFile: Sendable, Equatable {
  /// Where it belongs, relative to the folder of the programme, with forward slashes:
  /// `exports/sap_umsatz.csv`.
  public let path: String
  /// The content, in the encoding that a system of this kind would use.
  public let bytes: [UInt8]

  /// Names a file whose content is already encoded.
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Names a UTF-8 file.
  init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }
}
