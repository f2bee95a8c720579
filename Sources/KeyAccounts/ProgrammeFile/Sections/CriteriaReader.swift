// SPDX-License-Identifier: Apache-2.0
import Accounts
import Selection

/// Reads `criteria`, a tree whose names are unique as a whole.
struct CriteriaReader {
  private let names: KnownNames
  private var needsWeights: Bool
  private var seen: [String: SourcePosition] = [:]

  /// Prepares to read criteria over `names`.
  ///
  /// - Parameters:
  ///   - names: What measures may use.
  ///   - needsWeights: Whether the weighting uses the points of the programme.
  init(over names: KnownNames, needsWeights: Bool) {
    self.names = names
    self.needsWeights = needsWeights
  }

  /// The criteria of one level.
  mutating func criteria(_ reader: NodeReader) -> [Criterion] {
    let sections = (reader.list() ?? []).compactMap { $0.section(.criterion) }
    var criteria: [Criterion] = []
    for section in sections {
      if let criterion = criterion(section) { criteria.append(criterion) }
    }
    checkWeights(of: sections, in: reader)
    return criteria
  }

  private mutating func criterion(_ section: SectionReader) -> Criterion? {
    let measure = section["measure"]?.expression(over: names)
    let weighting = section["criteria"].flatMap { group in
      section["weighting"].flatMap(WeightingReader(of: CriterionNames(in: group.node)).weighting)
    }
    let children = children(of: section)
    checkContent(of: section)
    let measureText = section["measure"]?.node.scalarText
    guard let name = section["name"]?.text() ?? measureText, isNew(name, section) else {
      return nil
    }
    var criterion = Criterion(
      name: name,
      measure: measure,
      weight: section["weight"]?.number(atLeast: 0) ?? 1
    )
    criterion.direction = section["direction"]?.choice(Criterion.Direction.self) ?? .maximise
    criterion.scale = section["scale"].flatMap(ScaleReader.scale) ?? .minMax
    criterion.missing = section["missing"]?.choice(Criterion.MissingPolicy.self) ?? .exclude
    criterion.origin = section["origin"]?.choice(Criterion.Origin.self)
    criterion.view = section["view"]?.choice(Criterion.View.self)
    criterion.children = children
    criterion.weighting = weighting
    criterion.preference = MethodReader.preference(in: section)
    criterion.position = section.position
    return criterion
  }

  /// The criteria of a group, which may have a weighting of their own.
  private mutating func children(of section: SectionReader) -> [Criterion] {
    guard let reader = section["criteria"] else {
      guard section["weighting"] != nil else { return [] }
      section.problems.add(
        .contradiction,
        at: section.keyPosition("weighting"),
        de: "'weighting' in '\(section.path)' gilt nur für Gruppen mit 'criteria'",
        en: "'weighting' in '\(section.path)' is for groups with 'criteria' only"
      )
      return []
    }
    guard let own = section["weighting"] else { return criteria(reader) }
    let outer = needsWeights
    defer { needsWeights = outer }
    needsWeights = own.node.scalarText == "points"
    return criteria(reader)
  }

  private func checkContent(of section: SectionReader) {
    switch (section["measure"], section["criteria"]) {
    case (nil, nil):
      section.problems.add(
        .missingKey,
        at: section.position,
        de: "in '\(section.path)' fehlt 'measure'",
        en: "'measure' is missing in '\(section.path)'"
      )
    case (.some, .some):
      section.problems.add(
        .contradiction,
        at: section.keyPosition("criteria"),
        de: "'measure' und 'criteria' in '\(section.path)' schließen sich aus",
        en: "'measure' and 'criteria' in '\(section.path)' exclude each other"
      )
    case (nil, .some) where section["name"] == nil:
      section.problems.add(
        .missingKey,
        at: section.position,
        de: "der Gruppe '\(section.path)' fehlt 'name'",
        en: "group '\(section.path)' lacks 'name'"
      )
    default: break
    }
  }

  private mutating func isNew(_ name: String, _ section: SectionReader) -> Bool {
    guard let first = seen[name] else {
      seen[name] = section.position
      return true
    }
    section.problems.add(
      .ambiguousName,
      at: section.position,
      de: "das Kriterium '\(name)' gibt es schon in Zeile \(first.line); 'name' unterscheidet sie",
      en: "criterion '\(name)' exists already in line \(first.line); 'name' tells them apart"
    )
    return false
  }

  /// Points must be given by all siblings or by none, and add up to a positive finite number.
  private func checkWeights(of sections: [SectionReader], in reader: NodeReader) {
    let without = sections.filter { $0["weight"] == nil }
    guard needsWeights, without.count < sections.count else { return }
    for section in without {
      section.problems.add(
        .missingKey,
        at: section.position,
        de: "in '\(section.path)' fehlt 'weight', andere Kriterien haben eines",
        en: "'weight' is missing in '\(section.path)', other criteria have one"
      )
    }
    let weights = sections.compactMap { $0["weight"]?.node.scalarText }.compactMap { Double($0) }
    let areReadable = weights.allSatisfy { $0.isFinite && $0 >= 0 }
    let sum = weights.reduce(0, +)
    guard areReadable, weights.count == sections.count, !(sum > 0 && sum.isFinite) else { return }
    reader.problems.add(
      .weightSum,
      at: reader.position,
      de: sum == 0
        ? "die Gewichte in '\(reader.path)' ergeben zusammen 0; mindestens eines muss positiv sein"
        : "die Gewichte in '\(reader.path)' ergeben zusammen keine positive endliche Zahl",
      en: sum == 0
        ? "weights in '\(reader.path)' add up to 0; at least one must be positive"
        : "weights in '\(reader.path)' add up to no positive finite number"
    )
  }
}

extension ProgrammeNode {
  /// The text of a scalar that is not null.
  var scalarText: String? {
    guard case .scalar(let text, _) = content, !isNull, !text.isEmpty else { return nil }
    return text
  }
}
