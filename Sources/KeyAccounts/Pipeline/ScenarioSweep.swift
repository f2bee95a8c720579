// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText
import Selection

/// Variants in which the points of one criterion go from one number to another in equal steps.
///
/// ```swift
/// ScenarioSweep("growth=0:100:5")   // growth=0, growth=5, ... growth=100
/// ```
public struct ScenarioSweep: Sendable, Equatable {
  /// How many variants one sweep may make.
  public static let mostVariants = 1000

  /// The criterion whose points change.
  public let criterion: String
  private let from: Int64
  private let step: Int64
  private let count: Int

  /// Reads `criterion=from:to:step`; nil when it is none.
  ///
  /// *Definition* `from`, `from + step` ... up to and including `to`; numbers of 0 or more with at
  /// most nine decimals, `step` above 0, at most ``mostVariants`` of them.
  public init?(_ text: String) {
    guard let sign = text.lastIndex(of: "="), sign > text.startIndex else { return nil }
    let parts = text[text.index(after: sign)...].split(
      separator: ":",
      omittingEmptySubsequences: false
    )
    let numbers = parts.compactMap { Self.billionths($0) }
    guard parts.count == 3, numbers.count == 3, numbers[2] > 0, numbers[1] >= numbers[0] else {
      return nil
    }
    let count = (numbers[1] - numbers[0]) / numbers[2] + 1
    guard count <= Self.mostVariants else { return nil }
    criterion = String(text[..<sign])
    from = numbers[0]
    step = numbers[2]
    self.count = Int(count)
  }

  /// The variants, ascending; each is called like `growth=5`.
  func scenarios() -> [DeclaredScenario] {
    (0..<count).map { index in
      let points = Double(from + Int64(index) * step) / 1e9
      let position = SourcePosition(file: "--sweep", line: 1, column: 1)
      var scenario = DeclaredScenario(
        name: "\(criterion)=\(NumberText.shortest(points))",
        position: position
      )
      scenario.weights = [.init(criterion: criterion, points: points, position: position)]
      return scenario
    }
  }

  /// A decimal number of 0 or more in billionths, nil for anything else.
  private static func billionths(_ text: Substring) -> Int64? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isDecimalDigit) }),
      parts[0].utf8.count <= 9, parts.count == 1 || parts[1].utf8.count <= 9
    else { return nil }
    let decimals = parts.count == 2 ? parts[1] : ""
    return Int64(parts[0] + decimals + String(repeating: "0", count: 9 - decimals.utf8.count))
  }
}

extension Character {
  fileprivate var isDecimalDigit: Bool { ("0"..."9").contains(self) && isASCII }
}
