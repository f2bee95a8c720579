// SPDX-License-Identifier: Apache-2.0
package import DelimitedText

/// Findings one after the other, of which those in batches are worded only when they are asked for.
///
/// A million rows that break a rule cost a few bytes each that way. Who needs only kinds or places
/// asks for these, which is much faster than wording everything.
public struct FindingList: Sendable, Equatable, RandomAccessCollection,
  ExpressibleByArrayLiteral
{
  /// A batch that is at hand without copying it.
  private final class Kept: Sendable {
    let batch: FindingBatch

    init(_ batch: FindingBatch) { self.batch = batch }

    func append(_ index: Int, in language: Language, to cells: inout TextCells) {
      batch.append(index, in: language, to: &cells)
    }
  }

  private var singles: [Finding] = []
  private var batches: [Kept] = []
  /// Per finding its place: among the singles, behind them among those of the batches.
  private var order: [Place] = []

  /// Where a finding is kept.
  struct Place: Sendable, Hashable, Comparable {
    /// The position of the batch, -1 for a single one.
    var batch: Int32
    /// The position in the batch or among the single ones.
    var index: Int32

    static func < (a: Self, b: Self) -> Bool { (a.batch, a.index) < (b.batch, b.index) }
  }

  /// The findings of `findings`, in their order.
  public init(_ findings: some Sequence<Finding>) { self += findings }

  /// The findings of the literal, in their order.
  public init(arrayLiteral findings: Finding...) { self += findings }

  /// The first index, 0.
  public var startIndex: Int { 0 }
  /// How many there are.
  public var endIndex: Int { order.count }

  /// The finding at `index`.
  public subscript(index: Int) -> Finding { finding(at: order[index]) }

  /// Whether both hold the same findings in the same order.
  public static func == (a: Self, b: Self) -> Bool { a.elementsEqual(b) }

  private func finding(at place: Place) -> Finding {
    place.batch < 0
      ? singles[Int(place.index)] : batches[Int(place.batch)].batch.finding(at: Int(place.index))
  }

  /// Where the finding at `index` is kept.
  func place(at index: Int) -> Place { order[index] }

  /// How much the finding at `index` matters, and its code.
  package func kind(at index: Int) -> FindingBatch.Kind {
    let place = order[index]
    guard place.batch >= 0 else {
      let finding = singles[Int(place.index)]
      return FindingBatch.Kind(
        finding.severity,
        finding.code,
        column: finding.column,
        citation: finding.citation
      )
    }
    let number = batches[Int(place.batch)].batch.entries[Int(place.index)].kind
    return batches[Int(place.batch)].batch.kinds[Int(number)]
  }

  /// The file and line that the finding at `index` is about, as far as it names them.
  package func location(at index: Int) -> (file: String?, line: Int?) {
    let place = order[index]
    guard place.batch >= 0 else {
      let finding = singles[Int(place.index)]
      return (finding.file, finding.line)
    }
    let entry = batches[Int(place.batch)].batch.entries[Int(place.index)]
    return (batches[Int(place.batch)].batch.files[Int(entry.file)], Int(entry.line))
  }

  /// How many findings matter that much.
  ///
  /// - Complexity: O(n), without wording any
  public func count(of severity: Finding.Severity) -> Int {
    let inBatches = batches.map(\.batch).map { batch in
      let matters = batch.kinds.map { $0.severity == severity }
      return batch.entries.count { matters[Int($0.kind)] }
    }
    return singles.count { $0.severity == severity } + inBatches.reduce(0, +)
  }

  /// Appends the finding at `index` to cells: severity, code, file, line, column, field, found,
  /// message and citation.
  package func append(_ index: Int, in language: Language, to cells: inout TextCells) {
    let place = order[index]
    guard place.batch >= 0 else {
      let finding = singles[Int(place.index)]
      cells.append(finding.severity.rawValue)
      cells.append(finding.code)
      cells.append(finding.file)
      cells.append(finding.line)
      cells.append(finding.column)
      cells.append(finding.field)
      cells.append(finding.found)
      cells.append(finding.message(language))
      return cells.append(finding.citation)
    }
    batches[Int(place.batch)].append(Int(place.index), in: language, to: &cells)
  }
}

// MARK: - Growing

extension FindingList {
  /// Adds a finding at the end.
  public mutating func append(_ finding: Finding) {
    order.append(Place(batch: -1, index: Int32(singles.count)))
    singles.append(finding)
  }

  /// Adds the findings of a batch at the end.
  package mutating func append(_ batch: FindingBatch) {
    let number = Int32(batches.count)
    batches.append(Kept(batch))
    order.reserveCapacity(order.count + batch.entries.count)
    for index in batch.entries.indices { order.append(Place(batch: number, index: Int32(index))) }
  }

