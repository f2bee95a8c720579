// SPDX-License-Identifier: Apache-2.0
public import DelimitedText

/// Names one column of an export.
public struct ColumnReference: Sendable, Equatable {
  /// The header text.
  public var name: String
  /// Which of several columns with this name, from 1.
  public var occurrence: Int
  /// Where the programme names it.
  public var position: SourcePosition?

  /// Names the column `name`, or its `occurrence`-th namesake.
  public init(_ name: String, occurrence: Int = 1, at position: SourcePosition? = nil) {
    self.name = name
    self.occurrence = occurrence
    self.position = position
  }
}

/// The column that holds account ids, and the shape an id must have.
public struct IdentifierColumn: Sendable, Equatable {
  /// The column.
  public var column: ColumnReference
  /// A regular expression that must match the whole cell; its first group, if any, is the id.
  public var pattern: String?

  /// Describes the id column.
  public init(_ column: ColumnReference, pattern: String? = nil) {
    self.column = column
    self.pattern = pattern
  }
}

/// How one export maps to accounts, periods and values (`sources:` of the programme).
public struct SourceMapping: Sendable, Equatable {
  /// Where a row's period comes from.
  public enum PeriodRule: Sendable, Equatable {
    /// Values belong to no period.
    case none
    /// A column of the row.
    case column(ColumnReference)
    /// Every row belongs to this period.
    case constant(Period)
    /// Each value has a column per period; the header's rest after the value's name is the period.
    case wide
  }

  /// Where a row's currency comes from.
  public enum CurrencyRule: Sendable, Equatable {
    /// The programme's currency.
    case programme
    /// A column of the row, its texts translated by `map` where it has them.
    case column(ColumnReference, map: [String: String])
    /// Every row has this currency code.
    case constant(String)
  }

  /// A rule that sets rows aside.
  public struct Exclusion: Sendable, Equatable {
    /// The rule as written; it is the reason shown.
    public var rule: Expression
    /// Where the programme states it.
    public var position: SourcePosition?

    /// Describes an exclusion rule.
    public init(_ rule: Expression, at position: SourcePosition? = nil) {
      self.rule = rule
      self.position = position
    }
  }

  /// The file or glob, as written.
  public var file: String
  /// Where the programme names the file.
  public var position: SourcePosition?
  /// The system the file comes from.
  public var system: String?
  /// What the programme says of the format; the rest is detected.
  public var format: FormatSettings
  /// Columns whose empty cells repeat the cell above.
  public var fillDown: [ColumnReference]
  /// Columns that together must be unique.
  public var key: [ColumnReference]
  /// The account id column.
  public var account: IdentifierColumn
  /// The account name column.
  public var name: ColumnReference?
  /// The period rule.
  public var period: PeriodRule
  /// The currency rule.
  public var currency: CurrencyRule
  /// The values, in programme order.
  public var values: [ValueMapping]
  /// Text columns by attribute name, in programme order.
  public var attributes: [AttributeMapping]
  /// Rules that set rows aside.
  public var exclude: [Exclusion]
  /// Totals the file must reach, by value name, in file currency.
  public var controlTotals: [String: ExactDecimal]

  /// Maps a file by its account column; everything else starts empty.
  public init(file: String, account: IdentifierColumn) {
    self.file = file
    self.account = account
    format = FormatSettings()
    fillDown = []
    key = []
    period = .none
    currency = .programme
    values = []
    attributes = []
    exclude = []
    controlTotals = [:]
  }
}

/// How one value is read from a column.
public struct ValueMapping: Sendable, Equatable {
  /// What the numbers of a value mean.
  public enum Kind: String, Sendable, CaseIterable {
    /// Money: exact to a ten-thousandth, with a currency.
    case amount
    /// A plain number without currency, summed exactly in billionths.
    case number
  }

  /// The value's name in the programme.
  public var name: String
  /// The column; its text is the header's prefix when periods are wide.
  public var column: ColumnReference
  /// Money or plain number.
  public var kind: Kind
  /// The factor that the unit stands for, such as 1000 for `T€` and 0.01 for `%`.
  public var unitFactor: ExactDecimal
  /// The smallest plausible number, after the unit.
  public var minimum: ExactDecimal?
  /// The largest plausible number, after the unit.
  public var maximum: ExactDecimal?
  /// Where the sign of the numbers stands, if not before them.
  public var sign: SignRule?

  /// Maps `column` to the value `name`.
  public init(_ name: String, column: ColumnReference, kind: Kind = .amount) {
    self.name = name
    self.column = column
    self.kind = kind
    unitFactor = .one
  }
}

/// A text column that is kept as an attribute of the account.
public struct AttributeMapping: Sendable, Equatable {
  /// The attribute's name in the programme.
  public var name: String
  /// The column.
  public var column: ColumnReference

  /// Maps `column` to the attribute `name`.
  public init(_ name: String, column: ColumnReference) {
    self.name = name
    self.column = column
  }
}
