// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Accounts

@Suite struct CompanyNamesTests {
  private static let pieces = [
    "Müller", "Mueller", "muller", "MÜLLER", "Mu\u{308}ller", "Weiß", "WEISS", "Lodz", "Łódź",
    "GmbH",
    "Ges.m.b.H.", "s.", "r.", "o.", "s.r.o.", "AG", "&", "und", "(alt)", "A", "B", "é", "e\u{301}",
    "O'Neill", "O’Neill", "Key", "Tec", "KeyTec", "3M", "12", "Æther", "Straße-Nord", "Юг",
    "й", "и\u{306}", "株式会社", "İstanbul", "\u{301}x", "x\u{A0}y", "a\tb", "\r\n", "\u{212A}elvin",
    "",
    "-", "…", "ae", "ue", "oe", "aee", "E", "Ä", "GmbH & Co. KG", "😀", "½",
  ]

  @Test func foldsLikeTheReference() {
    var state: UInt64 = 7
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let names = (0..<3000).map { _ in
      (0..<random(6)).map { _ in Self.pieces[random(Self.pieces.count)] }
        .joined(separator: ["", " ", " ", "-", "."][random(5)])
    }
    let found = CompanyNames(NameColumn(names))
    let plain = names.map { PlainCompanyName($0) }
    var firstRows: [String: Int] = [:]
    var wordsOfNumbers: [Int32: String] = [:]
    for (row, name) in plain.enumerated() {
      #expect((found.wholes[row] < 0) == name.compact.isEmpty, "seed 7: \(names[row])")
      let first = firstRows[name.compact] ?? row
      firstRows[name.compact] = first
      #expect(found.wholes[row] == found.wholes[first], "seed 7: \(names[row])")
      let numbers = found.words(of: row)
      #expect(numbers.count == name.words.count, "seed 7: \(names[row])")
      for (number, word) in zip(numbers, name.words) {
        #expect(wordsOfNumbers[number, default: word] == word, "seed 7: \(names[row])")
        wordsOfNumbers[number] = word
      }
    }
    #expect(Set(found.wholes).count == firstRows.count, "seed 7")
    #expect(Set(wordsOfNumbers.values).count == wordsOfNumbers.count, "seed 7")
  }

  @Test func knowsNothingOfNoNames() {
    #expect(CompanyNames([]).wholes.isEmpty && CompanyNames([]).wordCount == 0)
    #expect(CompanyNames([""]).wholes == [-1] && CompanyNames([""]).words(of: 0).isEmpty)
    #expect(CompanyNames(["GmbH", "gmbh"]).wholes == [0, 0])
  }
}
