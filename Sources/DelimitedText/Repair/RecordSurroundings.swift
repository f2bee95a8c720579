// SPDX-License-Identifier: Apache-2.0

/// What a pass over records remembers of those it has read.
struct RecordSurroundings {
  /// Physical line of the record after the last blank one, 0 before any.
  var lineAfterBlank = 0
  /// The other table that the record belongs to.
  var otherTable: OtherTableStart?
  /// How many times another table was looked for.
  var searches = 0
  /// Offset in the file of the header of the other table.
  var offset = 0
  /// What the columns hold, once a record asked for it.
  var sample: ColumnSample?
}
