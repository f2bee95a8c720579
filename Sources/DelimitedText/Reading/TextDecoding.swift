// SPDX-License-Identifier: Apache-2.0

/// The text of a file, and how it was stored.
///
/// UTF-8 and code pages stay as they are, part by part decoded when asked for; UTF-16, which is
/// rare, is made UTF-8 once.
struct DecodedText: Sendable {
  /// The bytes of the text, from `start` on, in UTF-8 or in `codePage`.
  var content: FileContent
  /// The table of a single-byte encoding, nil for UTF-8.
  var codePage: CodePage?
  /// Offset of the first byte after the byte order mark.
  var start: Int
  /// How the file was stored.
  var encoding: TextEncoding
  /// Whether it began with a byte order mark.
  var hasByteOrderMark: Bool
  /// What decided.
  var evidence: FormatNote
  /// Bytes that do not belong into the text, nil where there are none.
  var strays: StrayBytes?

  /// A part of the text as UTF-8.
  func utf8(_ range: Range<Int>) -> [UInt8] {
    let bytes = content.bytes(range)
    return codePage?.utf8(from: bytes) ?? bytes
  }

  /// How many bytes of the file from `start` on make the first `count` bytes of UTF-8.
  func fileLength(from start: Int, utf8Count count: Int) -> Int {
    guard let codePage else { return count }
    return codePage.rawLength(of: content.bytes(start..<start + count), utf8Count: count)
  }
}

extension DecodedText {
  /// Decodes the bytes of a file.
  ///
  /// A byte order mark decides over everything, then the setting; without both, a pattern of NUL
  /// bytes means UTF-16, bytes that are no UTF-8 mean windows-1252, or ISO 8859-1 where bytes occur
  /// that windows-1252 does not define.
  ///
  /// `scan` is what all bytes say, or those of a first part; then it is provisional.
  init(
    _ content: FileContent,
    encoding setting: TextEncoding?,
    scan: EncodingScan
  ) throws(DelimitedTextError) {
    let head = content.bytes(0..<4096)
    let mark = ByteOrderMark.allCases.first { head.starts(with: $0.bytes) }
    let start = mark?.bytes.count ?? 0
    guard content.count > start else { throw .empty }
    if let mark {
      let agrees = setting == nil || setting == mark.encoding
      try self.init(
        content,
        from: start,
        as: mark.encoding,
        scan: scan,
        evidence: FormatNote(
          de: "Bytereihenfolgemarke von \(mark.encoding.rawValue)"
            + (agrees ? "" : " geht vor der Einstellung"),
          en: "byte order mark of \(mark.encoding.rawValue)"
            + (agrees ? "" : " overrides the setting")
        )
      )
    } else if let setting {
      try self.init(
        content,
        from: 0,
        as: setting,
        scan: scan,
        evidence: FormatNote(
          de: "Kodierung \(setting.rawValue) gesetzt",
          en: "encoding \(setting.rawValue) is set"
        )
      )
    } else if let encoding = Self.utf16Encoding(byNulPatternOf: head) {
      try self.init(
        content,
        from: 0,
        as: encoding,
        scan: scan,
        evidence: FormatNote(
          de: "NUL-Muster von \(encoding.rawValue)",
          en: "NUL pattern of \(encoding.rawValue)"
        )
      )
    } else {
      try self.init(detecting: content, scan: scan)
    }
    hasByteOrderMark = mark != nil
    if encoding != .utf16LittleEndian, encoding != .utf16BigEndian { try clean(scan) }
  }

  /// Leaves out NUL bytes and reads bytes that are no UTF-8, where both are few.
  private mutating func clean(_ scan: EncodingScan) throws(DelimitedTextError) {
    if let nul = scan.firstNul, !StrayBytes.areFew(nulsFrom: nul, in: content) {
      throw .binary(offset: nul)
    }
    guard scan.firstNul != nil || codePage == nil && scan.firstInvalid != nil else { return }
    var rewriting = StrayByteRewriting()
    let size = content.count
    self = rewritten(updating: &rewriting)
    strays = rewriting.strays
    if let nul = scan.firstNul, !StrayBytes.areFew(nuls: rewriting.strays.nuls, among: size) {
      throw .binary(offset: nul)
    }
  }

  private init(
    detecting content: FileContent,
    scan: EncodingScan
  ) throws(DelimitedTextError) {
    self.init(
      content: content,
      codePage: nil,
      start: 0,
      encoding: .utf8,
      hasByteOrderMark: false,
      evidence: scan.isASCII
        ? FormatNote(de: "alle Bytes sind ASCII", en: "all bytes are ASCII")
        : scan.firstInvalid == nil
          ? FormatNote(de: "alle Bytes sind gültiges UTF-8", en: "all bytes are valid UTF-8")
          : FormatNote(de: "fast alle Bytes sind UTF-8", en: "nearly all bytes are UTF-8")
    )
    guard let invalid = scan.firstInvalid, !StrayBytes.isUTF8(around: invalid, in: content) else {
      return
    }
    encoding = scan.firstUndefined == nil ? .windows1252 : .latin1
    codePage = CodePage(encoding)
    evidence = FormatNote(
      de: "das Byte an Stelle \(invalid) ist kein UTF-8",
      en: "the byte at offset \(invalid) is no UTF-8"
    )
  }

