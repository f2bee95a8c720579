// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText

/// A value that a proposed source reads.
struct ProposedValue {
  var name: String
  /// The header, or its part beside the period where periods stand in headers.
  var column: String
  /// The whole header, of several columns the first.
  let header: String
  var occurrence = 1
  var kind = ValueMapping.Kind.amount
  var unit: String?
  var minimum: String?
  var maximum: String?
  /// The column of marks that gives the sign, and the mark that reduces.
  var sign: (column: ColumnProfile, negative: String)?

  /// A value called `name` from a column, with what its header says of the unit.
  init(_ name: String, _ profile: ColumnProfile, role: ColumnRole?, prefix: String? = nil) {
    self.name = name
    column = prefix ?? profile.header
    header = profile.header
    occurrence = prefix == nil ? profile.occurrence : 1
    unit = Self.unit(of: prefix ?? header) ?? Self.unit(of: header)
    switch role {
    case .share:
      kind = .number
      let isWhole = (profile.largest ?? .zero) > .one
      unit = isWhole ? "%" : nil
      (minimum, maximum) = ("0", "1")
    case .potential: minimum = "0"
    case .countries, .sites: (kind, minimum) = (.number, "0")
    case nil: kind = profile.kind == .amount ? .amount : .number
    default: break
    }
  }

  /// The unit that a header names; nil for none and for units of one.
  private static func unit(of header: String) -> String? {
    HeaderUnit.unit(of: header).flatMap { UnitWord.factor(of: $0) == .one ? nil : $0 }
  }
}
