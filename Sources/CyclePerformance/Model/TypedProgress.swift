// SPDX-License-Identifier: Apache-2.0

/// A percentage that somebody typed beside a key result.
public struct TypedProgress: Sendable, Equatable {
  /// The number as typed: 70 for `70 %` and `70`, 0.7 for `0,7`.
  public var number: Double
  /// Whether a percent sign stood behind it.
  public var hasPercentSign: Bool
  /// The cell as it was found.
  public var text: String
  /// The number of its column, 1-based.
  public var column: Int

  /// The scale the form of the cell speaks for, nil when both fit (0, and 1 to 2).
  var scale: Scale? {
    if hasPercentSign || abs(number) > 2 { return .percent }
    return abs(number) > 0 && abs(number) < 1 ? .share : nil
  }

  /// The progress on `scale`, 1 for all of it.
  func progress(on scale: Scale) -> Double { scale == .percent ? number / 100 : number }

  /// How a column writes progress.
  enum Scale { case percent, share }
}
