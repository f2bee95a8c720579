// SPDX-License-Identifier: Apache-2.0
import Accounts

/// Gives rows of merged cells back what the row above says.
///
/// A row without an account continues the block above it: the cells left of the first one it fills
/// itself (account, cycle, goal, objective, in this order) are taken from the row before. A row
/// with an account starts a new block and nothing is filled. In a sheet of one account every row
/// continues.
struct FillDown {
  /// The cells of the row above, by known column, with what was filled; empty above the first row.
  private var above: [Int32] = []
  private var hasAccountAbove = false
  private var isInsideBlock = false

  /// Fills the merged cells of `reader`, which reports the first filled row of each block.
  mutating func fill(_ reader: inout RowReader) {
    if reader.isWritten(.account) {
      hasAccountAbove = true
      isInsideBlock = false
    } else if hasAccountAbove {
      fillFromAbove(&reader)
    } else {
      hasAccountAbove = reader.hasContent(.account)
    }
    above.removeAll(keepingCapacity: true)
    above += reader.cells
  }

  private mutating func fillFromAbove(_ reader: inout RowReader) {
    var hasFilled = false
    for level in Self.levels {
      guard !level.keys.contains(where: reader.isWritten) else { break }
      for column in level.keys + level.rest where reader.fill(column, from: above) {
        hasFilled = true
      }
    }
    if hasFilled, !isInsideBlock {
      reader.report(
        .filledDown,
        .account,
        found: nil,
        LocalizedText(
          de: "verbundene Zellen: leere Zellen übernehmen die Werte der Zeile darüber",
          en: "merged cells: empty cells take the values of the row above"
        )
      )
    }
    isInsideBlock = hasFilled
  }

  private static let levels: [(keys: [OKRColumn], rest: [OKRColumn])] = [
    ([.account], [.accountName]),
    ([.cycle], [.start, .end, .status]),
    ([.moal, .moalTitle], []),
    (
      [.objective, .objectiveTitle], [.origin, .objectiveWeight, .contributesTo, .parentKeyResult]
    ),
  ]
}
