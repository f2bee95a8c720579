// SPDX-License-Identifier: Apache-2.0

/// Two accounts that may be the same customer; a person confirms it in the mapping file.
public struct DuplicateSuspicion: Sendable, Equatable {
  /// What speaks for or against it.
  public enum Evidence: String, Sendable {
    /// The names are equal after folding.
    case sameName = "same name"
    /// The names share most of their distinctive words.
    case similarName = "similar name"
    /// The VAT ids are equal.
    case sameVAT = "same VAT id"
    /// The postcodes are equal.
    case samePostcode = "same postcode"
    /// The countries are equal.
    case sameCountry = "same country"
  }

  /// How much speaks for it, 0 to 1, in hundredths.
  public var scoreHundredths: Int
  /// The row of the account with the lower id.
  public var row: Int
  /// The row of the other account.
  public var other: Int
  /// What speaks for it.
  public var evidence: [Evidence]
}
