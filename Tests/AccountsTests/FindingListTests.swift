// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Testing

@testable import Accounts

/// Findings in batches read like findings kept one by one.
@Suite struct FindingListTests {
  private let kinds: [FindingBatch.Kind] = [.init(.warning, "X-2"), .init(.info, "X-1")]

  private func worded(_ kind: Int, _ subject: Int, file: String, line: Int) -> Finding {
    Finding(
      kinds[kind].severity,
      kinds[kind].code,
      file: file,
      line: line,
      field: "row \(subject)",
      message: LocalizedText("\(kind)")
    )
  }

  /// A batch of findings, and the same ones worded at once.
  private func batch(
    _ marks: [(kind: Int, file: String, line: Int)]
  ) -> (FindingBatch, [Finding]) {
    let findings = marks.enumerated().map {
      worded($1.kind, $0, file: $1.file, line: $1.line)
    }
    var batch = FindingBatch(kinds: kinds) { _, subject, language in
      let finding = findings[subject]
      return .init(
        field: finding.field,
        found: finding.found,
        message: finding.message(language)
      )
    }
    for (subject, mark) in marks.enumerated() {
      batch.append(mark.kind, subject, file: mark.file, line: mark.line)
    }
    return (batch, findings)
  }

  @Test func sortsLikeThePublishedOrder() {
    let marks = [
      (0, "b.csv", 3), (1, "b.csv", 3), (1, "a.csv", 900), (0, "a.csv", 7), (0, "a.csv", 7),
    ].map { (kind: $0.0, file: $0.1, line: $0.2) }
    let (batch, worded) = batch(marks)
    let singles = [
      Finding(.error, "X-1", file: "a.csv", line: 7, column: 2, message: LocalizedText("cell")),
      Finding(.error, "X-3", message: LocalizedText("no place")),
      Finding(.info, "X-0", file: "a.csv", message: LocalizedText("no line")),
      Finding(.info, "X-2", file: "b.csv", line: 3, column: 300, message: LocalizedText("far")),
      Finding(.info, "X-1", file: "b.csv", line: 3, column: 400, message: LocalizedText("farther")),
    ]
    var list = FindingList(singles)
    list.append(batch)
    list.sort()
    #expect(Array(list) == (singles + worded).sorted(by: Finding.isOrderedBefore))
    var other = FindingList()
    other.append(batch)
    other += singles.reversed()
    other.sort()
    #expect(other == list)
  }

  @Test func tellsKindsAndPlacesWithoutWords() {
    let (batch, worded) = batch([(0, "a.csv", 2), (1, "b.csv", 5)])
    var list: FindingList = [Finding(.error, "X-9", line: 4, message: LocalizedText("single"))]
    list.append(batch)
    #expect(list.indices.map { list.kind(at: $0).code } == list.map(\.code))
    #expect(list.indices.map { list.location(at: $0).file } == list.map(\.file))
    #expect(list.indices.map { list.location(at: $0).line } == list.map(\.line))
    #expect(Finding.Severity.allCases.map { list.count(of: $0) } == [1, 1, 1])
    #expect(Array(list.dropFirst()) == worded)
  }

  @Test(arguments: Language.allCases)
  func printsTheSameWordedOrNot(_ language: Language) {
    let single = Finding(
      .info,
      "X-9",
      column: 3,
      found: "x",
      message: LocalizedText(de: "eins", en: "one"),
      citation: "S001"
    )
    let (batch, worded) = batch([(0, "a.csv", 2), (1, "b.csv", 5)])
    var list: FindingList = [single]
    list.append(batch)
    var cells = TextCells()
    cells.removeAll(reserving: 9 * list.count)
    for index in list.indices { list.append(index, in: language, to: &cells) }
    let printed = (0..<9 * list.count).map { cells.field($0) }
    let expected = ([single] + worded).flatMap { finding in
      [
        finding.severity.rawValue, finding.code, finding.file ?? "",
        finding.line.map(String.init) ?? "", finding.column.map(String.init) ?? "",
        finding.field ?? "", finding.found ?? "", finding.message(language),
        finding.citation ?? "",
      ]
    }
    #expect(printed == expected)
  }

  @Test func joinsListsWithTheirBatches() {
    let (first, a) = batch([(0, "a.csv", 1)])
    let (second, b) = batch([(1, "b.csv", 2), (0, "c.csv", 3)])
    var list = FindingList()
    list.append(first)
    var other = FindingList(a)
    other.append(second)
    list += other
    #expect(Array(list) == a + a + b)
    #expect(FindingList() == [])
  }
}
