// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText

/// A number cell as people type it: signs, grouping, decimal comma or point, percent sign.
struct SheetNumber {
  /// What the marks of a number say about its decimal mark.
  enum Evidence: Equatable {
    /// No mark, or marks that fit both readings of the same number.
    case none
    /// The decimal mark is certain.
    case certain(DecimalMark)
    /// One mark followed by three digits: thousands or decimals.
    case ambiguous
  }

  /// Whether a percent sign stood behind the number.
  let hasPercentSign: Bool
  /// What stands beside the number as its unit, such as `Mio. €` or `Stück`.
  private(set) var unit: String?
  /// The text in plain ASCII: grouping by blanks as `'`, a leading minus.
  private let characters: [UInt8]

  /// Takes a cell, or nil when it holds anything but a number's characters.
  init?(_ text: String) {
    var plain: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9", ".", ",", "+", "-", "e", "E", "%":
        plain.append(UInt8(truncatingIfNeeded: scalar.value))
      case "\u{2212}": plain.append(UInt8(ascii: "-"))
      case " ", "\u{A0}", "\u{202F}", "\u{2009}", "'", "\u{2019}": plain.append(Self.group)
      default: return nil
      }
    }
    hasPercentSign = plain.last == UInt8(ascii: "%")
    if hasPercentSign {
      plain.removeLast()
      if plain.last == Self.group { plain.removeLast() }
    }
    if plain.first == UInt8(ascii: "+") { plain.removeFirst() }
    if plain.last == UInt8(ascii: "-"), plain.first != UInt8(ascii: "-") {
      plain.removeLast()
      plain.insert(UInt8(ascii: "-"), at: 0)
    }
    guard plain.contains(where: Self.isDigit) else { return nil }
    characters = plain
  }

  /// Takes a cell that may name a unit beside the number: one of money on either side, or one word
  /// after a blank; nil when it holds no number or anything else.
  init?(measure text: String) {
    if let plain = Self(text) {
      self = plain
      return
    }
    let scalars = text.unicodeScalars
    let isMark = { (scalar: Unicode.Scalar) in ("0"..."9").contains(scalar) || scalar == "%" }
    guard
      let first = scalars.firstIndex(where: {
        isMark($0) || "+-\u{2212}".unicodeScalars.contains($0)
      }),
      let last = scalars.lastIndex(where: isMark), first <= last
    else { return nil }
    let (before, after) = (String(scalars[..<first]), String(scalars[last...].dropFirst()))
    let unit = (before + after).trimmedCell
    guard let number = Self(String(scalars[first...last])),
      UnitWord.factor(of: unit) != nil || before.isEmpty && Self.isWord(after)
    else { return nil }
    self = number
    self.unit = unit
  }

  /// Whether a text is a blank and then letters only.
  private static func isWord(_ text: String) -> Bool {
    let word = text.trimmedCell.unicodeScalars
    return word.count < text.unicodeScalars.count && word.count <= 24
      && word.allSatisfy { $0.properties.isAlphabetic }
  }

  /// What the number itself says about its decimal mark.
  var evidence: Evidence {
    let points = positions(of: UInt8(ascii: "."))
    let commas = positions(of: UInt8(ascii: ","))
    if let point = points.last, let comma = commas.last {
      return .certain(point > comma ? .point : .comma)
    }
    if points.count > 1 { return .certain(.comma) }
    if commas.count > 1 { return .certain(.point) }
    if let point = points.first { return evidence(ofSingleMarkAt: point, as: .point) }
    if let comma = commas.first { return evidence(ofSingleMarkAt: comma, as: .comma) }
    return .none
  }

  private func evidence(ofSingleMarkAt index: Int, as mark: DecimalMark) -> Evidence {
    let whole = characters[..<index].drop { $0 == UInt8(ascii: "-") }
    let decimals = characters[(index + 1)...]
    let couldGroup =
      (1...3).contains(whole.count) && whole.first != UInt8(ascii: "0")
      && whole.allSatisfy(Self.isDigit) && decimals.count == 3 && decimals.allSatisfy(Self.isDigit)
    return couldGroup ? .ambiguous : .certain(mark)
  }

  /// The number read with this decimal mark, nil when the marks do not fit or it is not finite.
  func value(decimal: DecimalMark) -> Double? {
    let mark = UInt8(ascii: decimal == .comma ? "," : ".")
    let other = UInt8(ascii: decimal == .comma ? "." : ",")
    var digits = characters[...]
    var plain: [UInt8] = []
    if digits.first == UInt8(ascii: "-") {
      plain.append(UInt8(ascii: "-"))
      digits = digits.dropFirst()
    }
    let exponent = digits.firstIndex { $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") }
    let mantissa = digits[..<(exponent ?? digits.endIndex)]
    let parts = mantissa.split(separator: mark, omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = Self.ungrouped(parts[0], marks: [other, Self.group]),
      parts.count == 1 || parts[1].allSatisfy(Self.isDigit)
    else { return nil }
    plain += whole.isEmpty ? [UInt8(ascii: "0")] : whole
    if parts.count == 2, !parts[1].isEmpty { plain += [UInt8(ascii: ".")] + parts[1] }
    if let exponent { plain += digits[exponent...] }
    guard let value = Double(String(decoding: plain, as: UTF8.self)), value.isFinite
    else { return nil }
    return value
  }

  private func positions(of mark: UInt8) -> [Int] {
    characters.indices.filter { characters[$0] == mark }
  }

  /// The digits without grouping marks, nil when the groups are not of three digits.
  private static func ungrouped(_ text: ArraySlice<UInt8>, marks: [UInt8]) -> [UInt8]? {
    let groups = text.split(omittingEmptySubsequences: false) { marks.contains($0) }
    guard groups.allSatisfy({ $0.allSatisfy(isDigit) }) else { return nil }
    if groups.count > 1 {
      guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { return nil }
    }
    return Array(groups.joined())
  }

  private static let group = UInt8(ascii: "'")

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
