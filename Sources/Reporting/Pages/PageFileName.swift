// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// File names made of ids that may hold anything.
package enum PageFileName {
  /// The most bytes of an id in a name; longer ones are cut and end in their digest.
  package static let mostBytes = 80

  /// `id` in letters, digits and hyphens; every other byte becomes `~` and two hexadecimal digits,
  /// so that different ids get different names and none leaves its folder.
  package static func safe(_ id: String) -> String {
    var name = ""
    for byte in id.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"):
        name.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16)
        name += "~" + (digits.utf8.count < 2 ? "0" : "") + digits
      }
    }
    guard name.utf8.count > mostBytes else { return name }
    return name.prefix(mostBytes) + "~" + SHA256.hexDigest(of: Array(id.utf8)).prefix(16)
  }
}
