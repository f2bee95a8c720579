// SPDX-License-Identifier: Apache-2.0

/// Texts compared the way people mean them: case, umlauts, blanks, hyphens and dots do not count.
enum HeaderText {
  /// The letters and digits of `text` in lower case, umlauts and their two-letter spelling alike.
  static func normalized(_ text: String) -> String {
    var letters: [UInt8] = []
    for scalar in text.lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": letters.append(UInt8(truncatingIfNeeded: scalar.value))
      case "ä": letters += Array("ae".utf8)
      case "ö": letters += Array("oe".utf8)
      case "ü": letters += Array("ue".utf8)
      case "ß": letters += Array("ss".utf8)
      default: continue
      }
    }
    return String(decoding: withoutUmlautSpelling(letters), as: UTF8.self)
  }

  /// Drops the `e` of `ae`, `oe` and `ue`, so that `Frueh`, `Früh` and `Fruh` are one word.
  private static func withoutUmlautSpelling(_ letters: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(letters.count)
    for letter in letters {
      if letter == UInt8(ascii: "e"), let last = result.last,
        last == UInt8(ascii: "a") || last == UInt8(ascii: "o") || last == UInt8(ascii: "u")
      {
        continue
      }
      result.append(letter)
    }
    return result
  }
}

extension String {
  /// The text without white space, no-break space and byte order mark at both ends.
  var trimmedCell: String {
    if let first = utf8.first, let last = utf8.last, Self.isPrinted(first), Self.isPrinted(last) {
      return self
    }
    var scalars = unicodeScalars[...]
    while let first = scalars.first, first.isBlank { scalars = scalars.dropFirst() }
    while let last = scalars.last, last.isBlank { scalars = scalars.dropLast() }
    return String(scalars)
  }

  /// Whether a byte is a printed ASCII character, which needs no trimming.
  private static func isPrinted(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }
}

extension Unicode.Scalar {
  fileprivate var isBlank: Bool { properties.isWhitespace || value == 0xFEFF }
}
