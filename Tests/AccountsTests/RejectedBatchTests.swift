// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Accounts

/// Rejected rows read like rows kept one by one, wherever their texts wait.
@Suite struct RejectedBatchTests {
  private func row(_ number: Int, code: String = "K-D020", found: String? = "99/2025")
    -> RejectedRow
  {
    RejectedRow(
      finding: Finding(
        .error,
        code,
        file: "a.csv",
        line: number + 2,
        column: code == "K-D003" ? nil : 3,
        field: found == nil ? nil : "Monat",
        found: found,
        message: LocalizedText(de: "Monat erwartet, \(found ?? "")", en: "no month"),
        citation: number.isMultiple(of: 7) ? "S001" : nil
      ),
      raw: "\(number);Müller;\(found ?? "")"
    )
  }

  private func batch(_ rows: [RejectedRow]) -> RejectedBatch {
    var batch = RejectedBatch()
    for row in rows { batch.append(row) }
    return batch
  }

  @Test func givesBackRowsOfFewReasonsAndOfMany() {
    // Beyond a thousand different texts the words wait with the row; a megabyte leaves the memory.
    let rows = (0..<30_000).map { number in
      switch number % 3 {
      case 0: row(number)
      case 1: row(number, code: "K-D003", found: nil)
      default: row(number, code: "K-D011", found: number % 5 == 0 ? "" : "ä\(number)")
      }
    }
    let batch = batch(rows)
    #expect(batch.count == rows.count)
    #expect(batch.elementsEqual(rows))
    #expect(batch == self.batch(Array(batch)))
    #expect(batch != self.batch(rows.reversed()))
    var list = FindingList()
    list.append(batch.findings)
    #expect(list.elementsEqual(rows.map(\.finding)))
  }

  @Test func publishesRowsInTheOrderOfTheirFindings() {
    let rows = [
      row(5), row(1, code: "K-D003", found: nil), row(3, code: "K-D011", found: "x"), row(2),
    ]
    var other = row(1, code: "K-D004")
    other.finding.column = nil
    var all: RejectedRows = []
    all.append(batch(rows))
    all.append(batch([other]))
    all.append(RejectedBatch())
    all.publish()
    let sorted = (rows + [other]).sorted { Finding.isOrderedBefore($0.finding, $1.finding) }
    #expect(Array(all) == sorted)
    #expect(Array(all.findings) == sorted.map(\.finding))
  }

  @Test func losesARowOnceForTheSameReason() {
    var again = row(1)
    again.raw = "the same row, read as a master"
    let other = row(1, code: "K-D010", found: nil)
    var all: RejectedRows = []
    all.append(batch([row(4), row(1)]))
    all.append(batch([again, other, row(9)]))
    all.publish()
    #expect(Array(all) == [other, row(1), row(4), row(9)])
  }

  @Test func holdsNothingToo() {
    var none: RejectedRows = []
    none.publish()
    #expect(none.isEmpty && none.findings.isEmpty)
    #expect(RejectedBatch() == RejectedBatch())
  }
}
