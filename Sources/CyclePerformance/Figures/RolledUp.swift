// SPDX-License-Identifier: Apache-2.0

/// A weighted mean over items of which some may have no data.
///
/// *Definition* `value = Σ w·v / Σ w` over the items with data, `coverage = Σ w` with data over
/// `Σ w` of all. A negative weight, or weights that add up to 0, leave both nil with a reason.
public struct RolledUp: Sendable, Equatable {
  /// What an item without data counts as.
  public enum Missing: String, Sendable, CaseIterable {
    /// Left out, as in a running cycle.
    case exclude
    /// Nothing reached, as at the close of a cycle.
    case zero
  }

  /// The mean, nil without data.
  public var value: Double?
  /// The share of the weight that has data, nil where there is no weight.
  public var coverage: Double?
  /// Why there is no value.
  public var reason: Progress.Reason?

  /// One value with its weight.
  package struct Item: Sendable {
    /// The value, nil without data.
    package var value: Double?
    /// The weight, 0 or more.
    package var weight: Double

    /// A value with its weight.
    package init(_ value: Double?, weight: Double = 1) {
      self.value = value
      self.weight = weight
    }
  }

  /// Adds up `items`.
  package init(_ items: [Item], missing: Missing) {
    var sum = Sum()
    for item in items { sum.add(item.value, weight: item.weight) }
    self.init(sum, missing: missing)
  }

  /// A mean in the making, the same to the last bit whatever order its values come in.
  struct Sum {
    private(set) var count = 0
    private(set) var hasNegativeWeight = false
    private var weights = PairedSum()
    private var weightsCovered = PairedSum()
    private var products = PairedSum()

    /// The sum of the weights.
    var all: Double { weights.value }
    /// The sum of the weights that have a value.
    var covered: Double { weightsCovered.value }
    /// The sum of the values times their weights.
    var sum: Double { products.value }

    /// The mean over all weights, or over those that have a value.
    func mean(missing: Missing) -> Double {
      products.divided(by: missing == .zero ? weights : weightsCovered)
    }

    /// Adds a value, nil without data.
    mutating func add(_ value: Double?, weight: Double = 1) {
      count += 1
      if weight < 0 { hasNegativeWeight = true }
      weights.add(weight)
      guard let value else { return }
      weightsCovered.add(weight)
      products.add(weight, times: value)
    }
  }

  /// The mean of what was added to `sum`.
  init(_ sum: Sum, missing: Missing) {
    if sum.hasNegativeWeight {
      reason = .negativeWeight
    } else if !(sum.all > 0) {
      reason = .zeroWeight
    } else if !sum.all.isFinite || !sum.sum.isFinite {
      reason = .overflow
    } else {
      coverage = sum.covered / sum.all
      switch missing {
      case .zero: value = sum.mean(missing: .zero)
      case .exclude where sum.covered > 0: value = sum.mean(missing: .exclude)
      case .exclude: reason = .noData
      }
    }
  }

  /// A single value, covered where it exists.
  package init(single value: Double?) {
    self.value = value
    coverage = value == nil ? 0 : 1
    reason = value == nil ? .noData : nil
  }
}

extension RolledUp {
  /// The figures of one account from its objectives: the mean of objective means, and the mean
  /// over all key results as a diagnostic only.
  package static func account(
    _ objectives: [(weight: Double, keyResults: [Item])],
    missing: Missing
  ) -> (objectives: [RolledUp], account: RolledUp, pooledMean: Double?) {
    let means = objectives.map { RolledUp($0.keyResults, missing: missing) }
    let items = zip(means, objectives).map { Item($0.value, weight: $1.weight) }
    let pooled = RolledUp(objectives.flatMap(\.keyResults), missing: missing)
    return (means, RolledUp(items, missing: missing), pooled.value)
  }
}
