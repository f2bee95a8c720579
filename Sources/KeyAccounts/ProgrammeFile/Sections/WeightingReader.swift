// SPDX-License-Identifier: Apache-2.0
import Accounts
import Selection

/// Reads `weighting`, of the programme or of a group of criteria.
struct WeightingReader {
  private let names: CriterionNames

  /// Prepares to read weightings of the criteria with these names.
  init(of names: CriterionNames) { self.names = names }

  /// The weighting: a word, or one way of eliciting with its judgements.
  func weighting(_ reader: NodeReader) -> Weighting? {
    guard reader.isMapping else {
      return reader.choice(of: Weighting.simpleNames).flatMap { Weighting(named: $0) }
    }
    guard let section = reader.section(.weighting) else { return nil }
    let ways = ["ahp", "swing", "best-worst", "group"].filter { section[$0] != nil }
    guard ways.count == 1, ways == ["group"] || section["members"] == nil else {
      section.problems.add(
        ways.isEmpty ? .missingKey : .contradiction,
        at: section.position,
        de:
          "'\(section.path)' braucht genau eines von ahp, swing, best-worst oder group mit members",
        en: "'\(section.path)' needs exactly one of ahp, swing, best-worst or group with members"
      )
      return nil
    }
    switch ways[0] {
    case "ahp": return section["ahp"].flatMap(matrix)
    case "swing": return section["swing"].flatMap(points).map { .swing($0) }
    case "best-worst": return section["best-worst"]?.section(.bestWorst).flatMap(judgements)
    default: return group(section)
    }
  }

  // MARK: Points by criterion

  private func group(_ section: SectionReader) -> Weighting? {
    guard let mean = section["group"]?.choice(GroupPoints.Mean.self) else { return nil }
    guard let reader = section["members"] else {
      section.problems.add(
        .missingKey,
        at: section.position,
        de: "in '\(section.path)' fehlt 'members'",
        en: "'members' is missing in '\(section.path)'"
      )
      return nil
    }
    let members = reader.named().compactMap { entry in
      points(entry.value).map { GroupPoints.Member(name: entry.name, points: $0) }
    }
    guard !members.isEmpty else {
      return reader.fail(
        .emptyList,
        de: "'\(reader.path)' nennt kein Mitglied",
        en: "'\(reader.path)' names no member"
      )
    }
    return .group(GroupPoints(mean, members: members))
  }

  /// Points that cover each level of which they name a criterion, and the top level at least.
  private func points(_ reader: NodeReader) -> [String: Double]? {
    guard let points = numbers(reader, of: names.all) else { return nil }
    for level in names.levels {
      let missing = level.filter { points[$0] == nil }
      guard !missing.isEmpty, level == names.top || missing.count < level.count else { continue }
      return lacking(missing, in: reader)
    }
    for level in names.levels where level.contains(where: { points[$0] != nil }) {
      var sum = 0.0
      for name in level { sum += points[name] ?? 0 }
      guard !(sum > 0 && sum.isFinite) else { continue }
      return reader.fail(
        .weightSum,
        de: "die Punkte in '\(reader.path)' ergeben zusammen keine positive endliche Zahl",
        en: "points in '\(reader.path)' add up to no positive finite number"
      )
    }
    return points
  }

  private func numbers(_ reader: NodeReader, of known: [String]) -> [String: Double]? {
    var numbers: [String: Double] = [:]
    var isGood = true
    for entry in reader.named() {
      if !known.contains(entry.name) {
        let hint = Suggestion.closest(to: entry.name, among: known)
        entry.value.problems.add(
          .unknownName,
          at: entry.position,
          de: "'\(entry.name)' in '\(reader.path)' ist kein Kriterium" + Suggestion.german(hint),
          en: "'\(entry.name)' in '\(reader.path)' is not a criterion" + Suggestion.english(hint)
        )
        isGood = false
      }
      guard let number = entry.value.number(atLeast: 0) else {
        isGood = false
        continue
      }
      numbers[entry.name] = number
    }
    return isGood ? numbers : nil
  }

