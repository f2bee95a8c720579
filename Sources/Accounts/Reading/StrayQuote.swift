// SPDX-License-Identifier: Apache-2.0

/// A quote at the start of a field that does not enclose it.
enum StrayQuote {
  /// Says that such a quote is read as a letter, because only so its line has the header's fields.
  static func finding(file: String, line: Int, fields: Int) -> Finding {
    Finding(
      .warning,
      "K-D161",
      file: file,
      line: line,
      message: LocalizedText(
        de: "ein Anführungszeichen am Feldanfang umschließt das Feld nicht und bleibt im Text "
          + "stehen; nur so hat die Zeile die \(fields) Felder der Kopfzeile",
        en: "a quote at the start of a field does not enclose it and stays in the text; only so "
          + "the line has the \(fields) fields of the header"
      )
    )
  }
}
