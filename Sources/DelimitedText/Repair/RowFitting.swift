// SPDX-License-Identifier: Apache-2.0

/// Fits the fields of one record to the columns.
///
/// Advice: a reading is taken only where it is the only one, so every reading that a person might
/// think of must be counted, above all those in which the delimiter belongs to a number
/// (`1,234.50`): they are never taken and forbid all others.
struct RowFitting {
  /// Longer fields are not cut in two.
  private static let longestCut = 128
  /// So many strict columns on its left speak for a text at the end of a row, and in all for a row
  /// with another delimiter.
  private static let proofsWithoutRight = 2

  private let natures: [ColumnNature]
  /// How many fields more than columns there are.
  private let surplus: Int
  /// How many columns from the left hold what they should, and how many from the right.
  private let left: Int
  private let right: Int

  /// Fits a record.
  init(_ record: borrowing Record, to natures: [ColumnNature]) {
    self.natures = natures
    let count = natures.count
    let surplus = record.fieldCount - count
    self.surplus = surplus
    var (left, right) = (0, 0)
    while left < min(count, record.fieldCount), Self.fits(record, left, natures[left]) { left += 1 }
    while right < min(count, record.fieldCount),
      Self.fits(record, count - 1 - right + surplus, natures[count - 1 - right])
    {
      right += 1
    }
    (self.left, self.right) = (left, right)
  }

  private static func fits(
    _ record: borrowing Record,
    _ field: Int,
    _ nature: ColumnNature
  ) -> Bool {
    record.withContent(field) { nature.admits($0) }
  }

  /// Whether the first fields hold what their columns should.
  var fitsAsItStands: Bool { left == natures.count }

  // MARK: The file's own delimiter

  /// Adds the readings with one operation: an empty field left out, a text joined, a field cut.
  func addReadings(of record: borrowing Record, to readings: inout RowReadings) {
    if surplus == 1 { addLeftOut(record, &readings) }
    if surplus > 0 { addJoined(record, &readings) { .delimiterInText(column: $0) } }
    if surplus == -1 { addCut(record, &readings) }
  }

  private func addLeftOut(_ record: borrowing Record, _ readings: inout RowReadings) {
    let count = natures.count
    for field in max(0, count - right)...max(0, count - right, min(left, count))
    where field <= left && count - field <= right && isLeftOver(record, field) {
      // Of several empty fields side by side, leaving out any one is the same.
      if field > max(0, count - right), isLeftOver(record, field - 1) { continue }
      let isProven = proofs(record, field..<count, shiftedBy: surplus) > 0
      readings.add(
        isProven ? .repaired(.emptyFieldLeftOut(column: field), cut: 0) : .unproven
      )
      if readings.isSettled { return }
    }
  }

  private func isLeftOver(_ record: borrowing Record, _ field: Int) -> Bool {
    record.isEmpty(field) && !record.isQuoted(field)
  }

  private func addJoined(
    _ record: borrowing Record,
    _ readings: inout RowReadings,
    _ repair: (Int) -> RowRepair
  ) {
    let count = natures.count
    let least = max(0, count - 1 - right)
    guard least <= min(left, count - 1) else { return }
    for column in least...min(left, count - 1) {
      let fields = column...column + surplus
      guard !fields.contains(where: { record.isQuoted($0) }) else { continue }
      switch natures[column].kind {
      case .empty: continue
      case .free:
        guard !record.isEmpty(fields.lowerBound), !record.isEmpty(fields.upperBound) else {
          continue
        }
        let isProven = !holdsFigure(record, fields) && isBacked(record, column)
        readings.add(isProven ? .repaired(repair(column), cut: 0) : .unproven)
      case .number: if areNumberParts(record, fields) { readings.add(.unproven) }
      case .shaped:
        let fits = record.withJoined(fields) { natures[column].admits($0) }
        if fits { readings.add(.unproven) }
      }
      if readings.isSettled { return }
    }
  }

  private func addCut(_ record: borrowing Record, _ readings: inout RowReadings) {
    let count = natures.count
    // A whole field may be missing, too.
    if (0..<count).contains(where: { column in
      natures[column].admitsEmpty && column <= left && count - 1 - column <= right
    }) {
      readings.add(.unproven)
    }
    let least = max(0, count - 2 - right)
    guard least <= min(left, count - 2) else { return }
    for field in least...min(left, count - 2) where !record.isQuoted(field) {
      guard natures[field].isStrict, natures[field + 1].isStrict else {
        if !record.isEmpty(field) { readings.add(.unproven) }
        continue
      }
      addCuts(record, field, &readings)
      if readings.isSettled { return }
    }
  }

