// SPDX-License-Identifier: Apache-2.0
package import DelimitedText

/// Findings one after the other, of which those in batches are worded only when they are asked for.
///
/// A million rows that break a rule cost a few bytes each that way. Who needs only kinds or places
/// asks for these, which is much faster than wording everything.
public struct FindingList: Sendable, Equatable, RandomAccessCollection,
  ExpressibleByArrayLiteral
{
  private var singles: [Finding] = []
  private var batches: [FindingBatch] = []
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
      ? singles[Int(place.index)] : batches[Int(place.batch)].finding(at: Int(place.index))
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
    let number = batches[Int(place.batch)].entries[Int(place.index)].kind
    return batches[Int(place.batch)].kinds[Int(number)]
  }

  /// The file and line that the finding at `index` is about, as far as it names them.
  package func location(at index: Int) -> (file: String?, line: Int?) {
    let place = order[index]
    guard place.batch >= 0 else {
      let finding = singles[Int(place.index)]
      return (finding.file, finding.line)
    }
    let entry = batches[Int(place.batch)].entries[Int(place.index)]
    return (batches[Int(place.batch)].files[Int(entry.file)], Int(entry.line))
  }

  /// How many findings matter that much.
  ///
  /// - Complexity: O(n), without wording any
  public func count(of severity: Finding.Severity) -> Int {
    let inBatches = batches.map { batch in
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
    let entry = batches[Int(place.batch)].entries[Int(place.index)]
    let kind = batches[Int(place.batch)].kinds[Int(entry.kind)]
    let words = batches[Int(place.batch)].word(Int(entry.kind), Int(entry.subject), language)
    cells.append(kind.severity.rawValue)
    cells.append(kind.code)
    cells.append(batches[Int(place.batch)].files[Int(entry.file)])
    cells.append(Int(entry.line))
    cells.append(kind.column)
    cells.append(words.field)
    cells.append(words.found)
    cells.append(words.message)
    cells.append(kind.citation)
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
    batches.append(batch)
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
    list.order += other.order.map { place in
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
    let keys = SortKeys(singles, batches)
    var keyed = order.map { (key: keys.key(of: $0), place: $0) }
    if zip(keyed, keyed.dropFirst()).allSatisfy({ $0.key < $1.key }) { return }
    order = []
    keyed.sort { $0.key != $1.key ? $0.key < $1.key : $0.place < $1.place }
    order = keyed.map(\.place)
    var start = 0
    while start < keyed.count {
      var end = start + 1
      while end < keyed.count, keyed[end].key == keyed[start].key { end += 1 }
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
    private var singles: [UInt64] = []
    /// The keys of all batches, one after the other, and where those of each begin.
    private var batched: [UInt64] = []
    private var starts: [Int] = []

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
      batched.reserveCapacity(batches.reduce(0) { $0 + $1.entries.count })
      for batch in batches {
        starts.append(batched.count)
        let files = batch.files.map { files[$0] ?? 0 }
        let codes = batch.kinds.map { codes[$0.code] ?? 0 }
        let columns = batch.kinds.map(\.column)
        for entry in batch.entries {
          var key = SortKey()
          key.add(files[Int(entry.file)], width: 20)
          key.add(Int(entry.line), width: 28)
          key.add(columns[Int(entry.kind)], width: 8)
          key.add(codes[Int(entry.kind)], width: 8)
          batched.append(key.bits)
        }
      }
    }

    func key(of place: Place) -> UInt64 {
      place.batch < 0
        ? singles[Int(place.index)] : batched[starts[Int(place.batch)] + Int(place.index)]
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
