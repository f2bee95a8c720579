// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import DelimitedText

/// Texts are rewritten part by part, and no seam between parts shows in the result.
@Suite struct TextRewritingTests {
  private static let partSizes = [1, 2, 3, 7, 64, 1000, 1 << 16]
  private static let breaks = ["\n", "\r\n", "\r"]

  /// The text rewritten in parts of a size.
  private func rewritten(
    _ text: [UInt8],
    by rewriting: some TextRewriting,
    partSize: Int,
    mostSize: Int = 1 << 24,
    codePage: CodePage? = nil
  ) -> [UInt8] {
    let decoded = DecodedText(
      content: FileContent(text),
      codePage: codePage,
      start: 0,
      encoding: .utf8,
      hasByteOrderMark: false,
      evidence: FormatNote(de: "", en: "")
    )
    return decoded.rewritten(by: rewriting, partSize: partSize, mostSize: mostSize).utf8(
      0..<Int.max
    )
  }

  private func expectNoSeams(_ text: [UInt8], by rewriting: some TextRewriting, _ label: String) {
    let whole = rewriting.rewritten(text)
    for partSize in Self.partSizes {
      #expect(
        rewritten(text, by: rewriting, partSize: partSize) == whole,
        "\(label), parts of \(partSize)"
      )
    }
  }

  // MARK: Lists

  private static let rule = "--------------------------"
  private static let header = "|Debitor|Name 1  |  Umsatz|"
  private static let list = [
    "22.11.2026   Posten     1", rule, header, rule, "|0000001|Müller  |    1,00|",
    "|0000002|A|B \"C\" |    2,00|", "|0000003|\"Kiste\" |    3,00|", rule, "",
    "22.11.2026   Posten     2", "  Werk 0001", rule, header, rule, "|0000004|5\" Rohr |    4,00|",
    rule, "Ende der Liste",
  ]

  private func listRewriting(_ lines: [String] = list) throws -> ListRewriting {
    let sample = Array(lines.joined(separator: "\n").utf8)
    return ListRewriting(try #require(ListLayout(sample: sample, settings: FormatSettings())))
  }

  @Test(arguments: breaks)
  func rewritesListsInPartsOfAnySize(lineBreak: String) throws {
    let text = Array(Self.list.joined(separator: lineBreak).utf8)
    expectNoSeams(text, by: try listRewriting(), lineBreak.debugDescription)
    let lines = String(decoding: try listRewriting().rewritten(text), as: UTF8.self)
      .replacing(lineBreak, with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[5] == "|0000002|\"A|B \"\"C\"\" \"|    2,00|")
    #expect(lines[8...11] == ["", "--", "--", "--"])
    #expect(lines.last == "Ende der Liste")
  }

  @Test func readsLongListsWithPageTitlesAtEverySeam() throws {
    var lines: [String] = []
    for page in 1...4000 {
      lines += ["22.11.2026   Posten \(page)", "", Self.rule, Self.header, Self.rule]
      lines += Array(repeating: "|0000002|A|B \"C\" |    2,00|", count: 5 + page % 7)
    }
    let table = try table(lines.joined(separator: "\n"))
    #expect(table.text.content.count > 4 << 18)
    #expect(table.data.count == (1...4000).reduce(0) { $0 + 5 + $1 % 7 })
    #expect(table.data.allSatisfy { $0 == ["", "0000002", "A|B \"C\"", "2,00", ""] })
    #expect(table.rows.last?.line == lines.count)
  }

  @Test func keepsWhatIsTooLongForAListAsItIs() throws {
    let rewriting = try listRewriting()
    let long = Array(("|" + String(repeating: "\"x|", count: 400) + "\r\n").utf8)
    let footer = Array(String(repeating: "Fuß\n", count: 200).utf8)
    let row = Array("|0000002|A|B \"C\" |    2,00|\n".utf8)
    let text = row + long + row + footer + row
    let quoted = rewriting.rewritten(row)
    #expect(
      rewritten(text, by: rewriting, partSize: 64, mostSize: 256)
        == quoted + long + quoted + footer + quoted
    )
  }

  // MARK: Quotes

  private static let quotes =
    "1,\"24\\\" wheel\",\"C:\\\\\",\"a\\b \\\"c\\\"\"\n2,\"5\" x, y\" ,\"a, 5\"\",\"\"\"\"  ,\"\"\n"
    + "3,\"say \"\"hi\"\" now, 5\" x\"  \t, \"plain\",\"open\n4, \"x\"\"y\" z\" \n5,\"\\"

  @Test(arguments: QuoteRepair.allCases, breaks)
  func doublesQuotesInPartsOfAnySize(repair: QuoteRepair, lineBreak: String) {
    let text = Array(Self.quotes.replacing("\n", with: lineBreak).utf8)
    let dialect = Dialect(delimiter: UInt8(ascii: ","), quote: UInt8(ascii: "\""))
    let rewriting = QuoteRewriting(repair, dialect: dialect)
    #expect(rewriting.rewritten(text) != text)
    expectNoSeams(text, by: rewriting, "\(repair) \(lineBreak.debugDescription)")
  }

  @Test func waitsForWhatFollowsTheBlanksBehindAQuote() {
    let dialect = Dialect(delimiter: UInt8(ascii: ","), quote: UInt8(ascii: "\""))
    let rewriting = QuoteRewriting(.closingAtDelimiter, dialect: dialect)
    let blanks = String(repeating: " ", count: 500)
    for (rest, quotes) in [(",1", "\""), ("x\",1", "\"\"")] {
      let result = rewritten(Array("\"a\"\(blanks)\(rest)".utf8), by: rewriting, partSize: 8)
      #expect(String(decoding: result, as: UTF8.self) == "\"a\(quotes)\(blanks)\(rest)")
    }
  }

  // MARK: Words

  @Test(arguments: breaks)
  func joinsWordsInPartsOfAnySize(lineBreak: String) throws {
    let header = "Konto Name Betrag Tag\(lineBreak)"
    let rows =
      Array(repeating: "K0 Alpha 1,50 01.01.2024", count: 12) + [
        "K1 Meyer und Söhne 12,50 01.02.2024", "K2 24\" Rad 3 01.02.2024",
        "K3 \"Meyer und Söhne\" 3 01.02.2024", "K4 \"Meyer", "und Söhne\" & Co. 3 01.02.2024", "",
        "K5 Weiss  & Co. 3 01.02.2024",
      ]
    let text = Array((header + rows.joined(separator: lineBreak)).utf8)
    let dialect = Dialect(delimiter: UInt8(ascii: " "), quote: UInt8(ascii: "\""))
    let body = RecordScanner(dialect: dialect, position: header.utf8.count, line: 2)
    let names = ["Konto", "Name", "Betrag", "Tag"]
    let joining = try #require(WordJoining(text, from: body, header: names, dialect: dialect))
    let whole = String(decoding: joining.rewritten(text), as: UTF8.self)
    #expect(whole.contains("K1 \"Meyer und Söhne\" 12,50"))
    #expect(whole.contains("K2 \"24\"\" Rad\" 3"))
    #expect(whole.hasSuffix("K5 \"Weiss  & Co.\" 3 01.02.2024"))
    expectNoSeams(text, by: joining, lineBreak.debugDescription)
  }

  // MARK: All of them

  /// Texts of the characters that mean something, drawn by a fixed rule.
  @Test func hidesTheSeamsOfAnyText() throws {
    let pieces = [
      "|", "\"", "\\", " ", "\t", "\n", "\r", "\r\n", "-", "ü", "a", "7", Self.header, Self.rule,
    ].map { Array($0.utf8) }
    var state: UInt64 = 42
    for number in 0..<60 {
      var text: [UInt8] = []
      for _ in 0..<80 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      expectNoSeams(text, by: try listRewriting(), "list \(number)")
      for delimiter in [UInt8(ascii: "|"), UInt8(ascii: " ")] {
        let dialect = Dialect(delimiter: delimiter, quote: UInt8(ascii: "\""))
        for repair in QuoteRepair.allCases {
          expectNoSeams(text, by: QuoteRewriting(repair, dialect: dialect), "\(repair) \(number)")
        }
      }
    }
  }

  @Test(arguments: partSizes)
  func rewritesCodePages(partSize: Int) throws {
    let rewriting = try listRewriting()
    let text = Array(Self.list.joined(separator: "\r\n").utf8)
    let stored = text.split(separator: UInt8(0xC3)).enumerated().flatMap { index, part in
      index == 0 ? Array(part) : [part[part.startIndex] | 0x40] + part.dropFirst()
    }
    let result = rewritten(
      stored,
      by: rewriting,
      partSize: partSize,
      codePage: CodePage(.windows1252)
    )
    #expect(result == rewriting.rewritten(text))
  }
}
