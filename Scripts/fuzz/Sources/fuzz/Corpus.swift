// SPDX-License-Identifier: Apache-2.0

/// The inputs that mutations start from, one for each shape of export.
enum Corpus {
  /// All of them, as bytes.
  static let seeds: [[UInt8]] =
    texts.map { Array($0.utf8) } + [
      [0xEF, 0xBB, 0xBF] + Array(texts[0].utf8),
      [0xFF, 0xFE] + texts[0].utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
      [0xFE, 0xFF] + texts[1].utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] },
      texts[2].unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) },
      Array(texts[0].utf8) + [0x33, 0x3B, 0xFC, 0x80, 0x00, 0x0A],
      gzip,
    ]

  /// Pieces that mean something to a reader of exports.
  static let words: [[UInt8]] = [
    ";", ",", "\t", "|", "\"", "\"\"", "'", "\\\"", "\n", "\r\n", "\r", " ", "sep=;\n", "=\"", "-",
    "----", "\u{A0}", "\u{202F}", "’", "*", "**", "1.234,56", "1,234.56-", "(1)", "12,5 %", "€",
    "T€", "Mio. €", "1E+05", "9223372036854775807", "99999999999999999999999999999999999999999",
    "NaN", "#NV", "n/a", "31.12.9999", "2/29/2025", "001.2025", "016.2025", "Q4 2025", "KW 53/2020",
    "Jän 25", "Summe", "Gesamt", "Ergebnis", "\u{0}", "\u{FEFF}", "ß", "😀", "\u{1F}\u{8B}\u{8}",
  ].map { Array($0.utf8) }

  private static let texts = [
    "Kunde;Umsatz;Periode;Währung\n0001;1.234,56;01.2025;EUR\n0002;-7,00;02.2025;CHF\n",
    "Kunde,Umsatz,Periode,Währung\n1,\"1,234.56\",2025-01,USD\n2,(7.00),2025-02,EUR\n",
    "Bericht;;;\n\nKunde;Umsatz;Periode;Währung\nA;1;Q1 2025;EUR\nErgebnis;1;;\nSumme;**;1;\n",
    "|Kunde|Umsatz |Periode|\n---------------------\n|A|B  |1,50-  |001.2025|\n|C    |2,00   |002.2025|\n",
    "---------------\n|Kunde|Umsatz|\n---------------\n|A    |  1,00|\n|B|b  |  2,00|\n---------------\n",
    "Kunde Umsatz \"Name\" \"Ort\"\nA 1 \"x y\" \"z\"\nB 2 \"v w\" \"u\"\n",
    "Kunde,Umsatz,Name\n" + String(repeating: "A,1,\"5\" x, y\"\n", count: 12),
    "Kunde,Umsatz,Name\nA,1,\"24\\\" Rad\"\nB,2,\"\\\\\"\n",
    "sep=;\nKunde;Umsatz;Periode;Währung\n=\"0001\";'12;Jan 25;€\n;850 T€;1/31/2025;EUR\n",
    "Konzern;;Umsatz;\nKunde;Name;Umsatz;Umsatz\nA;a;1;2\n",
    "Kunde\tUmsatz\tPeriode\r\"a\nb\"\t1'234.56\t2025001\rc\t1 234,56\tKW 05/2025\r",
    ",Kunde,Umsatz\nA,1\nB,2\n",
    "4711;1,50;01.2025\n4712;2,50;02.2025\n",
    "Kunde;Name;Periode;Umsatz\n" + spoilt(by: ";") + "k10;a; b;01.01.2025;1,00\n",
    "Kunde,Name,Periode,Umsatz\n" + spoilt(by: ",")
      + "k10;a;01.01.2025;1.00\nk1,b,01.01.20251.00\n",
    "Kunde;Umsatz;\nA;1;\nB;2;\n;;\nZiele;;\nOrt;Umsatz;\nUlm;3;\n;;\nKunde;Umsatz;\nC;4;\n",
    "Kunde;Umsatz\nA;1\nKunde;Ort;Umsatz\nA;Ulm;2\nB;Hof;3\n\nA;Umsatz\nx;1\n",
    "Kunde,'Umsatz','Name'\nA,'1','5\"\" x, \"\"y'\nB,'2','\"\"'\n\"C,3,\"d, e\"\n",
  ]

  /// Rows that show what their columns hold.
  private static func spoilt(by delimiter: String) -> String {
    (10..<24).map { row in
      let name = String(repeating: "x ", count: row % 7) + "y"
      let fields = [
        "k\(row)", name, "\(row).01.2025", delimiter == ";" ? "\(row),50" : "\(row).50",
      ]
      return fields.joined(separator: delimiter) + "\n"
    }.joined()
  }

  /// `Kunde;Umsatz` and one row, as gzip.
  private static let gzip: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0xFF, 0xF3, 0x2E, 0xCD, 0x4B, 0x49, 0xB5,
    0x0E, 0xCD, 0x2D, 0x4E, 0x2C, 0xA9, 0xE2, 0x72, 0xB4, 0x36, 0xE4, 0x02, 0x00, 0x97, 0xF0, 0xE8,
    0xE5, 0x11, 0x00, 0x00, 0x00,
  ]
}
