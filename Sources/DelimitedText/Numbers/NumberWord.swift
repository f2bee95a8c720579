// SPDX-License-Identifier: Apache-2.0

/// A word that may stand beside a number.
enum NumberWord: Equatable {
  /// A currency by its ISO 4217 code.
  case currency(String)
  /// What the number is to be multiplied by.
  case scale(ExactDecimal)
  /// Both in one word, such as `TEUR`.
  case scaledCurrency(ExactDecimal, String)
  /// `T` or `k`, a thousand only before a currency.
  case thousandLetter
  /// `m`, which means a thousand to some and a million to others.
  case millionLetter
  /// `NaN` or an infinity.
  case notFinite

  private static let thousand = ExactDecimal(1000, scale: 0)
  private static let million = ExactDecimal(1_000_000, scale: 0)
  private static let milliard = ExactDecimal(1_000_000_000, scale: 0)

  /// Recognises `word`, without a point after it; nil for any other word.
  init?(_ word: String) {
    if let code = CurrencyName.code(word) {
      self = .currency(code)
      return
    }
    if let first = word.utf8.first, first == UInt8(ascii: "T") || first == UInt8(ascii: "k"),
      let code = CurrencyName.code(String(word.dropFirst()))
    {
      self = .scaledCurrency(Self.thousand, code)
      return
    }
    switch word.lowercased() {
    case "tsd", "tausend", "thousand": self = .scale(Self.thousand)
    case "mio", "mill", "million", "millionen", "millions": self = .scale(Self.million)
    case "mrd", "milliarde", "milliarden": self = .scale(Self.milliard)
    case "t", "k": self = .thousandLetter
    case "m", "mm", "b", "bn": self = .millionLetter
    case "nan", "inf", "infinity", "unendlich": self = .notFinite
    default: return nil
    }
  }
}

/// The names of currencies in cells.
enum CurrencyName {
  /// The ISO 4217 code that a word stands for: a code in capitals, or a usual name.
  static func code(_ word: String) -> String? {
    switch word {
    case "Euro", "EURO", "euro", "Eur", "eur": return "EUR"
    case "Fr", "SFr", "sFr", "Franken": return "CHF"
    case "zł", "Zł": return "PLN"
    case "Kč": return "CZK"
    case "Ft": return "HUF"
    default: return word.utf8.count == 3 && codes.contains(word) ? word : nil
    }
  }

  /// The currency whose symbol stands at `offset`, and how many bytes it takes.
  static func symbol(
    in cell: Span<UInt8>,
    at offset: Int
  ) -> (code: String, length: Int)? {
    let next = offset + 1 < cell.count ? cell[offset + 1] : 0
    let last = offset + 2 < cell.count ? cell[offset + 2] : 0
    switch (cell[offset], next, last) {
    case (UInt8(ascii: "$"), _, _): return ("USD", 1)
    case (UInt8(ascii: "U"), UInt8(ascii: "S"), UInt8(ascii: "$")): return ("USD", 3)
    case (0xC2, 0xA3, _): return ("GBP", 2)
    case (0xC2, 0xA5, _): return ("JPY", 2)
    case (0xE2, 0x82, 0xAC): return ("EUR", 3)
    default: return nil
    }
  }

  /// Whether a currency, after blanks, stands at `offset`.
  static func startsCurrency(_ cell: Span<UInt8>, at start: Int) -> Bool {
    var offset = start
    while offset < cell.count {
      let blank = blankLength(in: cell, at: offset)
      if blank == 0 { break }
      offset += blank
    }
    guard offset < cell.count else { return false }
    if symbol(in: cell, at: offset) != nil { return true }
    guard offset + 3 <= cell.count else { return false }
    return code(decodedText(of: cell.extracting(offset..<offset + 3))) != nil
  }

  /// The active codes of ISO 4217 (list one, 2024) that stand for money of a country.
  private static let codes = Set(
    """
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN \
    BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL \
    GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF \
    KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN \
    MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD \
    SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH \
    UGX USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG
    """.split(separator: " ").map(String.init)
  )
}
