// SPDX-License-Identifier: Apache-2.0

/// One attribute of all accounts, such as the VAT id, as numbers that are equal where it is.
///
/// Blanks, signs and letter case do not count.
struct AttributeClasses {
  /// Per account a number from 0 on, less than the number of accounts; -1 where it is missing.
  private(set) var classes: [Int32]

  /// Reads the first attribute that has one of these names.
  init(of table: AccountTable, _ names: [String]) {
    classes = Array(repeating: -1, count: table.count)
    guard let attribute = table.attributes.first(where: { names.contains($0.name.lowercased()) })
    else { return }
    let texts = attribute.texts
    var known = [Int32?](repeating: nil, count: texts.texts.count)
    var plain = EqualTexts()
    for (row, number) in texts.numbers.enumerated() where number >= 0 {
      let text = Int(number)
      if known[text] == nil {
        let letters = Self.lettersAndDigits(of: texts.texts[text])
        known[text] = letters.isEmpty ? -1 : plain.number(adding: letters.span)
      }
      classes[row] = known[text] ?? -1
    }
  }

  /// Whether two accounts agree; nil where one of them has no value.
  func equality(_ row: Int, _ other: Int) -> Bool? {
    let (a, b) = (classes[row], classes[other])
    return a >= 0 && b >= 0 ? a == b : nil
  }

  private static func lettersAndDigits(of text: String) -> [UInt8] {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
      return Array(text.uppercased().filter { $0.isLetter || $0.isNumber }.utf8)
    }
    return text.utf8.compactMap { byte in
      if byte &- UInt8(ascii: "0") < 10 { return byte }
      return (byte | 0x20) &- UInt8(ascii: "a") < 26 ? byte & ~0x20 : nil
    }
  }
}