  /// Adds the places at which one field becomes two strict columns.
  private func addCuts(_ record: borrowing Record, _ field: Int, _ readings: inout RowReadings) {
    let place = record.place(of: field)
    guard (2...Self.longestCut).contains(place.count) else { return }
    let bytes = record.bytes.span
    // Of the places beside a blank, the one before it stands for both; characters stay whole.
    for cut in place.lowerBound + 1..<place.upperBound
    where blankLength(in: bytes, at: cut - 1) == 0 && bytes[cut] & 0xC0 != 0x80 {
      let first = bytes.extracting(place.lowerBound..<cut)
      let second = bytes.extracting(cut..<place.upperBound)
      let one = first.extracting(contentRange(of: first))
      let two = second.extracting(contentRange(of: second))
      guard !one.isEmpty, !two.isEmpty, natures[field].admits(one), natures[field + 1].admits(two)
      else { continue }
      let isBetweenDigits = Self.isDigit(one[one.count - 1]) && Self.isDigit(two[0])
      let isProven = [natures[field], natures[field + 1]].contains { nature in
        nature.width != nil && (nature.isCalendar || !isBetweenDigits)
      }
      readings.add(
        isProven ? .repaired(.delimiterMissing(column: field + 1), cut: cut) : .unproven
      )
      if readings.isSettled { return }
    }
  }

  // MARK: Another delimiter

  /// Adds the reading of a record that was split by another delimiter than the file's.
  func addReadings(
    of record: borrowing Record,
    splitBy delimiter: UInt8,
    to readings: inout RowReadings
  ) {
    let count = natures.count
    if surplus == 0 || surplus > 0 && left == count && !record.hasSurplusText(beyond: count) {
      guard left == count else { return }
      let isProven =
        proofs(record, 0..<count, shiftedBy: 0) >= Self.proofsWithoutRight
        && !hasAmbiguousNumber(record)
      readings.add(
        isProven ? .repaired(.otherDelimiter(delimiter, textColumn: nil), cut: 0) : .unproven
      )
    } else if surplus > 0 {
      var joined = RowReadings()
      addJoined(record, &joined) { .otherDelimiter(delimiter, textColumn: $0) }
      guard let first = joined.first else { return }
      readings.add(joined.isOnly && !hasAmbiguousNumber(record) ? first : .unproven)
    }
  }

  /// Whether a number of the record would be another one in another style: rows that come from
  /// elsewhere may have one.
  private func hasAmbiguousNumber(_ record: borrowing Record) -> Bool {
    for field in 0..<record.fieldCount {
      let differs = record.withContent(field) { cell in
        guard case .number(let a) = NumberReader.read(cell, style: .comma),
          case .number(let b) = NumberReader.read(cell, style: .point)
        else { return false }
        return a.value != b.value
      }
      if differs { return true }
    }
    return false
  }

  // MARK: Proofs

  /// How many of the columns are strict and filled, each with the field so many places behind its
  /// own.
  private func proofs(
    _ record: borrowing Record,
    _ columns: Range<Int>,
    shiftedBy shift: Int
  ) -> Int {
    var count = 0
    for column in columns where natures[column].isStrict && !record.isEmpty(column + shift) {
      count += 1
    }
    return count
  }

  /// Whether columns beside a joined text prove where it ends.
  private func isBacked(_ record: borrowing Record, _ column: Int) -> Bool {
    if proofs(record, column + 1..<natures.count, shiftedBy: surplus) > 0 { return true }
    return column == natures.count - 1
      && proofs(record, 0..<column, shiftedBy: 0) >= Self.proofsWithoutRight
  }

  private func holdsFigure(_ record: borrowing Record, _ fields: ClosedRange<Int>) -> Bool {
    for field in fields {
      let look = record.withContent(field) { CellLook($0) }
      if look == .figure || look == .day || look == .neutral { return true }
    }
    return false
  }

  /// Whether fields may be the parts of one number: a digit in each, and no letter.
  private func areNumberParts(_ record: borrowing Record, _ fields: ClosedRange<Int>) -> Bool {
    for field in fields {
      let isPart = record.withContent(field) { cell in
        var hasDigit = false
        for offset in cell.indices {
          let byte = cell[offset]
          if Self.isDigit(byte) { hasDigit = true }
          if (byte | 0x20) &- UInt8(ascii: "a") < 26 { return false }
        }
        return hasDigit
      }
      guard isPart else { return false }
    }
    return true
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}
