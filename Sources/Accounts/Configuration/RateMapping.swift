// SPDX-License-Identifier: Apache-2.0
public import DelimitedText

/// The table of currency rates (`rates:` of the programme).
public struct RateMapping: Sendable, Equatable {
  /// The file, as written.
  public var file: String
  /// Where the programme names it.
  public var position: SourcePosition?
  /// What the programme says of the format.
  public var format: FormatSettings
  /// The column of currency codes; one called as in ``currencyHeaders`` unless given.
  public var currency: ColumnReference?
  /// The column of rates; one called as in ``rateHeaders`` unless given.
  public var rate: ColumnReference?
  /// The column of the periods that rates are for; one called as in ``periodHeaders``, if there is
  /// any, unless given.
  public var period: ColumnReference?
  /// The column of the months from which on rates hold, until the next one begins.
  public var validFrom: ColumnReference?

  /// Headers of the currency that need no setting.
  package static let currencyHeaders = ["currency", "Währung", "Waehrung"]
  /// Headers of the rate that need no setting.
  package static let rateHeaders = ["rate", "Kurs"]
  /// Headers of the period that need no setting.
  package static let periodHeaders = ["period", "Periode", "Monat"]

  /// Names the rate file.
  public init(file: String, at position: SourcePosition? = nil) {
    self.file = file
    self.position = position
    format = FormatSettings()
  }
}
