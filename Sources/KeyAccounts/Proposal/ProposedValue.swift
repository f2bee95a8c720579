// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText

/// A value that a proposed source reads.
struct ProposedValue {
  var name: String
  /// The header, or its part before the period where periods stand in headers.
  var column: String
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
    occurrence = prefix == nil ? profile.occurrence : 1
    unit = Self.unit(of: profile.header)
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

  /// The unit in a header, such as `T€` in `Potenzial (T€)`; nil for none and for units of one.
  private static func unit(of header: String) -> String? {
    var parts = header.split { "()[]".contains($0) }.dropFirst().map { $0.trimmingBlanks() }
    if let last = header.split(whereSeparator: \.isWhitespace).dropFirst().last {
      parts.append(String(last))
    }
    return parts.map { $0.hasPrefix("in ") ? String($0.dropFirst(3)) : $0 }.first { part in
      let isWord = part.count > 1 || part == "%"
      guard isWord, let factor = UnitWord.factor(of: part) else { return false }
      return factor != .one
    }
  }
}
