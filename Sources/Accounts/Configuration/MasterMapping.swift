// SPDX-License-Identifier: Apache-2.0
public import DelimitedText

/// How the customer master maps to accounts and their groups (`accounts:` of the programme).
public struct MasterMapping: Sendable, Equatable {
  /// How far accounts are rolled up.
  public enum RollUp: String, Sendable, CaseIterable {
    /// Each account stays by itself.
    case none
    /// To the direct parent.
    case parent
    /// To the top of the hierarchy.
    case top
  }

  /// How the parent column names the parent.
  public struct ParentRule: Sendable, Equatable {
    /// The column.
    public var column: ColumnReference
    /// Whether it holds the parent's name instead of its id.
    public var isByName: Bool

    /// Describes the parent column.
    public init(_ column: ColumnReference, isByName: Bool = false) {
      self.column = column
      self.isByName = isByName
    }
  }

  /// The file or glob, as written.
  public var file: String
  /// Where the programme names it.
  public var position: SourcePosition?
  /// What the programme says of the format.
  public var format: FormatSettings
  /// The account id column.
  public var account: IdentifierColumn
  /// The name column.
  public var name: ColumnReference?
  /// Text columns by attribute name, in programme order.
  public var attributes: [AttributeMapping]
  /// The column that names the system an id belongs to.
  public var system: ColumnReference?
  /// The parent column.
  public var parent: ParentRule?
  /// A column with the parent's name, used where the parent has no row of its own.
  public var parentName: ColumnReference?
  /// First day on which the hierarchy link holds.
  public var validFrom: ColumnReference?
  /// Last day on which the hierarchy link holds.
  public var validTo: ColumnReference?
  /// How far accounts are rolled up; `top` where a parent is given and nothing is said.
  public var rollUp: RollUp
  /// The file of confirmed identities, as written.
  public var identities: String?
  /// Where the programme names that file.
  public var identitiesPosition: SourcePosition?

  /// Maps a master file by its account column; everything else starts empty.
  public init(file: String, account: IdentifierColumn) {
    self.file = file
    self.account = account
    format = FormatSettings()
    attributes = []
    rollUp = .none
  }
}

/// A named measure (`measures:` of the programme).
public struct MeasureDefinition: Sendable, Equatable {
  /// The measure's name.
  public var name: String
  /// Its formula.
  public var expression: Expression

  /// Names a formula.
  public init(_ name: String, _ expression: Expression) {
    self.name = name
    self.expression = expression
  }
}