  /// Removes the findings of these places.
  mutating func remove(_ places: Set<Place>) { order.removeAll { places.contains($0) } }

  /// Adds findings at the end.
  public static func += (list: inout FindingList, findings: some Sequence<Finding>) {
    for finding in findings { list.append(finding) }
  }

  /// Adds the findings of another list at the end, batches as batches.
  public static func += (list: inout FindingList, other: FindingList) {
    let (singles, batches) = (Int32(list.singles.count), Int32(list.batches.count))
    list.singles += other.singles
    list.batches += other.batches
    list.order += other.order.lazy.map { place in
      place.batch < 0
        ? Place(batch: -1, index: place.index + singles)
        : Place(batch: place.batch + batches, index: place.index)
    }
  }
}

// MARK: - Order

extension FindingList {
  /// Puts the findings in their published order.
  ///
  /// Place and code decide nearly always; only findings that agree in them are worded for it.
  /// - Complexity: O(n log n)
  public mutating func sort() {
    let keys = SortKeys(singles, batches.map(\.batch))
    let isSorted = zip(order, order.dropFirst()).allSatisfy {
      keys.key(of: $0) < keys.key(of: $1)
    }
    if isSorted { return }
    order.sort { a, b in
      let (first, second) = (keys.key(of: a), keys.key(of: b))
      return first != second ? first < second : a < b
    }
    var start = 0
    while start < order.count {
      let key = keys.key(of: order[start])
      var end = start + 1
      while end < order.count, keys.key(of: order[end]) == key { end += 1 }
      if end - start > 1 {
        let words = order[start..<end].map { ($0, finding(at: $0)) }
        let inOrder = words.sorted { Finding.isOrderedBefore($0.1, $1.1) }
        for (offset, element) in inOrder.enumerated() { order[start + offset] = element.0 }
      }
      start = end
    }
  }

  /// File, line, column and code of each finding as one number, in this order of weight.
  private struct SortKeys {
    /// What the findings of a batch are, and the ranks of its files and codes.
    private struct Batch {
      let entries: [FindingBatch.Entry]
      let files: [Int]
      let codes: [Int]
      let columns: [Int?]
    }

    private let singles: [UInt64]
    private let batches: [Batch]

    init(_ singles: [Finding], _ batches: [FindingBatch]) {
      let files = Self.ranks(Set(singles.compactMap(\.file)).union(batches.flatMap(\.files)))
      let codes = Self.ranks(
        Set(singles.map(\.code)).union(batches.flatMap { $0.kinds.map(\.code) })
      )
      self.singles = singles.map { finding in
        var key = SortKey()
        key.add(finding.file.map { files[$0] ?? 0 }, width: 20)
        key.add(finding.line, width: 28)
        key.add(finding.column, width: 8)
        key.add(codes[finding.code] ?? 0, width: 8)
        return key.bits
      }
      self.batches = batches.map { batch in
        Batch(
          entries: batch.entries,
          files: batch.files.map { files[$0] ?? 0 },
          codes: batch.kinds.map { codes[$0.code] ?? 0 },
          columns: batch.kinds.map(\.column)
        )
      }
    }

    func key(of place: Place) -> UInt64 {
      guard place.batch >= 0 else { return singles[Int(place.index)] }
      let batch = Int(place.batch)
      let entry = batches[batch].entries[Int(place.index)]
      var key = SortKey()
      key.add(batches[batch].files[Int(entry.file)], width: 20)
      key.add(Int(entry.line), width: 28)
      key.add(batches[batch].columns[Int(entry.kind)], width: 8)
      key.add(batches[batch].codes[Int(entry.kind)], width: 8)
      return key.bits
    }

    /// The places of texts in the order of their bytes.
    private static func ranks(_ texts: Set<String>) -> [String: Int] {
      let sorted = texts.sorted { $0.isBytewiseLess(than: $1) }
      return Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, $0) })
    }
  }

  /// Numbers in one word, the first of them weighing most.
  private struct SortKey {
    private(set) var bits: UInt64 = 0
    private var isCut = false

    /// Adds a number, nil as the largest.
    ///
    /// Behind one that does not fit its bits nothing counts, so that full comparison decides.
    mutating func add(_ number: Int?, width: UInt64) {
      let most = 1 << width - 1
      let value = number.map { Swift.min(Swift.max(0, $0), most - 1) } ?? most
      bits = bits << width | UInt64(isCut ? 0 : value)
      if value == most - 1 { isCut = true }
    }
  }
}
