// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Testing

/// Other people's files, with what their authors say of them.
@Suite struct SharedDataTests {
  /// CSVsniffer, `dialects.txt`: annotated by hand, so the bar is a share and not every file.
  @Test func findsTheDialectOfAnnotatedFiles() throws {
    guard let folder = SharedData.folder else { return }
    let base = "\(folder)/csv-torture/csvsniffer"
    let annotations = try DelimitedTable(
      path: "\(base)/dialects.txt", settings: FormatSettings())
    #expect(annotations.format.delimiter == UInt8(ascii: "|"))
    let delimiters: [String: UInt8] = [
      "comma": UInt8(ascii: ","), "semicolon": UInt8(ascii: ";"), "tab": 0x09,
      "vslash": UInt8(ascii: "|"), "pipe": UInt8(ascii: "|"), "space": 0x20,
    ]
    var right = 0
    for row in annotations.data {
      let quote = row[3] == "singlequote" ? UInt8(ascii: "'") : UInt8(ascii: "\"")
      do throws(DelimitedTextError) {
        let table = try DelimitedTable(path: "\(base)/CSV/\(row[0])", settings: FormatSettings())
        if table.format.delimiter == delimiters[row[2]], table.format.quote == quote {
          right += 1
        } else {
          print("dialect differs:", row[0], table.format.evidence, row[2], row[3])
        }
      } catch {
        print("refused:", row[0], error)
      }
    }
    print("csvsniffer: \(right) of \(annotations.data.count)")
    #expect(annotations.data.count == 51)
    #expect(right * 100 >= annotations.data.count * 96)
  }
}
