// SPDX-License-Identifier: Apache-2.0

/// The rejected rows of all files, each made when it is asked for.
///
/// A million rows take tens of megabytes of memory, however long they are; their texts wait in a
/// temporary file.
public struct RejectedRows: Sendable, RandomAccessCollection, ExpressibleByArrayLiteral {
  /// Why the rows were rejected, in the order of the rows.
  package private(set) var findings = FindingList()
  private var batches: [RejectedBatch] = []

  /// The rows of the literal, in their order.
  public init(arrayLiteral rows: RejectedRow...) {
    var batch = RejectedBatch()
    for row in rows { batch.append(row) }
    append(batch)
  }

  /// 0.
  public var startIndex: Int { 0 }
  /// How many rows there are.
  public var endIndex: Int { findings.count }

  /// The row at `index`.
  public subscript(index: Int) -> RejectedRow {
    let place = findings.place(at: index)
    return batches[Int(place.batch)][Int(place.index)]
  }

  /// Adds the rows of a file at the end.
  package mutating func append(_ batch: RejectedBatch) {
    guard !batch.isEmpty else { return }
    batches.append(batch)
    findings.append(batch.findings)
  }

  /// Puts the rows in the published order of their findings.
  ///
  /// A file that is read twice, as source and as master, loses a row once for the same reason.
  package mutating func publish() {
    findings.sort()
    let repeats = repeats
    if !repeats.isEmpty { findings.remove(repeats) }
  }

  /// The places of rows that another batch has rejected before, for the same reason.
  private var repeats: Set<FindingList.Place> {
    let files = batches.map { Set($0.findings.files) }
    guard Set(files.joined()).count < files.reduce(0, { $0 + $1.count }) else { return [] }
    var repeats: Set<FindingList.Place> = []
    var start = 0
    while start < findings.count {
      let location = findings.location(at: start)
      var end = start + 1
      while end < findings.count, findings.location(at: end) == location { end += 1 }
      if end - start > 1 { repeats.formUnion(self.repeats(in: start..<end)) }
      start = end
    }
    return repeats
  }

  /// Those among rows of one line, all but the first of each code.
  private func repeats(in range: Range<Int>) -> [FindingList.Place] {
    let sorted = range.sorted { findings.place(at: $0) < findings.place(at: $1) }
    var codes: Set<String> = []
    return sorted.filter { !codes.insert(findings.kind(at: $0).code).inserted }
      .map { findings.place(at: $0) }
  }
}
