// SPDX-License-Identifier: Apache-2.0
public import Accounts
public import Selection

/// What a programme declares beyond ranking and cutting the list.
public struct DeclaredAnalyses: Sendable, Equatable {
  /// `matrix`: the portfolio matrix of attractiveness and own strength.
  public struct Matrix: Sendable, Equatable {
    /// Criteria or measures of the vertical axis.
    public var attractiveness: [String]
    /// Criteria or measures of the horizontal axis.
    public var strength: [String]
    /// The cuts of the two axes, 0 to 1.
    public var limits: [Double]
    /// Where it is declared.
    public var position: SourcePosition
  }

  /// `robustness`: sampling of weights.
  public struct Robustness: Sendable, Equatable {
    /// How far weights are drawn from the given ones.
    public enum Spread: Sendable, Equatable {
      /// By this share around the given weights.
      case around(Double)
      /// From all weights that add up to one.
      case uniform
    }

    /// Which accounts get rank statistics.
    public enum Ranks: String, Sendable, CaseIterable {
      /// Those near the list.
      case shortlist
      /// All of them.
      case all
    }

    /// The values of one criterion may be off.
    public struct Uncertainty: Sendable, Equatable {
      /// The criterion's name.
      public var criterion: String
      /// The share by which each value may be off, 0.1 for a tenth.
      public var share: Double
    }

    /// How many weight vectors are drawn.
    public var samples: Int
    /// The seed of the draw.
    public var seed: Int
    /// How far they spread.
    public var spread: Spread
    /// Which accounts get rank statistics.
    public var ranks: Ranks
    /// Criteria from the most to the least important, an order that every draw keeps.
    public var order: [String]
    /// How far the values of criteria may be off, in file order.
    public var uncertainty: [Uncertainty]
    /// Where it is declared.
    public var position: SourcePosition
  }

  /// The portfolio matrix.
  public var matrix: Matrix?
  /// The sampling of weights.
  public var robustness: Robustness?
  /// The what-if variants, in file order.
  public var scenarios: [DeclaredScenario]
  /// The file with more variants: columns `name` and one per criterion.
  public var scenarioFile: ShortlistFiles.Reference?

  /// Whether there are what-if variants.
  public var hasScenarios: Bool { !scenarios.isEmpty || scenarioFile != nil }

  /// Declares nothing.
  public init() {
    scenarios = []
  }
}

/// A what-if variant: the parts of the programme that it replaces.
public struct DeclaredScenario: Sendable, Equatable {
  /// Values that change where a condition holds.
  public struct Shock: Sendable, Equatable {
    /// The accounts that are hit; nil for all.
    public var condition: Expression?
    /// By value name the relative change, -0.5 for a loss of one half; ascending by name.
    public var changes: [Change]
  }

  /// The relative change of one value.
  public struct Change: Sendable, Equatable {
    /// The value's name.
    public var value: String
    /// The change, -0.5 for a loss of one half.
    public var relative: Double
  }

  /// A weight that differs.
  public struct Weight: Sendable, Equatable {
    /// The criterion's name.
    public var criterion: String
    /// The raw points.
    public var points: Double
    /// Where it is declared.
    public var position: SourcePosition
  }

  /// The variant's name.
  public var name: String
  /// Weights that differ, in file order.
  public var weights: [Weight]
  /// Another weighting.
  public var weighting: Weighting?
  /// Another method.
  public var method: DecisionMethod?
  /// Other knock-outs; an empty list lifts them all.
  public var gates: [SelectionPlan.Gate]?
  /// Other criteria.
  public var criteria: [Criterion]?
  /// Another length of the list.
  public var size: Int?
  /// Another rank up to which a newcomer enters.
  public var enter: Int?
  /// Another rank up to which an incumbent stays.
  public var stay: Int?
  /// Values that change.
  public var shock: Shock?
  /// Where the variant is declared.
  public var position: SourcePosition

  /// A variant that changes nothing yet.
  public init(name: String, position: SourcePosition) {
    self.name = name
    self.position = position
    weights = []
  }
}
