// SPDX-License-Identifier: Apache-2.0

/// How far a key result has come, in the four zones fail, commit, target and stretch.
public enum Zone: String, Sendable, CaseIterable {
  case fail, commit, target, stretch

  /// The zone of `progress`: from 0.3 commit, from 0.7 target, from 1 stretch, else fail.
  public init(progress: Double) {
    self =
      if Band.reaches(progress, 1) {
        .stretch
      } else if Band.reaches(progress, 0.7) {
        .target
      } else if Band.reaches(progress, 0.3) {
        .commit
      } else {
        .fail
      }
  }

  /// The progress at which the zone begins.
  public var progress: Double {
    switch self {
    case .fail: 0
    case .commit: 0.3
    case .target: 0.7
    case .stretch: 1
    }
  }
}
