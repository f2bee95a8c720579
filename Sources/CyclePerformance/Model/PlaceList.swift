// SPDX-License-Identifier: Apache-2.0

/// The rows that elements of a sheet were read from: a line each, and the few files there are.
struct PlaceList: Sendable {
  /// The files.
  private(set) var files: [String] = []
  private var fileNumbers: [UInt16] = []
  private var lines: [Int32] = []

  /// The place of the element at `index`.
  subscript(index: Int) -> SheetPlace {
    SheetPlace(file: files[Int(fileNumbers[index])], line: line(at: index))
  }

  /// The number of the file of the element at `index`.
  func fileNumber(at index: Int) -> Int { Int(fileNumbers[index]) }

  /// The line of the element at `index`.
  func line(at index: Int) -> Int { Int(lines[index]) }

  /// Makes room for so many more.
  mutating func reserve(_ more: Int) {
    fileNumbers.reserveCapacity(fileNumbers.count + more)
    lines.reserveCapacity(lines.count + more)
  }

  /// Adds the place of the next element.
  mutating func append(_ place: SheetPlace) {
    if files.last != place.file, !files.contains(place.file) { files.append(place.file) }
    let number = files.lastIndex(of: place.file) ?? 0
    fileNumbers.append(UInt16(clamping: number))
    lines.append(Int32(clamping: place.line))
  }
}
