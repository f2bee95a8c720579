// SPDX-License-Identifier: Apache-2.0

extension DelimitedTable {
  /// So many cells that speak for a style end the search.
  private static let enoughVotes = 1000
  /// So many cells are asked for the style of the file as a whole.
  private static let sampledCells = 200_000

  /// Decides the number style of one column; see `numberStyles(ofColumns:settings:)`.
  package func numberStyle(
    ofColumn column: Int,
    settings: FormatSettings
  ) -> NumberStyleDecision {
    numberStyles(ofColumns: [column], settings: settings)[0]
  }

  /// Decides the number styles of several columns in one pass over the records.
  ///
  /// A column decides for itself, by its own cells, never cell by cell. A column that cannot, such
  /// as one with nothing but `1.234`, takes the style in which all other number columns of the
  /// file were decided; without such a style it is ambiguous.
  ///
  /// - Complexity: O(n) at worst; stops when every column has a thousand cells of evidence.
  package func numberStyles(
    ofColumns columns: [Int],
    settings: FormatSettings
  ) -> [NumberStyleDecision] {
    let candidates = NumberStyle.candidates(under: settings)
    if candidates.count == 1 { return columns.map { _ in .decided(candidates[0]) } }
    if let numberStyles, settings == self.settings, columns.allSatisfy(header.indices.contains) {
      return columns.map { numberStyles[$0] }
    }
    var evidence = columns.map { _ in NumberEvidence(settings: settings) }
    scanBlocks { block in
      var isEnough = true
      for (index, column) in columns.enumerated() where header.indices.contains(column) {
        guard evidence[index].voteCount < Self.enoughVotes else { continue }
        isEnough = false
        add(block, column, to: &evidence[index])
      }
      return isEnough ? .stop : .goOn
    } orRecord: { record in
      guard record.kind == .data else { return .goOn }
      for (index, column) in columns.enumerated() {
        guard evidence[index].voteCount < Self.enoughVotes else { continue }
        evidence[index].add(record, column: column)
      }
      return .goOn
    }
    let fallback = evidence.contains(where: \.asksForOthers) ? fileStyle(settings: settings) : nil
    return evidence.map { $0.decision(fallback: fallback) }
  }

  /// Decides the number styles of all columns, so that asking for some of them later takes no pass.
  package mutating func decideNumberStyles() {
    numberStyles = numberStyles(ofColumns: Array(header.indices), settings: settings)
  }

  /// Shows the cells of a block that may decide the style of a column to its evidence.
  private func add(_ block: RowBlock, _ column: Int, to evidence: inout NumberEvidence) {
    block.forEachMarkedNumber(in: column) { row, cell in
      guard !isRepeatedHeader(cell, column, block, row) else { return true }
      evidence.add(cell, line: block.line(ofRow: row))
      return evidence.voteCount < Self.enoughVotes
    }
  }

  /// Whether a cell stands in a row that repeats the header.
  private func isRepeatedHeader(
    _ cell: Span<UInt8>,
    _ column: Int,
    _ block: RowBlock,
    _ row: Int
  ) -> Bool {
    guard hasBytes(cell, header[column]) else { return false }
    var isRepeated = false
    block.withRecord(row) { record in isRepeated = record.kind == .repeatedHeader }
    return isRepeated
  }

  /// The style on which all number columns with evidence agree, or nil.
  private func fileStyle(settings: FormatSettings) -> NumberStyle? {
    var evidence = header.map { _ in NumberEvidence(settings: settings) }
    var cells = 0
    scanRecords { record in
      guard record.kind == .data else { return .goOn }
      for column in evidence.indices where !evidence[column].isAboutText {
        evidence[column].add(record, column: column)
      }
      cells += evidence.count
      return cells < Self.sampledCells ? .goOn : .stop
    }
    let styles = Set(evidence.compactMap { $0.exemplaryStyle })
    return styles.count == 1 ? styles.first : nil
  }

  /// Decides whether the days of one column are written day or month first.
  ///
  /// *Definition* A cell with a part above 12 speaks for one order; the order of more cells wins.
  /// Cells that read the same either way, dotted and ISO days among them, say nothing.
  ///
  /// - Complexity: O(n) at worst; stops at a thousand cells of evidence.
  package func dateStyle(ofColumn column: Int, settings: FormatSettings) -> DateStyleDecision {
    let fiscalYear = settings.fiscalYear
    if let order = settings.dateOrder {
      return .decided(DateStyle(order: order, fiscalYear: fiscalYear))
    }
    var evidence = DateEvidence()
    scanBlocks { block in
      guard header.indices.contains(column) else { return .stop }
      block.forEachContent(of: column) { row, cell in
        if !isRepeatedHeader(cell, column, block, row) {
          evidence.add(cell, line: block.line(ofRow: row))
        }
        return evidence.voteCount < Self.enoughVotes
      }
      return evidence.voteCount < Self.enoughVotes ? .goOn : .stop
    } orRecord: { record in
      guard record.kind == .data else { return .goOn }
      evidence.add(record, column: column)
      return evidence.voteCount < Self.enoughVotes ? .goOn : .stop
    }
    guard case .decided(let style) = evidence.decision else { return evidence.decision }
    return .decided(DateStyle(order: style.order, fiscalYear: fiscalYear))
  }
}
