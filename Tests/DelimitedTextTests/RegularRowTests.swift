// SPDX-License-Identifier: Apache-2.0
import Glibc
import Testing

@testable import DelimitedText

/// Rows come alike, whatever part of the file a chunk holds and however many read ahead.
@Suite struct RegularRowTests {
  @Test(arguments: 0..<64)
  func theSizeOfChunksAndTheThreadsShowInNothing(shift: Int) throws {
    let unusual = [
      "k1;\"7\";x\n", "\"k;2\";1.234,5;y\r\n", "k3;\"break\nin\";z\n", "k\"4;8;z\n", "k5;9\n", "\n",
      "k6;1 234,5;z\n", "k7;-0,01;\"\"\"z\"\"\"\n", "Summe;77;\n", "k8;;z\n", "k9;1;a\rk10;2;b\n",
      "k11;3;" + String(repeating: "long ", count: 40) + "\n", "\"k\"\"12\";4;ü\n",
    ]
    var text = "K\(String(repeating: "o", count: shift));Umsatz;Text\n"
    for row in 0..<60 { text += unusual[row * 7 % 13] + "k\(row % 5);\(row),5;plain\n" }
    text += "k99;1;no break at the end"
    let table = try DelimitedTable(bytes: Array(text.utf8), settings: FormatSettings())
    var records: [String] = []
    table.forEachRecord { records.append(Self.line($0)) }
    for size in [64, 128, 256, 1 << 18] {
      for threads in [1, 2, 4] {
        let rows = Self.rows(of: table, chunkSize: size, threads: threads)
        #expect(rows == records, "chunks of \(size) on \(threads) threads")
      }
    }
  }

  /// Rows may follow the order that is expected, leave texts out, come again, jump or have texts
  /// that nobody expects.
  @Test(arguments: [1, 2, 4])
  func whichTextsAreExpectedShowsInNothing(threads: Int) throws {
    let ids = (0..<300).map { $0 % 3 == 0 ? "k\(1000 + $0)" : "key/2025-Q1/O\(1000 + $0)" }
    let ascending = ids.sorted()
    let twice = ids + ids[5..<10]
    var rows = Array(ids) + ids.filter { !$0.hasSuffix("7") } + ids.flatMap { [$0, $0, $0] }
    rows +=
      (0..<900).map { ids[$0 * 97 % 300] } + ["", "x", "\"k1003\"", "\"k\"\"1\"", " k1006", "ü"]
    rows += ids.reversed() + ascending
    let text = "Konto;Umsatz;Text\n" + rows.enumerated().map { "\($1);\($0);\n" }.joined()
    let table = try DelimitedTable(bytes: Array(text.utf8), settings: FormatSettings())
    let records = Self.rows(of: table, chunkSize: 1 << 18, threads: 1)
    for expected in [ids, ascending, twice, ids.reversed(), ["", "k\"1", "ü", " k1006"], []] {
      for size in [64, 512, 1 << 18] {
        let found = Self.rows(of: table, chunkSize: size, threads: threads, expecting: expected)
        #expect(found == records, "\(expected.prefix(2)) in chunks of \(size)")
      }
    }
  }

  /// Helpers that are still at work when nobody takes rows any more leave nothing out.
  @Test(arguments: [1, 2, 4])
  func theFileIsAuditedAsAWholeWhoeverReadsIt(threads: Int) throws {
    var text = "Konto;Umsatz;Text\n"
    for row in 0..<2_000 { text += "k\(row % 7);\(row),5;\(row % 50 == 0 ? "\"a\nb\"" : "ü")\n" }
    let bytes = Array(text.utf8)
    let path = "/tmp/kontor-audit-\(getpid())-\(threads)"
    let writer = unsafe open(path, O_RDWR | O_CREAT | O_TRUNC, 0o600)
    defer { unsafe unlink(path) }
    try #require(unsafe write(writer, bytes, bytes.count) == bytes.count)
    let content = FileContent(try #require(OpenFile(descriptor: writer, atLeast: 1)))
    let table = try DelimitedTable(content: content, settings: FormatSettings())
    for rowsTaken in [0, 3, 1_000_000] {
      var rows = RegularRows(
        of: table,
        plan: Self.plan,
        threads: threads,
        audits: true,
        chunkSize: 256
      )
      _ = Self.lines(of: &rows, atMost: rowsTaken)
      #expect(rows.finishedAudit() == FileContent(bytes).audit(), "after \(rowsTaken) rows")
    }
  }

  /// Every row as text, regular ones from their answers and numbers.
  private static func rows(
    of table: DelimitedTable,
    chunkSize: Int,
    threads: Int,
    expecting expected: [String] = []
  ) -> [String] {
    var (plan, bytes, ends): (_, [UInt8], _) = (Self.plan, [], [0])
    for text in expected {
      bytes += Array(text.utf8)
      ends.append(bytes.count)
    }
    if !expected.isEmpty {
      plan.texts[0].expected = ExpectedTexts(bytes, ends: ends) { index in
        index % 10 == 3 ? RegularRows.unasked : Int32(index)
      }
    }
    var rows = RegularRows(
      of: table,
      plan: plan,
      threads: threads,
      audits: false,
      chunkSize: chunkSize
    )
    return lines(of: &rows, atMost: .max, expected)
  }

  private static func lines(
    of rows: inout RegularRows,
    atMost limit: Int,
    _ expected: [String] = []
  ) -> [String] {
    var (found, texts): ([String], [String]) = ([], expected)
    while found.count < limit {
      switch rows.next() {
      case .rows(let range):
        for row in range {
          let number = Int128(rows.numbers[row])
          found.append("\(texts[Int(rows.answers[row])])|\(number)")
        }
      case .unknownText(let column):
        texts.append(rows.unknownText(column).text)
        rows.remember(Int32(texts.count - 1), column)
      case .record: rows.takeRecord { found.append(line($0)) }
      case .end: return found
      }
    }
    return found
  }

  private static let plan = RegularRows.Plan(
    texts: [.init(column: 0, emptyAnswer: RegularRows.asRecord)],
    numbers: [.init(column: 1, style: NumberStyle(decimal: .comma, grouping: .point), decimals: 4)]
  )

  private static func line(_ record: borrowing Record) -> String {
    let style = NumberStyle(decimal: .comma, grouping: .point)
    guard case .number(let parsed) = record.number(1, style: style),
      record.fieldCount == 3, !record.hasMalformedQuote, let units = parsed.value.units(decimals: 4)
    else { return "line \(record.line): \(record.rawText())" }
    return "\(record.text(0))|\(units)"
  }
}
