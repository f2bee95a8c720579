// SPDX-License-Identifier: Apache-2.0

/// The scale of a judgement that a header names, as in `Strategischer Fit (1-5)`.
struct HeaderRating: Equatable {
  /// The worst mark.
  let low: Int
  /// The best mark.
  let high: Int

  /// Reads a range of whole numbers from 0 or 1 up to at most 100 in brackets: `(1-5)`, `[0..10]`,
  /// `(1 bis 5)`, `(1 = low, 5 = high)`; nil for anything else.
  init?(_ header: String) {
    guard let open = header.lastIndex(where: { "([".contains($0) }) else { return nil }
    let inside = header[header.index(after: open)...].prefix { !")]".contains($0) }
    let numbers = inside.split { !$0.isWholeNumber }.compactMap { Int($0) }
    guard numbers.count == 2, Self.isRange(inside), (0...1).contains(numbers[0]),
      (3...100).contains(numbers[1])
    else { return nil }
    (low, high) = (numbers[0], numbers[1])
  }

  /// Whether what stands between two numbers makes them a range, or explains each of them.
  private static func isRange(_ inside: Substring) -> Bool {
    guard let first = inside.first(where: { !$0.isWhitespace }), first.isWholeNumber else {
      return false
    }
    let between = inside.drop(while: \.isWholeNumber).prefix { !$0.isWholeNumber }
      .filter { !$0.isWhitespace }.lowercased()
    return ["-", "–", "—", "..", "...", "bis", "to"].contains(between) || between.hasPrefix("=")
  }
}
