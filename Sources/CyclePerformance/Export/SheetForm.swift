// SPDX-License-Identifier: Apache-2.0

/// The two ways in which people keep OKRs.
public enum SheetForm: String, Sendable, CaseIterable {
  /// One row per key result, as the page of an account plan.
  case flat
  /// Seven files that refer to each other by ids.
  case normalised
}
