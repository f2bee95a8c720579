// SPDX-License-Identifier: Apache-2.0
import Accounts
import Reporting

/// How far numbers may be from what a reference case expects.
package struct CaseTolerance: Sendable, Equatable {
  /// The allowed absolute difference.
  package var absolute: Double
  /// The allowed difference per unit of the expected number's size.
  package var relative: Double

  /// Reads a number, or `{abs, rel}`; anything absent is 0, nil for another shape.
  init?(_ json: JSONValue?) {
    guard let json, json != .null else {
      (absolute, relative) = (0, 0)
      return
    }
    if let number = json.double {
      (absolute, relative) = (number, 0)
    } else if json.members != nil {
      (absolute, relative) = (json["abs"]?.double ?? 0, json["rel"]?.double ?? 0)
    } else {
      return nil
    }
    guard absolute >= 0, relative >= 0 else { return nil }
  }

  /// The allowed difference from `expected`.
  func allowed(_ expected: Double) -> Double { absolute + relative * expected.magnitude }
}

/// Compares computed with expected figures, as strictly as the formats of the cases allow.
///
/// Numbers keep to the tolerance; counts, ranks, ids, texts, flags and null are exact. Lists have
/// the same length. Objects may have more keys than expected, but for those keyed by data.
struct CaseComparison {
  /// The largest difference of two numbers, nil where none were compared.
  private(set) var largestDeviation: Double?
  /// The first thing that differs, nil where all agrees.
  private(set) var difference: LocalizedText?

  private let tolerance: CaseTolerance

  /// Whether computed and expected figures agree.
  var agrees: Bool { difference == nil }

  /// Compares an answer with what a case expects of it.
  init(
    _ computed: JSONValue,
    expected: JSONValue,
    tolerance: CaseTolerance,
    isEdge: Bool = false
  ) {
    self.tolerance = tolerance
    guard let members = expected.members else {
      differ([.member("expected")], found: computed, wanted: expected)
      return
    }
    for member in members {
      if isEdge, member.name == "allowed" {
        compareAlternatives(computed, member.value)
      } else if isEdge, let methods = computed[member.name] {
        compareByMethod(methods, member.value, [.member(member.name)])
      } else {
        compare(computed[member.name], member.value, [.member(member.name)], isExact: false)
      }
    }
  }

  private mutating func compare(
    _ computed: JSONValue?,
    _ expected: JSONValue,
    _ path: [JSONStep],
    isExact: Bool
  ) {
    guard let computed else { return differ(path, found: nil, wanted: expected) }
    let isExact = isExact || Self.isExact(path)
    switch (computed, expected) {
    case (.array(let found), .array(let wanted)):
      guard found.count == wanted.count else {
        return differ(path, found: computed, wanted: expected)
      }
      for index in wanted.indices {
        compare(found[index], wanted[index], path + [.element(index)], isExact: isExact)
      }
    case (.object(let found), .object(let wanted)):
      if Self.isKeyedByData(path), Set(found.map(\.name)) != Set(wanted.map(\.name)) {
        return differ(path, found: computed, wanted: expected)
      }
      for member in wanted {
        compare(
          computed[member.name],
          member.value,
          path + [.member(member.name)],
          isExact: isExact
        )
      }
    default:
      compareScalars(computed, expected, path, isExact: isExact)
    }
  }

  private mutating func compareScalars(
    _ computed: JSONValue,
    _ expected: JSONValue,
    _ path: [JSONStep],
    isExact: Bool
  ) {
    guard let found = computed.double, let wanted = expected.double else {
      if computed != expected { differ(path, found: computed, wanted: expected) }
      return
    }
    let deviation = (found - wanted).magnitude
    largestDeviation = max(largestDeviation ?? 0, deviation)
    let allowed = isExact ? 0 : tolerance.allowed(wanted)
    if !(deviation <= allowed) { differ(path, found: computed, wanted: expected) }
  }

  private mutating func differ(_ path: [JSONStep], found: JSONValue?, wanted: JSONValue) {
    guard difference == nil else { return }
    let name = path.described
    let wantedText = Self.shown(wanted)
    guard let found else {
      difference = LocalizedText(
        de: "'\(name)' fehlt, erwartet: \(wantedText)",
        en: "'\(name)' is missing, expected \(wantedText)"
      )
      return
    }
    difference = LocalizedText(
      de: "'\(name)': erwartet \(wantedText), gefunden \(Self.shown(found))",
      en: "'\(name)': expected \(wantedText), found \(Self.shown(found))"
    )
  }

  /// A value in a few characters.
  private static func shown(_ value: JSONValue) -> String {
    let text = String(decoding: JSONWriter.line(value), as: UTF8.self)
    return text.count > 60 ? text.prefix(59) + "…" : text
  }
}

// MARK: - What is exact

extension CaseComparison {
  private static let exactKeys: Set<String> = [
    "ranks", "compromise_set", "leader_before", "leader_after", "n", "k", "m", "n_known", "counts",
    "up", "down", "concordant", "discordant", "most_influential", "excluded", "log_n", "classes",
    "usable_for_regression", "clusters", "rank", "columns", "n_treated", "n_control",
  ]
  private static let keyedByData: Set<String> = ["classes", "by_tier", "values"]

  /// Whether the last key of `path` is one of counts or ranks.
  private static func isExact(_ path: [JSONStep]) -> Bool { exactKeys.contains(lastKey(path)) }

  private static func isKeyedByData(_ path: [JSONStep]) -> Bool {
    guard case .member(let name)? = path.last else { return false }
    return keyedByData.contains(name)
  }

  private static func lastKey(_ path: [JSONStep]) -> String {
    for case .member(let name) in path.reversed() { return name }
    return ""
  }
}

// MARK: - Cases of behaviour

extension CaseComparison {
  /// One list that stands for all methods compares with each of the lists by method, both ways.
  private mutating func compareByMethod(
    _ computed: JSONValue,
    _ expected: JSONValue,
    _ path: [JSONStep]
  ) {
    switch (computed.members, expected.members) {
    case (let found?, nil):
      for member in found {
        compare(member.value, expected, path + [.member(member.name)], isExact: Self.isExact(path))
      }
    case (nil, let wanted?):
      for member in wanted {
        compare(computed, member.value, path + [.member(member.name)], isExact: Self.isExact(path))
      }
    default: compare(computed, expected, path, isExact: false)
    }
  }

  /// Any one of the acceptable answers will do: a named error, or a score of exactly 0 for row 0.
  private mutating func compareAlternatives(_ computed: JSONValue, _ allowed: JSONValue) {
    let alternatives = allowed.elements ?? [allowed]
    guard !alternatives.contains(where: { accepts($0, computed) }) else { return }
    differ([.member("allowed")], found: computed, wanted: allowed)
  }

  private func accepts(_ alternative: JSONValue, _ computed: JSONValue) -> Bool {
    if alternative.members != nil {
      return CaseComparison(computed, expected: alternative, tolerance: tolerance, isEdge: true)
        .agrees
    }
    guard let words = alternative.text?.lowercased() else { return false }
    let error = computed["error"] ?? .null
    if error != .null { return words.contains("error") }
    return words.contains("0") && Self.firstScores(computed).contains(0)
      && Self.firstScores(computed).allSatisfy { $0 == 0 }
  }

  /// The score of row 0 by every method.
  private static func firstScores(_ computed: JSONValue) -> [Double] {
    let scores = computed["scores"] ?? .null
    let lists = scores.members.map { $0.map(\.value) } ?? [scores]
    return lists.compactMap { $0.elements?.first?.double }
  }
}
