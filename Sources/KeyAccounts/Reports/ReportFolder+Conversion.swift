// SPDX-License-Identifier: Apache-2.0
public import Accounts
public import CyclePerformance
import Reporting

extension ReportFolder {
  /// Writes the OKR sheet of `run` in the other of its forms, or cleaned in the same.
  ///
  /// Headers, words, days and decimals are German where the folder's dialect is, else English.
  /// Rows with errors are left out.
  /// - Returns: the names of the files; none for a run without OKRs.
  /// - Throws: ``RunError`` of kind `cannotWrite`.
  public func write(_ run: Run, as form: SheetForm) throws(RunError) -> [String] {
    guard let cycles = run.cycles else { return [] }
    let conversion = SheetConversion(
      cycles.sheet,
      to: form,
      on: cycles.day,
      names: run.accountNames,
      isGerman: dialect == .excelGerman
    )
    return try write(conversion.files.map(ReportTable.converted))
  }
}
