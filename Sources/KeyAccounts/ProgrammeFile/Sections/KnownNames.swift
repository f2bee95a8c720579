// SPDX-License-Identifier: Apache-2.0
import Accounts

/// The names that formulas of a programme may use.
///
/// They are taken from the keys of the tree, before the sections are read, so that one bad column
/// does not make every formula over it a second problem.
struct KnownNames {
  /// What a name stands for.
  enum Meaning {
    case value
    case attribute
    case measure

    /// The meaning in words.
    var text: LocalizedText {
      switch self {
      case .value: LocalizedText(de: "ein Wert", en: "a value")
      case .attribute: LocalizedText(de: "ein Merkmal", en: "an attribute")
      case .measure: LocalizedText(de: "ein Maß", en: "a measure")
      }
    }
  }

  /// The values of all sources, in programme order.
  private(set) var values: [String] = []
  /// Names that are a value and an attribute at once, in programme order.
  private(set) var ambiguous: [String] = []
  private var others: [String] = []
  private var meanings: [String: Meaning] = [:]

  init(in root: ProgrammeNode) {
    let sources = root["sources"]?.items ?? []
    for source in sources { add(source["values"], as: .value) }
    for source in sources { add(source["attributes"], as: .attribute) }
    add(root["accounts"]?["attributes"], as: .attribute)
  }

  /// Adds a measure; formulas after it may use it.
  mutating func add(measure: String) { add(measure, as: .measure) }

  /// These names, and `account` and `name` as attributes where nothing else is called so.
  var withIdentity: KnownNames {
    var result = self
    for name in ["account", "name"] where !isEmpty && !contains(name) {
      result.add(name, as: .attribute)
    }
    return result
  }

  /// Whether nothing at all is known, as where the sources are missing or broken.
  var isEmpty: Bool { meanings.isEmpty }

  /// Names to suggest for a mistyped one; the first thousand, so that suggestions stay cheap.
  var suggestions: [String] { Array((values + others).prefix(1_000)) }

  /// What `name` stands for.
  func meaning(of name: String) -> Meaning? { meanings[name] }

  /// Whether formulas may use `name`.
  func contains(_ name: String) -> Bool { meanings[name] != nil }

  /// Whether `name` is a value, which has periods.
  func isValue(_ name: String) -> Bool { meanings[name] == .value }

  /// Whether `name` is an attribute.
  func isAttribute(_ name: String) -> Bool { meanings[name] == .attribute }

  /// The attributes, in programme order.
  var attributes: [String] { others.filter(isAttribute) }

  private mutating func add(_ mapping: ProgrammeNode?, as meaning: Meaning) {
    for entry in mapping?.entries ?? [] { add(entry.key, as: meaning) }
  }

  private mutating func add(_ name: String, as meaning: Meaning) {
    if let known = meanings[name] {
      if known == .value, meaning == .attribute { ambiguous.append(name) }
      return
    }
    meanings[name] = meaning
    if meaning == .value { values.append(name) } else { others.append(name) }
  }
}
