// SPDX-License-Identifier: Apache-2.0

/// Words and phrases to look for in titles, as whole words and in any case.
struct WordList: Sendable {
  private let phrases: Set<String>
  private let longest: Int
  /// Per first byte in lower case whether a phrase begins with it.
  private var starts = [Bool](repeating: false, count: 256)

  /// A list of `words`; a phrase has blanks between its words.
  init(_ words: [String]) {
    let split = words.map { Self.words(of: $0) }
    phrases = Set(split.map { $0.joined(separator: " ") })
    longest = split.map(\.count).max() ?? 0
    for phrase in phrases {
      if let first = phrase.utf8.first { starts[Int(first)] = true }
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

  /// Whether a word of `text` begins like a phrase of the list; what is no ASCII may be anything.
  private func mayHold(_ text: String) -> Bool {
    var isInside = false
    for byte in text.utf8 {
      if byte >= 0x80 { return true }
      let lower = byte | 0x20
      let isWord = (0x61...0x7A).contains(lower) || (0x30...0x39).contains(byte)
      if isWord, !isInside, starts[Int(lower)] { return true }
      isInside = isWord
    }
    return false
  }

  private static func words(of text: String) -> [String] {
    split(text).map { $0.lowercased() }
  }

  private static func split(_ text: String) -> [Substring] {
    text.split { !$0.isLetter && !$0.isNumber }
  }
}
