// SPDX-License-Identifier: Apache-2.0

/// How many objectives come from above, against the 40 % that S002 advises.
package struct OriginMix: Sendable, Equatable {
  /// How many objectives there are.
  package let count: Int
  /// How many say where they come from.
  package let known: Int
  /// The share from above among those; nil without any.
  package let topDownShare: Double?

  /// Counts `origins`; nil ones are not said.
  package init(_ origins: [Objective.Origin?]) {
    count = origins.count
    let said = origins.compactMap { $0 }
    known = said.count
    topDownShare =
      said.isEmpty ? nil : Double(said.count { $0 == .topDown }) / Double(said.count)
  }

  /// The share's distance from 0.4.
  package var deviation: Double? { topDownShare.map { $0 - 0.4 } }
}
