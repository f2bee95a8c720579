// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Glibc
import Testing

@Suite struct EncodingTests {
  private static let text = "Größe;Preis €\nMüller;5\n"

  private static func utf16(_ text: String, littleEndian: Bool, mark: Bool) -> [UInt8] {
    var units = Array(text.utf16)
    if mark { units.insert(0xFEFF, at: 0) }
    return units.flatMap { unit in
      let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
      return littleEndian ? [low, high] : [high, low]
    }
  }

  private static func windows1252(_ text: String) -> [UInt8] {
    text.unicodeScalars.map {
      $0 == "€" ? 0x80 : $0 == "’" ? 0x92 : UInt8(truncatingIfNeeded: $0.value)
    }
  }

  @Test(arguments: [
    ("UTF-8", Array(text.utf8), TextEncoding.utf8, false),
    ("UTF-8 with mark", [0xEF, 0xBB, 0xBF] + Array(text.utf8), .utf8, true),
    ("UTF-16LE with mark", utf16(text, littleEndian: true, mark: true), .utf16LittleEndian, true),
    ("UTF-16BE with mark", utf16(text, littleEndian: false, mark: true), .utf16BigEndian, true),
    ("UTF-16LE", utf16(text, littleEndian: true, mark: false), .utf16LittleEndian, false),
    ("UTF-16BE", utf16(text, littleEndian: false, mark: false), .utf16BigEndian, false),
    ("windows-1252", windows1252(text), .windows1252, false),
  ])
  func detectsEncodings(
    _ label: String,
    _ bytes: [UInt8],
    _ encoding: TextEncoding,
    _ hasMark: Bool
  ) throws {
    let table = try DelimitedTable(bytes: bytes, settings: FormatSettings())
    #expect(table.format.encoding == encoding)
    #expect(table.format.hasByteOrderMark == hasMark)
    #expect(table.header == ["Größe", "Preis €"], "\(label)")
    #expect(table.data == [["Müller", "5"]], "\(label)")
  }

  @Test func takesLatin1WhereWindowsDefinesNothing() throws {
    let table = try DelimitedTable(
      bytes: Array("a;b\nM".utf8) + [0xFC, 0x81] + Array(";1\n".utf8),
      settings: FormatSettings()
    )
    #expect(table.format.encoding == .latin1)
    #expect(table.data == [["Mü\u{81}", "1"]])
  }

  @Test func readsCodePage850OnRequest() throws {
    var settings = FormatSettings()
    settings.encoding = .cp850
    let table = try DelimitedTable(
      bytes: Array("Gr".utf8) + [0x94, 0xE1] + Array("e;b\n".utf8) + [0x8E] + Array(";1\n".utf8),
      settings: settings
    )
    #expect(table.header == ["Größe", "b"])
    #expect(table.data == [["Ä", "1"]])
  }

  @Test func readsCharactersBeyondTheBasicPlane() throws {
    let table = try DelimitedTable(
      bytes: Self.utf16("a;b\n😎;1\n", littleEndian: true, mark: true),
      settings: FormatSettings()
    )
    #expect(table.data == [["😎", "1"]])
  }

  @Test func letsAByteOrderMarkOverrideTheSetting() throws {
    var settings = FormatSettings()
    settings.encoding = .windows1252
    let table = try DelimitedTable(
      bytes: [0xEF, 0xBB, 0xBF] + Array("ä;b\n1;2\n".utf8),
      settings: settings
    )
    #expect(table.header == ["ä", "b"])
    #expect(table.format.evidence.contains { $0.english.contains("overrides") })
  }

  private static let refused: [(String, [UInt8], TextEncoding?, DelimitedTextError)] = [
    ("nothing", [], nil, .empty),
    ("a byte order mark", [0xEF, 0xBB, 0xBF], nil, .empty),
    ("blank lines", Array("\n \r\n;;\n".utf8), nil, .noHeader),
    ("numbers", Array("1.5,2.5\n3.5,4.5\n".utf8), nil, .noHeader),
    ("NUL", Array("a;b\n1;\u{0}\n".utf8), nil, .binary(offset: 6)),
    ("NUL in a code page", [0x61, 0xFC, 0, 0x62], .windows1252, .binary(offset: 2)),
    ("NUL in UTF-16", [0x61, 0, 0, 0], .utf16LittleEndian, .binary(offset: 2)),
    ("bad UTF-8", [0x61, 0xFC, 0x62], .utf8, .invalidEncoding(.utf8, offset: 1)),
    ("overlong UTF-8", [0x61, 0xC0, 0x80], .utf8, .invalidEncoding(.utf8, offset: 1)),
    ("surrogate in UTF-8", [0xED, 0xA0, 0x80], .utf8, .invalidEncoding(.utf8, offset: 0)),
    ("cut UTF-8", [0x61, 0xE2, 0x82], .utf8, .invalidEncoding(.utf8, offset: 1)),
    ("above Unicode", [0xF4, 0x90, 0x80, 0x80], .utf8, .invalidEncoding(.utf8, offset: 0)),
    ("odd UTF-16", [0xFF, 0xFE, 0x61], nil, .invalidEncoding(.utf16LittleEndian, offset: 2)),
    ("lone lead", [0xFF, 0xFE, 0x00, 0xD8], nil, .invalidEncoding(.utf16LittleEndian, offset: 2)),
    ("lone trail", [0xFE, 0xFF, 0xDC, 0x00], nil, .invalidEncoding(.utf16BigEndian, offset: 2)),
  ]

  @Test(arguments: refused)
  func refusesWhatIsNoText(
    _ label: String,
    _ bytes: [UInt8],
    _ encoding: TextEncoding?,
    _ error: DelimitedTextError
  ) {
    var settings = FormatSettings()
    settings.encoding = encoding
    #expect(throws: error, "\(label)") { try DelimitedTable(bytes: bytes, settings: settings) }
  }

  @Test func reportsPathsThatAreNoFiles() {
    #expect(throws: DelimitedTextError.isDirectory) {
      try DelimitedTable(path: "/", settings: FormatSettings())
    }
    #expect(throws: DelimitedTextError.notFound) {
      try DelimitedTable(path: "/no such file.csv", settings: FormatSettings())
    }
    #expect(throws: DelimitedTextError.notFound) {
      try DelimitedTable(path: "/dev/null/x", settings: FormatSettings())
    }
    #expect(throws: DelimitedTextError.empty) {
      try DelimitedTable(path: "/dev/null", settings: FormatSettings())
    }
  }

  @Test func namesTheReasonOfAnUnreadablePath() {
    let path = String(repeating: "x", count: 5000)
    #expect(throws: DelimitedTextError.unreadable("File name too long")) {
      try DelimitedTable(path: path, settings: FormatSettings())
    }
  }
}
