// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText

/// The cycle that the title of a sheet or the name of its file speaks of, as in `OKR Q4 2026`.
package enum CycleMention {
  /// More words than that are no title.
  private static let mostWords = 200
  /// A name has at most so many words, such as `Jul 2026 bis Dez 2026`.
  private static let longestName = 5
  /// Shorter spans are months, which titles name for other reasons.
  private static let fewestMonths = 3

  /// The only cycle of at least a quarter that the texts name, as it stands there; nil for none or
  /// for several.
  package static func cycle(in texts: [String]) -> String? {
    let found = texts.flatMap(cycles)
    guard let first = found.first,
      found.allSatisfy({ ($0.days.start, $0.days.end) == (first.days.start, first.days.end) })
    else { return nil }
    return first.name
  }

  private static func cycles(in text: String) -> [(name: String, days: CycleName)] {
    let words = text.split { !$0.isLetter && !$0.isNumber }.prefix(mostWords)
    var found: [(name: String, days: CycleName)] = []
    var start = words.startIndex
    while start < words.endIndex {
      guard !CycleName.fillers.contains(words[start].lowercased()) else {
        start += 1
        continue
      }
      let ends = (start + 1)...min(start + longestName, words.endIndex)
      let end = ends.first { end in
        let name = words[start..<end].joined(separator: " ")
        guard let days = CycleName(name, fiscalYear: .calendar), months(days) >= fewestMonths
        else { return false }
        found.append((name, days))
        return true
      }
      start = end ?? start + 1
    }
    return found
  }

  private static func months(_ days: CycleName) -> Int {
    Period(year: days.end.year, month: days.end.month).index
      - Period(year: days.start.year, month: days.start.month).index + 1
  }
}
