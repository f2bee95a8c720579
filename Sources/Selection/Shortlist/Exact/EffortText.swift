// SPDX-License-Identifier: Apache-2.0

/// Efforts in messages.
enum EffortText {
  /// The number without a fraction that says nothing: 45, 12.5.
  static func text(_ effort: Double) -> String {
    effort == effort.rounded() && effort.magnitude < 1e15 ? "\(Int64(effort))" : "\(effort)"
  }
}
