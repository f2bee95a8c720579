// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Glibc
import Testing

/// Whole collections of other people's files against a second, plain reader.
@Suite struct CorporaTests {
  /// RFC 4180 to the letter, for valid files: the fields of each record, trimmed as ours are.
  private func reference(_ text: String) -> [[String]] {
    var records: [[String]] = [[""]]
    var isQuoted = false
    var last: Character = " "
    for character in text.split(separator: "\r\n", omittingEmptySubsequences: false)
      .joined(separator: "\n")
    {
      let (row, column) = (records.count - 1, records[records.count - 1].count - 1)
      switch character {
      case "\"":
        if !isQuoted, last == "\"" { records[row][column].append("\"") }
        isQuoted.toggle()
      case "," where !isQuoted: records[row].append("")
      case "\n" where !isQuoted: records.append([""])
      default: records[row][column].append(character)
      }
      last = character
    }
    return records.map { $0.map { trimmed($0) } }.filter { $0.contains { !$0.isEmpty } }
  }

  private func trimmed(_ text: String) -> String {
    let blanks: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\u{A0}" || $0 == "\n" }
    let head = text.drop(while: blanks)
    return String(head.reversed().drop(while: blanks).reversed())
  }

  /// CSV on the Web, W3C test suite: 176 files, of which some begin with comments.
  @Test func readsTheFilesOfTheW3C() throws {
    guard let folder = SharedData.folder else { return }
    let base = "\(folder)/csv-torture/w3c-csvw"
    let names = SharedData.files(in: base).filter { $0.hasSuffix(".csv") }
    #expect(names.count == 176)
    var cells = 0
    for name in names {
      let bytes = try FileBytes.read(path: "\(base)/\(name)")
      var settings = FormatSettings()
      settings.headerRow = 1
      settings.delimiter = UInt8(ascii: ",")
      let table = try DelimitedTable(bytes: bytes, settings: settings)
      let ours = [table.header] + table.rows.filter { $0.kind != .blank }.map(\.texts)
      #expect(ours == reference(String(decoding: bytes, as: UTF8.self)), "\(name)")
      #expect(table.rows.allSatisfy { !$0.isMalformed }, "\(name)")
      cells += ours.reduce(0) { $0 + $1.count }
    }
    #expect(cells > 1500)
  }

  /// The small files of rust-csv; `strange.csv` has backslashes, comments and short rows.
  @Test func readsTheSmallFilesOfRustCSV() throws {
    guard let folder = SharedData.folder else { return }
    let base = "\(folder)/csv-torture/rust-csv"
    let plain = try table(path: base + "/smallpop.csv")
    #expect(plain.header == ["city", "region", "country", "population"])
    #expect(plain.data.count == 10)
    var settings = FormatSettings()
    settings.delimiter = UInt8(ascii: ":")
    let colon = try DelimitedTable(path: base + "/smallpop-colon.csv", settings: settings)
    #expect(colon.header == plain.header && colon.data == plain.data)
    settings = FormatSettings()
    settings.headerRow = 1
    let headless = try DelimitedTable(path: base + "/smallpop-no-headers.csv", settings: settings)
    #expect([headless.header] + headless.data == plain.data)
    let strange = try DelimitedTable(path: base + "/strange.csv", settings: settings)
    #expect(strange.header[0] == "\"Hacksaw\" Jim Duggan")
    #expect(strange.data[0] == ["Bret \"Hit Man\" Hart", "1984"])
    #expect(strange.data.map(\.count) == [2, 1, 1, 2, 2, 2])
    let nulls = try table(path: base + "/uspop-null.csv")
    #expect(nulls.numbers(2, style: .point).count { $0 == .missing(marker: false) } > 10)
  }
}
