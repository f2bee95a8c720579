// SPDX-License-Identifier: Apache-2.0

/// The text of a file as UTF-8, and how it was stored.
struct DecodedText {
  /// The text, from `start` on.
  var bytes: [UInt8]
  /// Offset of the first byte after the byte order mark.
  var start: Int
  /// How the file was stored.
  var encoding: TextEncoding
  /// Whether it began with a byte order mark.
  var hasByteOrderMark: Bool
  /// What decided.
  var evidence: String
}

extension DecodedText {
  /// Decodes the bytes of a file.
  ///
  /// A byte order mark decides over everything, then the setting; without both, a pattern of NUL
  /// bytes means UTF-16, bytes that are no UTF-8 mean windows-1252, or ISO 8859-1 where bytes occur
  /// that windows-1252 does not define.
  init(_ raw: [UInt8], encoding setting: TextEncoding?) throws(DelimitedTextError) {
    let mark = ByteOrderMark.allCases.first { raw.starts(with: $0.bytes) }
    let start = mark?.bytes.count ?? 0
    guard raw.count > start else { throw .empty }
    if let mark {
      let agrees = setting == nil || setting == mark.encoding
      try self.init(
        raw,
        from: start,
        as: mark.encoding,
        evidence: "byte order mark of \(mark.encoding.rawValue)"
          + (agrees ? "" : " overrides the setting")
      )
    } else if let setting {
      try self.init(raw, from: 0, as: setting, evidence: "encoding \(setting.rawValue) is set")
    } else if let encoding = Self.utf16Encoding(byNulPatternOf: raw) {
      try self.init(
        raw,
        from: 0,
        as: encoding,
        evidence: "NUL pattern of \(encoding.rawValue)"
      )
    } else {
      try self.init(detecting: raw)
    }
    hasByteOrderMark = mark != nil
  }

  private init(detecting raw: [UInt8]) throws(DelimitedTextError) {
    let scan = EncodingScan(raw, from: 0)
    if let offset = scan.firstNul { throw .binary(offset: offset) }
    guard let invalid = scan.firstInvalid else {
      let evidence = scan.isASCII ? "all bytes are ASCII" : "all bytes are valid UTF-8"
      self.init(
        bytes: raw,
        start: 0,
        encoding: .utf8,
        hasByteOrderMark: false,
        evidence: evidence
      )
      return
    }
    let undefined = raw.contains { CodePage.isUndefinedInWindows1252($0) }
    try self.init(
      raw,
      from: 0,
      as: undefined ? .latin1 : .windows1252,
      evidence: "the byte at offset \(invalid) is no UTF-8"
    )
  }

  private init(
    _ raw: [UInt8],
    from start: Int,
    as encoding: TextEncoding,
    evidence: String
  ) throws(DelimitedTextError) {
    var bytes = raw
    var start = start
    switch encoding {
    case .utf8:
      let scan = EncodingScan(raw, from: start)
      if let offset = scan.firstNul { throw .binary(offset: offset) }
      if let offset = scan.firstInvalid { throw .invalidEncoding(.utf8, offset: offset) }
    case .utf16LittleEndian, .utf16BigEndian:
      bytes = try Self.utf8(fromUTF16: raw, from: start, encoding: encoding)
      start = 0
    case .windows1252, .latin1, .cp850:
      if let offset = raw.firstIndex(of: 0) { throw .binary(offset: offset) }
      bytes = CodePage(encoding).utf8(from: raw)
    }
    self.init(
      bytes: bytes,
      start: start,
      encoding: encoding,
      hasByteOrderMark: false,
      evidence: evidence
    )
  }

  /// UTF-16 without a mark shows in Western text as a NUL in every other byte.
  private static func utf16Encoding(byNulPatternOf raw: [UInt8]) -> TextEncoding? {
    let sample = raw.prefix(4096)
    var nuls = (even: 0, odd: 0)
    for (offset, byte) in sample.enumerated() where byte == 0 {
      if offset.isMultiple(of: 2) { nuls.even += 1 } else { nuls.odd += 1 }
    }
    let pairs = sample.count / 2
    guard pairs >= 2 else { return nil }
    if nuls.odd * 2 > pairs, nuls.even * 20 < pairs { return .utf16LittleEndian }
    if nuls.even * 2 > pairs, nuls.odd * 20 < pairs { return .utf16BigEndian }
    return nil
  }

  private static func utf8(
    fromUTF16 raw: [UInt8],
    from start: Int,
    encoding: TextEncoding
  ) throws(DelimitedTextError) -> [UInt8] {
    guard (raw.count - start).isMultiple(of: 2) else {
      throw .invalidEncoding(encoding, offset: raw.count - 1)
    }
    let (low, high) = encoding == .utf16LittleEndian ? (0, 1) : (1, 0)
    var bytes: [UInt8] = []
    bytes.reserveCapacity((raw.count - start) / 2 * 5 / 4)
    var lead: UInt32?
    for offset in stride(from: start, to: raw.count, by: 2) {
      let unit = UInt32(raw[offset + high]) << 8 | UInt32(raw[offset + low])
      if unit == 0 { throw .binary(offset: offset) }
      let isTrail = (0xDC00...0xDFFF).contains(unit)
      guard isTrail == (lead != nil) else { throw .invalidEncoding(encoding, offset: offset) }
      if let first = lead {
        lead = nil
        bytes.append(utf8: 0x10000 + (first - 0xD800) << 10 + (unit - 0xDC00))
      } else if (0xD800...0xDBFF).contains(unit) {
        lead = unit
      } else {
        bytes.append(utf8: unit)
      }
    }
    if lead != nil { throw .invalidEncoding(encoding, offset: raw.count - 2) }
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
