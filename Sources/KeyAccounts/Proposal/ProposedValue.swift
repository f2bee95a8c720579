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
  /// The scale of judgements, and what they judge.
  private(set) var rating: (name: String, scale: HeaderRating)?

  /// A value called `name` from a column, with what its header says of the unit.
  init(_ name: String, _ profile: ColumnProfile, role: ColumnRole?, prefix: String? = nil) {
    self.name = name
    column = prefix ?? profile.header
    header = profile.header
    occurrence = prefix == nil ? profile.occurrence : 1
    unit = Self.unit(of: prefix ?? header) ?? Self.unit(of: header)
    switch role {
    case .share:
      readShare(profile)
      (minimum, maximum) = ("0", "1")
    case .growth: readShare(profile)
    case .margin where profile.kind == .percent: readShare(profile)
    case .potential: minimum = "0"
    case .countries, .sites: (kind, minimum) = (.number, "0")
    case nil: kind = profile.kind == .amount ? .amount : .number
    default: break
    }
  }

  /// A value of judgements, called as its header without the scale.
  init(_ name: String, _ profile: ColumnProfile, rating scale: HeaderRating) {
    self.init(name, profile, role: nil)
    (minimum, maximum) = (String(scale.low), String(scale.high))
    rating = (Self.withoutScale(profile.header), scale)
  }

  /// What a header judges.
  static func withoutScale(_ header: String) -> String {
    let name = header.prefix { !"([".contains($0) }.trimmingBlanks()
    return name.isEmpty ? header : name
  }

  /// Hundredths where the cells are written in percent.
  private mutating func readShare(_ profile: ColumnProfile) {
    kind = .number
    let isBeyondOne =
      (profile.largest ?? .zero) > .one || (profile.smallest ?? .zero) < ExactDecimal(-1, scale: 0)
    unit = isBeyondOne ? "%" : nil
  }

  /// The unit that a header names; nil for none and for units of one.
  private static func unit(of header: String) -> String? {
    HeaderUnit.unit(of: header).flatMap { UnitWord.factor(of: $0) == .one ? nil : $0 }
  }
}
