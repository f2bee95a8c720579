// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import DelimitedText

@Suite struct TextInternerTests {
  /// Texts of every length to 40, and for each of their bytes one that differs there alone.
  private static var texts: [String] {
    (0...40).flatMap { length in
      let plain = [UInt8](repeating: UInt8(ascii: "a"), count: length)
      return [plain]
        + plain.indices.map { place in
          var other = plain
          other[place] = UInt8(ascii: "b")
          return other
        }
    }.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func tellsTextsApartByEveryByte() {
    var interner = TextInterner()
    let texts = Self.texts
    for (number, text) in texts.enumerated() { #expect(interner.index(of: text) == number) }
    for (number, text) in texts.enumerated() { #expect(interner.index(of: text) == number) }
    #expect(interner.texts == texts)
  }

  @Test(arguments: [false, true])
  func knowsTextsOfPlainRowsWhicheverWayTheyCome(_ answersAtOnce: Bool) throws {
    let text =
      "id;n\nb;1\n\"say \"\"b\"\"\";1\n b;1\na longer text than words;1\nc;1;;\nc;1\n'01;1\n01;1\n"
    let table = try DelimitedTable(bytes: Array(text.utf8), settings: FormatSettings())
    let plan = RegularRows.Plan(
      texts: [.init(column: 0, emptyAnswer: 0)],
      numbers: [.init(column: 1, style: .point, decimals: 0)]
    )
    var rows = RegularRows(of: table, plan: plan)
    var interner = TextInterner()
    interner.share(rows.knownTexts(0))
    #expect(interner.number(of: "b") == nil)
    var found: [Int] = []
    loop: while true {
      switch rows.next() {
      case .rows(let range): found += range.map { Int(rows.answers[$0]) }
      case .unknownText(let column) where answersAtOnce:
        rows.answerTexts(of: column) { Int32(interner.index(of: $0)) }
      case .unknownText(let column):
        let number = interner.index(of: rows.unknownText(column))
        rows.remember(Int32(number), column)
      case .record: rows.takeRecord { found.append(interner.index(of: $0, column: 0)) }
      case .end: break loop
      }
    }
    let texts = ["b", "say \"b\"", "b", "a longer text than words", "c", "c", "01", "01"]
    #expect(found.map { interner.texts[$0] } == texts)
    #expect(Set(interner.texts) == Set(texts) && interner.count == 5)
    #expect(texts.allSatisfy { interner.number(of: $0) == interner.texts.firstIndex(of: $0) })
    #expect(interner.index(of: "b") == 0 && interner.index(of: "new") == 5)
    #expect(interner.number(of: "newer") == nil)
    interner.close()
    #expect(interner.count == 6 && interner.number(of: "b") == nil)
  }

  @Test func remembersNoMoreTextsThanTheLimit() throws {
    let bytes = Array("a;b\nx;1\ny;1\nx;1\nz;1\ny;1\nz;1\n".utf8)
    let table = try DelimitedTable(bytes: bytes, settings: FormatSettings())
    var memo = TextMemo<String>(limit: 2)
    var asked: [String] = []
    var facts: [String] = []
    table.forEachRecord { record in
      let fact = memo.fact(of: record, column: 0) { record in
        asked.append(record.text(0))
        return record.text(0)
      }
      facts.append(fact)
    }
    #expect(facts == ["x", "y", "x", "z", "y", "z"])
    #expect(asked == ["x", "y", "z", "z"])
  }

  @Test func stopsReadingRecordsWhenTold() throws {
    let bytes = Array("a;b\nx;1\ny;1\nz;1\n".utf8)
    let table = try DelimitedTable(bytes: bytes, settings: FormatSettings())
    var texts: [String] = []
    table.readRecords(while: { record in
      texts.append(record.text(0))
      return texts.count < 2
    })
    #expect(texts == ["x", "y"])
  }
}
