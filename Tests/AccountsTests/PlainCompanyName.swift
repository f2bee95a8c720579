// SPDX-License-Identifier: Apache-2.0

@testable import Accounts

/// A company's name reduced to what identifies it, letter by letter: the reference of
/// ``CompanyNames``.
struct PlainCompanyName {
  /// The words, ascending by their bytes, each once.
  let words: [String]
  /// The words in their order without blanks, so that `Key Tec` equals `KeyTec`.
  let compact: String

  init(_ name: String) {
    let all = Self.words(of: name)
    let significant = all.filter { !Self.ignored.contains($0) }
    let kept = significant.isEmpty ? all : significant
    compact = kept.joined()
    words = Set(kept).sorted { $0.isBytewiseLess(than: $1) }
  }

  private static func words(of name: String) -> [String] {
    var folded = ""
    for character in name.lowercased() {
      // Abbreviations such as `s.r.o.` and `Ges.m.b.H.` become one word each.
      if character == "." || character == "'" || character == "’" { continue }
      if let byte = character.asciiValue {
        let isWord = (48...57).contains(byte) || (97...122).contains(byte)
        folded.append(isWord ? character : " ")
      } else if let plain = NameFolding.plainLetters[character] {
        folded += plain
      } else {
        folded.append(character.isLetter || character.isNumber ? character : " ")
      }
    }
    var words: [String] = []
    var isInitials = false
    for word in folded.split(separator: " ") {
      // `s. r. o.` is one word, too.
      let isLetter = word.utf8.count == 1
      if isLetter, isInitials, let last = words.popLast() {
        words.append(last + word)
      } else {
        words.append(String(word))
      }
      isInitials = isLetter
    }
    return words.map(withoutUmlautLetters)
  }

  /// `Mueller` as `Muller`, the way `Müller` is folded, too.
  private static func withoutUmlautLetters(_ word: String) -> String {
    var bytes: [UInt8] = []
    for byte in word.utf8 {
      let follows = bytes.last.map { "aou".utf8.contains($0) } ?? false
      if byte == UInt8(ascii: "e"), follows { continue }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let ignored = Set(NameFolding.ignoredWords.map(withoutUmlautLetters))
}
