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
      position: section.position
    )
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
    return reader.number(atLeast: 0).map { .around($0) }
  }
}
