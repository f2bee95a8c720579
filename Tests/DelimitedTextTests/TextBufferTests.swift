// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import DelimitedText

@Suite struct TextBufferTests {
  @Test func growsAsItIsAppendedTo() {
    var text = TextBuffer()
    var expected: [UInt8] = []
    for number in 0..<3000 {
      text.append("Müller & Söhne \(number)\n")
      text.append(number - 1500)
      text.append([0, 255])
      text.append(UInt8(ascii: ";"))
      expected += Array("Müller & Söhne \(number)\n\(number - 1500)".utf8) + [0, 255, 59]
    }
    #expect(text.bytes == expected)
    #expect(text.count == expected.count)
    #expect(text[0] == UInt8(ascii: "M"))
  }

  @Test func copiesPiecesOfAnyLength() {
    var source = TextBuffer()
    for number in 0..<200 { source.append(UInt8(number)) }
    var target = TextBuffer()
    var expected: [UInt8] = []
    for length in [0, 1, 31, 32, 33, 64, 200] {
      target.append(source, (200 - length)..<200)
      expected += (200 - length..<200).map { UInt8($0) }
    }
    #expect(target.bytes == expected)
  }

  @Test func forgetsAtEitherEnd() {
    var text = TextBuffer()
    text.append("abcdef")
    text.removeFirst(2)
    text.removeAll(from: 3)
    #expect(text.bytes == Array("cde".utf8))
    text.removeAll()
    #expect(text.bytes.isEmpty)
  }

  @Test(arguments: [
    ("", true), ("A0001", true), ("Müller GmbH & Co. KG", true), ("a,b", false), ("a;b", false),
    ("12345678,", false), ("12345678901\"", false), ("back\\slash", false), (" a", false),
    ("a ", false), ("=1", false), ("-1", false), ("+1", false), ("@x", false), ("a=b-c+d@e", true),
    ("a\nb", false), ("a\tb", false), ("abcdefgh\u{1}", false), ("ÿüß€\u{1F600}", true),
  ])
  func knowsTextsThatNeedNoQuotes(_ text: String, _ isPlain: Bool) {
    var buffer = TextBuffer()
    buffer.append("  ")
    buffer.append(text)
    #expect(buffer.isPlain(2..<buffer.count) == isPlain)
    // What stands behind a text does not count.
    let end = buffer.count
    buffer.append(",\"\\;")
    #expect(buffer.isPlain(2..<end) == isPlain)
  }
}
