// SPDX-License-Identifier: Apache-2.0

/// A run of digits in a date.
struct CalendarNumber: Equatable {
  /// The number.
  var value = 0
  /// How many digits it has.
  var digits = 0

  /// The year it names: four digits, or two after the pivot 70.
  var year: Int? {
    switch digits {
    case 4: value
    case 2: value < 70 ? 2000 + value : 1900 + value
    default: nil
    }
  }
}

/// Up to three numbers, without storage of their own on the heap.
struct CalendarNumbers {
  /// How many there are.
  private(set) var count = 0
  private var first = CalendarNumber()
  private var second = CalendarNumber()
  private var third = CalendarNumber()

  /// A number; one of no digits where there is none.
  subscript(index: Int) -> CalendarNumber {
    switch index {
    case 0: first
    case 1: second
    default: third
    }
  }

  /// Adds a number; a fourth one only counts.
  mutating func append(_ number: CalendarNumber) {
    switch count {
    case 0: first = number
    case 1: second = number
    case 2: third = number
    default: break
    }
    count += 1
  }
}

/// The numbers, the word and the separators of a date or period, in order.
struct CalendarParts {
  private(set) var numbers = CalendarNumbers()
  /// The word that names a month or the kind of period; a word before a year stands aside.
  private(set) var word: CalendarWord?
  private(set) var numbersBeforeWord = 0
  /// How many numbers stand before a word such as `FY`; nil without one.
  private(set) var numbersBeforeYearWord: Int?
  /// The separators after the first and after the second number; 0 where there is none.
  private(set) var separators: (UInt8, UInt8) = (0, 0)

  private static let longest = 40

  /// Takes a cell apart; nil when it holds anything that no date has.
  init?(_ cell: Span<UInt8>) {
    guard cell.count <= Self.longest else { return nil }
    var offset = 0
    while offset < cell.count {
      if isComplete {
        guard Self.isTimeOfDay(cell, from: offset) else { return nil }
        return
      }
      guard let next = read(cell, at: offset) else { return nil }
      offset = next
    }
    if numbers.count == 0 { return nil }
  }

  /// Whether all numbers are zero.
  var isZero: Bool {
    word == nil && numbers[0].value == 0 && numbers[1].value == 0 && numbers[2].value == 0
  }

  /// Whether the three numbers could be day and month in either order.
  var dependsOnOrder: Bool {
    word == nil && numbers.count == 3 && separators.0 != UInt8(ascii: ".")
      && digits(0) <= 2 && digits(1) <= 2
  }

  /// A half-year, quarter or week and its year: the number of four digits or behind a word such as
  /// `FY`, else the second one.
  var ordinalAndYear: (ordinal: Int, year: Int)? {
    guard numbers.count == 2 else { return nil }
    if digits(0) == 4 || numbersBeforeYearWord == 0, digits(1) <= 2, let year = numbers[0].year {
      return (numbers[1].value, year)
    }
    guard digits(0) <= 2, let year = numbers[1].year else { return nil }
    return (numbers[0].value, year)
  }

  /// How many digits a number has.
  func digits(_ index: Int) -> Int { numbers[index].digits }

  /// Whether a day is complete, so that only a time of day may follow.
  private var isComplete: Bool {
    switch word {
    case .month: numbers.count == 2
    case .half, .quarter, .week: false
    case nil: numbers.count == 3 || digits(0) == 8
    }
  }

  /// Reads a number, word or separator; the result is the offset after it.
  private mutating func read(_ cell: Span<UInt8>, at offset: Int) -> Int? {
    let byte = cell[offset]
    if byte &- UInt8(ascii: "0") < 10 { return readNumber(cell, at: offset) }
    let blank = blankLength(in: cell, at: offset)
    switch byte {
    case _ where blank > 0:
      // A blank counts as separator only where no other sign stands.
      note(separator: 0x20)
      return offset + blank
    case UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: ","):
      guard numbers.count > 0 || word != nil, offset + 1 < cell.count else { return nil }
      note(separator: byte)
      return offset + 1
    default: return readWord(cell, at: offset)
    }
  }

  private mutating func note(separator: UInt8) {
    switch numbers.count {
    case 1 where separators.0 == 0 || separators.0 == 0x20: separators.0 = separator
    case 2 where separators.1 == 0 || separators.1 == 0x20: separators.1 = separator
    default: break
    }
  }

  private mutating func readNumber(_ cell: Span<UInt8>, at start: Int) -> Int? {
    var number = CalendarNumber()
    var offset = start
    while offset < cell.count, cell[offset] &- UInt8(ascii: "0") < 10 {
      guard number.digits < 8 else { return nil }
      number.value = number.value * 10 + Int(cell[offset] - UInt8(ascii: "0"))
      number.digits += 1
      offset += 1
    }
    numbers.append(number)
    return offset
  }

  private mutating func readWord(_ cell: Span<UInt8>, at start: Int) -> Int? {
    var offset = start
    while offset < cell.count, Self.isLetter(cell[offset]) { offset += 1 }
    guard offset > start, offset - start <= 15 else { return nil }
    let text = decodedText(of: cell.extracting(start..<offset))
    if CalendarWord.announcesYear(text) {
      numbersBeforeYearWord = numbers.count
    } else {
      guard word == nil, let found = CalendarWord(text) else { return nil }
      word = found
      numbersBeforeWord = numbers.count
    }
    return offset < cell.count && cell[offset] == UInt8(ascii: ".") ? offset + 1 : offset
  }

  /// ASCII letters, and both bytes of `ä` and `Ä`.
  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      || byte == 0xC3 || byte == 0xA4 || byte == 0x84
  }

  /// Whether the rest of a cell is a clock time such as ` 0:00`, `T13:05:22Z` or `, 01:30 PM`.
  private static func isTimeOfDay(_ cell: Span<UInt8>, from start: Int) -> Bool {
    var isMarked = false
    var digits = 0
    for offset in start..<cell.count {
      let byte = cell[offset]
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard offset > start else { return false }
        digits += 1
      case UInt8(ascii: "T") where offset == start, UInt8(ascii: ":"): isMarked = true
      case 0x20, UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "+"), UInt8(ascii: "-"): break
      case UInt8(ascii: "A"), UInt8(ascii: "P"), UInt8(ascii: "M"), UInt8(ascii: "Z"),
        UInt8(ascii: "U"), UInt8(ascii: "T"), UInt8(ascii: "C"):
        break
      default: return false
      }
    }
    return isMarked && digits >= 2
  }
}
