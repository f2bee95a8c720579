// SPDX-License-Identifier: Apache-2.0
import Accounts
package import CyclePerformance

extension ReportTable {
  /// A file of a converted OKR sheet; its headers are the words of the sheet's own language.
  package static func converted(_ file: ConvertedFile) -> ReportTable {
    ReportTable(
      file.name,
      LocalizedText(file.name),
      columns: file.header.map { .init($0, .string, LocalizedText($0)) },
      rowCount: file.rowCount
    ) { index, cells in cells += file.cells(index) }
  }
}
