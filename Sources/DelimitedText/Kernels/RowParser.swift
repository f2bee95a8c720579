// SPDX-License-Identifier: Apache-2.0
import CScanning
import Synchronization

/// Reads the marked rows of chunks: numbers as integers, texts as numbers of the parser's own.
///
/// Several threads may read chunks side by side; they take turns at the texts of a column, which are
/// numbered as they are met. So which number a text has shows in nothing.
struct RowParser: Sendable {
  /// The number of the text of an empty cell.
  private static let emptyText = Int32(0)

  private let forms: [scan_number_form]
  private let checksFirstField: Bool
  /// The texts of each column.
  let columns: [KnownTexts]

  /// Reads what the plan says.
  init(_ plan: RegularRows.Plan) {
    forms = plan.numbers.map { scan_number_form($0) }
    checksFirstField = plan.checksFirstField
    columns = plan.texts.map { text in
      let needsLook = text.emptyAnswer == RegularRows.asRecord
      return KnownTexts(
        TextTable(
          field: text.column,
          empty: needsLook ? SCAN_LOOK : Self.emptyText,
          limit: text.limit,
          expected: text.expected
        )
      )
    }
  }

  /// Reads all rows of a chunk.
  func read(_ chunk: inout RowChunk) {
    chunk.makeRoom(texts: columns.count, numbers: forms.count)
    var row = 0
    while row < chunk.count {
      let complete = chunk.completeRows(from: row)
      if complete > 0 { read(row..<row + complete, of: &chunk) }
      row += complete
      guard row < chunk.count else { break }
      chunk.flags[row] = UInt8(scan_needs_look)
      row += 1
    }
    chunk.textCounts = columns.map { column in column.table.withLock { $0.count + 1 } }
  }

  private func read(_ rows: Range<Int>, of chunk: inout RowChunk) {
    // Moved out, so that the chunk's bytes and marks can be read meanwhile.
    var (flags, texts, numbers): ([UInt8], [Int32], [Int64]) = ([], [], [])
    swap(&flags, &chunk.flags)
    swap(&texts, &chunk.texts)
    swap(&numbers, &chunk.numbers)
    let stride = chunk.stride
    unsafe chunk.withRows(rows) { all in
      unsafe flags.withUnsafeMutableBufferPointer { flags in
        guard let flags = unsafe flags.baseAddress.map({ unsafe $0 + rows.lowerBound }) else {
          return
        }
        unsafe readNumbers(all, from: rows.lowerBound, stride, &numbers, flags)
        unsafe texts.withUnsafeMutableBufferPointer { texts in
          guard let texts = texts.baseAddress else { return }
          let first = unsafe texts + rows.lowerBound
          // Columns that somebody else is at come last.
          let busy = columns.indices.filter { column in
            let done: Void? = columns[column].table.withLockIfAvailable { table in
              unsafe table.number(all, first + column * stride, flags)
            }
            return done == nil
          }
          for column in busy {
            columns[column].table.withLock { table in
              unsafe table.number(all, first + column * stride, flags)
            }
          }
        }
      }
    }
    swap(&flags, &chunk.flags)
    swap(&texts, &chunk.texts)
    swap(&numbers, &chunk.numbers)
  }

  private func readNumbers(
    _ rows: scan_rows,
    from first: Int,
    _ stride: Int,
    _ numbers: inout [Int64],
    _ flags: UnsafeMutablePointer<UInt8>
  ) {
    var rows = unsafe rows
    unsafe numbers.withUnsafeMutableBufferPointer { numbers in
      guard let numbers = numbers.baseAddress else { return }
      unsafe scan_numbers(&rows, forms, Int32(forms.count), Int64(stride), numbers + first, flags)
    }
    if checksFirstField { unsafe scan_first_fields(&rows, flags) }
  }
}

extension scan_number_form {
  fileprivate init(_ number: RegularRows.Plan.Number) {
    let grouping: UInt8 =
      switch number.style.grouping {
      case .comma: 0x2C
      case .point: 0x2E
      default: 0
      }
    self.init(
      field: Int32(number.column),
      decimal_mark: number.style.decimal == .comma ? 0x2C : 0x2E,
      grouping_mark: grouping,
      decimals: UInt8(clamping: number.decimals),
      factor: number.factor,
      least: number.bounds.lowerBound,
      most: number.bounds.upperBound
    )
  }
}
