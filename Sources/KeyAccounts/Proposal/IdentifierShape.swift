// SPDX-License-Identifier: Apache-2.0
import Accounts

/// The shape of an id: runs of digits and letters, and the signs between them.
enum IdentifierShape {
  /// So many ids must share a shape before another one looks like a mistake.
  private static let minimumCount = 4
  private static let longestShape = 5

  /// A pattern for ids of which exactly one has another shape than all others, with that one.
  ///
  /// - Parameter ids: different ids.
  /// - Returns: nil where all ids have one shape, or more than two shapes occur.
  static func outlier(among ids: some Sequence<String>) -> (pattern: String, id: String)? {
    var groups: [String: [String]] = [:]
    for id in ids {
      groups[shape(of: id), default: []].append(id)
      guard groups.count <= 2 else { return nil }
    }
    let ordered = groups.sorted { ($0.value.count, $0.key) < ($1.value.count, $1.key) }
    guard ordered.count == 2, ordered[0].value.count == 1, let odd = ordered[0].value.first,
      ordered[1].value.count >= minimumCount, ordered[1].key.count <= longestShape
    else { return nil }
    return (pattern(of: ordered[1].key), odd)
  }

  /// `9` for a run of digits, `A` for a run of letters, other signs as they are.
  private static func shape(of id: String) -> String {
    var shape = ""
    for character in id {
      let kind: Character = character.isNumber ? "9" : character.isLetter ? "A" : character
      if kind == shape.last, "9A".contains(kind) { continue }
      shape.append(kind)
    }
    return shape
  }

  private static func pattern(of shape: String) -> String {
    shape.map { character in
      switch character {
      case "9": "[0-9]+"
      case "A": "[A-Za-z]+"
      case _ where character.isWhitespace: "\\s"
      default: "[\(character)]"
      }
    }.joined()
  }
}
