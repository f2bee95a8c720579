// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import DelimitedText

/// SHA-256 by the processor's instructions and in plain Swift.
@Suite struct ContentDigestTests {
  /// FIPS 180-4 and the examples that NIST publishes with it.
  @Test(
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ]
  )
  func agreesWithThePublishedDigests(text: String, digest: String) {
    #expect(FileContent(Array(text.utf8)).audit().sha256 == digest)
    #expect(SHA256.hexDigest(of: Array(text.utf8)) == digest)
  }

  @Test(arguments: [55, 56, 63, 64, 65, 127, 128, 4096, 100_001])
  func bothWaysAgreeAtAnyLength(length: Int) {
    let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ $0 >> 8) }
    #expect(FileContent(bytes).audit().sha256 == SHA256.hexDigest(of: bytes))
  }

  @Test(arguments: [
    [UInt8]("plain text without anything beyond ASCII, longer than one block of bytes".utf8),
    Array("Müller, Ångström €".utf8), [0x41, 0xFC, 0x42], [0xE2, 0x82], [0xC2, 0x81, 0x00],
    [0xED, 0xA0, 0x80, 0x90], Array(repeating: 0xC3, count: 70), [],
  ])
  func theEncodingIsSeenAlikeByBothScans(bytes: [UInt8]) {
    for padding in [0, 1, 31, 32, 33, 100] {
      let padded = Array(repeating: UInt8(ascii: "x"), count: padding) + bytes + Array("abc".utf8)
      #expect(EncodingScan(FileContent(padded)) == EncodingScan(padded, from: 0))
    }
  }

  /// Sequences of two, three and four bytes, broken ones among them, across every seam.
  @Test(arguments: 0..<70)
  func partsOfAnySizeGiveTheAuditOfTheWhole(shift: Int) {
    let mixture = Array("aü€𝄞".utf8) + [0xC3, 0xE2, 0x82, 0xF0, 0x9D] + Array("zß\u{1F600}".utf8)
    let valid = Array(repeating: UInt8(ascii: "x"), count: shift) + Array("aü€𝄞".utf8)
    for unit in [mixture, valid] {
      let start = Array(repeating: UInt8(ascii: "-"), count: shift)
      let bytes = start + (0..<20).flatMap { _ in unit }
      for size in [64, 128, 192] {
        var running = RunningAudit()
        for end in stride(from: size, to: bytes.count + size, by: size) {
          running.add(FileContent(bytes), upTo: min(end, bytes.count))
        }
        let audit = running.finished()
        #expect(audit.encoding == EncodingScan(bytes, from: 0), "shift \(shift), size \(size)")
        #expect(audit.sha256 == SHA256.hexDigest(of: bytes))
      }
    }
  }

  /// The first part of a file may end within a sequence.
  @Test(arguments: 0..<8)
  func theHeadOfALongFileIsJudgedWithoutItsLastBytes(shift: Int) throws {
    let start = Array("Kunde;Umsatz\n".utf8) + Array(repeating: UInt8(ascii: "x"), count: shift)
    let text = start + (0..<350_000).flatMap { _ in Array("€".utf8) } + Array(";1\n".utf8)
    let head = Array(text.prefix(1 << 20))
    #expect(EncodingScan(head: head).firstInvalid == nil)
    let content = FileContent(text)
    let table = try DelimitedTable(provisional: content, settings: FormatSettings())
    #expect(table.isProvisional)
    #expect(try table.confirmed(by: content.audit())?.isProvisional == false)
  }

  @Test func aLateByteOfAnotherEncodingAsksForASecondReading() throws {
    let ascii =
      Array("Kunde;Umsatz\n".utf8) + Array(repeating: Array("k1;1\n".utf8), count: 300_000).joined()
    let content = FileContent(ascii + [0xFC, 0x3B, 0x31, 0x0A])
    let table = try DelimitedTable(provisional: content, settings: FormatSettings())
    #expect(table.format.encoding == .utf8)
    #expect(try table.confirmed(by: content.audit()) == nil)
    let unicode = FileContent(ascii + Array("ü;1\n".utf8))
    let other = try DelimitedTable(provisional: unicode, settings: FormatSettings())
    let confirmed = try #require(try other.confirmed(by: unicode.audit()))
    #expect(confirmed.format.evidence.map(\.english).contains("all bytes are valid UTF-8"))
  }

  @Test(arguments: [(1, false), (4000, true)])
  func lateNulBytesAskForASecondReadingOrAreRefused(_ count: Int, _ isBinary: Bool) throws {
    let rows =
      Array("Kunde;Umsatz\n".utf8) + Array(repeating: Array("k1;1\n".utf8), count: 300_000).joined()
    let content = FileContent(rows + Array(repeating: 0, count: count))
    let table = try DelimitedTable(provisional: content, settings: FormatSettings())
    if isBinary {
      #expect(throws: DelimitedTextError.binary(offset: rows.count)) {
        try table.confirmed(by: content.audit())
      }
    } else {
      #expect(try table.confirmed(by: content.audit()) == nil)
    }
  }
}
