// SPDX-License-Identifier: Apache-2.0

/// A row that could not be used, kept whole.
public struct RejectedRow: Sendable, Equatable {
  /// Why and where.
  public var finding: Finding
  /// The row as it stands in the file.
  public var raw: String

  /// Keeps a row with the reason.
  package init(finding: Finding, raw: String) {
    self.finding = finding
    self.raw = raw
  }
}
