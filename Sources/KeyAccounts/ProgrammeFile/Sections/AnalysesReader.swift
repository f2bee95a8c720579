// SPDX-License-Identifier: Apache-2.0
import Accounts
import Selection

/// Reads `matrix` and `robustness`.
enum AnalysesReader {
  /// The portfolio matrix; the cuts are in the middle unless given.
  static func matrix(_ section: SectionReader) -> DeclaredAnalyses.Matrix {
    let limits = section["limits"].flatMap(limits) ?? [0.5, 0.5]
    return .init(
      attractiveness: (section["attractiveness"]?.list() ?? []).compactMap { $0.text() },
      strength: (section["strength"]?.list() ?? []).compactMap { $0.text() },
      limits: limits,
      position: section.position
    )
  }

  /// The sampling of weights: 10,000 vectors within 0.3, seed 1, unless given.
  static func robustness(_ section: SectionReader) -> DeclaredAnalyses.Robustness {
    .init(
      samples: section["samples"]?.integer(atLeast: 1) ?? 10_000,
      seed: section["seed"]?.integer(atLeast: 0) ?? 1,
      spread: section["spread"].flatMap(spread) ?? .around(0.3),
      ranks: section["ranks"]?.choice(DeclaredAnalyses.Robustness.Ranks.self) ?? .shortlist,
      order: (section["order"]?.list() ?? []).compactMap { $0.text() },
      uncertainty: (section["uncertainty"]?.named() ?? []).compactMap { entry in
        certain(entry.value).map { .init(criterion: entry.name, share: $0) }
      },
      position: section.position
    )
  }

  /// A share by which values may be off, up to the whole value: `20` is a slip for `20%`.
  private static func certain(_ reader: NodeReader) -> Double? {
    guard let share = share(reader) else { return nil }
    guard share <= 1 else {
      return reader.outOfRange(
        "ein Anteil von 0 bis 1 oder von 0% bis 100%",
        "a share from 0 to 1, or from 0% to 100%"
      )
    }
    return share
  }

  /// A share such as `10%` or `0.1`.
  private static func share(_ reader: NodeReader) -> Double? {
    guard let text = reader.node.scalarText, text.hasSuffix("%") else {
      return reader.number(atLeast: 0)
    }
    let percent = Double(text.dropLast().filter { !$0.isWhitespace })
    guard let percent, percent.isFinite, percent >= 0 else {
      return reader.wrongType("ein Anteil wie 10%", "a share such as 10%")
    }
    return percent / 100
  }

  private static func limits(_ reader: NodeReader) -> [Double]? {
    guard let items = reader.list() else { return nil }
    let numbers = items.compactMap { $0.number(atLeast: 0) }
    guard numbers.count == items.count else { return nil }
    guard numbers.count == 2, numbers.allSatisfy({ $0 <= 1 }) else {
      return reader.outOfRange("zwei Zahlen von 0 bis 1", "two numbers from 0 to 1")
    }
    return numbers
  }

  private static func spread(_ reader: NodeReader) -> DeclaredAnalyses.Robustness.Spread? {
    if reader.node.scalarText == "uniform" { return .uniform }
    return share(reader).map { .around($0) }
  }
}
