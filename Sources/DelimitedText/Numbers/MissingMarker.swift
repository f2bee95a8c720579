// SPDX-License-Identifier: Apache-2.0

/// A text that stands for a missing value.
enum MissingMarker: Equatable {
  /// Blank, dashes or `n/a`: nothing to mention.
  case plain
  /// A word that somebody should know of, such as `n. b.` or `#NV`.
  case notable

  private static let longest = 20
  private static let texts: Set<String> = [
    "nb", "nv", "ka", "na", "null", "nil", "none", "(leer)", "(blank)", "(empty)", "(null)", "?",
    "??", "???", "#nv", "#n/a", "#div/0!", "#wert!", "#value!", "#bezug!", "#ref!", "#name?",
    "#null!", "#zahl!", "#num!", "keineangabe", "keineangaben", "nichtbekannt", "unbekannt",
    "unknown", "tbd",
  ]

  /// Per byte whether a marker may begin with it, blanks and points before it among them.
  private static let beginnings: [Bool] = (0..<256).map { byte in
    byte >= 0x80 || byte <= 0x20 || "nkutNKUT(?#-.".utf8.contains(UInt8(byte))
  }

  /// Recognises a trimmed cell; letter case, blanks and points do not count.
  init?(_ cell: Span<UInt8>) {
    guard cell.count <= Self.longest, cell.isEmpty || Self.beginnings[Int(cell[0])] else {
      return nil
    }
    var letters: [UInt8] = []
    var offset = 0
    while offset < cell.count {
      let byte = cell[offset]
      // Markers hold no digit but the zero of `#DIV/0!`, so most cells leave here.
      if byte &- UInt8(ascii: "1") < 9 { return nil }
      let blank = blankLength(in: cell, at: offset)
      offset += max(1, blank)
      if blank > 0 || byte == UInt8(ascii: ".") { continue }
      let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      letters.append(isCapital ? byte | 0x20 : byte)
    }
    let text = String(decoding: letters, as: UTF8.self)
    switch text {
    case "", "-", "--", "---", "–", "—", "n/a": self = .plain
    case _ where Self.texts.contains(text): self = .notable
    default: return nil
    }
  }
}
