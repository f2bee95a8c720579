// SPDX-License-Identifier: Apache-2.0
import Accounts

// MARK: - Cycles of the flat sheet

extension OKRImport {
  /// Takes cycles from the flat sheet where no file of cycles says otherwise; later rows add what
  /// the first one leaves out.
  mutating func noteCycle(_ id: String, _ reader: inout RowReader) {
    guard !hasCycleFile else { return }
    let index = cycles[id] ?? sheet.cycles.count
    let said = PlanCycleCells(reader)
    let isKnown = index < sheet.cycles.count
    guard !isKnown || said.isSaid && planCycleCells[index] != said else { return }
    planCycleCells[index] = said
    if !isKnown {
      _ = cycles.claim(id, by: row(of: reader), at: index)
      sheet.cycles.append(Cycle(id: id))
    }
    var cycle = sheet.cycles[index]
    let known = cycle
    settle(&cycle.start, .start, of: id, &reader)
    settle(&cycle.end, .end, of: id, &reader)
    let status = reader.choice(.status, of: Cycle.Status.self)
    cycle.status = cycle.status ?? status
    let isUnread = said.start != nil && cycle.start == nil || said.end != nil && cycle.end == nil
    cycle.hasUnreadableDays = cycle.hasUnreadableDays || isUnread
    if cycle.start != known.start || cycle.end != known.end {
      cycle.place = cycle.place ?? reader.place
      checkOrder(of: cycle, &reader)
    }
    sheet.cycles[index] = cycle
  }

  /// Reads a day of a cycle; where another row says another day, that one counts.
  private func settle(
    _ day: inout CalendarDate?,
    _ column: OKRColumn,
    of cycle: String,
    _ reader: inout RowReader
  ) {
    let read = reader.date(column)
    guard let known = day, let read, read != known else {
      day = day ?? read
      return
    }
    let name = reader.name(of: column)
    reader.keep([
      Finding(
        .warning,
        "K-D155",
        file: reader.place.file,
        line: reader.place.line,
        column: reader.position(of: column),
        field: name,
        found: reader.text(column),
        message: LocalizedText(
          de: "Zyklus '\(cycle)' hat in '\(name)' weiter oben den \(known), hier den \(read); der "
            + "erste Tag gilt, 'okr.cycles' legt einen fest",
          en: "cycle '\(cycle)' has \(known) in '\(name)' further up, \(read) here; the first day "
            + "counts, 'okr.cycles' says one for all"
        )
      )
    ])
  }
}

/// What a row of a flat sheet says of its cycle.
struct PlanCycleCells: Equatable {
  let start: String?
  let end: String?
  private let status: String?

  /// Whether the row says anything.
  var isSaid: Bool { start != nil || end != nil || status != nil }

  /// The cells of the row at which `reader` stands.
  init(_ reader: RowReader) {
    start = reader.text(.start)
    end = reader.text(.end)
    status = reader.text(.status)
  }
}

/// Whether rows of a flat sheet repeat what earlier ones say of their cycle, by the numbers of their
/// texts.
struct RepeatedCycleCells {
  private let columns: [(numbers: [Int32], isSaid: [Bool])]
  /// Per cycle and column the number of the text that was seen last, -1 for none.
  private var latest: [Int32]

  /// The columns of `table` about cycles, of which it names `count`.
  init(_ table: SheetTable, count: Int) {
    let slots = [OKRColumn.start, .end, .status].compactMap { table.slot(of: $0) }
    columns = slots.map { slot in
      let known = table.columns[slot]
      return (known.numbers, known.texts.indices.map { known.hasContent(Int32($0)) })
    }
    latest = Array(repeating: -1, count: count * columns.count)
  }

  /// Whether a row says nothing new of its cycle, which has this number.
  mutating func repeats(_ row: Int, cycle: Int32) -> Bool {
    guard !columns.isEmpty, cycle >= 0 else { return true }
    var isRepeated = true
    for (place, column) in columns.enumerated() {
      let text = column.numbers[row]
      guard text >= 0, column.isSaid[Int(text)] else { continue }
      let known = Int(cycle) * columns.count + place
      if latest[known] != text { isRepeated = false }
      latest[known] = text
    }
    return isRepeated
  }
}
