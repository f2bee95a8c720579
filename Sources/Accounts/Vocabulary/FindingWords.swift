// SPDX-License-Identifier: Apache-2.0

/// What nearly every finding of a kind says anew, as bytes: field, found text, message.
///
/// *Layout* Four texts, each behind its length in eight bytes, the lowest first; a length of all
/// ones is no text.
enum FindingWords {
  /// The words of a finding.
  static func encoded(_ finding: Finding) -> [UInt8] {
    var bytes: [UInt8] = []
    let texts = [
      finding.field, finding.found, finding.message.german, finding.message.english,
    ]
    for text in texts {
      let length = text.map { UInt64($0.utf8.count) } ?? .max
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: length >> shift))
      }
      bytes += (text ?? "").utf8
    }
    return bytes
  }

  /// The finding without its words.
  static func without(_ finding: Finding) -> Finding {
    Finding(
      finding.severity,
      finding.code,
      file: finding.file,
      column: finding.column,
      message: LocalizedText(""),
      citation: finding.citation
    )
  }

  /// Gives a finding the words at the start of `bytes`, which goes on behind them.
  static func decode(_ finding: inout Finding, from bytes: inout ArraySlice<UInt8>) {
    finding.field = next(&bytes)
    finding.found = next(&bytes)
    finding.message = LocalizedText(de: next(&bytes) ?? "", en: next(&bytes) ?? "")
  }

  private static func next(_ bytes: inout ArraySlice<UInt8>) -> String? {
    var length: UInt64 = 0
    for byte in bytes.prefix(8).reversed() { length = length << 8 | UInt64(byte) }
    bytes = bytes.dropFirst(8)
    guard length != .max else { return nil }
    let text = bytes.prefix(Int(clamping: length))
    bytes = bytes.dropFirst(text.count)
    return String(decoding: text, as: UTF8.self)
  }
}
