// SPDX-License-Identifier: Apache-2.0
import Accounts
import Selection

/// A what-if variant with the whole plan that it stands for.
struct ScenarioVariant: Sendable {
  /// What has to be computed anew.
  enum Scope: Sendable {
    /// Nothing but weights and the length of the list differ.
    case weights
    /// Values and gates stay; the ranking is done again.
    case ranking
    /// Criteria or gates differ; their values are computed again.
    case values
    /// Values change; measures are computed again.
    case shock(DeclaredScenario.Shock)
  }

  let name: String
  let plan: SelectionPlan
  let scope: Scope

  /// Puts a declared variant over the plan of the base.
  ///
  /// Incumbents and decisions hold in every variant. Where the list gets another size, limits that
  /// the variant does not name are brought to that size if they contradict it. Weights that a
  /// variant names are points, in hundredths of their level where the programme weights otherwise.
  ///
  /// - Parameters:
  ///   - scenario: what differs.
  ///   - base: the plan of the programme.
  ///   - weights: by leaf criterion its share of the base's score.
  init(_ scenario: DeclaredScenario, over base: SelectionPlan, weights: [String: Double]) {
    var plan = base
    if scenario.criteria == nil, scenario.weighting == nil, !scenario.weights.isEmpty {
      plan = base.weightedByPoints(at: Set(scenario.weights.map(\.criterion)), weights: weights)
    }
    plan.criteria = scenario.criteria ?? plan.criteria
    for weight in scenario.weights {
      plan.criteria = plan.criteria.map { $0.weighted(weight.criterion, points: weight.points) }
    }
    plan.gates = scenario.gates ?? base.gates
    plan.method = scenario.method ?? base.method
    if let weighting = scenario.weighting {
      plan.weighting = weighting
    } else if scenario.criteria != nil, !scenario.weights.isEmpty {
      plan.weighting = .points
    }
    plan.shortlist.size = scenario.size ?? base.shortlist.size
    let size = plan.shortlist.size
    plan.shortlist.enter = scenario.enter ?? base.shortlist.enter.map { min($0, size) }
    plan.shortlist.stay = scenario.stay ?? base.shortlist.stay.map { max($0, size) }
    name = scenario.name
    self.plan = plan
    if let shock = scenario.shock {
      scope = .shock(shock)
    } else if scenario.criteria != nil || scenario.gates != nil {
      scope = .values
    } else if scenario.method != nil || Self.weightsComeFromData(plan.weighting) {
      scope = .ranking
    } else {
      scope = .weights
    }
  }

  private static func weightsComeFromData(_ weighting: Weighting) -> Bool {
    if case .objective = weighting { true } else { false }
  }
}

extension Criterion {
  /// The criterion with other points wherever in its tree the name stands.
  fileprivate func weighted(_ name: String, points: Double) -> Criterion {
    var result = self
    if self.name == name { result.weight = points }
    result.children = children.map { $0.weighted(name, points: points) }
    return result
  }
}