  private func lacking<Value>(_ missing: [String], in reader: NodeReader) -> Value? {
    let list = missing.map { "'\($0)'" }.joined(separator: ", ")
    return reader.fail(
      .missingKey,
      de: "in '\(reader.path)' fehlt \(list)",
      en: "\(list) is missing in '\(reader.path)'"
    )
  }

  // MARK: Best and worst

  private func judgements(_ section: SectionReader) -> Weighting? {
    guard let best = section["best"].flatMap(criterion),
      let worst = section["worst"].flatMap(criterion),
      let fromBest = section["best_to_others"].flatMap({ comparisons($0, except: best) }),
      let toWorst = section["others_to_worst"].flatMap({ comparisons($0, except: worst) })
    else { return nil }
    guard best != worst || names.top.count == 1 else {
      section.problems.add(
        .contradiction,
        at: section.keyPosition("worst"),
        de: "'\(best)' kann nicht zugleich das wichtigste und das unwichtigste Kriterium sein",
        en: "'\(best)' cannot be both the best and the worst criterion"
      )
      return nil
    }
    return .bestWorst(
      BestWorstJudgements(
        best: best,
        worst: worst,
        bestToOthers: fromBest,
        othersToWorst: toWorst
      )
    )
  }

  private func criterion(_ reader: NodeReader) -> String? { reader.choice(of: names.top) }

  /// A number from 1 for each criterion of the level; the one compared with itself may be left out.
  private func comparisons(_ reader: NodeReader, except own: String) -> [String: Double]? {
    guard let numbers = numbers(reader, of: names.top) else { return nil }
    let missing = names.top.filter { $0 != own && numbers[$0] == nil }
    guard missing.isEmpty else { return lacking(missing, in: reader) }
    guard numbers.values.allSatisfy({ $0 >= 1 && $0 <= 1e6 }) else {
      return reader.outOfRange("Zahlen von 1 bis 9", "numbers from 1 to 9")
    }
    return numbers
  }

  // MARK: Comparison matrix

  /// A matrix with one row and column per criterion of the level.
  private func matrix(_ matrix: NodeReader) -> Weighting? {
    guard let rows = matrix.list() else { return nil }
    let criteria = names.top.count
    guard rows.count == criteria else {
      return matrix.fail(
        .comparisonMatrix,
        de: "'\(matrix.path)' hat \(rows.count) Zeilen, es gibt aber \(criteria) Kriterien",
        en: "'\(matrix.path)' has \(rows.count) rows, but there are \(criteria) criteria"
      )
    }
    let numbers = rows.map { row(of: $0, width: criteria) }
    guard numbers.allSatisfy({ $0.count == criteria }) else { return nil }
    return .ahp(numbers)
  }

  private func row(of reader: NodeReader, width: Int) -> [Double] {
    guard let cells = reader.list() else { return [] }
    guard cells.count == width else {
      return reader.fail(
        .comparisonMatrix,
        de: "'\(reader.path)' hat \(cells.count) statt \(width) Einträge",
        en: "'\(reader.path)' has \(cells.count) instead of \(width) entries"
      ) ?? []
    }
    return cells.compactMap(comparison)
  }

  /// A positive number or fraction such as `1/3`.
  private func comparison(_ reader: NodeReader) -> Double? {
    let parts = (reader.node.scalarText ?? "").split(
      separator: "/",
      maxSplits: 1,
      omittingEmptySubsequences: false
    )
    let numbers = parts.compactMap { part in Double(part.filter { !$0.isWhitespace }) }
    let value: Double =
      switch (numbers.count, parts.count) {
      case (1, 1): numbers[0]
      case (2, 2): numbers[0] / numbers[1]
      default: .nan
      }
    guard value.isFinite, value > 0 else {
      let found = reader.node.description
      return reader.fail(
        .comparisonMatrix,
        de: "in '\(reader.path)' wird eine positive Zahl oder ein Bruch wie 1/3 erwartet, "
          + "gefunden \(found.german)",
        en: "expected a positive number or a fraction such as 1/3 in '\(reader.path)', "
          + "found \(found.english)"
      )
    }
    return value
  }
}