  private init(
    _ content: FileContent,
    from start: Int,
    as encoding: TextEncoding,
    scan: EncodingScan,
    evidence: FormatNote
  ) throws(DelimitedTextError) {
    self.init(
      content: content,
      codePage: nil,
      start: start,
      encoding: encoding,
      hasByteOrderMark: false,
      evidence: evidence
    )
    switch encoding {
    case .utf8:
      if let offset = scan.firstInvalid, !StrayBytes.isUTF8(around: offset, in: content) {
        throw .invalidEncoding(.utf8, offset: offset)
      }
    case .utf16LittleEndian, .utf16BigEndian:
      self.content = try Self.utf8(fromUTF16: content, from: start, encoding: encoding)
      self.start = 0
    case .windows1252, .latin1, .cp850: codePage = CodePage(encoding)
    }
  }

  /// UTF-16 without a mark shows in Western text as a NUL in every other byte.
  private static func utf16Encoding(byNulPatternOf raw: [UInt8]) -> TextEncoding? {
    var nuls = (even: 0, odd: 0)
    for (offset, byte) in raw.enumerated() where byte == 0 {
      if offset.isMultiple(of: 2) { nuls.even += 1 } else { nuls.odd += 1 }
    }
    let pairs = raw.count / 2
    guard pairs >= 2 else { return nil }
    if nuls.odd * 2 > pairs, nuls.even * 20 < pairs { return .utf16LittleEndian }
    if nuls.even * 2 > pairs, nuls.odd * 20 < pairs { return .utf16BigEndian }
    return nil
  }

  /// UTF-16 is made UTF-8 in parts of so many bytes.
  private static let partSize = 1 << 20

  private static func utf8(
    fromUTF16 raw: FileContent,
    from start: Int,
    encoding: TextEncoding
  ) throws(DelimitedTextError) -> FileContent {
    guard (raw.count - start).isMultiple(of: 2) else {
      throw .invalidEncoding(encoding, offset: raw.count - 1)
    }
    var result = ByteSpill()
    var lead: UInt32?
    for offset in stride(from: start, to: raw.count, by: partSize) {
      let part = raw.bytes(offset..<offset + partSize)
      result.append(try utf8(of: part, at: offset, encoding: encoding, after: &lead))
    }
    if lead != nil { throw .invalidEncoding(encoding, offset: raw.count - 2) }
    return result.content()
  }

  /// The UTF-8 of a part that stands at `start`; `lead` is half of a pair that the part before left.
  private static func utf8(
    of part: [UInt8],
    at start: Int,
    encoding: TextEncoding,
    after lead: inout UInt32?
  ) throws(DelimitedTextError) -> [UInt8] {
    let (low, high) = encoding == .utf16LittleEndian ? (0, 1) : (1, 0)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(part.count / 2 * 5 / 4)
    for offset in stride(from: 0, to: part.count, by: 2) {
      let unit = UInt32(part[offset + high]) << 8 | UInt32(part[offset + low])
      if unit == 0 { throw .binary(offset: start + offset) }
      let isTrail = (0xDC00...0xDFFF).contains(unit)
      guard isTrail == (lead != nil) else {
        throw .invalidEncoding(encoding, offset: start + offset)
      }
      if let first = lead {
        lead = nil
        bytes.append(utf8: 0x10000 + (first - 0xD800) << 10 + (unit - 0xDC00))
      } else if (0xD800...0xDBFF).contains(unit) {
        lead = unit
      } else {
        bytes.append(utf8: unit)
      }
    }
    return bytes
  }
}

private enum ByteOrderMark: CaseIterable {
  case utf8
  case utf16LittleEndian
  case utf16BigEndian

  var bytes: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    }
  }

  var encoding: TextEncoding {
    switch self {
    case .utf8: .utf8
    case .utf16LittleEndian: .utf16LittleEndian
    case .utf16BigEndian: .utf16BigEndian
    }
  }
}

extension [UInt8] {
  /// Appends the UTF-8 bytes of a code point that is no surrogate.
  mutating func append(utf8 value: UInt32) {
    switch value {
    case 0..<0x80: append(UInt8(value))
    case 0x80..<0x800:
      append(UInt8(0xC0 | value >> 6))
      append(UInt8(0x80 | value & 0x3F))
    case 0x800..<0x10000:
      append(UInt8(0xE0 | value >> 12))
      append(UInt8(0x80 | value >> 6 & 0x3F))
      append(UInt8(0x80 | value & 0x3F))
    default:
      append(UInt8(truncatingIfNeeded: 0xF0 | value >> 18))
      append(UInt8(0x80 | value >> 12 & 0x3F))
      append(UInt8(0x80 | value >> 6 & 0x3F))
      append(UInt8(0x80 | value & 0x3F))
    }
  }
}
