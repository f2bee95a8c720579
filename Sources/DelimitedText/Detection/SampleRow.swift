// SPDX-License-Identifier: Apache-2.0

/// What a cell looks like to the search for a header.
enum CellLook: Equatable {
  case empty
  /// A marker that stands for a missing value.
  case missing
  /// A year, a period or a small whole number, which both headers and rows hold.
  case neutral
  /// A number, which only rows hold.
  case figure
  /// A day, which only rows hold.
  case day
  case text

  init(_ cell: Span<UInt8>) {
    if cell.isEmpty {
      self = .empty
      return
    }
    for style in NumberStyle.both {
      switch NumberReader.read(cell, style: style) {
      case .number:
        self = Self.isNeutralNumber(cell) ? .neutral : .figure
        return
      case .missing:
        self = .missing
        return
      case .invalid: continue
      }
    }
    switch CalendarReader.read(cell, style: DateStyle(order: .dayFirst)) {
    case .day: self = .day
    case .month, .special: self = .neutral
    case .missing: self = .missing
    case .invalid: self = Self.hasLetterOrDigit(cell) ? .text : .missing
    }
  }

  private static func hasLetterOrDigit(_ cell: Span<UInt8>) -> Bool {
    cell.indices.contains { offset in
      let byte = cell[offset]
      return byte >= 0x80 || byte &- UInt8(ascii: "0") < 10
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
  }

  /// Up to two digits, or digits that name a year or month.
  private static func isNeutralNumber(_ cell: Span<UInt8>) -> Bool {
    for offset in cell.indices {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(cell[offset]) else {
        return isPeriod(cell)
      }
    }
    return cell.count <= 2 || isPeriod(cell)
  }

  private static func isPeriod(_ cell: Span<UInt8>) -> Bool {
    if case .month = CalendarReader.read(cell, style: DateStyle(order: .dayFirst)) {
      return cell.count >= 4
    }
    return false
  }
}

/// One of the first records.
struct SampleRow {
  /// Index among all records.
  var number: Int
  /// Stands at this record.
  var scanner: RecordScanner
  var looks: [CellLook]
  /// How many different texts the filled cells hold.
  var distinctTexts: Int
  var isBlank: Bool

  init(_ record: borrowing Record, number: Int, scanner: RecordScanner) {
    self.number = number
    self.scanner = scanner
    var looks: [CellLook] = []
    var texts: Set<String> = []
    for column in 0..<record.fieldCount {
      looks.append(record.withContent(column) { cell in CellLook(cell) })
      texts.insert(record.text(column))
    }
    let kind = record.kind
    isBlank = kind == .blank || kind == .separator
    self.looks = looks
    distinctTexts = texts.subtracting([""]).count
  }

  var filledCells: Int { looks.count { $0 != .empty } }

  /// Whether every cell of several holds a name.
  var isAllNames: Bool { looks.count > 1 && filledCells == looks.count && hasNames }

  /// Whether the record holds names: mostly no figures, mostly different, at least one text.
  var hasNames: Bool {
    let filled = filledCells
    let figures = looks.count { $0 == .figure || $0 == .day }
    return looks.contains(.text) && figures * 2 < filled
      && looks.count { $0 == .missing } * 2 < filled && distinctTexts * 2 > filled
  }
}
