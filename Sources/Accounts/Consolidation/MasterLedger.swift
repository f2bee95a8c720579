// SPDX-License-Identifier: Apache-2.0

/// One row of the customer master.
struct MasterRecord: Sendable, Equatable {
  var file: String
  var line: Int
  var id: String
  var system: String
  var name: String
  /// Texts in the order of the mapping's attributes, empty where missing.
  var attributes: [String]
  var parent: String
  var parentName: String
  var validFrom: CalendarDate?
  var validTo: CalendarDate?

  /// Whether the hierarchy link holds on `day`; without a day every link does.
  func isValid(on day: CalendarDate?) -> Bool {
    guard let day else { return true }
    if let validFrom, day < validFrom { return false }
    if let validTo, validTo < day { return false }
    return true
  }
}

/// Everything that the master files yield.
package struct MasterLedger: Sendable {
  /// Per file what became of its rows.
  package var rows: [(file: String, counts: RowCounts)] = []
  /// Names of the attributes, in mapping order.
  package var attributes: [String] = []
  var records: [MasterRecord] = []
  /// Rejected rows.
  package var rejects = RejectedBatch()
  /// Findings about cells.
  package var findings: [Finding] = []

  /// A master without rows.
  package init() {}
}
