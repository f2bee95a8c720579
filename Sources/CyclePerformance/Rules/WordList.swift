// SPDX-License-Identifier: Apache-2.0

/// Words and phrases to look for in titles, as whole words and in any case.
struct WordList: Sendable {
  private let phrases: Set<String>
  private let longest: Int
  /// Per first byte in lower case whether a phrase begins with it.
  private var starts = [Bool](repeating: false, count: 256)
  /// The first three bytes of the phrases, as ``beginning(of:)`` puts them together.
  private var beginnings: Set<UInt32> = []

  /// A list of `words`; a phrase has blanks between its words.
  init(_ words: [String]) {
    let split = words.map { Self.words(of: $0) }
    phrases = Set(split.map { $0.joined(separator: " ") })
    longest = split.map(\.count).max() ?? 0
    for phrase in phrases {
      guard let first = phrase.utf8.first else { continue }
      starts[Int(first)] = true
      if let beginning = Self.beginning(of: phrase.utf8.span, from: 0) {
        beginnings.insert(beginning)
      }
    }
  }

  /// The first word or phrase of the list that `text` holds, as it stands there; nil for none.
  ///
  /// - Complexity: O(words of the text)
  func first(in text: String) -> String? {
    guard mayHold(text) else { return nil }
    let found = Self.split(text)
    let words = found.map { $0.lowercased() }
    for start in words.indices {
      for length in 1...max(1, longest) where start + length <= words.count {
        let range = start..<(start + length)
        if phrases.contains(words[range].joined(separator: " ")) {
          return found[range].joined(separator: " ")
        }
      }
    }
    return nil
  }

  /// Whether a word of `text` begins like a phrase of the list.
  ///
  /// Nearly all titles end here, before any word is made; what is no ASCII may be anything but the
  /// signs that stand between words, such as dashes and those of currencies.
  private func mayHold(_ text: String) -> Bool {
    let bytes = text.utf8.span
    var isInside = false
    for index in bytes.indices {
      let byte = bytes[index]
      let isWord = Self.isWord(byte)
      if !isInside, isWord || byte >= 0xC0, mayBegin(bytes, from: index) { return true }
      isInside = isWord
    }
    return false
  }

  /// Whether a phrase may begin at `start`.
  private func mayBegin(_ text: Span<UInt8>, from start: Int) -> Bool {
    let first = text[start]
    if first >= 0x80 {
      let second = start + 1 < text.count ? text[start + 1] : 0
      let isSign = first == 0xE2 && (second == 0x80 || second == 0x82)
      return !isSign || starts[Int(first)]
    }
    guard starts[Int(first | 0x20)] else { return false }
    return Self.beginning(of: text, from: start).map { beginnings.contains($0) } ?? true
  }

  /// The first three bytes of the word that begins at `start` in lower case, with zeros behind a
  /// shorter one; nil where one of them is no ASCII.
  private static func beginning(of text: Span<UInt8>, from start: Int) -> UInt32? {
    var beginning: UInt32 = 0
    for place in 0..<min(3, text.count - start) {
      let byte = text[start + place]
      if byte >= 0x80 { return nil }
      guard isWord(byte) else { break }
      beginning |= UInt32(byte | 0x20) << UInt32(8 * place)
    }
    return beginning
  }

  /// Whether a byte is an ASCII letter or digit; digits have the bit that tells small letters.
  private static func isWord(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }

  private static func words(of text: String) -> [String] {
    split(text).map { $0.lowercased() }
  }

  private static func split(_ text: String) -> [Substring] {
    text.split { !$0.isLetter && !$0.isNumber }
  }
}
