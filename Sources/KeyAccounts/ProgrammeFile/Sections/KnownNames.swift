// SPDX-License-Identifier: Apache-2.0
import Accounts

/// The names that formulas of a programme may use.
///
/// They are taken from the keys of the tree, before the sections are read, so that one bad column
/// does not make every formula over it a second problem.
struct KnownNames {
  /// The values of all sources, in programme order.
  private(set) var values: [String] = []
  /// The attributes of sources and master.
  private(set) var attributes: [String] = []
  /// The measures read so far.
  private(set) var measures: [String] = []

  init(in root: ProgrammeNode) {
    let sources = root["sources"]?.items ?? []
    for source in sources {
      Self.add(source["values"], to: &values)
      Self.add(source["attributes"], to: &attributes)
    }
    Self.add(root["accounts"]?["attributes"], to: &attributes)
  }

  mutating func add(measure: String) { measures.append(measure) }

  /// Whether nothing at all is known, as where the sources are missing or broken.
  var isEmpty: Bool { values.isEmpty && attributes.isEmpty }

  var all: [String] { values + attributes + measures }

  /// What `name` already stands for.
  func meaning(of name: String) -> LocalizedText? {
    if values.contains(name) { return LocalizedText(de: "ein Wert", en: "a value") }
    if attributes.contains(name) { return LocalizedText(de: "ein Merkmal", en: "an attribute") }
    if measures.contains(name) { return LocalizedText(de: "ein Maß", en: "a measure") }
    return nil
  }

  private static func add(_ mapping: ProgrammeNode?, to names: inout [String]) {
    for entry in mapping?.entries ?? [] where !names.contains(entry.key) {
      names.append(entry.key)
    }
  }
}
