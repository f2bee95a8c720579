// SPDX-License-Identifier: Apache-2.0

/// Words and phrases to look for in titles, as whole words and in any case.
struct WordList: Sendable {
  private let phrases: Set<String>
  private let longest: Int

  /// A list of `words`; a phrase has blanks between its words.
  init(_ words: [String]) {
    let split = words.map { Self.words(of: $0) }
    phrases = Set(split.map { $0.joined(separator: " ") })
    longest = split.map(\.count).max() ?? 0
  }

  /// The first word or phrase of the list that `text` holds, as it stands there; nil for none.
  ///
  /// - Complexity: O(words of the text)
  func first(in text: String) -> String? {
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

  private static func words(of text: String) -> [String] {
    split(text).map { $0.lowercased() }
  }

  private static func split(_ text: String) -> [Substring] {
    text.split { !$0.isLetter && !$0.isNumber }
  }
}
