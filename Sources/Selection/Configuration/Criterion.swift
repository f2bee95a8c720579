// SPDX-License-Identifier: Apache-2.0
public import Accounts

/// One criterion of the selection, or a group of them with local weights.
public struct Criterion: Sendable, Equatable {
  /// Which end of the measure is wanted.
  public enum Direction: String, Sendable, CaseIterable {
    /// More is better.
    case maximise
    /// Less is better.
    case minimise
  }

  /// What happens to an account whose measure is missing.
  public enum MissingPolicy: String, Sendable, CaseIterable {
    /// The account is not ranked; its status is `incomplete`.
    case exclude
    /// It gets the utility of the worst account (0 on fixed scales).
    case worst
    /// It gets the median utility of the accounts that have a value.
    case median
    /// The weights of the criteria that it has are scaled up to the full sum.
    case reweight
    /// It may lie anywhere on the scale: possible and necessary members are told apart.
    case interval
  }

  /// Where the figures of a criterion come from (S004).
  public enum Origin: String, Sendable, CaseIterable {
    /// A system delivers them.
    case system
    /// Somebody rates by hand.
    case manual
  }

  /// Whether a criterion looks ahead or back (S002).
  public enum View: String, Sendable, CaseIterable {
    /// It looks ahead.
    case forward
    /// It looks back.
    case backward
  }

  /// The name in outputs; the measure's text unless the programme gives one.
  public var name: String
  /// The measure or formula; nil for a group.
  public var measure: Expression?
  /// Which end is wanted.
  public var direction: Direction
  /// Raw weight points, 0 or more; normalised by the sum of the siblings.
  public var weight: Double
  /// How values become utilities.
  public var scale: Scale
  /// What happens without a value.
  public var missing: MissingPolicy
  /// Where the figures come from, if said.
  public var origin: Origin?
  /// Whether it looks ahead or back, if said.
  public var view: View?
  /// The criteria of a group, with local weights.
  public var children: [Criterion]
  /// How the weights of a group's criteria are found; nil for the way of the plan.
  public var weighting: Weighting?
  /// Preference thresholds of this criterion that override those of the method.
  public var preference: PreferenceThresholds
  /// Where the programme defines it.
  public var position: SourcePosition?

  /// Makes a maximised criterion on min-max scale that excludes accounts without value.
  public init(name: String, measure: Expression?, weight: Double) {
    self.name = name
    self.measure = measure
    self.weight = weight
    direction = .maximise
    scale = .minMax
    missing = .exclude
    children = []
    preference = PreferenceThresholds()
  }
}

/// How the values of a criterion become utilities; formulas on ``Scale/utilities(of:direction:)``.
public enum Scale: Sendable, Equatable {
  /// (v - from) / (to - from), clamped to 0..1; nobody else's value moves it (recommended).
  case fixed(from: Double, to: Double)
  /// Piecewise linear through points of value and utility, flat beyond the ends.
  case points([ScalePoint])
  /// 1 - |v - target| / largest |v - target|.
  case target(Double)
  /// (v - min) / (max - min).
  case minMax
  /// v / sqrt(sum of squares).
  case vector
  /// v / sum of v.
  case sum
  /// v / max.
  case max
  /// (n - average rank) / (n - 1).
  case rank
  /// (count below + half the count equal) / (n - 1), itself left out.
  case percentile
  /// (v - mean) / population standard deviation, unbounded.
  case zScore
  /// Min-max of the natural logarithm; values of 0 or less are missing.
  case log
  /// Min-max after cutting at the 5th and 95th percentile.
  case winsorised
}

/// One point of a piecewise linear scale.
public struct ScalePoint: Sendable, Equatable {
  /// The measure's value.
  public var value: Double
  /// The utility there, 0 to 1.
  public var utility: Double

  /// Makes a point.
  public init(value: Double, utility: Double) {
    self.value = value
    self.utility = utility
  }
}

/// Indifference and preference thresholds of PROMETHEE, each optional.
public struct PreferenceThresholds: Sendable, Equatable {
  /// The preference function's name: usual, u-shape, v-shape, level, linear or gaussian.
  public var function: String?
  /// Differences up to here do not count.
  public var q: Double?
  /// Differences from here on count fully.
  public var p: Double?
  /// The inflection point of the Gaussian function.
  public var s: Double?

  /// Leaves everything to the method.
  public init() {}
}
