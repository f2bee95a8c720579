// SPDX-License-Identifier: Apache-2.0
import Accounts
import Selection

/// Reads `scale` of a criterion.
enum ScaleReader {
  /// A word, or bounds, or a target, or points.
  static func scale(_ reader: NodeReader) -> Scale? {
    guard reader.isMapping else {
      return reader.choice(of: Scale.simpleNames).flatMap { Scale(named: $0) }
    }
    guard let section = reader.section(.scale) else { return nil }
    let given = ["from", "target", "points"].filter { section[$0] != nil }
    guard given.count == 1, given == ["from"] || section["to"] == nil else {
      return reader.fail(
        .scale,
        de: "in '\(reader.path)' wird from und to, target oder points erwartet",
        en: "expected from and to, target or points in '\(reader.path)'"
      )
    }
    switch given.first {
    case "target": return section["target"]?.number().map { .target($0) }
    case "points": return section["points"].flatMap(points)
    default: return bounds(section)
    }
  }

  private static func bounds(_ section: SectionReader) -> Scale? {
    guard let to = section["to"] else {
      section.problems.add(
        .missingKey,
        at: section.position,
        de: "in '\(section.path)' fehlt 'to'",
        en: "'to' is missing in '\(section.path)'"
      )
      return nil
    }
    guard let lower = section["from"]?.number(), let upper = to.number() else { return nil }
    guard lower != upper, (upper - lower).isFinite else {
      return to.fail(
        .scale,
        de: "from und to in '\(section.path)' sind gleich oder zu weit auseinander",
        en: "from and to in '\(section.path)' are equal or too far apart"
      )
    }
    return .fixed(from: lower, to: upper)
  }

  private static func points(_ reader: NodeReader) -> Scale? {
    guard let items = reader.list() else { return nil }
    let points = items.compactMap(point)
    guard points.count == items.count else { return nil }
    guard points.count >= 2 else {
      return reader.fail(
        .scale,
        de: "'\(reader.path)' braucht mindestens zwei Punkte",
        en: "'\(reader.path)' needs at least two points"
      )
    }
    for (index, item) in items.enumerated().dropFirst()
    where !(points[index].value > points[index - 1].value) {
      return item.fail(
        .scale,
        de: "die Werte in '\(reader.path)' müssen von Punkt zu Punkt steigen",
        en: "values in '\(reader.path)' must rise from point to point"
      )
    }
    return .points(points)
  }

  private static func point(_ reader: NodeReader) -> ScalePoint? {
    guard let pair = reader.list() else { return nil }
    guard pair.count == 2 else {
      return reader.fail(
        .scale,
        de: "in '\(reader.path)' wird [Wert, Nutzen] erwartet",
        en: "expected [value, utility] in '\(reader.path)'"
      )
    }
    guard let value = pair[0].number(), let utility = pair[1].number() else { return nil }
    guard (0...1).contains(utility) else {
      return pair[1].fail(
        .scale,
        de: "der Nutzen in '\(reader.path)' muss zwischen 0 und 1 liegen",
        en: "the utility in '\(reader.path)' must lie between 0 and 1"
      )
    }
    return ScalePoint(value: value, utility: utility)
  }
}
