// SPDX-License-Identifier: Apache-2.0

/// The OKR page of one key account: a yearly goal and the objectives of two cycles.
struct SampleAccountPlan {
  /// The account: a place in ``SampleGroup/all``.
  let group: Int
  let moal: String
  let strategy: String
  let requirements: String
  /// The objectives of the closed cycle.
  let closed: [Objective]
  /// The objectives of the running cycle.
  let running: [Objective]

  /// All pages, in the order of the sheet.
  static let all = first + second

  /// A goal in words.
  struct Objective {
    let title: String
    let isTopDown: Bool
    let keyResults: [KeyResult]

    init(_ title: String, topDown: Bool = false, _ keyResults: [KeyResult]) {
      self.title = title
      isTopDown = topDown
      self.keyResults = keyResults
    }
  }

  /// A result that shows whether the goal is reached.
  struct KeyResult {
    let title: String
    /// Empty for a result that is there or not.
    let unit: String
    /// Start, target and current value in tenths; a missing current value is nil.
    let start: Int
    let target: Int
    let current: Int?
    let owner: String
    var isLeading = false
    var note = ""
    /// What stands in the sheet instead of the true progress, in percent.
    var mistypedPercent: Int?

    init(
      _ title: String,
      _ unit: String,
      _ values: (start: Int, target: Int, current: Int),
      _ owner: String
    ) {
      self.title = title
      self.unit = unit
      start = values.start * 10
      target = values.target * 10
      current = values.current * 10
      self.owner = owner
    }

    /// A result without figures.
    init(_ title: String, done: Bool, _ owner: String) {
      self.title = title
      unit = ""
      start = 0
      target = 10
      current = done ? 10 : 0
      self.owner = owner
    }

    private init(_ other: Self, current: Int?) {
      title = other.title
      unit = other.unit
      start = other.start
      target = other.target
      self.current = current
      owner = other.owner
      isLeading = other.isLeading
      note = other.note
    }

    /// Whether it is there or not, without figures.
    var isYesOrNo: Bool { unit.isEmpty }

    /// Progress in tenths of a percent.
    var progress: Int? {
      let way = abs(target - start)
      let sign = target > start ? 1 : -1
      return current.map { (($0 - start) * sign * 2000 + way) / (2 * way) }
    }

    /// The same result as an early sign.
    var leading: Self {
      var result = self
      result.isLeading = true
      return result
    }

    /// The same result before the first figure.
    var unmeasured: Self { Self(self, current: nil) }

    /// The same result with a remark.
    func noted(_ note: String) -> Self {
      var result = self
      result.note = note
      return result
    }

    /// The same result with a percentage typed from memory.
    func mistyped(_ percent: Int) -> Self {
      var result = self
      result.mistypedPercent = percent
      return result
    }
  }
}
