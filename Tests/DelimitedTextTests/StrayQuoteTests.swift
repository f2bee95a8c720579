// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Testing

/// Quotes that enclose nothing, and quotation marks in fields between apostrophes.
@Suite struct StrayQuoteTests {
  private let good = String(repeating: "1,plain,\"x, y\"\n", count: 20)

  @Test(arguments: [
    ("before the first field", "\"1,b,\"x, y\"", true),
    ("before a later field", "1,\"b,z", true),
    ("around a word", "1,\"b\" c,z", true),
    ("within a quoted text", "1,\"b \"c\" d\",z", false),
    ("too few fields", "\"1,b", false),
    ("too many fields", "1,\"b\" c, d,z", false),
    ("none out of place", "1,\"b\",z", false),
  ])
  func provesColumnsByTheirNumber(_ label: String, _ row: String, _ isProven: Bool) throws {
    let found = try table("id,text,more\n\(good)\(row)\n")
    var proven: [Int] = []
    found.forEachRecord { if found.provesColumns(of: $0) { proven.append($0.line) } }
    #expect(proven == (isProven ? [22] : []), "\(label)")
  }

  @Test func provesNothingInAFileOfOneColumn() throws {
    let found = try table("text\n\"a\nb\n")
    found.forEachRecord { record in
      let isProven = found.provesColumns(of: record)
      #expect(!isProven)
    }
  }

  @Test(arguments: [
    ("pairs", "'say \"\"hi\"\"'", "say \"hi\""), ("four", "'\"\"\"\"'", "\"\""),
    ("doubled apostrophe", "'it''s \"\"5\"\"'", "it's \"5\""), ("plain", "a\"\"b", "a\"\"b"),
    ("over lines", "'a\n\"\"b\"\"'", "a\n\"b\""), ("blank before", " '\"\"x\"\"'", "\"x\""),
  ])
  func readsPairsOfMarksAsOne(_ label: String, _ cell: String, _ text: String) throws {
    let proof = "1,'a, \"\"b\"\"',x\n"
    let found = try table("id,text,more\n\(proof)2,\(cell),y\n\(proof)")
    #expect(
      found.data == [["1", "a, \"b\"", "x"], ["2", text, "y"], ["1", "a, \"b\"", "x"]],
      "\(label)"
    )
  }

  @Test(arguments: [
    ("a single mark", "'5\" wheel'"), ("one pair alone", "'x'"), ("three", "'\"\"\"'"),
  ])
  func keepsMarksThatAreNotAllPairs(_ label: String, _ cell: String) throws {
    let found = try table("id,text,more\n1,'a, \"\"b',x\n2,\(cell),y\n")
    #expect(found.data[0][1] == "a, \"\"b", "\(label)")
  }

  @Test func readsPairsAcrossParts() throws {
    let cell = String(repeating: "\"\"", count: 200_000)
    for blanks in 0..<2 {
      let start = String(repeating: "x", count: blanks)
      let found = try table("id,text\n1,'\(start)\"\", \"\"'\n2,'\(start)\(cell)'\n")
      #expect(found.data[1][1].utf8.count == blanks + 200_000)
    }
  }
}
