// SPDX-License-Identifier: Apache-2.0
import Accounts

@testable import CyclePerformance

/// A small splitter of delimited text, enough for well-formed sheets.
func sheet(_ text: String, delimiter: Character = ";", path: String = "plan.csv") -> SheetSource {
  var records: [SheetRow] = []
  var cells: [String] = []
  var cell = ""
  var isQuoted = false
  var line = 1
  var start = 1
  func close() {
    cells.append(cell)
    cell = ""
  }
  for character in text {
    let isBreak = character.isNewline
    if isBreak { line += 1 }
    switch character {
    case "\"": isQuoted.toggle()
    case _ where isQuoted: cell.append(character)
    case delimiter: close()
    case _ where isBreak:
      close()
      records.append(SheetRow(line: start, cells: cells))
      cells = []
      start = line
    default: cell.append(character)
    }
  }
  if !cell.isEmpty || !cells.isEmpty {
    close()
    records.append(SheetRow(line: start, cells: cells))
  }
  let header = records.isEmpty ? [] : records.removeFirst().cells
  return SheetSource(OKRMapping.File(path), rows: SheetRows(header: header, rows: records))
}

extension OKRImport {
  /// Reads one file of each kind.
  init(
    _ files: [OKRMapping.FileKind: SheetSource],
    accounts: AccountDirectory?,
    asOf: CalendarDate,
    threads: Int = 1
  ) {
    self.init(files.mapValues { [$0] }, accounts: accounts, asOf: asOf, threads: threads)
  }
}

extension OKREvaluation {
  /// Reads and evaluates one file of each kind.
  init(
    _ files: [OKRMapping.FileKind: SheetSource],
    on day: CalendarDate,
    profile: RuleProfile,
    accounts: AccountDirectory?,
    threads: Int = 1,
    keepsCheckins: Bool = true
  ) {
    self.init(
      files.mapValues { [$0] },
      on: day,
      profile: profile,
      accounts: accounts,
      threads: threads,
      keepsCheckins: keepsCheckins
    )
  }
}
