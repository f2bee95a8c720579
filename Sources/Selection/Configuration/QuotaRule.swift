// SPDX-License-Identifier: Apache-2.0

/// Bounds on how many accounts of the list share the text of an attribute.
///
/// The bounds hold for each text that some selectable account has. Accounts without a text are
/// bound by nothing.
public struct QuotaRule: Sendable, Equatable {
  /// The attribute.
  public var attribute: String
  /// Most accounts with the same text, nil for any number.
  public var atMost: Int?
  /// Fewest accounts with the same text, nil for none.
  public var atLeast: Int?

  /// Bounds the accounts that share a text.
  public init(attribute: String, atMost: Int? = nil, atLeast: Int? = nil) {
    self.attribute = attribute
    self.atMost = atMost
    self.atLeast = atLeast
  }
}
